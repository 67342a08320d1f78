import type { Token } from '../document.ts'
import { type ContextPhrase, contextWords } from '../lexicon/index-contexts.ts'
import type { Lexicon } from '../lexicon/index-lexicon.ts'
import { remembered } from '../lexicon/remembered.ts'

type Lemmatized = Pick<Token, 'text'> & { readonly lemma: string }
type Form = readonly [string, string]

/**
 * PLOVER's contexts that the words of a sentence tell of, in the codebook's order, with those of the action's entry. A `not` phrase takes the words
 * that it holds away from all contexts.
 */
export const findContexts = (words: readonly Lemmatized[], lexicon: Lexicon, entry: readonly string[] = []): readonly string[] => {
  // Every event of a sentence asks for them.
  let own = told.get(words)
  if (own === undefined) {
    own = readContexts(words, lexicon)
    told.set(words, own)
  }
  if (own.size === 0 && entry.length === 0) return []
  const found = new Set([...entry, ...own])
  return lexicon.data.contexts.map((c) => c.id).filter((id) => found.has(id))
}

const told = new WeakMap<readonly Lemmatized[], ReadonlySet<string>>()

const readContexts = (words: readonly Lemmatized[], lexicon: Lexicon): ReadonlySet<string> => {
  if (!words.some((word) => mayBegin(lexicon, word))) return NO_CONTEXTS
  const forms: Form[] = []
  for (const word of words) addForms(forms, word)
  const found = new Set<string>()
  let taken = 0
  for (let at = 0; at < forms.length; at++) {
    const phrases = phrasesFrom(lexicon, forms[at] as Form)
    if (phrases.length === 0) continue
    const fitting = phrases.filter((phrase) => fits(phrase, forms, at))
    if (fitting.length === 0) continue
    const barrier = Math.max(0, ...fitting.filter((p) => p.id === null).map((p) => p.words.length))
    for (const { id, words: own } of fitting) if (id !== null && own.length >= barrier && at + own.length > taken) found.add(id)
    taken = Math.max(taken, at + barrier)
  }
  return found
}

/** The contexts that an article's title tells of, by its words as they stand. */
export const findTitleContexts = (title: string | null, lexicon: Lexicon): readonly string[] => {
  if (title === null) return []
  // Every event of an article asks for them.
  if (latest === null || latest.title !== title || latest.lexicon !== lexicon) latest = { title, lexicon, words: wordsOfTitle(title) }
  return findContexts(latest.words, lexicon)
}

let latest: { readonly title: string; readonly lexicon: Lexicon; readonly words: readonly Lemmatized[] } | null = null

const wordsOfTitle = (title: string): readonly Lemmatized[] =>
  contextWords(title)
    .map((text) => text.replace(/[^\p{L}\p{N}]/gu, ''))
    .map((text) => ({ text, lemma: text.replace(/s$/, '') }))

/** Whether a phrase begins with a word, or with a part of it: most words begin none. */
const mayBegin = (lexicon: Lexicon, { text, lemma }: Lemmatized): boolean => {
  const parts = partsOf(text)
  for (const part of parts) if (lexicon.contexts.get(part) !== undefined) return true
  return parts.length === 1 && lemma !== parts[0] && lexicon.contexts.get(lemma.toLowerCase()) !== undefined
}

const NO_CONTEXTS: ReadonlySet<string> = new Set()

/** A word's text and lemma; of "cyber-attack" its parts. */
const addForms = (forms: Form[], { text, lemma }: Lemmatized): void => {
  const parts = partsOf(text)
  if (parts.length === 1) forms.push([parts[0] as string, lemma.toLowerCase()])
  else for (const part of parts) forms.push([part, part])
}

const partsOf = remembered(contextWords)

const NONE: readonly ContextPhrase[] = []

const phrasesFrom = (lexicon: Lexicon, [text, lemma]: Form): readonly ContextPhrase[] => {
  const own = lexicon.contexts.get(text) ?? NONE
  const more = lemma === text ? NONE : (lexicon.contexts.get(lemma) ?? NONE)
  return more.length === 0 ? own : own.length === 0 ? more : [...own, ...more]
}

const fits = ({ words }: ContextPhrase, forms: readonly Form[], at: number): boolean =>
  words.every((word, i) => forms[at + i]?.includes(word) ?? false)
