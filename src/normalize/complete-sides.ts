import type { Party } from '../document.ts'
import type { Clause } from '../extract/clauses/clause.ts'
import type { SentenceReading } from '../extract/read-sentence.ts'
import type { Lexicon } from '../lexicon/index-lexicon.ts'
import type { ActionEntry } from '../lexicon/lexicon.ts'
import { actorCode } from '../lexicon/resolve-actor.ts'
import { lastNamed } from './discourse.ts'
import { reactedTo } from './doer-of.ts'
import type { Sides } from './find-sides.ts'
import { inferPair } from './infer-pair.ts'
import type { Scene } from './judge-candidate.ts'
import { isPolitical } from './political.ts'
import { quadOf } from './profile-entities.ts'
import { type Gap, type GapScene, offersOf, rank } from './rank-parties.ts'
import { facesGovernment } from './sides.ts'

/** Fills a side that the sentence leaves unsaid: what two did together they did with each other, else from what the passage is about. */
export const completeSides = (scene: Scene, said: Sides, entry: ActionEntry, clause: Clause): Sides => {
  const { discourse, lexicon, reading } = scene
  const source = trusted(said.source)
  // "The FARC declared a truce": who lays down arms alone does so towards the other.
  const alone = entry.joint && /^0871/.test(entry.cameo) && source.length === 1 && isNamed(source[0])
  const reacted = entry.joint ? null : reactedTo(scene, clause, entry.cameo.slice(0, 2))
  if (reacted?.doer && source.every((p) => p.entity !== reacted.doer?.entity)) {
    const at: GapScene = { discourse, lexicon, reading, clause, beside: besides(scene.said(), clause.head, quadsOf(reading)) }
    const known = [reacted.doer.entity as string]
    const gap: Gap = { side: 'source', known, root: entry.cameo.slice(0, 2), ...roleOf(source) }
    return { source: certain(source).length > 0 ? source : fill(at, source, gap), target: [reacted.doer] }
  }
  const target = alone || isItself(said, entry.cameo.slice(0, 2)) ? [] : trusted(said.target)
  if (!entry.joint && certain(source).length > 0 && certain(target).length > 0) return { source, target }
  const at: GapScene = { discourse, lexicon, reading, clause, beside: besides(scene.said(), clause.head, quadsOf(reading)) }
  const root = entry.cameo.slice(0, 2)
  if (entry.joint && !alone) return together(scene, at, { ...said, source }, root, clause)
  // Who mediates does so between the two that the passage is about.
  if (MEDIATION.test(entry.cameo) && certain(target).length === 0) {
    const between = inferPair(discourse, lexicon, reading.sentence.index).filter((p) => !certain(source).includes(p.entity ?? ''))
    if (between.length > 0) return { source, target: between }
  }
  if (certain(target).length === 0 && certain(source).length > 1 && TOGETHER.test(entry.cameo)) return { source, target: source }
  const filled = certain(source).length > 0 ? source : fill(at, source, { side: 'source', known: certain(target), root, ...roleOf(source) })
  return {
    source: filled,
    target: certain(target).length > 0 ? target : fill(at, target, { side: 'target', known: entities(filled), root, ...roleOf(target) }),
  }
}

/** The sides that a sentence leaves open, alone or where the other side is known. */
export const gapsOf = (said: Sides, entry: ActionEntry): readonly Gap[] => {
  const root = entry.cameo.slice(0, 2)
  const source = trusted(said.source)
  if (entry.joint) {
    const known = certain(source)
    return known.length > 1
      ? []
      : [{ side: known.length === 0 ? 'source' : 'target', known, root, ...roleOf(known.length === 0 ? source : []) }]
  }
  const target = isItself(said, root) ? [] : trusted(said.target)
  if (certain(source).length === 0) return [{ side: 'source', known: certain(target), root, ...roleOf(source) }]
  return certain(target).length === 0 ? [{ side: 'target', known: certain(source), root, ...roleOf(target) }] : []
}

/** Whom the passage may tell for a side that is open, likeliest first: what `explain` tells of those that lost. */
export const rankSide = (
  scene: Scene,
  said: Sides,
  entry: ActionEntry,
  clause: Clause,
  side: Gap['side'],
  known: readonly Party[],
): ReturnType<typeof rank> => {
  const { discourse, lexicon, reading } = scene
  const at: GapScene = { discourse, lexicon, reading, clause, beside: besides(scene.said(), clause.head, quadsOf(reading)) }
  return rank(offersOf(at, { side, known: entities(known), root: entry.cameo.slice(0, 2), ...roleOf(trusted(said[side])) }))
}

/** Who acts and is acted on in the sentence's other acts, as its own words say. */
export const besides = (said: ReadonlyMap<number, Sides>, head: number, quads: ReadonlyMap<number, number>): GapScene['beside'] => {
  const sources = new Map<string, Set<number>>()
  const targets = new Map<string, Set<number>>()
  for (const [at, sides] of said) {
    if (at === head) continue
    const quad = quads.get(at) ?? 0
    for (const entity of certain(sides.source)) add(sources, entity, quad)
    for (const entity of certain(sides.target)) add(targets, entity, quad)
  }
  return { sources, targets }
}

const add = (to: Map<string, Set<number>>, entity: string, quad: number): void => {
  const list = to.get(entity)
  if (list) list.add(quad)
  else to.set(entity, new Set([quad]))
}

