import type { Party } from '../../document.ts'
import type { Clause } from '../../extract/clauses/clause.ts'
import { nounPhrase } from '../../extract/clauses/noun-phrase.ts'
import { ancestors, dependents, hangsBy, type Tree, wordAt } from '../../extract/clauses/tree.ts'
import type { Lexicon } from '../../lexicon/index-lexicon.ts'
import { isOfClass } from '../../lexicon/is-of-class.ts'
import { isNamedOf, isOf } from '../is-of.ts'
import { isCommon } from './private-sides.ts'
import type { Judged } from './why-no-act.ts'

/** Classes whose words do nothing political where no entry's conditions say so. */
const PRIVATE = ['private-doer', 'sport', 'business', 'weather']

const headsOf = ({ args }: Clause, slot: string): readonly number[] => args.filter((a) => a.slot === slot).map((a) => a.head)

/** "The pianist conquered Warsaw", "Kenya's runners attacked", and of what only the fallback codes "The film bombed": a figure of speech. */
export const isPrivateDoing = ({ reading: { tree, mentions, pieces }, lexicon, clause, act, action: { root }, said }: Judged): boolean => {
  const subjects = headsOf(clause, clause.passive && headsOf(clause, 'subject').length === 0 ? 'object' : 'subject')
  if (clause.kind === 'noun' && root === '04' && said.source.length === 0 && isOnPrivateTour(tree, lexicon, clause.head)) return true
  if (subjects.length === 0 || (clause.kind !== 'verb' && clause.light === null)) return false
  if (act.loose && subjects.every((at) => isCommon(tree, at) && PRIVATE.some((id) => isNamedOf(lexicon, tree, at, id)))) return true
  // Who is killed may be anybody.
  if (act.entry.target === 'subject') return false
  const known = subjects.some(
    (at) => mentions.some((m) => m.head === at && m.entity !== null && m.kind === 'name') || isOwned(tree, pieces, at),
  )
  if (!known && !said.source.some((party) => isGroup(lexicon, party)) && subjects.every((at) => isNature(tree, lexicon, at))) return true
  if (
    said.source.length === 0 &&
    root < '14' &&
    !clause.passive &&
    subjects.every((at) => isCommon(tree, at) && isNamedOf(lexicon, tree, at, 'private-life'))
  )
    return true
  if (/^1[23]$/.test(root)) return subjects.every((at) => isNamedOf(lexicon, tree, at, 'sportsperson'))
  return /^(15|18|19|20)$/.test(root) && subjects.every((at) => isNamedOf(lexicon, tree, at, 'private-doer'))
}

/** "The rapper fired his manager during a tour of Germany". */
const isOnPrivateTour = (tree: Tree, lexicon: Lexicon, head: number): boolean => {
  const verb = ancestors(tree, head).find((at) => wordAt(tree, at).upos === 'VERB')
  const subjects = verb === undefined ? [] : dependents(tree, verb, 'nsubj')
  return subjects.length > 0 && subjects.every((at) => isCommon(tree, at) && isNamedOf(lexicon, tree, at, 'private-life'))
}

/** "The storm", "Typhoon Gaemi", "Wildfires" at the head of a sentence. */
const isNature = (tree: Tree, lexicon: Lexicon, at: number): boolean =>
  isNamedOf(lexicon, tree, at, 'nature') ||
  (at < 2 && isOfClass(lexicon, wordAt(tree, at).text.toLowerCase().replace(/s$/, ''), 'nature')) ||
  dependents(tree, at, 'compound', 'nmod:desc').some((kind) => kind < at && isOf(lexicon, tree, kind, 'named-storm'))

/** "The Tigers" of a passage that is about that group are no beasts. */
const isGroup = (lexicon: Lexicon, { entity }: Party): boolean => entity !== null && lexicon.entities.get(entity)?.kind === 'group'

/** "Azerbaijani fire", unlike a fire. */
const isOwned = (tree: Tree, pieces: Judged['reading']['pieces'], at: number): boolean => {
  const { first } = nounPhrase(tree, at)
  return pieces.some((p) => p.entity !== null && p.first >= first && p.last < at)
}

