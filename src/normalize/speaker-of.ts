import type { Mention } from '../document.ts'
import { dependents, hangsBy, wordAt } from '../extract/clauses/tree.ts'
import type { SentenceReading } from '../extract/read-sentence.ts'
import { isSpeech } from './is-speech.ts'

/** "Teachers said they would strike": the speaker whom a pronoun in what is said stands for, where the discourse knows none. */
export const speakerOf = ({ tree, mentions }: SentenceReading, { kind, head, text, plural }: Mention): Mention | undefined => {
  if (kind !== 'pronoun' || !hangsBy(tree, head, 'nsubj') || !/^(they|he|she|it)$/i.test(text)) return undefined
  let verb = wordAt(tree, head).head
  while (hangsBy(tree, verb, 'conj', 'xcomp')) verb = wordAt(tree, verb).head
  const report = hangsBy(tree, verb, 'ccomp') ? wordAt(tree, verb).head : -1
  if (report < 0 || !isSpeech(wordAt(tree, report).lemma)) return undefined
  const speakers = dependents(tree, report, 'nsubj')
  if (speakers.length !== 1 || (speakers[0] as number) > head) return undefined
  const speaker = mentions.find((m) => m.head === speakers[0] && m.role !== null && m.entity === null)
  return speaker !== undefined && agrees(speaker, text.toLowerCase(), plural) ? speaker : undefined
}

const agrees = ({ kind, plural }: Mention, pronoun: string, isPlural: boolean): boolean =>
  pronoun === 'it'
    ? kind === 'body' || (kind === 'people' && !plural)
    : pronoun === 'they'
      ? isPlural && (plural || kind !== 'person')
      : kind === 'person' && !plural
