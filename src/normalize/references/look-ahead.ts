import type { SentenceReading } from '../../extract/read-sentence.ts'
import type { Lexicon } from '../../lexicon/index-lexicon.ts'
import { type Discourse, type Referent, remember } from './discourse.ts'
import { resolveSentence } from './resolve-sentence.ts'

/**
 * What a heading that names nobody is read with: whom the sentence below it names. "Police fire on protesters" above "Police in Togo fired on a crowd" are
 * Togo's.
 */
export const lookAhead = (before: Discourse, heading: SentenceReading, lead: SentenceReading | undefined, lexicon: Lexicon): Discourse => {
  if (lead === undefined || heading.mentions.some((m) => m.entity !== null)) return before
  const named = resolveSentence(lead, lexicon, before).discourse.referents.filter(
    (r) => isOf(lead, r) && !r.guessed && r.kind !== 'pronoun',
  )
  return named.length === 0 ? before : remember(before, named)
}

/** What was said up to the heading's end, without what was looked up below it. */
export const withoutAhead = (after: Discourse, lead: SentenceReading | undefined): Discourse =>
  lead === undefined || after.referents.every((r) => !isOf(lead, r))
    ? after
    : {
        referents: after.referents.filter((r) => !isOf(lead, r)),
        pairs: after.pairs,
        groups: after.groups,
        acts: after.acts,
        told: after.told,
      }

const isOf = ({ sentence }: SentenceReading, r: Referent): boolean => r.sentence === sentence.index
