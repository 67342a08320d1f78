import { holdsOn, isReached } from './dated.ts'
import type { How, Lexicon, NameHit } from './index-lexicon.ts'
import type { PersonEntry } from './lexicon.ts'
import type { NameMatch } from './match-name.ts'

/** What a name stands for on a date. A title or word for people has a role and no entity; an actor without role has none. */
export type ResolvedActor = {
  readonly hit: NameHit
  readonly entity: string | null
  readonly role: string | null
  /** CAMEO actor code; null without an entity. */
  readonly code: string | null
  readonly name: string | null
  /** The entry's id under its folder: `actors/RUS`. */
  readonly rule: string
}

/**
 * The reading of a match that holds on `date` (ISO, of any precision; null: unknown), with entity, role and code as they were then: "Moscow" is RUS, a
 * Soviet republic is SUN before its independence, a president is GOV in office and ELI afterwards. Null where nothing is meant.
 */
export const resolveActor = (lexicon: Lexicon, match: NameMatch, date: string | null): ResolvedActor | null => {
  const hit =
    match.hits.find((h) => holdsOn(h, date) && isInOffice(h, date)) ??
    match.hits.find((h) => holdsOn(h, date)) ??
    match.hits.find(({ how }) => LASTING.has(how))
  if (!hit) return null
  if (hit.role) return { hit, entity: null, role: hit.cameoRole, code: null, name: null, rule: `actors/${hit.role.id}` }
  if (hit.person) {
    const { entity, role } = standing(hit.person, date)
    return { hit, entity, role, code: actorCode(lexicon, entity, role), name: hit.person.name, rule: `actors/${hit.person.id}` }
  }
  if (!hit.actor) return null
  const { actor } = hit
  const early = actor.before !== null && date !== null && !isReached(actor.from, date)
  const entity = hit.entity ?? (early && actor.before !== null ? actor.before : actor.entity)
  const role = hit.cameoRole ?? actor.role
  const same = entity === actor.entity && actor.kind !== 'state' && actor.kind !== 'region'
  return { hit, entity, role, code: same ? actor.code : actorCode(lexicon, entity, role), name: actor.name, rule: `actors/${actor.id}` }
}

/** Of two presidents of one surname the one of the day. */
const isInOffice = ({ person }: NameHit, date: string | null): boolean =>
  person === null || date === null || person.offices.some((office) => holdsOn(office, date))

/** A state of the past is named as it was; a surname, a former capital or seat of power of another time names nobody. */
const LASTING: ReadonlySet<How> = new Set<How>(['name', 'demonym', 'people', 'role', 'description'])

/** A person's entity and role on a date: in office, before the first, after one. Without a date the last office is meant. */
export const standing = (person: PersonEntry, date: string | null): { readonly entity: string; readonly role: string | null } => {
  const office = date === null ? person.offices.at(-1) : person.offices.findLast((o) => holdsOn(o, date))
  if (office) return { entity: office.entity ?? person.entity, role: office.role }
  const [first] = person.offices
  if (!first) return { entity: person.entity, role: person.before ?? 'ELI' }
  if (date !== null && !isReached(first.from, date)) return { entity: person.entity, role: person.before }
  return { entity: person.entity, role: person.after ?? 'ELI' }
}

/** CAMEO actor code: of a state with its role (`RUS`, `RUSGOV`), of anything else its own. Diplomats code as government. */
export const actorCode = (lexicon: Lexicon, entity: string | null, role: string | null): string | null => {
  if (entity === null) return null
  const actor = lexicon.entities.get(entity)
  if (actor && actor.kind !== 'state' && actor.kind !== 'region') return actor.code
  return `${actor?.code ?? entity}${role === 'DIP' ? 'GOV' : (role ?? '')}`
}
