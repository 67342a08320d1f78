import type { Mention } from '../../document.ts'
import { CAPTIVES, HE_OF_SOME, HE_OR_SHE, IT, SOMEBODY, THEY, THEY_OF_ONE } from './antecedents.ts'
import type { Discourse, Pair, Referent } from './discourse.ts'
import { referBack } from './find-antecedent.ts'
import type { Resolution, Standing } from './resolution.ts'
import { byOrder, byPair, ofList, ofPair } from './resolve-several.ts'

/** "he", "it", "both", "they": whom a pronoun means. */
export const byPronoun = (discourse: Discourse, mention: Mention, at: Standing): Resolution | null => {
  const text = mention.text.toLowerCase()
  if (mention.gender)
    return referBack(discourse, mention, at, HE_OR_SHE) ?? (at.coerced ? referBack(discourse, mention, at, HE_OF_SOME) : null)
  if (at.lemma === 'old') return referBack(discourse, mention, at, SOMEBODY)
  if (at.lemma === 'former' || at.lemma === 'latter') return byOrder(discourse, mention, at)
  if (/^(it|its|itself)$/.test(text)) return referBack(discourse, mention, at, IT)
  if (/^(both|each|either|neither)$/.test(text)) return byPair(discourse, at, mention.text)
  if (/^(they|them|their|theirs|themselves)$/.test(text)) {
    const near = discourse.pairs.filter((p) => p.bond !== null && at.sentence - p.sentence <= 1 && !isOfDoer(p, discourse, mention, at))
    const bound = discourse.referents.filter(
      (r) => at.bound >= 0 && r.head === at.bound && r.sentence === at.sentence && (r.plural || /^they$/.test(text)),
    )
    if (bound.length > 0 && !near.some((p) => p.sentence === at.sentence && p.entities.some((r) => r.head === at.bound)))
      return {
        referents: bound,
        basis: 'coreference',
        because: `"${mention.text}": whom the act above is done to, "${bound[0]?.text}"`,
        by: 'pair',
      }
    const pair = near.findLast((p) => p.bond === 'and') ?? near.at(-1)
    const list = discourse.groups.at(-1)
    const acting = at.spoke && !at.mutual ? actingBefore(discourse, mention, at) : null
    if (acting) return acting
    if (list && at.sentence - list.sentence <= 1 && list.sentence >= (pair?.sentence ?? -1)) return ofList(list, mention.text)
    const plural = (at.coerced ? referBack(discourse, mention, at, CAPTIVES) : null) ?? referBack(discourse, mention, at, THEY)
    const last = plural?.referents[0]?.sentence ?? -1
    if (
      pair &&
      pair.bond !== null &&
      at.sentence - pair.sentence <= 1 &&
      (last < pair.sentence || (last === pair.sentence && (last < at.sentence || pair.bond === 'and')))
    )
      return peopleOfBoth(plural, pair, discourse) ?? ofPair(pair, `the parties named together before "${mention.text}"`)
    const met =
      plural === null
        ? discourse.pairs.findLast((p) => areTwo(p, mention, at) && !isOneWay(p, discourse) && !isOfDoer(p, discourse, mention, at))
        : undefined
    if (met) return ofPair(met, `the two told of before "${mention.text}"`)
    return withTheOther(plural ?? referBack(discourse, mention, at, THEY_OF_ONE), discourse, mention, at)
  }
  return null
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

/** "Chad quarrelled with Mali. They …": two states or persons who had to do with each other in the sentence before. */
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
