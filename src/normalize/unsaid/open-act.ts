import type { Party } from '../../document.ts'
import type { Clause } from '../../extract/clauses/clause.ts'
import type { ActionEntry } from '../../lexicon/lexicon.ts'
import type { Scene } from '../judge-candidate.ts'
import type { Sides } from '../sides/find-sides.ts'
import { isNamed } from './act-together.ts'
import { trusted } from './fill-gap.ts'
import { isItself } from './is-itself.ts'

/** An act whose sides the sentence may leave unsaid. */
export type OpenAct = {
  readonly scene: Scene
  readonly clause: Clause
  readonly entry: ActionEntry
  /** The CAMEO root of the act. */
  readonly root: string
  /** The sides by the sentence's own words, and what of them is held to. */
  readonly said: Sides
  readonly source: readonly Party[]
  readonly target: readonly Party[]
  /** Whether one party did together with another what it is told to have done alone. */
  readonly alone: boolean
}

export const openAct = (scene: Scene, said: Sides, entry: ActionEntry, clause: Clause): OpenAct => {
  const source = entry.joint && clause.kind === 'noun' ? said.source : trusted(said.source)
  // "The FARC declared a truce": who lays down arms alone does so towards the other.
  const alone = entry.joint && /^0871/.test(entry.cameo) && source.length === 1 && isNamed(source[0])
  const target = alone || isItself(said, entry.cameo) ? [] : trusted(said.target)
  return { scene, clause, entry, root: entry.cameo.slice(0, 2), said, source, target, alone }
}