/** "A ferry capsized off Tanzania, killing eleven", "were killed when a bus overturned": nobody's doing, where nothing else in the sentence is force. */
export const isAccident = ({ reading: { tree, candidates }, lexicon, clause, action: { root }, said }: Judged): boolean => {
  const isDeath = root === '18' || (root === '19' && isOfClass(lexicon, clause.lemma, 'deadly'))
  if (!isDeath || clause.kind !== 'verb' || said.source.length > 0) return false
  const { head, governor, args } = clause
  const around = [
    ...(governor === null || hangsBy(tree, head, 'acl:relcl') ? [] : [governor]),
    ...dependents(tree, head, 'advcl', 'conj'),
    ...args.filter((a) => a.via !== 'attached' && /^(subject|in|after)$/.test(a.slot)).map((a) => a.head),
    ...(governor === null ? [] : dependents(tree, governor, 'nsubj')),
  ]
  return (
    around.some(
      (at) =>
        isOf(lexicon, tree, at, 'accident') ||
        isOf(lexicon, tree, at, 'nature') ||
        isGoingDown(tree, lexicon, at) ||
        isAtWork(tree, lexicon, at),
    ) &&
    !candidates.some(({ clause: other, acts: [act] }) => act !== undefined && other.head !== head && /^(15|18|19|20)/.test(act.entry.cameo))
  )
}

/** "their helicopter went down", not "the sun went down": a verb that with its particle tells of an accident to what flies or floats. */
const isGoingDown = (tree: Tree, lexicon: Lexicon, at: number): boolean =>
  dependents(tree, at, 'nsubj').some((craft) => isOf(lexicon, tree, craft, 'aircraft') || isOf(lexicon, tree, craft, 'vessel')) &&
  dependents(tree, at, 'advmod', 'compound:prt').some((to) =>
    isOfClass(lexicon, `${wordAt(tree, at).lemma} ${wordAt(tree, to).lemma}`, 'accident'),
  )

/** "An explosion at a fireworks factory", "a gas blast": it goes with the trade. */
const isAtWork = (tree: Tree, lexicon: Lexicon, at: number): boolean =>
  isOfClass(lexicon, wordAt(tree, at).lemma, 'mishap') &&
  (dependents(tree, at, 'nmod').some((works) => isOf(lexicon, tree, works, 'works')) ||
    dependents(tree, at, 'compound').some((of) => /^(gas|boiler|dust|methane|mine)$/i.test(wordAt(tree, of).text)))

/** "arrested a man who had stolen three bicycles", "sentenced a butcher for killing his wife": courts and police at their daily work. */
export const isPrivateCrime = ({ reading: { tree, mentions }, lexicon, clause, action: { root, cameo } }: Judged): boolean => {
  if (clause.kind !== 'verb' || !(/^(09|17|18)$/.test(root) || cameo.startsWith('112'))) return false
  const objects = headsOf(clause, root === '09' ? 'for' : 'object')
  const nobody = (at: number): boolean =>
    mentions.every(
      (m) =>
        m.head !== at ||
        (((m.entity === null && m.name === null) || wordAt(tree, at).upos === 'NOUN') &&
          (m.role === null || /^(CVL|LAB|BUS|CRM|HLH)$/.test(m.role))),
    )
  if (objects.length === 0 || !objects.every(nobody)) return false
  const agents = [...headsOf(clause, 'subject'), ...(clause.passive ? headsOf(clause, 'by') : [])]
  if (root === '18')
    return (
      (objects.every((at) => isKin(tree, lexicon, at)) && agents.every(nobody)) ||
      (agents.length > 0 && agents.every((at) => isKin(tree, lexicon, at)))
    )
  const told = [
    ...clause.complements.map((c) => c.head),
    ...dependents(tree, clause.head, 'advcl'),
    ...clause.args.filter((a) => /^(for|of|with|over|after)$/.test(a.slot)).map((a) => a.head),
  ]
  const relative = objects.flatMap((at) => dependents(tree, at, 'acl:relcl', 'acl'))
  return [...told, ...relative].some(
    (at) => isCrime(tree, lexicon, at) || dependents(tree, at, 'obj').some((o) => isKin(tree, lexicon, o) || isStolen(tree, o)),
  )
}

/** Who steals documents or weapons is no thief alone. */
const isCrime = (tree: Tree, lexicon: Lexicon, at: number): boolean =>
  isNamedOf(lexicon, tree, at, 'private-crime') &&
  !dependents(tree, at, 'obj').some((o) => ['intelligence', 'weapon', 'election', 'espionage'].some((id) => isOf(lexicon, tree, o, id)))

/** "his wife", "her neighbour". */
const isKin = (tree: Tree, lexicon: Lexicon, at: number): boolean =>
  isOf(lexicon, tree, at, 'kin') && dependents(tree, at, 'nmod:poss').some((p) => /^(his|her|their)$/i.test(wordAt(tree, p).text))

const isStolen = (tree: Tree, at: number): boolean =>
  dependents(tree, at, 'amod').some((a) => /^(stolen|counterfeit)$/i.test(wordAt(tree, a).text))
