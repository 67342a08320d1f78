import type { Mention } from '../../document.ts'
import { conjuncts } from '../../extract/clauses/noun-phrase.ts'
import { hangsBy } from '../../extract/clauses/tree.ts'
import type { SentenceReading } from '../../extract/read-sentence.ts'
import type { Lexicon } from '../../lexicon/index-lexicon.ts'
import type { Discourse } from './discourse.ts'

/**
 * "The foreign ministry criticised China", "filed a protest against China": whom an institution deals with as with another, a state by its bare name, has another one. By
 * entity; none for what is done at home, too ("The army rules China", "Police arrested …").
 */
export const facedBy = (
  { tree, candidates, mentions }: SentenceReading,
  lexicon: Lexicon,
  { referents }: Discourse,
  { kind, role, head }: Mention,
): readonly string[] => {
  if (!/^(body|person|people)$/.test(kind) || !ACTS_FOR_STATE.test(role ?? '') || !hangsBy(tree, head, 'nsubj')) return NOBODY
  const faced: string[] = []
  for (const { clause, acts } of candidates) {
    const [act] = acts
    if (!act || clause.passive || !BETWEEN_STATES.test(act.entry.cameo)) continue
    if (!clause.args.some((a) => a.slot === 'subject' && conjuncts(tree, a.head).includes(head))) continue
    for (const arg of clause.args) {
      const met = FACED.test(arg.slot) ? mentions.find((m) => m.head === arg.head) : undefined
      if (met?.kind !== 'name' || met.entity === null || met.role !== null) continue
      if (lexicon.entities.get(met.entity)?.kind !== 'state') continue
      if (kind === 'person' && FOR_ONES_OWN.test(act.entry.cameo) && referents.some((r) => r.entity === met.entity)) continue
      faced.push(met.entity)
    }
  }
  return faced
}

const NOBODY: readonly string[] = []

/** CAMEO roles of what acts for a state. */
export const ACTS_FOR_STATE = /^(GOV|MIL|LEG|DIP|SPY)$/
/** CAMEO roots of what a president pledges and does for his own, too: "Chad faces famine. The president promised to help Chad". */
const FOR_ONES_OWN = /^0[37]/
const FACED = /^(object|indirect|against|with)$/
/** CAMEO roots of appeals, plans, talks, agreement, help, demands, disapproval, refusal, threats, broken relations and war. */
export const BETWEEN_STATES = /^(0[2-7]|1[0-36]|19)/
