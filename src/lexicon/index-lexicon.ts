import { type ActionPattern, indexActions, indexClasses } from './index-actions.ts'
import { indexNames, type NameIndex } from './index-names.ts'
import type { ActorEntry, Code, LexiconData, Operator } from './lexicon.ts'
import { plural } from './plural.ts'
import { spellings } from './spelling.ts'

export type { How, NameHit } from './index-names.ts'

/** The lexicon with its indexes, made once from its data. */
export type Lexicon = NameIndex & {
  readonly data: LexiconData
  readonly entities: ReadonlyMap<string, ActorEntry>
  readonly codes: ReadonlyMap<string, Code>
  readonly actions: ReadonlyMap<string, readonly ActionPattern[]>
  readonly classesOf: ReadonlyMap<string, ReadonlySet<string>>
  readonly classRoles: ReadonlyMap<string, ReadonlySet<string>>
  readonly operators: ReadonlyMap<string, Operator>
  readonly lightVerbs: ReadonlySet<string>
  /** The entities that a common noun may refer back to ("alliance" → NATO …), by lemma. */
  readonly described: ReadonlyMap<string, ReadonlySet<string>>
  /** By word or phrase in small letters, the topics that it tells. */
  readonly topics: ReadonlyMap<string, readonly string[]>
  /** Given names by their gender (`both` where they don't tell). */
  readonly givenNames: ReadonlyMap<string, 'female' | 'male' | 'both'>
  /** How many tokens a name has at most. */
  readonly longestName: number
}

/** Builds every index that the extraction asks. */
export const indexLexicon = (data: LexiconData): Lexicon => ({
  ...indexNames(data),
  data,
  entities: new Map(data.actors.map((a) => [a.id, a])),
  codes: new Map(data.codebook.map((c) => [c.code, c])),
  actions: indexActions(data),
  classesOf: indexClasses(data),
  classRoles: new Map(data.classes.map((c) => [c.id, new Set(c.roles)])),
  operators: new Map(data.operators.flatMap((o) => o.verbs.flatMap((v) => spellings(v).map((form): [string, Operator] => [form, o])))),
  lightVerbs: new Set(data.lightVerbs),
  described: describedBy(data),
  topics: topicsByWord(data),
  givenNames: new Map(data.givenNames.flatMap(({ gender, names }) => names.map((name): [string, typeof gender] => [name, gender]))),
  longestName: 14,
})

const STATES = ['country', 'nation', 'state', 'republic', 'kingdom']

const describedBy = (data: LexiconData): ReadonlyMap<string, ReadonlySet<string>> => {
  const described = new Map<string, Set<string>>()
  for (const { id, kind, descriptions } of data.actors)
    for (const noun of kind === 'state' ? [...STATES, ...descriptions] : descriptions)
      described.set(noun, (described.get(noun) ?? new Set()).add(id))
  return described
}

const topicsByWord = (data: LexiconData): ReadonlyMap<string, readonly string[]> => {
  const topics = new Map<string, readonly string[]>()
  for (const { id, words } of data.topics)
    for (const word of words) for (const form of new Set([word, plural(word)])) topics.set(form, [...(topics.get(form) ?? []), id])
  return topics
}

/** The ids of the classes that a word or phrase (in small letters, as a lemma) is in. */
export const classesOf = (lexicon: Lexicon, lemma: string): readonly string[] => [...(lexicon.classesOf.get(lemma) ?? [])]

/** The actions that a verb's, noun's or adjective's lemma may be the head of, with their phrases. */
export const entriesFor = (lexicon: Lexicon, lemma: string): readonly ActionPattern[] => lexicon.actions.get(lemma) ?? []
