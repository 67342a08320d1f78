import type { Mention } from '../../document.ts'
import { isArmed } from '../role-groups.ts'
import { HOLDER, REBELS, SAME_OFFICE, SPOKE, TROOPS } from './antecedents.ts'
import type { Compatriot } from './compatriot-of.ts'
import { type Discourse, lastNamed, type Referent, referentOf, withRole } from './discourse.ts'
import { referBack } from './find-antecedent.ts'
import { areMembers, IN_SHORT, ofUnion } from './members-of.ts'
import { ofOwner } from './of-owner.ts'
import type { Resolution, Standing } from './resolution.ts'
import type { Around } from './state-around.ts'
import { isForceAlone, weighGroups, weighStates } from './weigh-focus.ts'

/** "the ministry", "police", "the president": who had that role before, else the state that the passage is about. */
export const byRole = (discourse: Discourse, mention: Mention, at: Standing): Resolution | null => {
  // "freed by their captors": of those they hold they are none.
  if (at.owners.length > 0)
    return at.isOf(at.lemma, 'tormentor')
      ? null
      : ((isArmed(mention.role) ? groupOfState(discourse, mention, at) : null) ?? ofOwner(mention, at))
  if (at.place) return ofPlace(mention, at.place, at)
  const holder = at.whose ? null : referBack(discourse, mention, at, HOLDER)
  // "Cuban doctors marched in Brazil. Brazilian police arrested the doctors."
  const compatriot = at.whose || (holder && /\bthe\b/.test(at.before)) ? null : at.compatriot
  if (compatriot?.sure) return atHome(discourse, compatriot, mention, at)
  if (at.around) return inPlace(at.around, mention, at)
  if (compatriot) return atHome(discourse, compatriot, mention, at)
  if (holder) return holder
  const short = at.whose ? null : referBack(discourse, mention, at, IN_SHORT)
  if (short) return { ...short, referents: short.referents.map((r) => withRole(r, mention, mention)) }
  const union = areMembers(mention, at) ? ofUnion(discourse, mention, at) : null
  if (union) return { ...union, referents: union.referents.map((r) => withRole(r, mention, mention)) }
  const speaker = SPOKESMAN.test(mention.text) && !at.whose ? referBack(discourse, mention, at, SPOKE) : null
  if (speaker) return speaker
  const troops =
    TROOP.test(mention.text) && at.subject && !at.whose && isOneArmy(discourse, at) ? referBack(discourse, mention, at, TROOPS) : null
  if (troops) return troops
  const rebels = isArmed(mention.role) ? referBack(discourse, mention, at, REBELS) : null
  if (rebels) return rebels
  const same = at.whose ? null : referBack(discourse, mention, at, SAME_OFFICE)
  if (same) return { ...same, basis: 'discourse' }
  const struck = struckByForces(discourse, mention, at)
  if (struck)
    return {
      referents: [withRole(struck, mention, mention)],
      basis: 'coreference',
      because: `foreign forces were told to act on ${struck.name ?? struck.entity}`,
      by: 'focus',
    }
  const state = focus(discourse, at)
  return state
    ? {
        referents: [withRole(state, mention, mention)],
        basis: 'discourse',
        because: `the passage is about ${state.name ?? state.entity}`,
        by: 'focus',
      }
    : null
}

/** Not "the general", who may be another's. */
const TROOP = /^(the )?(soldiers|troops|army|military|armed forces|security forces|paratroopers|tanks)$/i
const SPOKESMAN = /^(a |the |chief )*spokes(man|woman|person)\b/i

/** Whether soldiers of one state alone were told of: by name, or where no other state was. */
const isOneArmy = ({ referents }: Discourse, { states }: Standing): boolean => {
  const armies = referents.filter((r) => r.role === 'MIL' && r.kind !== 'person')
  const isSure = armies.some((r) => !r.guessed) || new Set(referents.filter((r) => states.has(r.entity)).map((r) => r.entity)).size === 1
  return isSure && new Set(armies.map((r) => r.entity)).size === 1
}

