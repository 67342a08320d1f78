import type { Mention } from '../../document.ts'
import { CALLED_SO, NAMED_SO } from './antecedents.ts'
import { type Discourse, lastNamed, type Referent } from './discourse.ts'
import { referBack } from './find-antecedent.ts'
import { IN_SHORT } from './members-of.ts'
import { ofOwner } from './of-owner.ts'
import type { Resolution, Standing } from './resolution.ts'
import { byList, byPair, otherOf, SEVERAL } from './resolve-several.ts'
import { weighStates } from './weigh-focus.ts'

/** "the bloc", "the country", "the two sides": what a description means. */
export const byDescription = (discourse: Discourse, mention: Mention, at: Standing): Resolution | null => {
  if (isSeveral(mention, at)) return byList(discourse, at, mention.text)
  if (/\b(two|both|each|other|warring|rival|opposing|either|neither)\b/.test(at.before) && at.isOf(at.lemma, 'one-of-two'))
    return otherOf(byPair(discourse, at, mention.text), discourse, mention, at)
  // "between the capital and its airport".
  if (at.lemma === 'capital') return mention.plural && /s$/i.test(mention.text) ? byPair(discourse, at, mention.text) : null
  if (isSide(at) && mention.plural && /(^| )(the|these|both)$/.test(at.before)) return byPair(discourse, at, mention.text)
  if (isPairOfNeighbours(mention, at)) return byPair(discourse, at, mention.text)
  // "his country and Uganda": of the two, it is one.
  if (STATE.test(at.lemma) && !(mention.plural && /(ies|s)$/i.test(mention.text))) {
    if (at.owners.length > 0) return ofOwner(mention, at)
    const topic = topicOf(discourse, at)
    if (topic)
      return { referents: [topic], basis: 'coreference', because: `the passage is about ${topic.name ?? topic.entity}`, by: 'focus' }
  }
  return (
    referBack(discourse, mention, at, NAMED_SO) ??
    referBack(discourse, mention, at, IN_SHORT) ??
    referBack(discourse, mention, at, CALLED_SO)
  )
}

const STATE = /^(country|nation|state)$/

/** "the nuclear-armed neighbours", "the Andean nations": two who have something in common, where no number tells it. */
const isPairOfNeighbours = ({ plural }: Mention, { lemma, before, isOf }: Standing): boolean =>
  plural &&
  /^the /.test(before) &&
  isOf(lemma, 'state-or-foe') &&
  before.split(' ').some((word) => isOf(word, 'in-common') || word.split('-').some((part) => isOf(part, 'in-common')))

/** "the country": the state that the passage is clearly about. */
const topicOf = (discourse: Discourse, at: Standing): Referent | undefined => {
  const [best, next] = weighStates(discourse, at)
  return best && (!next || best[1] > 1.5 * next[1]) ? lastNamed(discourse.referents, best[0]) : undefined
}

/** Whether two are called so where no number tells it. */
const isSide = ({ lemma, isOf }: Standing): boolean => lemma === 'two' || isOf(lemma, 'side-in-quarrel')

/** "foreign fighters", "unknown gunmen": of nobody told of. */
export const STRANGE = /\b(foreign|other|rival|unknown|unidentified)\b/

/** "the bloc", "the two sides", "both parties". */
export const pointsBack = (mention: Mention, at: Standing): boolean =>
  (at.described.size > 0 &&
    !STRANGE.test(at.before) &&
    !(/^(people|body)$/.test(mention.kind) && !/\b(the|this|that|these|those|its|his|her|their|both)\b/.test(at.before))) ||
  isSeveral(mention, at) ||
  isPairOfNeighbours(mention, at) ||
  (at.isOf(at.lemma, 'one-of-two') && mention.plural && (mention.role === 'CVL' ? THOSE_TWO : TWO).test(at.before))

/** "two sides", "the parties"; but of people only "the two men": "arrested two men" tells of others. */
const TWO = /\b(two|both|warring|rival)\b|^the$/
const THOSE_TWO = /\b(both|the two|these two|those two|warring|rival)\b|^the$/

const isSeveral = ({ plural }: Mention, { lemma, before, isOf }: Standing): boolean =>
  plural && isOf(lemma, 'one-of-two') && /\bthe\b/.test(before) && SEVERAL.test(before)
