import type { ActionEntry, ActorEntry, PersonEntry } from './lexicon.ts'

type Blank<T> = Partial<T>

/** What most entries leave empty: it isn't packed. */
export const ACTOR: Blank<ActorEntry> = {
  names: [],
  demonyms: [],
  people: [],
  capitals: [],
  seats: [],
  bodies: [],
  descriptions: [],
  members: [],
  role: null,
  home: null,
  before: null,
}
export const PERSON: Blank<PersonEntry> = { names: [], before: null, after: null, female: false }
export const ACTION: Blank<ActionEntry> = {
  plover: null,
  modes: [],
  contexts: [],
  verbs: [],
  nouns: [],
  adjectives: [],
  when: {},
  except: {},
  source: null,
  target: null,
  joint: false,
}

/** The entry without what is as in `blank`. */
export const thin = <T extends object>(entry: T, blank: Blank<T>): Partial<T> =>
  Object.fromEntries(
    Object.entries(entry).filter(([key, value]) => !(key in blank) || JSON.stringify(value) !== JSON.stringify(blank[key as keyof T])),
  ) as Partial<T>

/** The whole entry again. */
export const fill =
  <T extends object>(blank: Blank<T>) =>
  (thinned: Partial<T>): T =>
    ({ ...blank, ...thinned }) as T
