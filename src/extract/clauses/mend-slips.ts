import type { Word } from '../../document.ts'
import { remembered } from '../../lexicon/remembered.ts'
import { childrenOf } from './children-of.ts'
import {
  askedTo,
  behindSemicolon,
  gerundSubject,
  intendedTo,
  nounClause,
  participle,
  participleBehind,
  participleOfName,
  predicateForMark,
  saysOfSpeaker,
  speaking,
  speaksBehind,
  thatClause,
  thatComplement,
  thatOfName,
  whenClause,
  whichOfName,
  whoClause,
} from './mends/clauses.ts'
import { joinedSubjects, sayersBehind, subjectBehindAnd, subjectBehindOpening, thoughtOf } from './mends/joined-subjects.ts'
import {
  nameOfLast,
  participleBeforePast,
  pastBehindInfinitive,
  predicateBehindRelative,
  quotedVerb,
  subjectBeforeLast,
  subjectBeforeTime,
  subjectBehindComma,
  subjectBehindDate,
  verbBehindObject,
  visitingPerson,
  visitingSubject,
} from './mends/lost-subjects.ts'
import { isBelow, type Mend, type Scene } from './mends/mend.ts'
import {
  allowedTo,
  apposedPlace,
  consideredWhat,
  objectBehindDay,
  participleBeforeObject,
  participleOfApposed,
  usingBeside,
} from './mends/misplaced.ts'
import {
  acronym,
  acronymOfNoun,
  asWellAs,
  brokenName,
  capitalName,
  capitalVerb,
  compound,
  initialsBefore,
  listedName,
  listedNationality,
  nameBeforeVerb,
  nameComplement,
  namesBeforeOffice,
  rulingParty,
  surname,
} from './mends/names.ts'
import {
  adjectiveOfName,
  agentOfActive,
  askedByNoun,
  bareObject,
  beforeSpan,
  calledSo,
  coordinated,
  doubleObject,
  effectiveFrom,
  heldPlace,
  markedObject,
  moreThan,
  newlyMade,
  nounBesidePlace,
  objectOfParticiple,
  timeGiven,
  toCourt,
  UNMARKED,
} from './mends/objects.ts'
import {
  adjectiveBehindNoun,
  meetingBetween,
  neighbouring,
  openingMeeting,
  participleAsSubject,
  participleBeforePassive,
  participleBetween,
  participleOfSubject,
  passiveBeside,
  predicateBehindClause,
} from './mends/participles.ts'
import {
  askedOfSeveral,
  moreBefore,
  objectBehindReceiver,
  participleOfObject,
  sayingBehindName,
  stateInCapitals,
  toDeath,
} from './mends/parts-behind.ts'
import {
  doersInErs,
  gerund,
  hyphenNoun,
  hyphenVerb,
  nounInS,
  sitIn,
  toNoun,
  verbBehindNames,
  verbBeside,
  verbInS,
  verbOfHeadline,
} from './mends/parts-of-speech.ts'
import { addedBehind, calledWhat, goesOnBehind, participleBehindReport, speakingOfThing, thatBehindDay } from './mends/reports.ts'
import {
  afterSubject,
  bareSubject,
  beforeDay,
  behindMark,
  behindPhrase,
  behindTown,
  dayBetween,
  secondSubject,
  speakerBehindQuotation,
  subjectBehindYear,
  subjectOfSecond,
  withoutConjunction,
} from './mends/subjects.ts'
import { agentBehindPlace, asksBeside, doneBy, ownParticle, perfect, planning, verbBeforeObject, verbInRow } from './mends/verbs.ts'
import { oneOfPeople, strikesReported, struckBehindAnd, takenBesides, tearGas, thatOfPlace } from './mends/victims.ts'

/**
 * Mends single arcs that contradict what stands beside them, where English leaves one reading: a gerund read as a noun though it has an object, a
 * subject read as a compound of its verb, a second subject, a name as complement, a participle behind a comma. One pass, each word against its neighbours.
 */
