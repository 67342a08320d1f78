import type { SentenceReading } from '../../extract/read-sentence.ts'
import type { Lexicon } from '../../lexicon/index-lexicon.ts'
import { type Discourse, type Referent, remember } from './discourse.ts'
import { resolveSentence } from './resolve-sentence.ts'

/**
 * What a heading that names nobody is read with: those of one state whom the sentence below it names in the same role. "Police fire on protesters" above "Police
 * in Togo fired on a crowd" are Togo's, above "Togo praised Ghana" nobody's. Only the heading may be read with it: what is said later knows its own sentence.
 */
export const lookAhead = (before: Discourse, heading: SentenceReading, lead: SentenceReading | undefined, lexicon: Lexicon): Discourse => {
  if (lead === undefined || lead.sentence.kind === 'heading' || heading.mentions.some((m) => m.entity !== null)) return before
  const told = resolveSentence(lead, lexicon, before).discourse.referents.filter(
    (r) => r.sentence === lead.sentence.index && !r.guessed && r.kind !== 'pronoun' && isToldIn(heading, r),
  )
  const [state, other] = new Set(told.map((r) => r.entity))
  return state !== undefined && other === undefined && lexicon.described.get('country')?.has(state) ? remember(before, told) : before
}

const isToldIn = ({ mentions }: SentenceReading, { rule, role }: Referent): boolean =>
  mentions.some((m) => (m.rule !== null && m.rule === rule) || (m.role !== null && m.role === role))
