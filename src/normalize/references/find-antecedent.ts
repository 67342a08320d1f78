import type { Mention } from '../../document.ts'
import { type Demand, isSubject, type Search } from './antecedents.ts'
import type { Discourse, Referent } from './discourse.ts'
import type { Resolution, Standing } from './resolution.ts'

/** What a mention refers back to by a search; null where nothing that was said fits. */
export const referBack = (discourse: Discourse, mention: Mention, at: Standing, by: Search): Resolution | null => {
  const referent = findAntecedent(discourse, mention, at, by)
  return referent ? { referents: [referent], basis: 'coreference', because: by.because(mention, at, referent), by } : null
}

/** The antecedent that a search finds in what the article has said so far. */
export const findAntecedent = (
  { referents }: Discourse,
  mention: Mention,
  at: Standing,
  { demands, reach }: Search,
): Referent | undefined => {
  let best: Referent | undefined
  for (const r of referents)
    if (at.sentence - r.sentence <= reach && meets(r, demands, mention, at) && (!best || goesBefore(r, best, at))) best = r
  return best
}

const meets = (r: Referent, demands: readonly Demand[], mention: Mention, at: Standing): boolean => {
  for (const demand of demands) if (!demand.fits(r, mention, at)) return false
  return true
}

/** The lower, the likelier: each sentence back costs one, a subject is worth half a sentence, and so is being told rather than guessed. */
const cost = (r: Referent, at: Standing): number =>
  at.sentence - r.sentence + (r.guessed ? 0.5 : 0) - (r.subject ? 0.6 : 0) - (isOwner(r, at) ? 0.1 : 0) - (isBound(r, at) ? BOUND : 0)

/** Whom the grammar of the sentence tells goes before all others that fit. */
const isBound = (r: Referent, at: Standing): boolean => r.head === at.bound && r.sentence === at.sentence
const BOUND = 2

/** "Turkey recalled its envoy": the subject of the clause itself goes before those of others. */
const isOwner = (r: Referent, at: Standing): boolean => isSubject(r, at) && (at.subject || POSSESSIVE.test(at.lemma))

const POSSESSIVE = /^(its|his|her|their)$/

/** Whether one antecedent goes before another that was named earlier: the nearer; of subjects as near the first, of others the last. */
const goesBefore = (later: Referent, earlier: Referent, at: Standing): boolean => {
  const difference = cost(later, at) - cost(earlier, at)
  return difference < 0 || (difference === 0 && !later.subject)
}

/** Why an antecedent lost: what it is not, or how the one found goes before it. */
export const whyNot = (r: Referent, found: Referent | undefined, mention: Mention, at: Standing, { demands, reach }: Search): string => {
  const failed = demands.find((demand) => !demand.fits(r, mention, at))
  if (failed) return failed.otherwise
  const back = at.sentence - r.sentence
  if (back > reach || !found) return `too far: ${back} sentences back, looked for in ${reach}`
  if (found.sentence > r.sentence)
    return `named ${found.sentence - r.sentence} ${found.sentence - r.sentence === 1 ? 'sentence' : 'sentences'} before it`
  if (found.subject !== r.subject) return found.subject ? 'no subject, as it is' : 'farther off'
  return found.subject ? 'a subject behind it' : 'farther off'
}
