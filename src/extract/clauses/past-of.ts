import type { Word } from '../../document.ts'
import { IRREGULAR } from '../../syntax/irregular-forms.ts'

/** The past of a verb: "called", "shot". */
export const pastOf = (lemma: string): string =>
  PASTS.get(lemma) ?? (lemma.endsWith('e') ? `${lemma}d` : `${lemma.replace(/(?<![aeiou])y$/, 'i')}ed`)

/** Whether the verb at this place has a subject before it and stands on top, or below another predicate. */
export const isPredicated = (words: readonly Word[], verb: number): boolean =>
  words[verb]?.upos === 'VERB' && words.some(({ index, head, deprel }) => head === verb && index < verb && /^nsubj/.test(deprel))

const PASTS: ReadonlyMap<string, string> = new Map(
  [...IRREGULAR]
    .filter(([form]) => /^VERB (?!.*(s|ing)$)/.test(form))
    .reverse()
    .map(([form, lemma]) => [lemma, form.slice('VERB '.length)]),
)
