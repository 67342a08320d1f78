import { gapsIn } from './fold.ts'
import type { ActorEntry, Dated, Name, PersonEntry, RoleEntry } from './lexicon.ts'
import { plural } from './plural.ts'
import { spellings } from './spelling.ts'

/** How a name reaches its entry. */
export type How = 'name' | 'demonym' | 'people' | 'capital' | 'seat' | 'body' | 'person' | 'role' | 'description'

/** One reading of a name: exactly one of `actor`, `person` and `role` is given. */
export type NameHit = Dated & {
  readonly how: How
  readonly actor: ActorEntry | null
  readonly person: PersonEntry | null
  readonly role: RoleEntry | null
  readonly entity: string | null
  readonly cameoRole: string | null
  /** As the lexicon writes it. */
  readonly text: string
  /** Spaces and hyphens between its words. */
  readonly gaps: number
  readonly exact: boolean
  readonly near: readonly string[]
}

type Entry = Pick<NameHit, 'how' | 'actor' | 'person' | 'role'>

/** Every name of an actor, in an order that an index can count on. */
export const readingsOfActor = (actor: ActorEntry): readonly NameHit[] => {
  const entry = (how: How): Entry => ({ how, actor, person: null, role: null })
  return [
    ...[{ text: actor.name }, ...actor.names].map((name) => reading(name, entry('name'))),
    ...actor.demonyms.flatMap((name) => [
      reading(name, entry('demonym')),
      ...(actor.people.length === 0 ? [reading({ ...name, text: plural(name.text) }, entry('people'))] : []),
    ]),
    ...actor.people.map((name) => reading(name, entry('people'))),
    ...actor.capitals.map((name) => reading(name, entry('capital'))),
    ...actor.seats.map((name) => reading(name, entry('seat'), 'GOV')),
    ...actor.bodies.map((name) => reading(name, entry('body'), 'GOV')),
  ]
}

/** Every name of a person. */
export const readingsOfPerson = (person: PersonEntry): readonly NameHit[] =>
  [{ text: person.name }, ...person.names].map((name) => reading(name, { how: 'person', actor: null, person, role: null }))

/** Every word of a role. */
export const readingsOfRole = (role: RoleEntry): readonly NameHit[] =>
  role.words.map((text) => reading({ text }, { how: 'role', actor: null, person: null, role }, role.role))

const reading = (name: Name, { how, actor, person, role: own }: Entry, role: string | null = null): NameHit => ({
  how,
  actor,
  person,
  role: own,
  from: name.from,
  to: name.to,
  entity: name.entity ?? null,
  cameoRole: name.role ?? role,
  text: name.text,
  gaps: gapsIn(name.text),
  exact: name.exact ?? false,
  near: name.near ?? [],
})

/** The writings of a name that a rule can tell: NATO and Nato; Bashar al-Assad and Bashar Assad; of a role's word its plural and other spellings. */
export const writingsOf = ({ text, exact, person, role }: NameHit): readonly string[] => {
  if (role) return [...new Set([...spellings(text), ...spellings(plural(text))])]
  if (/^[A-Z]{4,}$/.test(text) && !exact) return [text, text.slice(0, 1) + text.slice(1).toLowerCase()]
  if (person && /(?:^|\s)[ae]l-/i.test(text)) return [text, text.replace(/(^|\s)[ae]l-/gi, '$1')]
  return [text]
}
