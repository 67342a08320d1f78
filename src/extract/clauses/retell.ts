import type { Word } from '../../document.ts'
import { IRREGULAR } from '../../syntax/irregular-forms.ts'

// What parsing a sentence once more in plainer words needs.

/** The past tense of a verb. */
export const pastOf = (lemma: string): string =>
  PASTS.get(lemma) ?? (lemma.endsWith('e') ? `${lemma}d` : `${lemma.replace(/(?<![aeiou])y$/, 'i')}ed`)

const PASTS: ReadonlyMap<string, string> = new Map(
  [...IRREGULAR]
    .filter(([form]) => /^VERB (?!.*(s|ing)$)/.test(form))
    .reverse()
    .map(([form, lemma]) => [lemma, form.slice('VERB '.length)]),
)

/** Whether the verb at this place is what the sentence says of a subject before it. */
export const isPredicate = (words: readonly Word[], verb: number): boolean =>
  words.some(({ index, head, upos }) => index === verb && head < 0 && upos === 'VERB') &&
  words.some(({ index, head, deprel }) => head === verb && index < verb && SUBJECT.test(deprel))

export const SUBJECT = /^nsubj/
