import type { Party } from '../../document.ts'
import type { Clause } from '../../extract/clauses/clause.ts'
import { isOfClass } from '../../lexicon/is-of-class.ts'
import { NONE } from '../../lexicon/mapped.ts'
import type { Scene } from '../judge-candidate.ts'
import type { Deed, Told } from '../references/discourse.ts'
import { isForeign } from '../references/is-foreign.ts'
import { isArmed } from '../role-groups.ts'
import { withEntity } from '../sides/found.ts'
import { HARMS, STRIKES } from '../sides/sides.ts'
import { certain, entitiesOf } from './besides.ts'
import { lastParty } from './last-told.ts'
import { stateOf } from './party-of.ts'

/**
 * "Chad raided a camp in Sudan. Three men were killed": whom one strikes who was just told to strike another is still of that one. Null where the people's words
 * tell that they are of somebody else, or no such act was told.
 */
export const struckBefore = (
  { discourse: { told }, lexicon, reading: { sentence } }: Scene,
  cameo: string,
  source: readonly Party[],
  open: readonly Party[],
): readonly Party[] | null => {
  if (!STRIKES.test(cameo) || EXECUTION.test(cameo)) return null
  if (open.length === 0 || open.some((p) => isArmed(p.role) || isForeign(p.text))) return null
  const struck = struckBy(told, lexicon, sentence.index, source)
  if (struck === null) return null
  const party = { entity: struck, name: lexicon.entities.get(struck)?.name ?? null, basis: 'discourse' as const }
  return open.map((p) => withEntity(lexicon, p, party))
}

/** "The troops also burned crops": what is destroyed, of nobody that the sentence tells of, is of whom they just struck. */
export const struckThings = (
  { discourse: { told }, discourse, lexicon, reading }: Scene,
  clause: Clause,
  cameo: string,
  source: readonly Party[],
  open: readonly Party[],
): readonly Party[] | null => {
  if (!HARMS.test(cameo) || EXECUTION.test(cameo) || open.length > 0) return null
  const struck = struckBy(told, lexicon, reading.sentence.index, source)
  const party = struck === null || !isBareObject(reading, clause) ? null : lastParty({ discourse, lexicon }, struck)
  return party && [stateOf(party, lexicon)]
}

/** No name stands behind the verb. */
const isBareObject = ({ pieces }: Scene['reading'], { head }: Clause): boolean => pieces.every((p) => p.entity === null || p.last < head)

/** The state that those who act were alone just told to strike; null where they were not. */
const struckBy = (told: readonly Told[], lexicon: Scene['lexicon'], index: number, source: readonly Party[]): string | null => {
  const [doer, other] = entitiesOf(source)
  if (doer === undefined || other !== undefined) return null
  const last = told.findLast((t) => STRIKES.test(t.root) && index - t.sentence <= REACH)
  const [struck, third] = last?.targets ?? []
  if (!last?.sources.includes(doer) || struck === undefined || third !== undefined || struck === doer) return null
  return lexicon.entities.get(struck)?.kind === 'state' ? struck : null
}

const REACH = 2

/** "Turkey bombed Iraq. It executed three dissidents": whom one puts to death one holds, mostly at home. */
const EXECUTION = /^1823/

/** "Israel invaded Lebanon. Hezbollah killed three soldiers": a group that fights another state strikes none of its home. */
export const sparedAtHome = ({ lexicon }: Scene, cameo: string, source: readonly Party[], struck: readonly Party[]): readonly string[] => {
  if (!STRIKES.test(cameo) || !struck.some((p) => VICTIMS.test(p.role ?? ''))) return NONE
  return certain(source).flatMap((id) => {
    const group = lexicon.entities.get(id)
    return group?.home && fightsAbroad(lexicon, group.name) ? [group.home] : []
  })
}

const fightsAbroad = (lexicon: Scene['lexicon'], name: string): boolean => isOfClass(lexicon, name.toLowerCase(), 'fights-abroad')

/** "Boko Haram killed nine soldiers": where nothing else tells whose they are, of the state that the group is at home in and has fought alone. */
export const struckAtHome = (
  { discourse, lexicon }: Scene,
  cameo: string,
  source: readonly Party[],
  struck: readonly Party[],
): readonly Party[] => {
  if (!STRIKES.test(cameo) || struck.length === 0) return struck
  if (struck.some((p) => p.entity !== null || !VICTIMS.test(p.role ?? '') || isForeign(p.text))) return struck
  const [doer, other] = entitiesOf(source)
  const group = other === undefined ? lexicon.entities.get(doer ?? '') : undefined
  const home = group?.kind === 'group' && RISES.test(group.role ?? '') ? (group.home ?? null) : null
  if (!group || home === null || fightsAbroad(lexicon, group.name)) return struck
  if (discourse.acts.some((deed) => isFoughtAbroad(lexicon, deed, [group.id, home]))) return struck
  const name = lexicon.entities.get(home)?.name ?? null
  return struck.map((p) => withEntity(lexicon, p, { entity: home, name, basis: 'discourse' }))
}

/** "Israel invaded Lebanon. Hezbollah killed three soldiers": the group or its state has been told to fight another state. */
const isFoughtAbroad = ({ entities }: Scene['lexicon'], { root, source, target }: Deed, own: readonly string[]): boolean =>
  STRIKES.test(root) &&
  own.includes(source) !== own.includes(target) &&
  [source, target].some((entity) => !own.includes(entity) && entities.get(entity)?.kind === 'state')

/** Roles of groups that rise against their own state; mercenaries and militants without a cause of their own fight anywhere. */
const RISES = /^(REB|INS|SEP|OPP|RAD|CRM)$/
const VICTIMS = /^(MIL|COP|GOV|CVL|LEG|JUD|EDU|MED)$/
