import type { Act } from '../../extract/acts/find-act.ts'
import type { Clause } from '../../extract/clauses/clause.ts'
import { preposition } from '../../extract/clauses/noun-phrase.ts'
import { type Tree, wordAt } from '../../extract/clauses/tree.ts'
import type { SentenceReading } from '../../extract/read-sentence.ts'
import type { Lexicon } from '../../lexicon/index-lexicon.ts'
import { isOfClass } from '../../lexicon/is-of-class.ts'
import type { ActionEntry } from '../../lexicon/lexicon.ts'
import { goesAhead } from './is-going-ahead.ts'

/** Which other words of the sentence tell the same act; null where none do. */
export const toldElsewhere = (reading: SentenceReading, lexicon: Lexicon, clause: Clause, { entry, loose }: Act): string | null => {
  if (clause.kind === 'verb' && (carriesNoun(reading, clause) || (loose && leavesActToObject(reading, clause)))) return CARRIED
  if (isOfItsNoun(reading, clause, entry)) return CARRIED
  if (clause.kind === 'noun' && isToldByVerb(reading, lexicon, clause, entry)) return 'the verb that governs it tells the same act'
  if (leavesActToAnswer(reading, lexicon, clause, entry)) return 'what was done in answer tells the act'
  return isToldAbove(reading, lexicon, clause, entry)
    ? 'it is what is asked, agreed, refused or broken off, and that is told by the word above'
    : null
}

export const CARRIED = 'the noun that it carries names the act'

/** The verb of "held talks": the act is the noun's. Of "offered a truce" it is the verb's, as nothing was done yet; so is it of "put the talks on hold", which ends them. */
export const carriesNoun = ({ candidates }: SentenceReading, clause: Clause): boolean =>
  !isOffered(candidates, clause.head) &&
  !endsNoun(candidates, clause.head) &&
  candidates.some((other) => other.clause.light === clause.head && other.acts.length > 0)

const isOffered = (candidates: SentenceReading['candidates'], verb: number): boolean =>
  candidates.some(({ clause, acts: [act] }) => clause.head === verb && act?.loose === false && act.entry.cameo.startsWith('03'))

/** "put aid on hold", "gave up its mediation": more than the light verb tells that what the noun names is over. */
const endsNoun = (candidates: SentenceReading['candidates'], verb: number): boolean =>
  candidates.some(({ clause, acts: [act] }) => clause.head === verb && act?.loose === false && /^16[0-24-6]/.test(act.entry.cameo))

/** "protests led by a bishop": who leads, joins or holds what the noun names does nothing else. */
const isOfItsNoun = ({ candidates }: SentenceReading, { kind, link, passive, governor }: Clause, { cameo }: ActionEntry): boolean =>
  kind === 'verb' &&
  link === 'acl' &&
  passive &&
  cameo.startsWith('14') &&
  candidates.some(
    ({ clause, acts: [act] }) => clause.head === governor && clause.kind === 'noun' && act?.entry.cameo.startsWith('14') === true,
  )

/** The noun of "sign an agreement", "an accord reached in Doha": the verb tells the same act, with the same root; but "pressed ahead with a demand" tells none. */
const isToldByVerb = (reading: SentenceReading, lexicon: Lexicon, clause: Clause, entry: ActionEntry): boolean =>
  isToldByParticiple(reading, clause, entry) || isToldByGovernor(reading, lexicon, clause, entry)

const isToldByParticiple = ({ candidates }: SentenceReading, { head, light }: Clause, { cameo }: ActionEntry): boolean =>
  light === null &&
  candidates.some(
    ({ clause: { kind, link, governor, passive }, acts: [act] }) =>
      kind === 'verb' &&
      cameo.startsWith('05') &&
      link === 'acl' &&
      governor === head &&
      passive &&
      act?.loose === false &&
      act.entry.cameo.slice(0, 2) === cameo.slice(0, 2),
  )

/** "Demonstrations spread to Lima" are one; but "unions' protests", "protests against France" tell whose they are, and against whom. */
const erupts = ({ link, args }: Clause, { cameo }: ActionEntry): boolean =>
  link === 'nsubj' && cameo === '141' && !args.some((a) => a.slot === 'poss' || a.slot === 'against')

const isToldByGovernor = (reading: SentenceReading, lexicon: Lexicon, clause: Clause, entry: ActionEntry): boolean =>
  clause.light === null &&
  (/^(obj|nsubj:pass)/.test(clause.link) || (clause.link === 'obl' && clause.head > (clause.governor ?? -1)) || erupts(clause, entry)) &&
  reading.candidates.some(
    (other) =>
      other.clause.head === clause.governor &&
      !goesAhead(lexicon, reading.tree, other.clause.head, other.clause.lemma) &&
      other.acts[0]?.entry.cameo.slice(0, 2) === entry.cameo.slice(0, 2) &&
      !(other.acts[0]?.loose === true && !entry.cameo.startsWith('01') && leavesActToObject(reading, other.clause)),
  )