export const mendSlips = (
  read: readonly Word[],
): { readonly words: readonly Word[]; readonly children: readonly (readonly number[])[] } => {
  const words = [...read]
  const children = childrenOf(words)
  const below: Scene['below'] = (head, relation) => {
    const all = children[head]
    if (all === undefined) return NONE
    let found: number[] | null = null
    for (let i = 0; i < all.length; i++) {
      const at = all[i] as number
      if (!relation.test((words[at] as Word).deprel)) continue
      if (found === null) found = [at]
      else found.push(at)
    }
    return found ?? NONE
  }
  const scene: Scene = { words, below }
  for (let i = 0; i < words.length; i++) {
    let fits = mendsFor(words[i] as Word)
    for (let k = 0; k < fits.length; k++) {
      const { place, mend } = fits[k] as Placed
      const mended = mend(scene, words[i] as Word)
      for (let c = 0; c < mended.length; c++) {
        const changed = mended[c] as Word
        const before = words[changed.index] as Word
        if (changed.head === changed.index || isBelow(words, changed.index, changed.head)) continue
        if (before.head !== changed.head) {
          if (before.head >= 0) children[before.head] = (children[before.head] ?? []).filter((at) => at !== before.index)
          if (changed.head >= 0) children[changed.head] = [...(children[changed.head] ?? []), before.index].sort((a, b) => a - b)
        }
        words[changed.index] = changed
        if (changed.index !== i) continue
        // What it has become may be one for others of the mends that follow.
        fits = mendsFor(changed)
        k = fits.findLastIndex((other) => other.place <= place)
      }
    }
  }
  return { words, children }
}

const NONE: readonly number[] = []

/** A mend with the words that it is for; left out, it is for all of them. */
type Fit = { readonly mend: Mend; readonly upos?: RegExp; readonly relation?: RegExp }

