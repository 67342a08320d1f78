import { indexActions, indexClasses } from './index-actions.ts'
import { indexNames } from './index-names.ts'
import type { LexiconData } from './lexicon.ts'
import { spellings } from './spelling.ts'

/**
 * The lexicon as few long strings, so that it loads in milliseconds: entries as a line of JSON each, read when they are asked for, and tables as lines of
 * `key`, tab and what it leads to, sorted, so that they can be searched as they stand.
 */
export type PackedLexicon = {
  readonly hash: string
  readonly actors: string
  readonly people: string
  readonly actions: string
  /** What is small enough to be read at once, as JSON. */
  readonly rest: string
  readonly ids: string
  readonly names: string
  readonly roles: string
  readonly blocked: string
  readonly starts: string
  readonly inside: string
  readonly phrases: string
  readonly classes: string
  readonly described: string
  readonly operators: string
}

/** The lists of the data that are read entry by entry. */
export type LongLists = 'actors' | 'people' | 'actions'

/** Indexes a lexicon and packs it with its indexes. */
export const packLexicon = (data: LexiconData): PackedLexicon => {
  const { hash, actors, people, actions, ...rest } = data
  const { names, roles, blocked, starts, inside } = indexNames(data)
  const phrases = [...indexActions(data)].map(([key, patterns]): [string, readonly string[]] => [
    key,
    patterns.map(({ entry, part, words }) => `${actions.indexOf(entry)} ${part} ${words.join(' ')}`),
  ])
  return {
    hash,
    actors: lines(actors),
    people: lines(people),
    actions: lines(actions),
    rest: inLatin(JSON.stringify(rest)),
    ids: actors.map(({ id }) => id).join(' '),
    names: table(names),
    roles: table(roles),
    blocked: table(blocked.map((phrase) => [phrase, []])),
    starts: table([...starts].map(([word, gaps]) => [word, [String(gaps)]])),
    inside: table([...inside].map((word) => [word, []])),
    phrases: table(phrases),
    classes: table([...indexClasses(data)].map(([word, ids]) => [word, [...ids]])),
    described: table(describedBy(data)),
    operators: table(data.operators.flatMap(({ verbs }, i) => verbs.flatMap(spellings).map((form) => [form, [String(i)]] as const))),
  }
}

const lines = (entries: readonly unknown[]): string => entries.map((entry) => inLatin(JSON.stringify(entry))).join('\n')

/** The same JSON in letters that engines keep at a byte each. */
const inLatin = (json: string): string => json.replace(/[^\0-ÿ]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`)

/** A table's values are parted by `|`, which no key, id or phrase holds. Of two lines with one key the later is read. */
const table = (entries: Iterable<readonly [string, readonly string[]]>): string =>
  [...new Map(entries)]
    .map(([key, values]) => `${key}\t${values.join('|')}\n`)
    .sort()
    .join('')

const STATES = ['country', 'nation', 'state']
const MONARCHY = /^(kingdom|emirate|sultanate|principality|duchy)$/

/** What a state is called beside its own descriptions. */
const calledAs = (descriptions: readonly string[]): readonly string[] =>
  descriptions.some((noun) => MONARCHY.test(noun)) ? STATES : [...STATES, 'republic']

const describedBy = (data: LexiconData): ReadonlyMap<string, readonly string[]> => {
  const described = new Map<string, string[]>()
  for (const { id, kind, descriptions } of data.actors)
    for (const noun of new Set(kind === 'state' ? [...calledAs(descriptions), ...descriptions] : descriptions))
      described.set(noun, [...(described.get(noun) ?? []), id])
  return described
}