/**
 * "refused to meet", "rejected the talks", "suspended the negotiations", "the meetings were suspended", "violated the truce", "called off the strike",
 * "demanded a meeting", "called for sanctions", "calls for his arrest", "sentenced to hang": the word above tells the act, and what it asks, refuses or ends is none of its own. So are the words of a phrase
 * ("go on strike").
 */
const isToldAbove = ({ candidates, tree }: SentenceReading, lexicon: Lexicon, clause: Clause, { cameo }: ActionEntry): boolean => {
  if (clause.light !== null)
    return isOffered(candidates, clause.light) || endsNoun(candidates, clause.light) || isRefused(candidates, clause.light)
  if (isOwned(candidates, clause, cameo)) return false
  const { governor, link, marker } = clause.kind === 'noun' ? firstOfJoined(tree, clause) : clause
  return candidates.some(({ clause: other, acts: [above] }) => {
    if (!above || above.loose || other.head === clause.head) return false
    if (other.kind === 'noun')
      return clause.kind === 'noun' && other.head === governor && link === 'nmod' && marker === 'for' && ASKS.test(above.entry.cameo)
    if (clause.kind === 'noun' && above.words.includes(clause.head)) return true
    if (other.head !== governor || (governor !== clause.governor && isOfClass(lexicon, other.lemma, 'reporting'))) return false
    if (clause.kind !== 'noun')
      return link === 'xcomp' && (/^12/.test(above.entry.cameo) || (/^(18|20)/.test(cameo) && above.entry.cameo.startsWith('173')))
    return /^(obj|nsubj:pass)$/.test(link)
      ? /^(02|03|057|10|12|13|16|1721|08[01257]|196)/.test(above.entry.cameo) && !(/^02/.test(above.entry.cameo) && /^11/.test(cameo))
      : link === 'obl' && marker === 'for' && ASKS.test(above.entry.cameo)
  })
}

/** CAMEO codes of appeals and demands. */
const ASKS = /^(02|10)/

/** "demanded a truce and the withdrawal of troops": a noun hangs where the first of those that it is joined to does; but "announced the suspension and the closing" tells of two. */
const firstOfJoined = (tree: Tree, { link, governor, marker }: Clause): Pick<Clause, 'governor' | 'link' | 'marker'> => {
  if (link !== 'conj' || governor === null) return { governor, link, marker }
  const { head, deprel } = wordAt(tree, governor)
  return { governor: head, link: deprel, marker: marker || preposition(tree, governor) }
}

/** "rejected holding talks", "refused to hold talks": the light verb stands below a refusal. */
const isRefused = (candidates: SentenceReading['candidates'], light: number): boolean =>
  candidates.some(
    ({ clause: { head, link, governor } }) =>
      head === light &&
      link === 'xcomp' &&
      candidates.some(
        ({ clause: above, acts: [act] }) => above.head === governor && act?.loose === false && act.entry.cameo.startsWith('12'),
      ),
  )

/** "Ignoring pleas from Paris, the president withdrew": words of somebody else's, told beside what is told, are an act of their own. */
const isOwned = (candidates: SentenceReading['candidates'], { kind, args, governor }: Clause, cameo: string): boolean =>
  kind === 'noun' &&
  /^(02|10|11|13)/.test(cameo) &&
  args.some((a) => /^(from|by|poss)$/.test(a.slot) && a.via !== 'outer') &&
  candidates.some(({ clause: { head, link } }) => head === governor && /^(advcl|acl)/.test(link))

/** "ordered an investigation", where no entry for orders fits: the noun tells the act. */
const leavesActToObject = ({ candidates }: SentenceReading, clause: Clause): boolean =>
  candidates.some(
    ({ clause: other, acts: [act] }) =>
      act && !act.loose && other.kind === 'noun' && other.link === 'obj' && other.governor === clause.head,
  )

/** "responded by suspending its mission", "retaliated with sanctions": what was done in answer tells the act. */
const leavesActToAnswer = ({ candidates, tree }: SentenceReading, lexicon: Lexicon, clause: Clause, { cameo }: ActionEntry): boolean =>
  clause.kind === 'verb' &&
  /^01/.test(cameo) &&
  isOfClass(lexicon, clause.lemma, 'answering') &&
  candidates.some(
    ({ clause: { head, kind }, acts: [act] }) =>
      act !== undefined &&
      (clause.complements.some((c) => c.slot === 'by' && c.head === head) ||
        (kind === 'noun' && clause.args.some((a) => a.slot === 'with' && a.head === head && wordAt(tree, head).head === clause.head))),
  )
