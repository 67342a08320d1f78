import type { Clause } from '../../extract/clauses/clause.ts'
import { envoyOfPost } from '../../extract/clauses/envoy-of-post.ts'
import { conjuncts, preposition } from '../../extract/clauses/noun-phrase.ts'
import { dependents, hangsBy, type Tree, wordAt } from '../../extract/clauses/tree.ts'
import { isOfClass } from '../../lexicon/is-of-class.ts'
import { isOf } from '../is-of.ts'
import type { Found, Resolved } from './found.ts'
import { partiesAt } from './parties.ts'
import { inSlot, isTelling } from './sides.ts'

/** "protested against what it called aggression by the coast guard": the first other actor in the words that hang on the act. */
export const withinTarget = (at: Resolved, clause: Clause, cameo: string, acts: boolean, fits: (f: Found) => boolean): readonly Found[] => {
  const { tree, mentions } = at.reading
  // "Talks between Chad and Sudan were suspended by Chad": of a passive the object stands before it.
  const before = clause.passive ? inSlot(clause, 'object').filter((a) => a.via === 'own') : []
  // "stood with its ally and condemned China": what the second verb is done to.
  // "the Oslo attack, the ministry said": who tells of an act is no other name of it.
  const others = dependents(tree, clause.head, ...(acts ? ['conj', 'parataxis'] : []), ...(clause.kind === 'noun' ? ['appos'] : []))
  for (const mention of mentions) {
    if (
      (mention.head < clause.head && !before.some((a) => isWithin(tree, mention.head, a.head))) ||
      !isWithin(tree, mention.head, clause.head) ||
      others.some((verb) => isWithin(tree, mention.head, verb)) ||
      isToldBeside(tree, mention.head, clause.head, !ANSWERS.test(cameo)) ||
      isDescribed(at, mention.head, clause) ||
      isLocative(at, mention.head) ||
      isSourced(tree, mention.head, clause.head) ||
      isTopic(tree, mention.head) ||
      isAside(at, mention.head) ||
      envoyOfPost(tree, (lemma, id) => isOfClass(at.lexicon, lemma, id), mention.head) >= 0 ||
      isOfSubject(tree, mention.head, clause.head) ||
      (!SPOKEN.test(cameo) && isReactor(tree, clause, mention.head)) ||
      isElsewhere(at, mention.head, clause.head, !RESPONDS.test(cameo))
    )
      continue
    const heads = preposition(tree, mention.head) === 'between' ? [mention.head] : conjuncts(tree, mention.head)
    const found = heads.flatMap((head) => partiesAt(at, head)).filter((f) => f.party.entity !== null && fits(f))
    if (found.length > 0) return found
  }
  return []
}

/** Whether a word stands in what hangs on another, or is it. */
const isWithin = (tree: Tree, at: number, top: number): boolean => {
  for (let up = at; up >= 0; up = wordAt(tree, up).head) if (up === top) return true
  return false
}

/** "…, according to a report released by the institute": who tells of the act has no part in it. */
const isSourced = (tree: Tree, word: number, act: number): boolean => {
  for (let at = word; at >= 0 && at !== act; at = wordAt(tree, at).head) if (preposition(tree, at) === 'according to') return true
  return false
}

/** "agreed to share intelligence on Iran": what it is about. */
const isTopic = (tree: Tree, word: number): boolean => {
  const above = wordAt(tree, word).head
  return above >= 0 && /^(on|upon|about|over)$/.test(preposition(tree, word)) && isTelling(wordAt(tree, above).lemma)
}

/** The subject of a clause beside the act: "the decision, which Washington called unconscionable", "died as France shelled the town". */
const isAside = (at: Resolved, head: number): boolean => {
  const { tree } = at.reading
  if (!hangsBy(tree, head, 'nsubj')) return false
  const verb = wordAt(tree, head).head
  if (hangsBy(tree, verb, 'acl:relcl')) return true
  return hangsBy(tree, verb, 'advcl') && dependents(tree, verb, 'mark').some((m) => /^(as|while|when)$/i.test(wordAt(tree, m).text))
}

/** "were wounded when gunmen from Boko Haram attacked": who acts in a clause of time did what was suffered. */
export const isDoerBeside = (tree: Tree, word: number, act: number): boolean =>
  dependents(tree, act, 'advcl').some(
    (below) =>
      dependents(tree, below, 'mark', 'advmod').some((m) => /^(when|as|after)$/i.test(wordAt(tree, m).text)) &&
      dependents(tree, below, 'nsubj').some((subject) => isWithin(tree, word, subject)),
  )

/** What is said, asked, offered or threatened: mostly to whoever answers it. */
const SPOKEN = /^(0[1-3]|1[0-3])/

/** "a coup condemned by the African Union": who only reacts to it. */
const isReactor = (tree: Tree, { args }: Clause, word: number): boolean =>
  args.some(({ slot, head }) => slot === 'reactor' && isWithin(tree, word, head))

/** "said Moussa Issoufou, a councillor": what is told of who acts. */
const isOfSubject = (tree: Tree, word: number, act: number): boolean =>
  dependents(tree, act, 'nsubj').some((subject) => subject > act && isWithin(tree, word, subject))

