import type { Token } from '../document.ts'
import { type ContextPhrase, contextWords } from '../lexicon/index-contexts.ts'
import type { Lexicon } from '../lexicon/index-lexicon.ts'

type Lemmatized = Pick<Token, 'text'> & { readonly lemma: string }
type Form = readonly [string, string]

/**
 * PLOVER's contexts that the words of a sentence tell of, in the codebook's order, with those of the action's entry. A `not` phrase takes the words
 * that it holds away from all contexts.
 */
export const findContexts = (words: readonly Lemmatized[], lexicon: Lexicon, entry: readonly string[] = []): readonly string[] => {
  const forms = words.flatMap(formsOf)
  const found = new Set(entry)
  let taken = 0
  for (let at = 0; at < forms.length; at++) {
    const fitting = phrasesFrom(lexicon, forms[at] as Form).filter((phrase) => fits(phrase, forms, at))
    const barrier = Math.max(0, ...fitting.filter((p) => p.id === null).map((p) => p.words.length))
    for (const { id, words: own } of fitting) if (id !== null && own.length >= barrier && at + own.length > taken) found.add(id)
    taken = Math.max(taken, at + barrier)
  }
  return found.size === 0 ? [] : lexicon.data.contexts.map((c) => c.id).filter((id) => found.has(id))
}

/** The contexts that an article's title tells of, by its words as they stand. */
export const findTitleContexts = (title: string | null, lexicon: Lexicon): readonly string[] =>
  title === null
    ? []
    : findContexts(
        contextWords(title).map((text) => ({
          text: text.replace(/[^\p{L}\p{N}]/gu, ''),
          lemma: text.replace(/[^\p{L}\p{N}]/gu, '').replace(/s$/, ''),
        })),
        lexicon,
      )

/** A word's text and lemma; of "cyber-attack" its parts. */
const formsOf = ({ text, lemma }: Lemmatized): readonly Form[] => {
  const parts = contextWords(text)
  return parts.length === 1 ? [[parts[0] as string, lemma.toLowerCase()]] : parts.map((part) => [part, part])
}

const phrasesFrom = (lexicon: Lexicon, [text, lemma]: Form): readonly ContextPhrase[] => [
  ...(lexicon.contexts.get(text) ?? []),
  ...(lemma === text ? [] : (lexicon.contexts.get(lemma) ?? [])),
]

const fits = ({ words }: ContextPhrase, forms: readonly Form[], at: number): boolean =>
  words.every((word, i) => forms[at + i]?.includes(word) ?? false)
