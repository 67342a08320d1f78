import type { Event, Party } from '../../document.ts'
import type { Candidate } from '../../extract/read-sentence.ts'
import type { Scene } from '../judge-candidate.ts'
import { lastNamed, referentOf } from '../references/discourse.ts'
import { trusted } from '../unsaid/fill-gap.ts'
import { protestThere } from '../unsaid/protest-there.ts'
import { sparedAtHome, struckAtHome, struckBefore } from '../unsaid/struck-before.ts'
import type { Reference } from './explain-references.ts'

/** A candidate with the event that it became. */
export type Told = { readonly candidate: Candidate; readonly event: Event }

/** Why a side of an event is of whom a rule of its act tells, and not of whom its words were taken to mean or the passage is about; null where no such rule did. */
export const whyTold = (scene: Scene, { candidate: { clause, acts }, event }: Told, side: 'source' | 'target'): string | null => {
  const cameo = acts[0]?.entry.cameo
  const said = scene.said().get(clause.head)
  if (!said || cameo === undefined) return null
  const open = trusted(said[side])
  const isIt = (found: readonly Party[] | null): boolean =>
    found !== null && found !== open && found.every((p) => event[side].some((e) => e.start === p.start && e.entity === p.entity))
  if (side === 'source') return isIt(protestThere(scene, clause, cameo, open)) ? `people of where it was ("${event.trigger.text}")` : null
  const doer = event.source[0]?.name ?? event.source[0]?.text
  if (isIt(struckBefore(scene, cameo, event.source, open))) return `whom ${doer} was just told to strike`
  return isIt(struckAtHome(scene, cameo, event.source, open)) ? `of where ${doer} is at home` : null
}

/** Why those whose words were taken to mean the home of who strikes them are of another; null where they were not. */
const whySpared = (
  scene: Scene,
  references: readonly Reference[],
  { candidate: { acts }, event: { source, target } }: Told,
): string | null => {
  const spared = sparedAtHome(scene, acts[0]?.entry.cameo ?? '', source, target)
  const isTaken = target.some(({ start }) =>
    references.some((r) => r.mention.start === start && r.resolution?.referents.some(({ entity }) => spared.includes(entity))),
  )
  return isTaken ? `likeliest of those whom ${source[0]?.name ?? source[0]?.text} fights` : null
}

/** The references of a sentence, with those that its events tell otherwise as these have them. */
export const asTold = (scene: Scene, references: readonly Reference[], told: readonly Told[]): readonly Reference[] => {
  const retold = told.flatMap((t) =>
    (['source', 'target'] as const).flatMap((side) => {
      const because = whyTold(scene, t, side) ?? (side === 'target' ? whySpared(scene, references, t) : null)
      return because === null ? [] : t.event[side].flatMap((party) => referenceOf(scene, references, party, because))
    }),
  )
  const heads = new Set(retold.map(({ mention }) => mention.head))
  return [...references.filter(({ mention }) => !heads.has(mention.head)), ...retold].toSorted((a, b) => a.mention.start - b.mention.start)
}

/** The mention that a party quotes, meaning that party; whom it was taken to mean before comes first among the lost. */
const referenceOf = (
  { reading, discourse }: Scene,
  references: readonly Reference[],
  { start, entity, code, name }: Party,
  because: string,
): readonly Reference[] => {
  const mention = reading.mentions.find((m) => m.start === start)
  if (!mention || entity === null || mention.entity === entity) return []
  const before = references.find((r) => r.mention.head === mention.head)
  const isIt = (r: { readonly entity: string }): boolean => r.entity === entity
  if (before?.resolution?.referents.some(isIt)) return []
  const { index, section } = reading.sentence
  const at = { sentence: index, section, subject: false, acted: false, spoke: false, locative: false }
  const referent = lastNamed(discourse.referents, entity) ?? { ...referentOf(mention, at, { entity, code, name }), guessed: true }
  const { referents = [], because: why = '' } = before?.resolution ?? {}
  const lost = [
    ...(referents.length > 0 ? [{ referents, why: `${why}: that counts less` }] : []),
    ...(before?.lost ?? []).filter((l) => !l.referents.some(isIt)),
  ]
  return [{ mention, resolution: { referents: [referent], basis: 'discourse', because, by: 'place' }, lost }]
}
