import type { Party } from '../../document.ts'
import type { Clause } from '../../extract/clauses/clause.ts'
import type { Scene } from '../judge-candidate.ts'
import { isForeign } from '../references/is-foreign.ts'
import { withEntity } from '../sides/found.ts'
import { certain } from './besides.ts'
import { isDone } from './is-done.ts'
import { lastParty } from './last-told.ts'
import { stateOf } from './party-of.ts'
import { isElsewhere } from './struck-again.ts'

/**
 * "Police in Kigali arrested a journalist. Zambia spoke of concern. He was released on Tuesday", "A curfew was imposed": who holds, tries, frees or restricts, where a passive leaves it unsaid, is who
 * just did so, or in whose state a crowd just faced its government. Null where two were told to, or the sentence tells of people or a place of others.
 */
export const heldBefore = (scene: Scene, clause: Clause, cameo: string, target: readonly Party[]): readonly Party[] | null => {
  const told = toldToHold(scene, clause, cameo)
  if (told === null || certain(target).some((entity) => entity !== told.holder && !told.held.includes(entity))) return null
  const party = lastParty(scene, told.holder)
  return party && [stateOf(party, scene.lexicon)]
}

/** "Two newspapers were also shut down": of the same state, where it was told to hold its own alone. */
export const heldAtHome = (
  scene: Scene,
  clause: Clause,
  cameo: string,
  source: readonly Party[],
  open: readonly Party[],
): readonly Party[] | null => {
  const told = toldToHold(scene, clause, cameo)
  if (told === null || told.held.some((entity) => entity !== told.holder)) return null
  const [holder, other] = source
  if (holder?.entity !== told.holder || other || open.some((p) => isForeign(p.text))) return null
  const people = open.filter((p) => p.role !== null)
  return people.length > 0 ? people.map((p) => withEntity(scene.lexicon, p, holder)) : [stateOf(holder, scene.lexicon)]
}

/** The state that was just told to hold people, or whose crowds faced it, where the sentence tells a thing done again by a passive. */
const toldToHold = (scene: Scene, clause: Clause, cameo: string): { readonly holder: string; readonly held: readonly string[] } | null => {
  const { discourse, lexicon, reading } = scene
  if (!isDone(scene, clause) || !HOLDS.test(cameo)) return null
  const { index } = reading.sentence
  const near = discourse.told.filter(
    ({ root, sources, targets, sentence }) =>
      sentence < index && index - sentence <= REACH && (root === '17' || (root === '14' && sources[0] === targets[0])),
  )
  const [holder, other] = new Set(near.flatMap((t) => t.sources))
  if (holder === undefined || other !== undefined || lexicon.entities.get(holder)?.kind !== 'state') return null
  return isElsewhere(scene, clause.head, holder) ? null : { holder, held: near.flatMap((t) => t.targets) }
}

/** CAMEO codes of what those who hold people do to them: arrest, try, restrict and set free. */
const HOLDS = /^(17[^5]|084)/
const REACH = 2
