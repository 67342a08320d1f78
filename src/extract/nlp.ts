import type compromise from 'compromise'
import type { Lexicon } from '../lexicon/index-lexicon.ts'

/** What is asked of compromise. */
export type Nlp = Pick<typeof compromise, 'tokenize' | 'plugin'>

/**
 * What names are read with: the lexicon, and compromise for those that it lacks. Loading it takes longer than all the rest of a start, so it is asked for at
 * the first such name; how it is come by is the caller's (from disk, or loaded already in a browser).
 */
export type NameReader = { readonly lexicon: Lexicon; readonly nlp: () => Nlp }

// What tags rest on. Chunks, ids and the rest of compromise's steps change none.
const FIRST = ['alias', 'machine', 'index', 'freeze', 'lexicon', 'preTagger']
const SWEEP = ['contractionTwo', 'postTagger']

const cache = new Map<string, boolean>()
const taught = new WeakSet<Nlp>()

/**
 * Whether compromise takes a name for a person's that the lexicon doesn't know. The lexicon's titles, roles and common nouns for organisations are loaded into it as a
 * plugin, once. It sees the name alone: on whole sentences it would cost four times what the parser does (docs/extraction.md).
 */
export const isPersonName = (reader: NameReader, name: string): boolean => {
  const known = cache.get(name)
  if (known !== undefined) return known
  const nlp = reader.nlp()
  if (!taught.has(nlp)) teach(nlp, reader.lexicon)
  const view = nlp.tokenize(LETTERS.test(name) ? ([name.split(' ')] as unknown as string) : name)
  view.compute(FIRST)
  const early = settled(name, view)
  if (early === null) view.compute(SWEEP)
  const now = early ?? tellsPerson(view)
  if (cache.size > 20_000) cache.clear()
  cache.set(name, now)
  return now
}

// Words that compromise has no need to cut; it takes them cut, too, though its types don't say so.
const LETTERS = /^\p{L}+(?: \p{L}+)*$/u

type View = ReturnType<Nlp['tokenize']>

/**
 * What the sweep of compromise's patterns, four fifths of its time, can't change: single words, persons whose every word is one of a name, and plain proper nouns without what
 * its patterns look for. tests/extract/nlp.test.ts compares it with the sweep.
 */
const settled = (name: string, view: View): boolean | null => {
  const terms = view.docs.flat()
  const person = tellsPerson(view)
  if (terms.length === 1) return person
  const among = (tags: ReadonlySet<string>) => terms.every((term) => [...(term.tags ?? [])].every((tag) => tags.has(tag)))
  if (LOOKED_FOR.test(name)) return null
  if (!person) return among(PLAIN) ? false : null
  return among(OF_PERSONS) && terms.slice(1).every(({ tags }) => !tags?.has('Singular') || tags.has('Person')) ? true : null
}
const PLAIN: ReadonlySet<string> = new Set(['Noun', 'Singular', 'ProperNoun'])
const OF_PERSONS: ReadonlySet<string> = new Set([
  'Noun',
  'Singular',
  'ProperNoun',
  'Person',
  'FirstName',
  'LastName',
  'MaleName',
  'FemaleName',
])
const LOOKED_FOR = /["“”]|\b(?:van|von|bin|ibn|de|aid)\b|văn /i

const tellsPerson = ({ docs }: View): boolean => {
  const has = (tag: string): boolean => docs.some((sentence) => sentence.some(({ tags }) => tags?.has(tag)))
  return !has('Organization') && (has('Person') || has('FirstName') || has('LastName'))
}

const teach = (nlp: Nlp, lexicon: Lexicon): void => {
  taught.add(nlp)
  const words: Record<string, string> = {}
  for (const { kind, words: list } of lexicon.data.roles)
    for (const word of list) if (!word.includes(' ')) words[word.toLowerCase()] = kind === 'body' ? 'Organization' : 'Honorific'
  for (const noun of lexicon.described.keys()) if (!noun.includes(' ')) words[noun] = 'Organization'
  nlp.plugin({ words })
}
