import type compromise from 'compromise'
import type { Lexicon } from '../lexicon/index-lexicon.ts'

export type NameKind = 'person' | 'place' | 'organisation' | null

/** What is asked of compromise. */
export type Nlp = Pick<typeof compromise, 'tokenize' | 'plugin'>

/**
 * What names are read with: the lexicon, and compromise for those that it lacks. Loading it takes longer than all the rest of a start, so it is asked for at
 * the first such name; how it is come by is the caller's (from disk, or loaded already in a browser).
 */
export type NameReader = { readonly lexicon: Lexicon; readonly nlp: () => Nlp }

// What tags rest on. Chunks, ids and the rest of compromise's steps change none: of 9,000 names of the treebanks every kind is the same, in three fifths of the time.
const STEPS = ['alias', 'machine', 'index', 'freeze', 'lexicon', 'preTagger', 'contractionTwo', 'postTagger']

const cache = new Map<string, NameKind>()
const taught = new WeakSet<Nlp>()

/**
 * What compromise takes a name for that the lexicon doesn't know. The lexicon's titles, roles and common nouns for organisations are loaded into it as a
 * plugin, once. It sees the name alone: on whole sentences it would cost four times what the parser does (docs/extraction.md).
 */
export const kindOfName = (reader: NameReader, name: string): NameKind => {
  const known = cache.get(name)
  if (known !== undefined) return known
  const nlp = reader.nlp()
  if (!taught.has(nlp)) teach(nlp, reader.lexicon)
  const view = nlp.tokenize(name)
  view.compute(STEPS)
  const tags = new Set<string>()
  for (const sentence of view.docs) for (const term of sentence) for (const tag of term.tags ?? []) tags.add(tag)
  const kind: NameKind = tags.has('Organization')
    ? 'organisation'
    : tags.has('Person') || tags.has('FirstName') || tags.has('LastName')
      ? 'person'
      : tags.has('Place')
        ? 'place'
        : null
  if (cache.size > 20_000) cache.clear()
  cache.set(name, kind)
  return kind
}

const teach = (nlp: Nlp, lexicon: Lexicon): void => {
  taught.add(nlp)
  const words: Record<string, string> = {}
  for (const { kind, words: list } of lexicon.data.roles)
    for (const word of list) if (!word.includes(' ')) words[word.toLowerCase()] = kind === 'body' ? 'Organization' : 'Honorific'
  for (const noun of lexicon.described.keys()) if (!noun.includes(' ')) words[noun] = 'Organization'
  nlp.plugin({ words })
}
