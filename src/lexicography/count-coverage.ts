import type { LexiconData } from '../lexicon/lexicon.ts'
import type { Entries } from '../lexicon/load-lexicon.ts'

/** What the lexicon has for one code of the codebook; `examples` and `counterexamples` are those of its entries. */
export type CodeCoverage = {
  readonly code: string
  readonly name: string
  readonly entries: number
  readonly verbs: number
  readonly nouns: number
  readonly adjectives: number
  readonly examples: number
  readonly counterexamples: number
}

export type Coverage = {
  readonly hash: string
  readonly codes: readonly CodeCoverage[]
  /** Actors by kind, those with a name of their own that is told apart by dates included. */
  readonly actors: Readonly<Record<string, number>>
  readonly people: { readonly people: number; readonly offices: number; readonly states: number }
  /** Words of titles and kinds of people by CAMEO role. */
  readonly roles: Readonly<Record<string, number>>
  /** Classes with the number of their words and of the entries that name them; one that none names is asked by a rule in code, or does nothing. */
  readonly classes: readonly { readonly id: string; readonly words: number; readonly entries: number }[]
  readonly contexts: Readonly<Record<string, number>>
  readonly others: Readonly<Record<'operators' | 'synonyms' | 'lightVerbs' | 'nominalizations' | 'givenNames' | 'notActors', number>>
}

/** Counts what a lexicon holds. */
export const countCoverage = ({ data, entries }: { readonly data: LexiconData; readonly entries: Entries }): Coverage => {
  const byCode = new Map<string, Action[]>(data.codebook.map(({ code }) => [code, []]))
  for (const action of entries.actions) byCode.get(action.value.cameo)?.push(action)
  const named = classesNamed(data)
  return {
    hash: data.hash,
    codes: data.codebook.map(({ code, name }) => coverageOf(code, name, byCode.get(code) ?? [])),
    actors: tally(data.actors.map(({ kind }) => kind)),
    people: {
      people: data.people.length,
      offices: data.people.reduce((sum, { offices }) => sum + offices.length, 0),
      states: new Set(data.people.map(({ entity }) => entity)).size,
    },
    roles: tally(data.roles.flatMap(({ role, words }) => words.map(() => role))),
    classes: data.classes.map(({ id, words }) => ({ id, words: words.length, entries: namedBy(id, named, entries) })),
    contexts: Object.fromEntries(data.contexts.map(({ id, words }) => [id, words.length])),
    others: {
      operators: new Set(data.operators.flatMap(({ verbs }) => verbs)).size,
      synonyms: entries.synonyms.length,
      lightVerbs: data.lightVerbs.length,
      nominalizations: data.nominalizations.length,
      givenNames: data.givenNames.reduce((sum, { names }) => sum + names.length, 0),
      notActors: data.notActors.length,
    },
  }
}

type Action = Entries['actions'][number]

const coverageOf = (code: string, name: string, own: readonly Action[]): CodeCoverage => {
  const count = (list: (value: Action['value']) => readonly unknown[]): number =>
    own.reduce((sum, { value }) => sum + list(value).length, 0)
  return {
    code,
    name,
    entries: own.length,
    verbs: count((v) => v.verbs),
    nouns: count((v) => v.nouns),
    adjectives: count((v) => v.adjectives),
    examples: count((v) => v.examples),
    counterexamples: count((v) => v.counterexamples),
  }
}

/** How many actions name a class, by itself or through a class that includes it. */
const namedBy = (id: string, named: readonly ReadonlySet<string>[], { classes }: Entries): number => {
  const above = new Set([id])
  for (let grown = true; grown; ) {
    grown = false
    for (const { value } of classes)
      if (!above.has(value.id) && value.includes.some((c) => above.has(c))) {
        above.add(value.id)
        grown = true
      }
  }
  return named.filter((names) => [...names].some((name) => above.has(name))).length
}

/** The classes that each action names. */
const classesNamed = ({ actions }: LexiconData): readonly ReadonlySet<string>[] =>
  actions.map(
    ({ when, except }) =>
      new Set([...Object.values(when), ...Object.values(except)].flat().flatMap((c) => (c.test === 'class' ? [c.value] : []))),
  )

const tally = (names: readonly string[]): Readonly<Record<string, number>> => {
  const counts = new Map<string, number>()
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1)
  return Object.fromEntries([...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)))
}
