import type { Mention } from '../../document.ts'
import { isUnheard } from '../../lexicon/with-states.ts'
import type { Discourse, Pair } from './discourse.ts'
import type { Resolution, Standing } from './resolution.ts'
import { ofPair } from './resolve-several.ts'

const TWO = /(?:^| )(?:the two|both)(?: |$)/

/**
 * "The two leaders", "both foreign ministers", "the pair": those of two states that were told of together, in this sentence or one shortly before; best those joined by "and",
 * then those who met. "The two leaders of the party" are those of the party.
 */
export const byOffice = (discourse: Discourse, { plural, text }: Mention, at: Standing): Resolution | null => {
  if (
    at.whose ||
    at.owners.length > 0 ||
    !(at.lemma === 'pair' ? at.before === 'the' : plural && TWO.test(at.before) && at.isOf(at.lemma, 'office-of-two'))
  )
    return null
  const pairs = discourse.pairs.filter((pair) => isOfStates(pair, at))
  const near = pairs.filter((pair) => isNear(pair, at))
  const pair =
    lastBound(near.filter((p) => p.sentence === at.sentence)) ??
    lastBound(near) ??
    lastBound(pairs.filter((p) => p.sentence < at.sentence && at.sentence - p.sentence <= FAR && p.section === at.section))
  return pair ? ofPair(pair, `"${text}": those of the two told of together`) : null
}

/** How many sentences back the two may stand, where none come between. */
const FAR = 3

/** "Brazil and Argentina sent envoys, and Uruguay will host the two leaders": whom something is done to are not those who act before in the sentence. */
const isNear = ({ sentence, section, entities }: Pair, at: Standing): boolean =>
  at.sentence - sentence <= 1 && section === at.section && (at.subject || sentence < at.sentence || !entities.some((r) => r.subject))

const lastBound = (pairs: readonly Pair[]): Pair | undefined =>
  pairs.findLast((p) => p.bond === 'and') ?? pairs.findLast((p) => p.bond === 'act') ?? pairs.findLast((p) => p.entities.every(isPerson))

const isOfStates = ({ entities }: Pair, { states }: Standing): boolean =>
  entities.every((r) => isPerson(r) || states.has(r.entity) || isUnheard(r.entity)) && !entities.some((r) => r.guessed)

const isPerson = ({ kind }: Pair['entities'][number]): boolean => kind === 'person'
