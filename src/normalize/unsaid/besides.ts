import type { Party } from '../../document.ts'
import type { SentenceReading } from '../../extract/read-sentence.ts'
import type { Sides } from '../sides/find-sides.ts'
import { quadOf } from './profile-entities.ts'

/** An act of a sentence: its head and its quad class. */
type Act = { readonly head: number; readonly quad: number }

/** Who acts and who is acted on in a sentence's acts, as its own words say. */
type Doings = { readonly sources: ReadonlyMap<string, readonly Act[]>; readonly targets: ReadonlyMap<string, readonly Act[]> }

/** Whether an entity acts, or is acted on, in another act of the sentence than the one asked for; with `quad`, in one of that class. */
export type Beside = {
  readonly acts: (entity: string, quad?: number) => boolean
  readonly suffers: (entity: string, quad?: number) => boolean
}

/** The sides that the words of a sentence give its other acts than the one headed by `head`. */
export const besides = (reading: Pick<SentenceReading, 'candidates'>, said: ReadonlyMap<number, Sides>, head: number): Beside => {
  // Every act of a sentence asks for them.
  if (latest?.said !== said) latest = { said, doings: readDoings(reading, said) }
  const { sources, targets } = latest.doings
  const other = (acts: readonly Act[] | undefined, quad: number | undefined): boolean =>
    acts?.some((a) => a.head !== head && (quad === undefined || a.quad === quad)) === true
  return { acts: (entity, quad) => other(sources.get(entity), quad), suffers: (entity, quad) => other(targets.get(entity), quad) }
}

let latest: { readonly said: ReadonlyMap<number, Sides>; readonly doings: Doings } | null = null

const readDoings = ({ candidates }: Pick<SentenceReading, 'candidates'>, said: ReadonlyMap<number, Sides>): Doings => {
  const sources = new Map<string, Act[]>()
  const targets = new Map<string, Act[]>()
  for (const { clause, acts } of candidates) {
    const sides = said.get(clause.head)
    const [act] = acts
    if (!sides || !act) continue
    const own = { head: clause.head, quad: quadOf(act.entry.cameo.slice(0, 2)) }
    for (const entity of certain(sides.source)) add(sources, entity, own)
    for (const entity of certain(sides.target)) add(targets, entity, own)
  }
  return { sources, targets }
}

const add = (to: Map<string, Act[]>, entity: string, act: Act): void => {
  const list = to.get(entity)
  if (list) list.push(act)
  else to.set(entity, [act])
}

/** The entities of a side, each once. */
export const entitiesOf = (side: readonly Party[]): readonly string[] => {
  const found: string[] = []
  for (const { entity } of side) if (entity !== null && !found.includes(entity)) found.push(entity)
  return found
}

/** The entities that more than a guess gives. */
export const certain = (side: readonly Party[]): readonly string[] =>
  side.some((p) => p.basis === 'discourse') ? entitiesOf(side.filter((p) => p.basis !== 'discourse')) : entitiesOf(side)

/** Whether more than a guess gives any. */
export const isCertain = (side: readonly Party[]): boolean => {
  for (const { entity, basis } of side) if (entity !== null && basis !== 'discourse') return true
  return false
}
