import { preposition } from '../../extract/clauses/noun-phrase.ts'
import { hangsBy, type Tree, wordAt } from '../../extract/clauses/tree.ts'
import { isOfClass } from '../../lexicon/is-of-class.ts'
import { isOf } from '../is-of.ts'
import type { Judged } from './why-no-act.ts'

// What belongs to the act beside it and tells no other.

/**
 * "detained 40 students for questioning", "recalled its envoy for consultations": what one is fetched for is a part of it; but "for consultations with
 * Turkey", "arrested for questioning the election" tell of another act.
 */
export const isFetchedFor = ({ reading: { tree }, lexicon, clause: { head, marker, light, args } }: Judged): boolean => {
  if (
    light !== null ||
    args.some(({ slot, via }) => /^(with|between|object)$/.test(slot) && via === 'own') ||
    !(marker === 'for' || preposition(tree, head) === 'for')
  )
    return false
  const { text, lemma } = wordAt(tree, head)
  if (![text, lemma].some((word) => isOfClass(lexicon, word.toLowerCase(), 'what-one-is-fetched-for'))) return false
  return fetchers(tree, head).some((verb) => isOf(lexicon, tree, verb, 'fetching-home'))
}

/** The verb that a phrase hangs on, or on whose object. */
const fetchers = (tree: Tree, head: number): readonly number[] => {
  const above = wordAt(tree, head).head
  if (above < 0) return []
  const over = wordAt(tree, above).head
  return hangsBy(tree, above, 'obj', 'nsubj:pass', 'obl', 'nmod') && over >= 0 ? [above, over] : [above]
}

/** "a warrant for Bashir on charges of war crimes", "was jailed on suspicion of treason": for what one is prosecuted; but "commented on allegations of treason". */
export const isProsecutedFor = ({
  reading: { tree },
  lexicon,
  clause: { head, marker, light, lemma },
  action: { root },
}: Judged): boolean =>
  light === null &&
  /^(11|09)$/.test(root) &&
  (marker === 'on' || preposition(tree, head) === 'on') &&
  isOfClass(lexicon, lemma, 'what-one-is-tried-on')

/** "Reuters could not independently verify the claim": what a paper says of its own work. */
export const isUnverified = ({
  reading: { tree },
  lexicon,
  clause: { head, negated },
  action: { status },
  said: { source },
}: Judged): boolean =>
  (negated || status === 'hypothetical') &&
  isOf(lexicon, tree, head, 'verifying') &&
  source.length > 0 &&
  source.every(({ role, entity }) => role === 'MED' || lexicon.entities.get(entity ?? '')?.kind === 'media')