/** "help for the island, where Indian soldiers fought the rebels", "halted flights following raids on Chad": what is told of a place or a time; `late`, also behind "after". */
const isElsewhere = ({ lexicon, reading: { tree } }: Resolved, word: number, act: number, late: boolean): boolean => {
  for (let at = word; at >= 0 && at !== act; at = wordAt(tree, at).head) {
    const marks = hangsBy(tree, at, 'acl:relcl')
      ? dependents(tree, at, 'advmod', 'mark').some((m) => /^(where|when)$/i.test(wordAt(tree, m).text))
      : hangsBy(tree, at, 'acl', 'advcl')
        ? /^following$/i.test(wordAt(tree, at).text) ||
          isDrawing(lexicon, tree, at) ||
          (late && dependents(tree, at, 'mark').some((m) => /^(after|before)$/i.test(wordAt(tree, m).text)))
        : hangsBy(tree, at, 'obl', 'nmod') &&
          (TIMES.test(preposition(tree, at)) ||
            (late && /^(after|before|despite|in spite of)$/i.test(preposition(tree, at))) ||
            dependents(tree, at, 'case').some((m) => TIMES.test(wordAt(tree, m).text)) ||
            isPart(tree, at))
    if (marks) return true
  }
  return false
}

/** What tells when or beside what an act was done. */
const TIMES = /^(following|amid|amidst|pending|because of|due to|owing to)$/i

/** "…, drawing protests from Chad": who answers it; but "drawing Chad into the war" is the act's own. */
const isDrawing = (lexicon: Resolved['lexicon'], tree: Tree, verb: number): boolean =>
  /ing$/.test(wordAt(tree, verb).text) &&
  isOf(lexicon, tree, verb, 'drawing') &&
  dependents(tree, verb, 'obj').some((at) => isOf(lexicon, tree, at, 'reaction'))

/** "as part of the end of the mission". */
const isPart = (tree: Tree, at: number): boolean => wordAt(tree, at).lemma === 'part' && preposition(tree, at) === 'as'

/** A clause with a subject of its own that is told beside the act: "… as the OAS sent its envoy", "…, and Mandela defied them"; `late`, also what tells when. */
const isApart = (tree: Tree, at: number, late: boolean): boolean => {
  const subjects = dependents(tree, at, 'nsubj', 'nsubj:pass')
  if (subjects.length === 0) return false
  if (hangsBy(tree, at, 'conj', 'parataxis')) return hangsBy(tree, subjects[0] as number, 'nsubj')
  if (!hangsBy(tree, at, 'advcl')) return false
  // "…, with Oslo fearing a ruse".
  if (subjects.some((s) => preposition(tree, s) === 'with')) return true
  return dependents(tree, at, 'mark').some(
    (m) => /^with$/i.test(wordAt(tree, m).text) || BESIDE.test(wordAt(tree, m).text) || (late && WHEN.test(wordAt(tree, m).text)),
  )
}

/** Whether such a clause stands between a word and the act above it. */
const isToldBeside = (tree: Tree, word: number, act: number, late: boolean): boolean => {
  for (let at = word; at >= 0 && at !== act; at = wordAt(tree, at).head) if (isApart(tree, at, late)) return true
  return false
}

const BESIDE = /^(as|while|when|although|though|because)$/i
const WHEN = /^(after|before|since)$/i

/** CAMEO codes of what one does because of what another did: that may be told behind "after". */
const ANSWERS = /^(082|1[0-4]|1[67])/
/** The same with shows of force. */
const RESPONDS = /^(082|1[0-7])/

/** "the pipeline, which goes from Iraq to Jordan", "honoured him as a citizen": what is told of a thing, or what somebody is called. */
const isDescribed = ({ reading: { tree }, lexicon }: Resolved, word: number, { head, kind }: Clause): boolean => {
  // "gave data which includes names to Chad": the parser hangs the receiver on the nearer verb.
  if (preposition(tree, word) === 'to') return false
  if (hangsBy(tree, word, 'obl') && preposition(tree, word) === 'as') return true
  for (let at = word; at >= 0 && at !== head; at = wordAt(tree, at).head) {
    // But "the blasts that killed six", "the ports from which Chad ships its oil", "a pact that let Chadians in".
    const noun = wordAt(tree, at).head
    if (hangsBy(tree, at, 'acl:relcl') && !(kind === 'noun' && noun === head) && isOfPronoun(tree, at) && !isAgreed(lexicon, tree, noun))
      return true
  }
  return false
}

const isAgreed = (lexicon: Resolved['lexicon'], tree: Tree, noun: number): boolean => isOf(lexicon, tree, noun, 'agreement')

const isOfPronoun = (tree: Tree, verb: number): boolean =>
  dependents(tree, verb, 'nsubj', 'nsubj:pass', 'obj').some(
    (s) =>
      /^(which|that|who|whom)$/i.test(wordAt(tree, s).text) ||
      dependents(tree, s, 'nmod:poss').some((at) => /^whose$/i.test(wordAt(tree, at).text)),
  )

const isLocative = (at: Resolved, head: number): boolean =>
  (hangsBy(at.reading.tree, head, 'conj') &&
    dependents(at.reading.tree, head, 'case').length === 0 &&
    isLocative(at, wordAt(at.reading.tree, head).head)) ||
  dependents(at.reading.tree, head, 'case').some((c) =>
    /^(in|near|at|outside|inside|around|through|since|until|during|before|after|according)$/i.test(wordAt(at.reading.tree, c).text),
  )
