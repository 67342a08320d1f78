import type { Party } from '../../document.ts'
import type { Clause } from '../../extract/clauses/clause.ts'
import { isOfClass } from '../../lexicon/is-of-class.ts'
import type { Scene } from '../judge-candidate.ts'
import { partyOf } from './party-of.ts'

/**
 * "A court in The Hague convicted him. He was sentenced to 14 years": the court that was told of just before; null where none was, or where the sentence names
 * somebody of another state ("Chad's opposition leader was convicted").
 */
export const courtBefore = (
  { discourse, lexicon, reading }: Scene,
  { kind, passive, lemma }: Clause,
  cameo: string,
  target: readonly Party[],
): readonly Party[] | null => {
  if (kind !== 'verb' || !passive || !isOfClass(lexicon, lemma, 'passing-judgment') || !JUDGES.test(cameo)) return null
  const { index } = reading.sentence
  const court = discourse.referents.findLast((r) => r.sentence >= index - REACH && r.sentence <= index && isCourt(r.role, r.code))
  if (!court || court.guessed) return null
  const { entity } = court
  const isState = (id: string | null): boolean => lexicon.entities.get(id ?? '')?.kind === 'state'
  if (isState(entity) && target.some((p) => p.basis !== 'discourse' && p.entity !== entity && isState(p.entity))) return null
  return [partyOf(court, lexicon)]
}

const isCourt = (role: string | null, code: string | null): boolean => role === 'JUD' || /JUD|ICC/.test(code ?? '')
/** CAMEO codes of what courts do: to coerce and to acquit; a raid is condemned by others. */
const JUDGES = /^(17|081)/
const REACH = 3
