import type { Action } from '../../document.ts'
import type { Act } from '../../extract/acts/find-act.ts'
import type { Clause } from '../../extract/clauses/clause.ts'
import { dependents, hangsBy, type Tree, wordAt } from '../../extract/clauses/tree.ts'
import type { Candidate, SentenceReading } from '../../extract/read-sentence.ts'
import type { Lexicon } from '../../lexicon/index-lexicon.ts'
import { isOfClass } from '../../lexicon/is-of-class.ts'
import { isAbove, isOf } from '../is-of.ts'
import type { Sides } from '../sides/find-sides.ts'
import { isEveryday } from './everyday.ts'
import { isFiction } from './in-fiction.ts'
import { isGoingAhead } from './is-going-ahead.ts'
import { isStirring } from './is-stirring.ts'
import { isByNobody, isFirstToDoSo, isHeadline, isHearsay, isOffRecord, isQuestion } from './of-nobody.ts'
import { isAddition, isAuthored, isContainer, isInTitle, isLaidDown, isOfThing } from './of-things.ts'
import {
  isAnyToCome,
  isBecoming,
  isCalled,
  isFallingApart,
  isHabit,
  isInView,
  isNamingItself,
  isNone,
  isPossibility,
  isSayingAsked,
  isSupposed,
  isTakenSomehow,
  isView,
  isWanted,
  isWithoutAny,
} from './only-thought.ts'
import { isFetchedFor, isProsecutedFor, isUnverified } from './part-of-act.ts'
import { isPlayed } from './played.ts'
import { isAccident, isPrivateCrime, isPrivateDoing } from './private-doings.ts'

/** What a clause that an entry fits is judged on before it is an event: its sentence, its act and action, and whom the sentence's own words give for its sides. */
export type Judged = {
  readonly reading: SentenceReading
  readonly lexicon: Lexicon
  readonly clause: Clause
  readonly act: Act
  readonly action: Action
  readonly said: Sides
}

/** Why a clause tells of no act that happened, in a line; null where it does. The first reason that holds is told. */
export const whyNoAct = (judged: Judged): string | null => {
  for (const { holds, why } of REASONS_OF[judged.clause.kind]) if (holds(judged)) return why
  return null
}

/** "urged Minsk to withdraw", "the decision to attack": not yet done, and the asking or deciding is an act of its own. */
const isContent = ({ reading, lexicon, clause: own, action: { status }, said }: Judged): boolean => {
  // "threatened to attack Chad and invade Mali": a second one that names whom it is done to is told nowhere else.
  const isNew = said.target.some((p) => p.entity !== null && p.basis !== 'discourse')
  const clause = own.kind === 'verb' && own.link === 'conj' && !isNew ? firstOf(reading.candidates, own) : own
  // "urged Chad to reduce arrests to ease the pressure": what is asked for, and its aim.
  if (status === 'hypothetical' && clause.link === 'advcl' && /\bto\b/.test(clause.marker) && isAskedAbove(reading, clause)) return true
  const above = aboveOf(reading, lexicon, clause)
  if (above === undefined || above.acts.length === 0) return false
  if (status === 'hypothetical') return /^(xcomp|ccomp|acl$)/.test(clause.link)
  // "will allow the agency to deliver food": what others are to do.
  return status === 'future' && (clause.link === 'acl' || (clause.link === 'xcomp' && isOfOthers(above, clause)))
}

/** "allowed the agency to deliver", but "promised the agency to deliver": who is to do it is whom the act above is done to. */
const isOfOthers = (above: Candidate, { args }: Clause): boolean =>
  args.some(({ slot, head }) => slot === 'subject' && above.clause.args.some((a) => a.head === head && /^(object|indirect)$/.test(a.slot)))

/** The candidate that governs a clause; of "asked Chad to help patrol" the asking, of "the decision by Chad and Mali to send" the decision. */
const aboveOf = ({ candidates, tree }: SentenceReading, lexicon: Lexicon, { governor, link }: Clause): Candidate | undefined => {
  const first = governor !== null && link === 'acl' && hangsBy(tree, governor, 'conj') ? wordAt(tree, governor).head : governor
  const above = candidates.find(({ clause }) => clause.head === first)
  return above?.acts.length === 0 && above.clause.link === 'xcomp' && isOfClass(lexicon, above.clause.lemma, 'helping-along')
    ? candidates.find(({ clause }) => clause.head === above.clause.governor)
    : above
}

const isAskedAbove = ({ candidates }: SentenceReading, { governor }: Clause): boolean => {
  const asked = candidates.find(({ clause }) => clause.head === governor)
  if (asked?.clause.link !== 'xcomp' || asked.acts.length > 0) return false
  return candidates.some(({ clause, acts: [act] }) => clause.head === asked.clause.governor && /^(02|10)/.test(act?.entry.cameo ?? ''))
}