/** "rebels", "six gunmen": of the armed group that the passage is about. */
export const byGroup = (discourse: Discourse, mention: Mention, at: Standing): Resolution | null =>
  at.owners.length > 0 || at.whose ? null : aboutGroup(discourse, mention, at, () => true)

/** "the country's largest guerrilla group", "Colombia's rebels": the armed group at home there, if the passage is about one. */
const groupOfState = (discourse: Discourse, mention: Mention, at: Standing): Resolution | null => {
  const [state, other] = at.owners
  return state === undefined || other !== undefined || !at.states.has(state.entity)
    ? null
    : aboutGroup(discourse, mention, at, (group) => at.homeOf(group) === state.entity)
}

const aboutGroup = (discourse: Discourse, mention: Mention, at: Standing, fits: (group: string) => boolean): Resolution | null => {
  const best = weighGroups(discourse, at).find(([entity]) => fits(entity))
  const group = best && lastNamed(discourse.referents, best[0])
  return group
    ? {
        referents: [withRole(group, mention, mention)],
        basis: 'coreference',
        because: `the armed group that the passage is about is ${group.name ?? group.entity}`,
        by: 'group',
      }
    : null
}

/** "In Athens, opposition parties", "protesters in Lahore". */
const inPlace = ({ entity, name }: Around, mention: Mention, at: Standing): Resolution => ({
  referents: [referentOf(mention, { ...at, locative: false }, { entity, code: null, name: null })],
  basis: 'role',
  because: `the sentence tells that they are in ${name.places[0]?.name}`,
  by: 'place',
})

/** "Venezuelan students battled police": as much of a guess as whom the passage is about; "Germany arrested three, prosecutors said" is none. */
const atHome = (discourse: Discourse, { entity, text, tells }: Compatriot, mention: Mention, at: Standing): Resolution => {
  const state = lastNamed(discourse.referents, entity)
  return {
    referents: [
      state ? withRole(state, mention, mention) : referentOf(mention, { ...at, locative: false }, { entity, code: null, name: null }),
    ],
    basis: tells ? 'coreference' : 'discourse',
    because: tells ? `they tell what "${text}" did` : `those who act against "${mention.text}" are "${text}", at home`,
    by: 'compatriot',
  }
}

/** "In Niger, the guard", "the parliament in Lima": whose they are stands beside. */
const ofPlace = (mention: Mention, { entity, name, text }: Mention, at: Standing): Resolution | null =>
  entity === null
    ? null
    : {
        referents: [referentOf(mention, { ...at, subject: false, acted: false, locative: false }, { entity, code: null, name })],
        basis: 'name',
        because: `"${text}" stands beside "${mention.text}"`,
        by: 'place',
      }

/**
 * "French troops entered a Malian town. The rebels fled", "The government condemned the incursion": where a state's forces alone are told of, who meets them or judges
 * what they did is of the state that they were told to act on.
 */
const struckByForces = (discourse: Discourse, mention: Mention, at: Standing): Referent | null => {
  if (!at.isOf(at.lemma, 'met-abroad') && !at.reacts) return null
  const [best] = weighStates(discourse, at)
  const sender = best?.[0]
  if (sender === undefined || !isForceAlone(sender, discourse.referents)) return null
  const deed = discourse.told.findLast(({ root, sources }) => FORCE.test(root) && sources.length === 1 && sources[0] === sender)
  const [struck, other] = deed?.targets ?? []
  if (struck === undefined || other !== undefined || struck === sender || !at.states.has(struck)) return null
  return (
    lastNamed(discourse.referents, struck) ?? referentOf(mention, { ...at, locative: false }, { entity: struck, code: null, name: null })
  )
}

/** CAMEO roots of what forces do abroad. */
const FORCE = /^(15|17|18|19|20)/

/** The state that the passage is about. */
const focus = (discourse: Discourse, at: Standing): Referent | null => {
  const best = weighStates(discourse, at).find(([entity]) => !at.faced.includes(entity))
  return best ? (lastNamed(discourse.referents, best[0]) ?? null) : null
}
