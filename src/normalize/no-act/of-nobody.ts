import type { Clause } from '../../extract/clauses/clause.ts'
import { dependents, type Tree, wordAt } from '../../extract/clauses/tree.ts'
import type { Lexicon } from '../../lexicon/index-lexicon.ts'
import { isOfClass } from '../../lexicon/is-of-class.ts'
import { isOf } from '../is-of.ts'
import type { Judged } from './why-no-act.ts'

// Words of nobody in particular, beside what is told.

/** "is said to be hiding", "it is reported": what people say, and nobody in particular. */
export const isHearsay = ({ reading: { tree }, lexicon, clause, action: { root }, said }: Judged): boolean =>
  clause.kind === 'verb' &&
  root === '01' &&
  clause.passive &&
  said.source.length === 0 &&
  isOf(lexicon, tree, clause.head, 'hearsay') &&
  (clause.complements.some((c) => c.slot === 'to') || clause.args.some((a) => a.slot === 'object' && isHeardOf(lexicon, tree, a.head)))

/** "Nobody agrees on who began it", "no one has claimed the attack": what nobody does, nobody named left undone; but "nobody who attacked it was held". */
export const isByNobody = ({ reading: { tree }, clause: { passive, args } }: Judged): boolean =>
  !passive && args.some(({ slot, head, via }) => slot === 'subject' && via !== 'relative' && isNobody(tree, head))

const isNobody = (tree: Tree, at: number): boolean => {
  const { text } = wordAt(tree, at)
  return /^(nobody|no-one)$/i.test(text) || (/^one$/i.test(text) && /^no$/i.test(tree.words[at - 1]?.text ?? ''))
}

/** "the first president to do so": what he did is told by the verb before; but "vowed last week to do so". */
export const isFirstToDoSo = ({ reading: { tree }, lexicon, clause: { lemma, head } }: Judged): boolean => {
  const { words } = tree
  if (lemma !== 'do' || !/^so$/i.test(words[head + 1]?.text ?? '') || !/^to$/i.test(words[head - 1]?.text ?? '')) return false
  const isOrdinal = (text: string): boolean => /^(first|second|third|last|only|latest)$/i.test(text)
  const doer = words[head - 2]
  if (doer === undefined || isOrdinal(doer.text)) return doer !== undefined
  return isOf(lexicon, tree, doer.index, 'doer') && words.slice(Math.max(0, head - 7), head - 2).some(({ text }) => isOrdinal(text))
}

/** "It was reported", "no casualties were reported". */
const isHeardOf = (lexicon: Lexicon, tree: Tree, head: number): boolean =>
  /^it$/i.test(wordAt(tree, head).text) ||
  dependents(tree, head, 'det').some((at) => /^no$/i.test(wordAt(tree, at).text)) ||
  isOf(lexicon, tree, head, 'heard-of')

/** "Asked about the talks, the minister said", "declined to comment when asked": the question that a speaker answers. */
export const isQuestion = ({ reading: { tree }, clause: { kind, passive, head, lemma }, said }: Judged): boolean =>
  kind === 'verb' &&
  lemma === 'ask' &&
  (passive || dependents(tree, head, 'nsubj').length === 0) &&
  said.source.length === 0 &&
  (isFirst(tree, head) || isWhen(tree, head))

const isWhen = (tree: Tree, head: number): boolean => head > 0 && /^when$/i.test(wordAt(tree, head - 1).text)

const isFirst = (tree: Tree, head: number): boolean => tree.words.slice(0, head).every((w) => w.upos === 'PUNCT' || /^when$/i.test(w.text))

/** "a villager said, requesting anonymity", "declining to be named": how a speaker wants to be told of. */
export const isOffRecord = ({ reading: { tree }, lexicon, clause }: Judged): boolean => {
  const { args, complements } = clause
  return (
    isNotAllowedToBrief(tree, lexicon, clause) ||
    args.some(({ slot, head }) => slot === 'object' && /^(anonymity|confidentiality)$/.test(wordAt(tree, head).lemma)) ||
    complements.some(
      ({ head }) =>
        /^(name|identify|quote|cite)$/.test(wordAt(tree, head).lemma) &&
        dependents(tree, head, 'aux:pass', 'aux').some((at) => wordAt(tree, at).lemma === 'be') &&
        dependents(tree, head, 'obj', 'obl', 'xcomp').length === 0,
    )
  )
}

/** "an official who was not authorised to speak to the press"; but "The opposition was not allowed to speak", "was not cleared by the UN to share it". */
const isNotAllowedToBrief = (tree: Tree, lexicon: Lexicon, { args, complements, head, lemma, passive, negated }: Clause): boolean =>
  passive &&
  negated &&
  wordAt(tree, head).head >= 0 &&
  args.every(({ slot }) => slot !== 'subject' && slot !== 'by') &&
  isOfClass(lexicon, lemma, 'giving-leave') &&
  complements.some((c) => isOf(lexicon, tree, c.head, 'briefing'))

/** "Coup and invasion", "How was peace made?": a heading that asks, or names nobody and has no verb, says what is told below it. */
export const isHeadline = ({ reading: { tree, sentence }, clause: { kind }, said: { source, target } }: Judged): boolean =>
  sentence.kind === 'heading' &&
  (tree.words.at(-1)?.text === '?' ||
    (kind === 'noun' && source.length + target.length === 0 && tree.words.every((w) => w.upos !== 'VERB' && w.upos !== 'AUX')))
