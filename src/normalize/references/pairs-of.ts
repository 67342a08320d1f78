import type { Mention } from '../../document.ts'
import { wordAt } from '../../extract/clauses/tree.ts'
import type { SentenceReading } from '../../extract/read-sentence.ts'
import type { Discourse, Pair, Referent } from './discourse.ts'
import { isListed } from './list-of.ts'
import type { Spot } from './standing-of.ts'

/** Two parties in one coordination, or subject and other argument of one predicate, are a pair. */
export const pairsOf = (
  reading: SentenceReading,
  mention: Mention,
  discourse: Discourse,
  referents: readonly Referent[],
  at: Spot,
): readonly Pair[] => {
  const [second, another] = referents
  const { tree } = reading
  // "Putin telephoned both men": of several none is the other of a pair.
  if (!second || another || mention.kind === 'pronoun') return []
  // What the sentence has named itself stands last.
  for (let i = discourse.referents.length - 1; i >= 0; i--) {
    const first = discourse.referents[i] as Referent
    if (first.sentence !== at.sentence) break
    if (first.entity !== second.entity && isAlone(first, discourse.referents[i - 1]) && isPaired(tree.words, first.head, second))
      return [
        {
          entities: [first, second],
          sentence: at.sentence,
          section: at.section,
          bond: bondOf(reading, first.head, second.head),
        },
      ]
  }
  return []
}

/** Whether a phrase stands for one alone: the several of one phrase are remembered one behind the other. */
const isAlone = (r: Referent, before: Referent | undefined): boolean =>
  before === undefined || before.sentence !== r.sentence || before.head !== r.head

const AT = /^at$/i

/** "Mali and Burkina Faso", not "Mali attacked Burkina Faso". */
const isJoined = (words: SentenceReading['words'], first: number, second: number): boolean =>
  words[second]?.head === first && words[second].deprel.startsWith('conj')

const bondOf = (reading: SentenceReading, first: number, second: number): Pair['bond'] => {
  if (isListed(reading.tree, first, second)) return 'list'
  if (isJoined(reading.tree.words, first, second)) return 'and'
  return isJoint(reading, second) ? 'act' : null
}

/** "Mali met Burkina Faso": what the one does the other does too. */
const isJoint = ({ tree, candidates }: SentenceReading, object: number): boolean => {
  const { head } = wordAt(tree, object)
  return candidates.some(({ clause, acts: [act] }) => clause.head === head && act?.entry.joint === true)
}

const isPaired = (words: SentenceReading['words'], first: number, { head: second, locative }: Referent): boolean => {
  const [a, b] = [words[first], words[second]]
  if (!a || !b) return false
  if (isJoined(words, first, second)) return true
  if (a.head !== b.head || !a.deprel.startsWith('nsubj')) return false
  // "met the king at the Kremlin", "met in Tokyo": where it was is no party.
  return (
    /^i?obj/.test(b.deprel) ||
    (!locative && b.deprel.startsWith('obl') && !words.some((w) => w.head === second && w.deprel === 'case' && AT.test(w.text)))
  )
}
