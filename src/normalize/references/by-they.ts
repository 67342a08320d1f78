import type { Mention } from '../../document.ts'
import { CAPTIVES, THEY, THEY_OF_ONE } from './antecedents.ts'
import type { Discourse, Pair, Referent } from './discourse.ts'
import { referBack } from './find-antecedent.ts'
import type { Resolution, Standing } from './resolution.ts'
import { ofList, ofPair } from './resolve-several.ts'

/** "they", "them", "their": two or more that were told of together, else the nearest plural, else one who goes on. */
export const byThey = (discourse: Discourse, mention: Mention, at: Standing): Resolution | null => {
  const near = discourse.pairs.filter((p) => p.bond !== null && at.sentence - p.sentence <= 1 && !isOfDoer(p, discourse, mention, at))
  const bound = boundAbove(discourse, mention, at, near)
  if (bound) return bound
  const acting = at.spoke && !at.mutual ? actingBefore(discourse, mention, at) : null
  if (acting) return acting
  const pair = near.findLast((p) => p.bond === 'and') ?? near.at(-1)
  const list = discourse.groups.at(-1)
  if (list && at.sentence - list.sentence <= 1 && list.sentence >= (pair?.sentence ?? -1)) return ofList(list, mention.text)
  const plural = (at.coerced ? referBack(discourse, mention, at, CAPTIVES) : null) ?? referBack(discourse, mention, at, THEY)
  const last = plural?.referents[0]?.sentence ?? -1
  if (pair && (last < pair.sentence || (last === pair.sentence && (last < at.sentence || pair.bond === 'and'))))
    return peopleOfBoth(plural, pair, discourse) ?? ofPair(pair, `the parties named together before "${mention.text}"`)
  const met = plural === null ? metBefore(discourse, mention, at) : null
  return met ?? withTheOther(plural ?? referBack(discourse, mention, at, THEY_OF_ONE), discourse, mention, at)
}

/** "urged the rebels to free those they held": whom the act above is done to, unless two of them are told of together. */
const boundAbove = (discourse: Discourse, { text }: Mention, at: Standing, near: readonly Pair[]): Resolution | null => {
  const referents = discourse.referents.filter(
    (r) => at.bound >= 0 && r.head === at.bound && r.sentence === at.sentence && (r.plural || /^they$/i.test(text)),
  )
  const [one] = referents
  if (!one || near.some((p) => p.sentence === at.sentence && p.entities.some((r) => r.head === at.bound))) return null
  return { referents, basis: 'coreference', because: `"${text}": whom the act above is done to, "${one.text}"`, by: 'pair' }
}

/**
 * "The ministers thanked Chad and Mali. They called …": the several who acted go on to speak, rather than those named together as whom they did it to; but whom
 * one urges, warns or accuses may answer.
 */
const actingBefore = (discourse: Discourse, mention: Mention, at: Standing): Resolution | null => {
  const isJoined = (heads: readonly number[], sentence: number): boolean =>
    sentence === at.sentence - 1 && discourse.referents.every((r) => r.sentence !== sentence || !r.subject || !heads.includes(r.head))
  const others = [...discourse.pairs.filter((p) => p.bond === 'and'), ...discourse.groups].filter((g) =>
    isJoined(
      g.entities.map((r) => r.head),
      g.sentence,
    ),
  )
  if (others.length === 0 || discourse.referents.some((r) => r.sentence === at.sentence)) return null
  const found = referBack(discourse, mention, at, THEY)
  const [one] = found?.referents ?? []
  const acts = discourse.told.filter((t) => t.sentence === at.sentence - 1)
  return found &&
    one?.subject &&
    (one.plural || one.kind === 'people') &&
    one.sentence === at.sentence - 1 &&
    !acts.some((t) => ASKS_AN_ANSWER.test(t.root))
    ? withOthers(found, discourse)
    : null
}

