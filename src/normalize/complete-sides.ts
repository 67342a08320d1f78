import type { Party } from '../document.ts'
import type { Clause } from '../extract/clauses/clause.ts'
import type { Lexicon } from '../lexicon/index-lexicon.ts'
import type { ActionEntry } from '../lexicon/lexicon.ts'
import type { Sides } from './find-sides.ts'
import { inferPair, inferSide } from './infer-side.ts'
import type { Scene } from './judge-candidate.ts'
import { isPolitical } from './political.ts'

/** Fills a side that the sentence leaves unsaid: what two did together they did with each other, else from what the passage is about. */
export const completeSides = (
  { discourse, lexicon, reading: { sentence } }: Scene,
  { source, target: told }: Sides,
  entry: ActionEntry,
  clause: Clause,
): Sides => {
  const infer = (known: readonly Party[]): readonly Party[] => inferSide(discourse, lexicon, known, sentence.index, sentence.section)
  if (entry.joint) {
    const all =
      !source.some((p) => isPolitical(p, lexicon)) && (clause.kind === 'verb' || /^nsubj/.test(clause.link))
        ? inferPair(discourse, lexicon, sentence.index)
        : entities(source).length === 1
          ? [...source, ...infer(source)]
          : source
    return { source: all, target: isAlone(all, lexicon) ? [] : all }
  }
  const target = isItself(source, told) ? [] : told
  // Who mediates does so between the two that the passage is about.
  if (MEDIATION.test(entry.cameo) && entities(target).length === 0) {
    const between = inferPair(discourse, lexicon, sentence.index).filter((p) => !entities(source).includes(p.entity ?? ''))
    if (between.length > 0) return { source, target: between }
  }
  if (entities(target).length === 0 && entities(source).length > 1 && TOGETHER.test(entry.cameo)) return { source, target: source }
  return {
    source: entities(source).length > 0 || entities(target).length === 0 ? source : orElse(infer(target), source),
    target: entities(target).length > 0 || entities(source).length === 0 ? target : orElse(infer(source), target),
  }
}

/** One state by name: whom it did the joint act with is left unsaid, and it was not with itself. Several of one state, or members of one body, met each other. */
const isAlone = ([one, ...others]: readonly Party[], lexicon: Lexicon): boolean =>
  one !== undefined &&
  others.length === 0 &&
  /^(name|person|capital)$/.test(one.basis) &&
  (one.entity === null || lexicon.entities.get(one.entity)?.kind === 'state')

/** Who the passage is about; where nobody is, whom the lexicon doesn't know is kept. */
const orElse = (inferred: readonly Party[], said: readonly Party[]): readonly Party[] => (inferred.length > 0 ? inferred : said)

/** CAMEO codes of what sides do with each other: intend, consult, cooperate, lay down arms. */
const TOGETHER = /^(03|04|057|06|087)/

/** "Moscow suspended its own mission": who acts is not whom it is done to, but for people of its own ("the government arrested opponents"). */
const isItself = (source: readonly Party[], target: readonly Party[]): boolean => {
  const mine = new Map(source.map((p) => [p.entity, p.role]))
  return (
    // Each other: the same list stands on both sides.
    target !== source &&
    target.length > 0 &&
    target.every((p) => p.entity !== null && mine.has(p.entity) && (p.role === null || p.role === 'GOV' || p.role === mine.get(p.entity)))
  )
}

const MEDIATION = /^(039|045)/

const entities = (side: readonly Party[]): readonly string[] => [...new Set(side.flatMap((p) => p.entity ?? []))]
