import type { Party } from '../../document.ts'
import type { Clause } from '../../extract/clauses/clause.ts'
import { dependents, wordAt } from '../../extract/clauses/tree.ts'
import type { Scene } from '../judge-candidate.ts'
import type { Told } from '../references/discourse.ts'
import { withEntity } from '../sides/found.ts'
import { certain } from './besides.ts'
import { lastParty } from './last-told.ts'
import { stateOf } from './party-of.ts'

/**
 * "Kenya expelled two Somali envoys. Uganda spoke of restraint. Somalia vowed to retaliate": whom one strikes, threatens, accuses or breaks with, where nothing tells whom, is who alone
 * has just done such a thing to him. Null where nobody or several did, or the act may be for those at home.
 */
export const answeredBack = (
  scene: Scene,
  clause: Clause,
  cameo: string,
  source: readonly Party[],
  open: readonly Party[],
): readonly Party[] | null => {
  const { discourse, lexicon, reading } = scene
  if (!isMainAct(reading, clause) || !ANSWERS.test(cameo) || open.some((p) => p.role !== null && p.role !== 'DIP')) return null
  const [answerer, other] = certain(source)
  if (answerer === undefined || other !== undefined || !source.every((p) => SPEAKS_FOR_ALL.test(p.role ?? ''))) return null
  if (actsBefore(scene, clause).some((entity) => entity !== answerer)) return null
  const { index } = reading.sentence
  const near = discourse.told.filter((t) => t.sentence < index && index - t.sentence <= REACH && HOSTILE.test(t.root))
  const suffered = near.filter((t) => isBy(t, answerer))
  const [doer, second] = new Set(suffered.flatMap((t) => t.sources))
  if (doer === undefined || second !== undefined || near.some((t) => t.sources.includes(answerer) && !t.targets.includes(doer))) return null
  const party = lastParty({ discourse, lexicon }, doer)
  const envoys = open.filter((p) => p.role !== null)
  // A people within a state ("ethnic Serbs") is nobody that one answers.
  if (party === null || lexicon.entities.get(doer)?.kind === 'community') return null
  if (envoys.length > 0) return envoys.map((p) => withEntity(lexicon, p, party))
  return [stateOf(party, lexicon)]
}

/** The verb of the main clause, and none of what had been before. */
const isMainAct = ({ tree }: Scene['reading'], { kind, head, link }: Clause): boolean =>
  kind === 'verb' && !/^(advcl|acl|amod)/.test(link) && !dependents(tree, head, 'aux').some((at) => /^had$/i.test(wordAt(tree, at).text))

/** Those who act in the sentence before it. */
const actsBefore = (scene: Scene, { head }: Clause): readonly string[] =>
  [...scene.said()].flatMap(([at, { source }]) => (at < head ? certain(source) : []))

/** Something that another did to him alone. */
const isBy = ({ sources, targets }: Told, sufferer: string): boolean =>
  targets.length === 1 && targets[0] === sufferer && sources.length === 1 && sources[0] !== sufferer

/** Roles of a state, its government and forces, who act for it; and of groups. */
const SPEAKS_FOR_ALL = /^(GOV|MIL|REB|SEP|INS)?$/
/** CAMEO codes of what answers such a thing: complaints and refusals, threats, forces made ready, ties cut, force. */
const ANSWERS = /^(11[124]|12|13|15|16|18|19)/
/** CAMEO roots of what one answers. */
const HOSTILE = /^(1[0-35689]|20)$/
const REACH = 3
