import type { Mention } from '../../document.ts'
import { dependents, hangsBy, wordAt } from '../../extract/clauses/tree.ts'
import type { SentenceReading } from '../../extract/read-sentence.ts'
import type { Lexicon } from '../../lexicon/index-lexicon.ts'
import { isAbove } from '../is-of.ts'
import { type Discourse, type Referent, referentOf } from './discourse.ts'

/** Whether "my" or "our" tells whose something is. */
export const isOfSpeaker = ({ tree }: SentenceReading, { head }: Mention): boolean =>
  dependents(tree, head, 'nmod:poss').some((at) => /^(my|our)$/i.test(wordAt(tree, at).text))

/** "“My government will act,” the envoy said": who speaks in the sentence, else who spoke right before it, in what is quoted on. */
export const speakerOf = (
  { tree, mentions, sentence: { index: sentence, section } }: SentenceReading,
  lexicon: Lexicon,
  { referents }: Discourse,
): readonly Referent[] => {
  const own = mentions.find(({ head }) => hangsBy(tree, head, 'nsubj') && isAbove(tree, head, lexicon, 'speaking'))
  if (!own) return referents.filter((r) => r.spoke && sentence - r.sentence <= 2 && !r.plural).slice(-1)
  if (own.entity === null) return referents.filter((r) => r.sentence === sentence && r.head === own.head)
  return [referentOf(own, { sentence, section, subject: true, acted: true, spoke: true, locative: false }, { ...own, entity: own.entity })]
}