const NOUNS = /^(NOUN|PROPN)$/
const MENDS: readonly Fit[] = [
  { mend: rulingParty },
  { mend: goesOnBehind, upos: NOUNS, relation: /^obl$/ },
  { mend: addedBehind, upos: /^VERB$/, relation: /^ccomp$/ },
  { mend: tearGas, upos: /^VERB$/ },
  { mend: oneOfPeople, upos: /^ADJ$/, relation: /^amod$/ },
  { mend: takenBesides, upos: /^VERB$/, relation: /^conj$/ },
  { mend: strikesReported, upos: /^VERB$/, relation: /^acl/ },
  { mend: struckBehindAnd, upos: NOUNS, relation: /^conj$/ },
  { mend: hyphenVerb, upos: /^VERB$/ },
  { mend: ownParticle, upos: /^ADP$/, relation: /^case$/ },
  { mend: neighbouring, upos: /^VERB$/, relation: /^(acl|advcl|amod|csubj)$/ },
  { mend: planning, upos: /^NOUN$/, relation: /^root$/ },
  { mend: doersInErs, upos: /^VERB$/, relation: /^nsubj/ },
  { mend: doneBy, upos: /^ADJ$/ },
  { mend: adjectiveBehindNoun, upos: /^ADJ$/, relation: /^(root|ccomp|parataxis|conj)$/ },
  { mend: agentBehindPlace, upos: NOUNS, relation: /^nmod$/ },
  { mend: perfect, relation: /^amod$/ },
  { mend: verbBeforeObject, upos: /^VERB$/, relation: /^amod$/ },
  { mend: verbInRow, upos: /^VERB$/, relation: /^amod$/ },
  { mend: sitIn, upos: /^(ADJ|ADV|VERB|NOUN)$/, relation: /^(amod|compound|advmod)$/ },
  { mend: asksBeside, upos: /^VERB$/, relation: /^conj$/ },
  { mend: passiveBeside, upos: /^VERB$/, relation: /^conj$/ },
  { mend: moreThan, upos: /^NOUN$/, relation: /^obl$/ },
  { mend: timeGiven, upos: /^NOUN$/, relation: /^obl/ },
  { mend: beforeSpan, upos: /^NOUN$/, relation: /^obj$/ },
  { mend: effectiveFrom, relation: /^(xcomp|advcl|acl)$/ },
  { mend: adjectiveOfName, upos: /^ADJ$/, relation: /^(acl|xcomp|advcl)$/ },
  { mend: hyphenNoun, upos: /^NOUN$/, relation: /^appos$/ },
  { mend: calledWhat, upos: NOUNS, relation: /^obj$/ },
  { mend: calledSo, upos: /^(NOUN|ADJ)$/, relation: /^(appos|nmod|obl|dep)/ },
  { mend: doubleObject, upos: /^NOUN$/, relation: UNMARKED },
  { mend: toCourt, upos: /^VERB$/ },
  { mend: dayBetween, upos: /^VERB$/, relation: /^advcl$/ },
  { mend: behindMark, upos: /^VERB$/, relation: /^advcl$/ },
  { mend: participleBeforePassive, upos: /^VERB$/, relation: /^(ccomp|conj|parataxis|advcl)$/ },
  { mend: participleOfSubject, upos: /^VERB$/, relation: /^(xcomp|ccomp)$/ },
  { mend: openingMeeting, upos: NOUNS, relation: /^(nsubj|obl)/ },
  { mend: meetingBetween, upos: /^NOUN$/, relation: /^(conj|appos)/ },
  { mend: participleAsSubject, upos: /^VERB$/, relation: /^nsubj/ },
  { mend: subjectBehindYear, upos: NOUNS, relation: /^appos/ },
  { mend: predicateBehindClause, upos: NOUNS, relation: /^root$/ },
  { mend: participleBetween, upos: /^VERB$/, relation: /^(root|ccomp|conj|parataxis)/ },
  { mend: speakerBehindQuotation, relation: /^vocative$/ },
  { mend: capitalVerb, upos: /^(VERB|NOUN|PROPN)$/ },
  { mend: surname, upos: /^VERB$/ },
  { mend: capitalName, upos: /^VERB$/, relation: /^(nsubj|obj|obl|nmod|csubj)/ },
  { mend: afterSubject, relation: /^(nmod|obl)$/ },
  { mend: acronym, relation: /^(mark|advmod|discourse|dep)$/ },
  { mend: acronymOfNoun, upos: /^ADJ$/, relation: /^(amod|xcomp)$/ },
  { mend: beforeDay, upos: /^PROPN$/ },
  { mend: heldPlace, upos: /^VERB$/ },
  { mend: gerund, upos: /^NOUN$/ },
  { mend: nameBeforeVerb, relation: /^(amod|compound)$/ },
  { mend: initialsBefore, upos: /^PROPN$/, relation: /^(iobj|obj)$/ },
  { mend: compound, upos: /^PROPN$/, relation: /^compound$/ },
  { mend: secondSubject, relation: /^nsubj/ },
  { mend: nameComplement, upos: /^PROPN$/, relation: /^xcomp$/ },
  { mend: nounBesidePlace, upos: /^NOUN$/, relation: /^conj$/ },
  { mend: coordinated, upos: NOUNS, relation: /^(obl|nmod)/ },
  { mend: subjectOfSecond, upos: /^VERB$/, relation: /^conj$/ },
  { mend: brokenName, upos: /^PROPN$/, relation: /^flat$/ },
  { mend: thoughtOf, upos: NOUNS, relation: /^obj$/ },
  { mend: joinedSubjects, upos: /^VERB$/, relation: /^conj$/ },
  { mend: sayersBehind, upos: NOUNS, relation: /^conj$/ },
  { mend: subjectBehindOpening, upos: NOUNS, relation: /^conj$/ },
  { mend: subjectBehindAnd, upos: NOUNS, relation: /^conj$/ },
  { mend: behindPhrase, upos: NOUNS, relation: /^(conj|appos|flat|nmod)/ },
  { mend: behindTown, upos: /^NOUN$/, relation: /^(nsubj|obl)$/ },
  { mend: markedObject, upos: NOUNS, relation: /^obj$/ },
  { mend: newlyMade, upos: /^VERB$/, relation: /^(xcomp|advcl|ccomp)$/ },
  { mend: bareSubject, upos: /^NOUN$/, relation: /^obl$/ },
  { mend: predicateForMark, upos: /^ADJ$/, relation: /^mark$/ },
  { mend: listedName, upos: /^PROPN$/ },
  { mend: namesBeforeOffice, upos: /^PROPN$/, relation: /^(det|compound|amod|nmod)/ },
  { mend: listedNationality, upos: /^ADJ$/, relation: /^amod$/ },
  { mend: asWellAs, upos: NOUNS },
  { mend: bareObject, upos: /^NOUN$/, relation: /^obl$/ },
  { mend: objectBehindReceiver, upos: /^NOUN$/, relation: /^obl/ },
  { mend: sayingBehindName, upos: /^(NOUN|VERB)$/, relation: /^(obl|nmod)/ },
  { mend: participleOfObject, upos: /^VERB$/, relation: /^(advcl|conj)$/ },
  { mend: toDeath, upos: /^NOUN$/, relation: /^nmod$/ },
  { mend: moreBefore, relation: /^amod$/ },
  { mend: askedOfSeveral, upos: /^VERB$/, relation: /^acl$/ },
  { mend: stateInCapitals, upos: /^PRON$/ },
  { mend: whenClause, relation: /^acl:relcl$/ },
  { mend: whoClause, relation: /^advcl$/ },
  { mend: thatBehindDay, relation: /^acl/ },
  { mend: thatClause, relation: /^acl:relcl$/ },
  { mend: nounClause, relation: /^acl:relcl$/ },
  { mend: whichOfName, upos: /^VERB$/, relation: /^acl:relcl$/ },
  { mend: thatOfPlace, upos: /^VERB$/, relation: /^acl:relcl$/ },
  { mend: thatOfName, upos: /^VERB$/, relation: /^acl:relcl$/ },
  { mend: participle, relation: /^acl$/ },
  { mend: participleBehind, upos: /^NOUN$/, relation: /^compound$/ },
  { mend: speaking, relation: /^advcl$/ },
  { mend: speaksBehind, upos: /^VERB$/, relation: /^advcl$/ },
  { mend: saysOfSpeaker, upos: /^VERB$/, relation: /^conj$/ },
  { mend: speakingOfThing, relation: /^advcl$/ },
  { mend: participleBehindReport, upos: /^VERB$/, relation: /^advcl$/ },
  { mend: participleOfName, upos: /^VERB$/, relation: /^advcl$/ },
  { mend: gerundSubject, upos: /^VERB$/, relation: /^(advcl|xcomp|ccomp|conj)$/ },
  { mend: askedByNoun, upos: /^VERB$/, relation: /^advcl$/ },
  { mend: intendedTo, upos: /^VERB$/, relation: /^(advcl|xcomp)$/ },
  { mend: askedTo, upos: /^VERB$/, relation: /^advcl$/ },
  { mend: thatComplement, relation: /^advcl$/ },
  { mend: objectOfParticiple, upos: /^VERB$/, relation: /^(amod|compound)$/ },
  { mend: agentOfActive, relation: /^obl:agent$/ },
  { mend: behindSemicolon, relation: /^(ccomp|advcl)$/ },
  { mend: withoutConjunction, upos: /^VERB$/, relation: /^conj$/ },
  { mend: toNoun, upos: /^VERB$/, relation: /^(xcomp|advcl|obl|nmod)/ },
  { mend: verbInS, upos: /^NOUN$/, relation: /^(root|flat|list)$/ },
  { mend: verbBehindNames, upos: /^NOUN$/, relation: /^conj$/ },
  { mend: verbOfHeadline, upos: /^NOUN$/, relation: /^nsubj$/ },
  { mend: verbBeside, upos: /^NOUN$/, relation: /^conj/ },
  { mend: participleBeforeObject, upos: /^VERB$/, relation: /^xcomp$/ },
  { mend: usingBeside, upos: /^VERB$/, relation: /^acl$/ },
  { mend: apposedPlace, upos: /^NOUN$/, relation: /^(obj|obl|nmod|conj)/ },
  { mend: participleOfApposed, upos: /^VERB$/, relation: /^acl$/ },
  { mend: consideredWhat, upos: /^NOUN$/, relation: /^obj$/ },
  { mend: objectBehindDay, upos: /^NOUN$/, relation: /^obl/ },
  { mend: allowedTo, upos: /^VERB$/, relation: /^advcl$/ },
  { mend: nounInS, upos: /^VERB$/, relation: /^(nmod|obl|obj|conj)/ },
  { mend: predicateBehindRelative, upos: /^VERB$/, relation: /^conj$/ },
  { mend: visitingSubject, upos: /^VERB$/, relation: /^(advcl|csubj)$/ },
  { mend: visitingPerson, upos: /^VERB$/, relation: /^(advcl|acl|xcomp|csubj|obl|nmod)$/ },
  { mend: verbBehindObject, upos: /^VERB$/, relation: /^conj$/ },
  { mend: participleBeforePast, upos: /^VERB$/, relation: /^root$/ },
  { mend: pastBehindInfinitive, upos: /^VERB$/, relation: /^conj$/ },
  { mend: subjectBeforeLast, upos: /^NOUN$/, relation: /^(obl|nsubj)/ },
  { mend: quotedVerb, upos: /^(AUX|VERB)$/, relation: /^(root|ccomp|xcomp|advcl|parataxis|conj|acl)/ },
  { mend: subjectBeforeTime, upos: NOUNS, relation: /^(nmod|obl)/ },
  { mend: subjectBehindDate, upos: NOUNS, relation: /^(obl|obj)/ },
  { mend: subjectBehindComma, upos: /^VERB$/, relation: /^root$/ },
  { mend: nameOfLast, upos: /^PROPN$/, relation: /^conj$/ },
]

/** A mend with its place in MENDS. */
type Placed = { readonly place: number; readonly mend: Mend }

/** The mends for words of a part of speech and a relation, in their order; for most words there are few. */
const mendsFor = ({ upos, deprel }: Word): readonly Placed[] => mendsByRelation(deprel)(upos)

const mendsByRelation = remembered((deprel) =>
  remembered((upos) =>
    PLACED.filter((_, m) => {
      const { upos: parts = ANY, relation = ANY } = MENDS[m] as Fit
      return parts.test(upos) && relation.test(deprel)
    }),
  ),
)
const PLACED: readonly Placed[] = MENDS.map(({ mend }, place) => ({ place, mend }))
const ANY = /^/
