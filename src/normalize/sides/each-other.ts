import type { Argument, Clause } from '../../extract/clauses/clause.ts'
import { nounPhrase } from '../../extract/clauses/noun-phrase.ts'
import { dependents, hangsBy, wordAt } from '../../extract/clauses/tree.ts'
import { isAbove } from '../is-of.ts'
import type { Resolved } from './found.ts'
import { inSlots } from './sides.ts'

/** "accused each other", "fired at one another": whether each does to the other what a clause tells of both. */
export const isReciprocal = (at: Resolved, clause: Clause): boolean =>
  clause.args.some(
    (a) =>
      RECIPROCAL.has(a.slot) &&
      (isOneAnother(at, a.head) ||
        (/^(each|other)$/i.test(wordAt(at.reading.tree, a.head).lemma) &&
          /each|one/i.test(
            wordAt(at.reading.tree, Math.max(0, nounPhrase(at.reading.tree, a.head).first - 1)).text +
              wordAt(at.reading.tree, nounPhrase(at.reading.tree, a.head).first).text,
          )) ||
        isEachOther(at, clause, a) ||
        (a.slot === 'object' && isOfEachOther(at, a.head))),
  )

/** "expelled each other's diplomats". */
const isOfEachOther = ({ reading: { tree } }: Resolved, noun: number): boolean =>
  dependents(tree, noun, 'amod', 'nmod:poss').some(
    (at) =>
      /^other$/i.test(wordAt(tree, at).text) &&
      /^each$/i.test(tree.words[at - 1]?.text ?? '') &&
      /^['’]s?$/.test(tree.words[at + 1]?.text ?? ''),
  )

/** "Chad and Mali traded accusations": each does it to the other. */
export const isExchanged = ({ reading: { tree }, lexicon }: Resolved, { kind, head }: Clause): boolean =>
  kind === 'noun' && hangsBy(tree, head, 'obj') && isAbove(tree, head, lexicon, 'exchanging')

const RECIPROCAL = new Set(['object', 'indirect', 'with', 'to', 'at', 'against', 'on', 'of'])

/** "each blamed the other". */
const isEachOther = ({ reading: { tree } }: Resolved, clause: Clause, { head }: Argument): boolean =>
  /^other$/i.test(wordAt(tree, head).text) && inSlots(clause, ['subject']).some((a) => /^(each|one)$/i.test(wordAt(tree, a.head).text))

const isOneAnother = ({ reading: { words } }: Resolved, at: number): boolean => {
  const { text = '' } = words[at] ?? {}
  return (
    (/^one$/i.test(text) && /^another$/i.test(words[at + 1]?.text ?? '')) ||
    (/^another$/i.test(text) && /^one$/i.test(words[at - 1]?.text ?? ''))
  )
}
