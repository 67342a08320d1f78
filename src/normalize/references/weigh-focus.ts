import { isPrivate } from '../role-groups.ts'
import type { Discourse, Referent } from './discourse.ts'
import type { Standing } from './resolution.ts'

/** Entities with how much a passage is about them, weightiest first. */
export type Weights = readonly (readonly [entity: string, weight: number])[]

/**
 * The states that the passage names, for themselves or by a group or party at home there: most often, what is near counting more. The report's own, by title and
 * dateline, are those of people at home.
 */
export const weighStates = (discourse: Discourse, at: Standing): Weights => {
  const named = new Set(discourse.referents.filter((r) => !isTown(r)).map((r) => r.entity))
  return weigh(discourse, at, (entity) => {
    const state = at.states.has(entity) ? entity : at.homeOf(entity)
    return state !== null && (state === entity || named.has(state)) ? state : null
  })
}

/** The armed groups that the passage names. */
export const weighGroups = (discourse: Discourse, at: Standing): Weights =>
  weigh(discourse, at, (entity) => (at.armed.has(entity) ? entity : null))

/** `standsFor`: the entity that one counts for, null for none. */
const weigh = ({ referents }: Discourse, at: Standing, standsFor: (entity: string) => string | null): Weights => {
  const weights = new Map<string, number>()
  const envoys = referents.filter((r) => r.role === 'DIP' && !r.subject)
  for (const r of referents) {
    const entity = r.guessed ? null : standsFor(r.entity)
    if (entity === null) continue
    const weight = weightOf(r, at, referents) * (isOfEnvoy(r, envoys) ? ENVOY : 1)
    weights.set(entity, (weights.get(entity) ?? 0) + weight)
  }
  return [...weights].sort((a, b) => b[1] - a[1])
}

const weightOf = (r: Referent, at: Standing, referents: readonly Referent[]): number =>
  isTown(r) ? LITTLE : near(r, at, referents) * (isAbroad(r, at, referents) ? ABROAD : 1)

const isAbroad = (r: Referent, at: Standing, referents: readonly Referent[]): boolean =>
  (r.role === 'MIL' && at.isOf(at.lemma, 'met-abroad') && isForceAlone(r.entity, referents)) ||
  (!BEARS_ARMS.test(at.lemma) && arePeopleAlone(r, referents))

/** Who may have come with the people of another state. */
const BEARS_ARMS = /^(gunman|militant|rebel|fighter|insurgent|guerrilla|militia|militiaman|attacker)$/

/** "Gunmen killed a French engineer in Guatemala": a state of which only private people are told, who do nothing themselves, may have them anywhere, where another is told otherwise. */
const arePeopleAlone = ({ entity, role }: Referent, referents: readonly Referent[]): boolean =>
  isPrivate(role) && referents.every((r) => r.entity !== entity || r.guessed || (isPrivate(r.role) && !r.acted))

/** "French troops left the Ivorian town": a state of which only forces are told may have sent them to another's country. */
export const isForceAlone = (entity: string, referents: readonly Referent[]): boolean =>
  referents.every((r) => r.entity !== entity || r.role === 'MIL' || r.guessed)
const ABROAD = 0.5

/** "A storm delayed Portugal's ambassador, Ana Lopes": an envoy who does nothing himself is abroad by his office, and whose he is was named for his sake. */
const isOfEnvoy = (r: Referent, envoys: readonly Referent[]): boolean =>
  envoys.some((envoy) => envoy.sentence === r.sentence && envoy.entity === r.entity && Math.abs(envoy.head - r.head) <= OF_ONE_PHRASE)

const ENVOY = 0.3

/** So many words apart stand an envoy, whose he is and what he is called. */
const OF_ONE_PHRASE = 4

const near = (r: Referent, at: Standing, referents: readonly Referent[]): number =>
  (r.subject ? 1.4 : 1) * (0.15 + 0.8 ** Math.min(20, at.sentence - r.sentence)) +
  (r.section === at.section ? 0.1 : 0) +
  (at.home && isOfWhole(r) && !isSectionOfAnother(r, at, referents) ? forHome(r, referents) : 0)

/** "Romania votes again" as a heading in a report from Lisbon: below a heading that names another state, what title and dateline tell is left behind, until it is named again. */
const isSectionOfAnother = ({ entity }: Referent, at: Standing, referents: readonly Referent[]): boolean => {
  if (at.section === 0) return false
  const here = referents.filter((r) => r.section === at.section && !r.guessed && !r.locative && at.states.has(r.entity))
  return here.length > 0 && here.every((r) => r.entity !== entity)
}

/** What title and dateline add where people at home are meant: a dateline alone ("NAIROBI") only says from where a report was sent. */
const forHome = (r: Referent, referents: readonly Referent[]): number => (!isDateline(r) ? 1 : isActing(r.entity, referents) ? 2 : 0)

/** Of title and dateline. */
const isOfWhole = (r: Referent): boolean => r.sentence < 0 || isDateline(r)

/** "KANO": a town at the head of an article tells its state where nothing else does. */
const isTown = (r: Referent): boolean => isDateline(r) && r.rule === null
const LITTLE = 0.01

const isDateline = (r: Referent): boolean => r.head < 0

const isActing = (entity: string, referents: readonly Referent[]): boolean =>
  referents.some((r) => r.entity === entity && !isDateline(r) && !r.locative && !r.guessed)
