import type { Party } from '../document.ts'
import type { Clause } from '../extract/clauses/clause.ts'
import { actorCode } from '../lexicon/resolve-actor.ts'
import type { Scene } from './judge-candidate.ts'

/** "A court in The Hague convicted him. He was sentenced to 14 years": the court that was told of just before; null where none was. */
export const courtBefore = ({ discourse, lexicon, reading }: Scene, { kind, passive, lemma }: Clause): readonly Party[] | null => {
  if (kind !== 'verb' || !passive || !SENTENCES.test(lemma)) return null
  const { index } = reading.sentence
  const court = discourse.referents.findLast((r) => r.sentence >= index - REACH && r.sentence <= index && isCourt(r.role, r.code))
  if (!court || court.guessed) return null
  const { entity, role, name, text, start, end } = court
  return [{ start, end, text, entity, role, code: court.code ?? actorCode(lexicon, entity, role), name, basis: 'discourse' }]
}

const isCourt = (role: string | null, code: string | null): boolean => role === 'JUD' || /JUD|ICC/.test(code ?? '')
const SENTENCES = /^(sentence|convict|acquit|try|condemn|fine)$/
const REACH = 3
