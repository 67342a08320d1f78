import type { Token } from '../document.ts'
import { type ContextPhrase, contextWords } from '../lexicon/index-contexts.ts'
import type { Lexicon } from '../lexicon/index-lexicon.ts'
import { mapped, NONE } from '../lexicon/mapped.ts'
import { keepsLast, remembered } from '../lexicon/remembered.ts'

type Lemmatized = Pick<Token, 'text'> & { readonly lemma: string }
/** A word in small letters, its lemma, and the phrases that begin with either. */
type Form = { readonly text: string; readonly lemma: string; readonly phrases: readonly ContextPhrase[] }

/**
 * PLOVER's contexts that the words of a sentence tell of, in the codebook's order, with those of the action's entry. A `not` phrase takes the words
 * that it holds away from all contexts.
 */
export const findContexts = (words: readonly Lemmatized[], lexicon: Lexicon, entry: readonly string[] = []): readonly string[] => {
  const own = readContexts(words, lexicon)
  if (own.size === 0 && entry.length === 0) return []
  const found = new Set([...entry, ...own])
  return lexicon.data.contexts.map((c) => c.id).filter((id) => found.has(id))
}

/** Every event of a sentence asks for them. */
const readContexts = keepsLast((words: readonly Lemmatized[], lexicon: Lexicon): ReadonlySet<string> => {
  const forms = formsOf(words, lexicon)
  const found = new Set<string>()
  let taken = 0
  for (let at = 0; at < forms.length; at++) {
    const { phrases } = forms[at] as Form
    if (phrases.length === 0) continue
    const fitting = phrases.filter((phrase) => fits(phrase, forms, at))
    if (fitting.length === 0) continue
    const barrier = Math.max(0, ...fitting.filter((p) => p.id === null).map((p) => p.words.length))
    for (const { id, words: own } of fitting) if (id !== null && own.length >= barrier && at + own.length > taken) found.add(id)
    taken = Math.max(taken, at + barrier)
  }
  return found
})

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

/** Each word with its lemma; of "cyber-attack" the parts. */
const formsOf = (words: readonly Lemmatized[], lexicon: Lexicon): readonly Form[] => {
  const partsOf = partsIn(lexicon)
  const forms: Form[] = []
  for (const { text, lemma } of words) {
    const { whole, parts } = partsOf(text)
    if (whole !== null) forms.push(whole.text === lemma ? whole : withLemma(whole, lemma.toLowerCase(), lexicon))
    else for (const part of parts) forms.push(part)
  }
  return forms
}

const withLemma = (own: Form, lemma: string, lexicon: Lexicon): Form => {
  if (own.text === lemma) return own
  const more = lexicon.contexts.get(lemma) ?? NONE
  return { text: own.text, lemma, phrases: more.length === 0 ? own.phrases : own.phrases.length === 0 ? more : [...own.phrases, ...more] }
}

const partsIn = keepsLast((lexicon: Lexicon) =>
  remembered((text): { readonly whole: Form | null; readonly parts: readonly Form[] } => {
    const parts = mapped(contextWords(text), (part) => ({ text: part, lemma: part, phrases: lexicon.contexts.get(part) ?? NONE }))
    return { whole: parts.length === 1 ? (parts[0] as Form) : null, parts }
  }),
)

/** Whether a phrase goes on as it has begun. */
const fits = ({ words }: ContextPhrase, forms: readonly Form[], at: number): boolean => {
  for (let i = 1; i < words.length; i++) {
    const form = forms[at + i]
    if (form === undefined || (form.text !== words[i] && form.lemma !== words[i])) return false
  }
  return true
}