/** "were forced to withdraw": nobody is said to force them, and the infinitive tells what they did. */
const isOnlyForced = ({ reading: { candidates }, clause: { passive, lemma, args, complements } }: Judged): boolean =>
  passive &&
  /^(force|compel|oblige|require)$/.test(lemma) &&
  args.every(({ slot }) => slot === 'object') &&
  complements.some(
    (c) => c.slot === 'to' && candidates.some(({ clause, acts }) => clause.head === c.head && clause.lemma !== 'flee' && acts.length > 0),
  )

/** "banned her from holding office", "prevented agencies from delivering aid": what is prevented is not done, and the preventing is an act of its own. */
const isPrevented = ({ reading: { candidates }, lexicon, clause: { kind, link, governor, marker } }: Judged): boolean =>
  kind === 'verb' &&
  link === 'advcl' &&
  marker === 'from' &&
  candidates.some(
    ({ clause, acts }) => clause.head === governor && acts.length > 0 && lexicon.operators.get(clause.lemma)?.inner === 'negated',
  )

/** "declined to comment", "refused to say whether": who says nothing has refused, and the refusal is the act. */
const isUnsaid = ({ reading: { candidates }, clause: { link, governor }, action: { cameo, root, negated } }: Judged): boolean =>
  root === '01' &&
  (negated || cameo === '011') &&
  link === 'xcomp' &&
  candidates.some(({ clause, acts: [act] }) => clause.head === governor && /^(01|12)/.test(act?.entry.cameo ?? ''))

/** "the decision to build and provide schools": a second infinitive without a word of its own before it stands where the first does. */
const firstOf = (candidates: SentenceReading['candidates'], own: Clause): Clause => {
  const first = candidates.find(({ clause }) => clause.head === own.governor)?.clause
  return first?.kind === 'verb' && first.mood === own.mood ? first : own
}

/** "a pledge by the alliance not to deploy forces", where the parser hung the infinitive on the verb: the noun before it tells the act. */
const isPledged = ({ reading: { tree, candidates }, clause, action: { status } }: Judged): boolean =>
  status === 'future' &&
  clause.link === 'advcl' &&
  /\bto\b/.test(clause.marker) &&
  candidates.some(
    ({ clause: { kind, link, head, governor, light }, acts: [act] }) =>
      act !== undefined &&
      /^(03|10|12|13)/.test(act.entry.cameo) &&
      kind === 'noun' &&
      light === null &&
      link === 'obj' &&
      governor === clause.governor &&
      head < clause.head &&
      !tree.words.slice(head, clause.head).some((w) => w.upos === 'VERB'),
  )

const isThought = ({ action: { status }, said }: Judged): boolean => status === 'hypothetical' && said.source.length === 0

/** "to promote dialogue", "a programme aimed at ending the war": what is aimed at, and the noun below an infinitive of purpose that tells no act itself. */
const isAim = ({
  reading: { tree, candidates },
  clause: { kind, link, light, governor, head, lemma, passive },
  action,
}: Judged): boolean => {
  // But "missiles are aimed at Chad".
  if (kind === 'verb')
    return (lemma === 'aim' && action.root !== '15' && (link === 'acl' || passive)) || (link === 'advcl' && isAimedAt(tree, head))
  if (kind !== 'noun' || light !== null || link !== 'obj' || governor === null) return false
  if (candidates.some(({ clause: above, acts: [act] }) => above.head === governor && act && !act.loose)) return false
  return isPurpose(tree, governor)
}

const isPurpose = (tree: Tree, verb: number): boolean => {
  const marks = dependents(tree, verb, 'mark').map((at) => wordAt(tree, at).text.toLowerCase())
  return marks.includes('to') ? hangsBy(tree, verb, 'advcl', 'acl', 'xcomp') : isAimedAt(tree, verb)
}

/** "a programme aimed at improving relations". */
const isAimedAt = (tree: Tree, verb: number): boolean => {
  const above = wordAt(tree, verb).head
  return (
    above >= 0 && /^aim/.test(wordAt(tree, above).lemma) && dependents(tree, verb, 'mark').some((at) => /^at$/i.test(wordAt(tree, at).text))
  )
}

/** "participants in a meeting", "delegates at the talks", "visited him in detention", "is in charge of": where people were; but "kept him in detention" is done to him. */
const isWhereabouts = ({ reading: { tree }, lexicon, clause: { kind, head, marker } }: Judged): boolean =>
  kind === 'noun' &&
  ((/^(in|at|of|to)$/.test(marker) && hangsBy(tree, head, 'nmod') && isAbove(tree, head, lexicon, 'attending')) ||
    (marker === 'in' &&
      isOf(lexicon, tree, head, 'being-in') &&
      (wordAt(tree, head).lemma === 'charge' || !isAbove(tree, head, lexicon, 'keeping-in')) &&
      dependents(tree, head, 'det', 'amod', 'nmod:poss', 'compound').length === 0))

/** "at the end of the talks": a part of what lasts, which only says when. */
const isPhase = ({ reading: { tree }, lexicon, clause: { head, marker } }: Judged): boolean =>
  /^(at|by|before|until|till|near|since|from)$/.test(marker) && isOf(lexicon, tree, head, 'phase-word')

