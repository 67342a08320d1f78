import { fold, foldName } from './fold.ts'
import type { ActorEntry, Dated, LexiconData, Name, PersonEntry, RoleEntry } from './lexicon.ts'
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
  readonly exact: boolean
  readonly near: readonly string[]
}

export type NameIndex = {
  /** By folded name, case kept. */
  readonly names: ReadonlyMap<string, readonly NameHit[]>
  /** By folded lower-case name, for text in capitals. */
  readonly shouted: ReadonlyMap<string, readonly NameHit[]>
  /** By folded lower-case word, singular and plural. */
  readonly roles: ReadonlyMap<string, readonly NameHit[]>
  /** Folded phrases that hold an actor's name or a role's word and mean something else. */
  readonly blocked: ReadonlySet<string>
  /** The folded lower-case first words of all of these. */
  readonly starts: ReadonlySet<string>
}

type Entry = Pick<NameHit, 'how' | 'actor' | 'person' | 'role'>

/** Indexes every name, demonym, title and word for people by what it is looked up by. */
export const indexNames = (data: LexiconData): NameIndex => {
  const names = new Map<string, NameHit[]>()
  const shouted = new Map<string, NameHit[]>()
  const roles = new Map<string, NameHit[]>()
  const starts = new Set<string>()
  const start = (text: string): unknown => starts.add(firstWord(text))
  const add = (name: Name, entry: Entry, role: string | null = null): void => {
    const hit: NameHit = {
      ...entry,
      from: name.from,
      to: name.to,
      entity: name.entity ?? null,
      cameoRole: name.role ?? role,
      text: name.text,
      exact: name.exact ?? false,
      near: name.near ?? [],
    }
    for (const text of variants(name, entry)) {
      const key = foldName(text)
      push(names, key, hit)
      if (!hit.exact && key.length > 3) push(shouted, key.toLowerCase(), hit)
      start(text)
    }
  }
  for (const actor of data.actors) addActor(actor, add)
  for (const person of data.people)
    for (const name of [{ text: person.name }, ...person.names]) add(name, { how: 'person', actor: null, person, role: null })
  for (const role of data.roles) {
    const hit = {
      how: 'role',
      actor: null,
      person: null,
      role,
      entity: null,
      cameoRole: role.role,
      exact: false,
      near: [],
      from: undefined,
      to: undefined,
    } as const
    for (const word of role.words)
      for (const form of new Set([...spellings(word), ...spellings(plural(word))])) {
        push(roles, fold(form).toLowerCase(), { ...hit, text: word })
        start(form)
      }
  }
  const blocked = new Set<string>()
  for (const phrase of [...data.notActors, ...data.roles.flatMap((r) => r.not)])
    for (const form of new Set([...spellings(phrase), ...spellings(plural(phrase))])) {
      blocked.add(fold(form).toLowerCase())
      start(form)
    }
  return { names, shouted, roles, blocked, starts }
}

const addActor = (actor: ActorEntry, add: (name: Name, entry: Entry, role?: string | null) => void): void => {
  const entry = (how: How): Entry => ({ how, actor, person: null, role: null })
  for (const name of [{ text: actor.name }, ...actor.names]) add(name, entry('name'))
  for (const name of actor.demonyms) {
    add(name, entry('demonym'))
    if (actor.people.length === 0) add({ ...name, text: plural(name.text) }, entry('people'))
  }
  for (const name of actor.people) add(name, entry('people'))
  for (const name of actor.capitals) add(name, entry('capital'))
  for (const name of actor.seats) add(name, entry('seat'), 'GOV')
  for (const name of actor.bodies) add(name, entry('body'), 'GOV')
}

/** The writings of a name that a rule can tell: NATO and Nato; Bashar al-Assad and Bashar Assad. */
const variants = (name: Name, entry: Entry): readonly string[] => {
  const { text } = name
  if (/^[A-Z]{4,}$/.test(text) && !name.exact) return [text, text.slice(0, 1) + text.slice(1).toLowerCase()]
  if (entry.person && /(?:^|\s)[ae]l-/i.test(text)) return [text, text.replace(/(^|\s)[ae]l-/gi, '$1')]
  return [text]
}

/** What a token that may begin the name folds to: its first word up to a space or hyphen, in small letters. */
export const firstWord = (text: string): string => {
  const first = fold(/^[^\s\p{Pd}]+/u.exec(text)?.[0] ?? text).toLowerCase()
  return first.endsWith("'s") ? first.slice(0, -2) : first
}

const push = <T>(map: Map<string, T[]>, key: string, value: T): void => {
  const list = map.get(key)
  if (list) list.push(value)
  else map.set(key, [value])
}