/** The quad classes of a sentence's acts, by their heads. */
export const quadsOf = ({ candidates }: Pick<SentenceReading, 'candidates'>): ReadonlyMap<number, number> =>
  new Map(candidates.flatMap(({ clause, acts: [act] }) => (act ? [[clause.head, quadOf(act.entry.cameo.slice(0, 2))] as const] : [])))

/** Beside a party that is known, one that was only guessed falls away. */
const trusted = (side: readonly Party[]): readonly Party[] =>
  certain(side).length > 0 ? side.filter((p) => p.basis !== 'discourse') : side

const together = (scene: Scene, at: GapScene, { source }: Sides, root: string, clause: Clause): Sides => {
  const { lexicon } = scene
  const both = (all: readonly Party[]): Sides => ({ source: all, target: isAlone(all, lexicon) ? [] : all })
  // A heading ("THAW") says what a section is about, and of nobody that he did it.
  const tells =
    clause.kind === 'verb' || /^nsubj/.test(clause.link) || (clause.link === 'root' && scene.reading.sentence.kind !== 'heading')
  if (tells && !source.some((p) => isPolitical(p, lexicon))) return both(inferPair(scene.discourse, lexicon, scene.reading.sentence.index))
  const known = certain(source)
  const first =
    known.length > 0 || entities(source).length === 0 ? source : fill(at, source, { side: 'source', known: [], root, ...roleOf(source) })
  if (entities(first).length !== 1 || (isUnion(lexicon, first[0]?.entity ?? null) && isPlural(scene, first[0]))) return both(first)
  return both([
    ...first,
    ...fill(at, [], { side: 'target', known: entities(first), root, role: null, guess: null }).filter((p) => p.entity !== first[0]?.entity),
  ])
}

const isPlural = ({ reading: { mentions } }: Scene, party: Party | undefined): boolean =>
  mentions.some((m) => m.start === party?.start && m.plural)

/** Ministers or members of one organisation met among themselves. */
const isUnion = (lexicon: Lexicon, entity: string | null): boolean =>
  /^(igo|alliance)$/.test(lexicon.entities.get(entity ?? '')?.kind ?? '')

/** One state by name: whom it did the joint act with is left unsaid, and it was not with itself. Several of one state, or members of one body, met each other. */
const isAlone = ([one, ...others]: readonly Party[], lexicon: Lexicon): boolean =>
  isNamed(one) && others.length === 0 && (one.entity === null || lexicon.entities.get(one.entity)?.kind === 'state')

const isNamed = (party: Party | undefined): party is Party => party !== undefined && /^(name|person|capital)$/.test(party.basis)

/** The likeliest entity for a gap: quoted where it was last named, or given to the role that its words tell. */
const fill = (at: GapScene, open: readonly Party[], gap: Gap): readonly Party[] => {
  const { discourse, lexicon, reading } = at
  const party = open.find((p) => p.role !== null)
  // A sentence that nothing stands before is no passage: it must tell itself.
  if (!party && discourse.referents.every((r) => r.sentence === reading.sentence.index)) return open
  const [best] = rank(offersOf(at, gap))
  if (!best) return open
  const named = discourse.referents.filter((r) => r.entity === best.entity && r.sentence >= 0)
  const before = named.filter((r) => r.sentence < reading.sentence.index)
  const last = lastNamed(before, best.entity) ?? named.at(-1) ?? discourse.referents.find((r) => r.entity === best.entity)
  if (!last) return open
  if (party)
    return [
      {
        ...party,
        entity: best.entity,
        name: party.name ?? last.name,
        code: actorCode(lexicon, best.entity, party.role),
        basis: 'discourse',
      },
    ]
  if (last.sentence < 0) return open
  const { entity, role, code, name, text, start, end } = last
  return [{ entity, role, code: code ?? actorCode(lexicon, entity, role), name, text, start, end, basis: 'discourse' }]
}

/** The first role whose state is open, with whom it was taken to be of. */
const roleOf = (side: readonly Party[]): Pick<Gap, 'role' | 'guess'> => {
  const open = side.find((p) => p.role !== null)
  return { role: open?.role ?? null, guess: open?.entity ?? null }
}

/** CAMEO codes of what sides do with each other: intend, consult, cooperate, lay down arms. */
const TOGETHER = /^(03|04|057|06|087)/

/** "Moscow suspended its own mission": who acts is not whom it is done to, but for people of its own ("the government arrested opponents") and against its own government ("lawmakers accused the minister"). */
const isItself = ({ source, target }: Sides, root: string): boolean => {
  const mine = new Map(source.map((p) => [p.entity, p.role]))
  return (
    // Each other: the same list stands on both sides.
    target !== source &&
    // A curfew in one's own country is for its public.
    !(root === '17' && target.every((p) => p.role === null && p.basis === 'name')) &&
    target.length > 0 &&
    target.every(
      (p) =>
        p.entity !== null &&
        mine.has(p.entity) &&
        (p.role === null ||
          (p.role === 'GOV' && !facesGovernment(mine.get(p.entity) ?? null)) ||
          (p.role === 'IGO' && p.basis === 'person') ||
          p.role === mine.get(p.entity)),
    )
  )
}

const MEDIATION = /^(039|045)/

const entities = (side: readonly Party[]): readonly string[] => {
  const found: string[] = []
  for (const { entity } of side) if (entity !== null && !found.includes(entity)) found.push(entity)
  return found
}

/** The entities that more than a guess gives. */
const certain = (side: readonly Party[]): readonly string[] =>
  side.some((p) => p.basis === 'discourse') ? entities(side.filter((p) => p.basis !== 'discourse')) : entities(side)