/** "Chad and Mali closed the border. Prices rose. They …": those told of together farther back, rather than one of them alone. */
const withTheOther = (one: Resolution | null, discourse: Discourse, { text }: Mention, at: Standing): Resolution | null => {
  const [found] = one?.referents ?? []
  const isOfThem = (r: Referent): boolean =>
    found === undefined || (r.sentence === found.sentence && (r.head === found.head || r.entity === found.entity))
  const list = discourse.groups.findLast((g) => g.sentence < at.sentence && at.sentence - g.sentence <= FAR)
  if (list?.entities.some(isOfThem)) return ofList(list, text)
  const pair = discourse.pairs.findLast(
    (p) => /^(and|act)$/.test(p.bond ?? '') && p.sentence < at.sentence && at.sentence - p.sentence <= FAR,
  )
  if (pair?.entities.some(isOfThem))
    return peopleOfBoth(one, pair, discourse) ?? ofPair(pair, `the parties named together before "${text}"`)
  return one && withOthers(one, discourse)
}

/** "Soldiers from Chad and Mali shelled a village. They …": the soldiers of both rather than the two states. */
const peopleOfBoth = (plural: Resolution | null, { entities, sentence }: Pair, discourse: Discourse): Resolution | null => {
  const people = plural && withOthers(plural, discourse)
  const [one, other, more] = people?.referents ?? []
  return one && other && !more && one.sentence === sentence && entities.every((r) => r.entity === one.entity || r.entity === other.entity)
    ? people
    : null
}

/** "Chad quarrelled with Mali. They …": the two who had to do with each other in the sentence before. */
const metBefore = (discourse: Discourse, mention: Mention, at: Standing): Resolution | null => {
  const met = discourse.pairs.findLast((p) => areTwo(p, mention, at) && !isOneWay(p, discourse) && !isOfDoer(p, discourse, mention, at))
  return met ? ofPair(met, `the two told of before "${mention.text}"`) : null
}

/** Two states or persons on the sides of one act. */
const areTwo = ({ entities, sentence, bond }: Pair, { text }: Mention, at: Standing): boolean =>
  bond === null &&
  sentence === at.sentence - 1 &&
  /^the[my]$/i.test(text) &&
  entities.every((r) => !r.plural && (r.kind === 'person' || (r.kind === 'name' && r.role === null && at.states.has(r.entity))))

/** "Kenya bombed Somalia. They …": what one did to the other is none of both's, and he who did it goes on; but who visits somebody talks with him. */
const isOneWay = ({ entities: [a, b], sentence }: Pair, { acts }: Discourse): boolean => {
  const does = (one: Referent, other: Referent): boolean =>
    acts.some((d) => d.sentence === sentence && d.root !== TALKS && d.source === one.entity && d.target === other.entity)
  return does(a, b) !== does(b, a)
}

/** The CAMEO root of visits, calls and talks. */
const TALKS = '04'

/** "A Chadian adviser met them": those to whom somebody does it are not he and another. */
const isOfDoer = ({ entities, sentence }: Pair, { referents }: Discourse, { text }: Mention, at: Standing): boolean =>
  /^them$/i.test(text) &&
  at.object &&
  sentence < at.sentence &&
  referents.some(
    (r) => r.sentence === at.sentence && !r.plural && at.clauseSubjects.includes(r.head) && entities.some((e) => e.entity === r.entity),
  )

/** How many sentences back those told of together may stand, where none come between. */
const FAR = 3

/** CAMEO roots of appeals, demands, blame, refusals and threats. */
const ASKS_AN_ANSWER = /^(02|1[0-3])/

/** "They" after "the two sides": all of those that a phrase stands for. */
const withOthers = (found: Resolution, { referents }: Discourse): Resolution => {
  const [one] = found.referents
  const all = referents.filter((r) => r.sentence === one?.sentence && r.head === one.head)
  return all.length > 1 ? { referents: all, basis: found.basis, because: found.because, by: found.by } : found
}