/** "the summit decided to send troops", "the conference condemned the raid": those who met do it; a summit that "failed to reach a deal" is still told by its noun. */
const isWhoActs = ({ reading, clause: { kind, link, governor }, action: { root } }: Judged): boolean =>
  kind === 'noun' &&
  root === '04' &&
  link === 'nsubj' &&
  reading.candidates.some(
    ({ clause: other, acts: [act] }) =>
      act !== undefined &&
      other.head === governor &&
      /^(0[1-3]|1[0-7])/.test(act.entry.cameo) &&
      !/^(fail|collapse)$/.test(other.lemma) &&
      (other.complements.length > 0 || other.args.some((a) => a.slot === 'object')),
  )

/** A reason that an act of a kind of word may be none; of null any. */
type Reason = { readonly of: Clause['kind'] | null; readonly holds: (judged: Judged) => boolean; readonly why: string }

const REASONS: readonly Reason[] = [
  { of: null, holds: isContent, why: 'what is asked, wanted or planned there: the verb or noun above tells the act' },
  { of: 'verb', holds: isPrevented, why: 'what is prevented there: the verb above tells the act' },
  { of: 'verb', holds: isUnsaid, why: 'what one would not say: the refusal tells the act' },
  { of: null, holds: isPledged, why: 'what is pledged there: the noun before it tells the act' },
  { of: null, holds: isThought, why: 'only thought of, and of nobody in particular' },
  { of: null, holds: isPossibility, why: 'only possible' },
  { of: 'verb', holds: isSupposed, why: 'only supposed' },
  { of: null, holds: isInView, why: 'how somebody sees it' },
  { of: 'noun', holds: isCalled, why: 'what somebody calls it' },
  { of: 'verb', holds: isNamingItself, why: 'what somebody calls himself' },
  { of: 'noun', holds: isWanted, why: 'only needed or awaited' },
  { of: 'noun', holds: isAnyToCome, why: 'only if there should be any' },
  { of: 'noun', holds: isNone, why: 'there was none' },
  { of: 'verb', holds: (judged) => isView(judged) && !isAuthored(judged), why: 'a view that is held' },
  { of: 'verb', holds: isBecoming, why: 'what is or comes to be' },
  { of: 'verb', holds: isFallingApart, why: 'what falls apart there is no talks' },
  { of: 'verb', holds: isSayingAsked, why: 'what somebody might say is asked' },
  { of: 'verb', holds: isTakenSomehow, why: 'how somebody is taken there' },
  { of: 'verb', holds: isHabit, why: 'what is done again and again' },
  { of: null, holds: isFiction, why: 'made up in a film, a play or a book' },
  { of: null, holds: isPrivateDoing, why: 'who does it there is in no politics' },
  { of: null, holds: isPlayed, why: 'what is played' },
  { of: 'verb', holds: isWithoutAny, why: 'how something else was done' },
  { of: 'verb', holds: isEveryday, why: 'what anybody does in daily life' },
  { of: 'verb', holds: isAccident, why: 'an accident' },
  { of: 'verb', holds: isPrivateCrime, why: 'a crime without politics' },
  { of: 'verb', holds: isAddition, why: 'a number that is added' },
  { of: null, holds: isStirring, why: 'what the act above stirs up' },
  { of: 'verb', holds: isUnverified, why: 'what a paper could not find out' },
  { of: null, holds: isFetchedFor, why: 'what somebody is fetched for is a part of that' },
  { of: 'noun', holds: isProsecutedFor, why: 'for what somebody is prosecuted' },
  { of: null, holds: isAim, why: 'what is aimed at there' },
  { of: 'noun', holds: isWhereabouts, why: 'it only says where people are' },
  { of: 'noun', holds: isPhase, why: 'it only says when' },
  { of: 'noun', holds: isWhoActs, why: 'it stands for those who met, and the verb tells what they do' },
  { of: 'verb', holds: (judged) => isOfThing(judged) && !isAuthored(judged), why: 'what does it there is no actor but a thing' },
  { of: null, holds: isLaidDown, why: 'what a document lays down' },
  { of: 'noun', holds: isInTitle, why: 'a word in the name of a document' },
  { of: null, holds: isHeadline, why: 'a heading: what is told below it' },
  { of: 'verb', holds: isByNobody, why: 'what nobody does' },
  { of: 'verb', holds: isFirstToDoSo, why: 'the verb before tells the act' },
  { of: 'verb', holds: isHearsay, why: 'what people say, and nobody in particular' },
  { of: 'verb', holds: isOnlyForced, why: 'what they were forced to do tells the act' },
  { of: 'verb', holds: isQuestion, why: 'the question that a speaker answers' },
  { of: 'verb', holds: isGoingAhead, why: 'that one goes on with what is told beside it' },
  { of: 'verb', holds: isOffRecord, why: 'how a speaker wants to be told of' },
  { of: 'noun', holds: isContainer, why: 'what was made known tells the act' },
]

const reasonsOf = (kind: Clause['kind']): readonly Reason[] => REASONS.filter((reason) => reason.of === null || reason.of === kind)
const REASONS_OF = { verb: reasonsOf('verb'), noun: reasonsOf('noun'), adjective: reasonsOf('adjective') }
