import type { Clause } from '../../extract/clauses/clause.ts'
import { ancestors, dependents, hangsBy, type Tree, wordAt } from '../../extract/clauses/tree.ts'
import { isOfClass } from '../../lexicon/is-of-class.ts'
import { isPast } from '../finite-verb.ts'
import { isAbove, isOf } from '../is-of.ts'
import type { Judged } from './why-no-act.ts'

/** "in the event of an attack", "the threat of war", "the possibility of Chad joining the bloc", "amid fears of a coup". */
export const isPossibility = ({ reading: { tree }, lexicon, clause: { kind, head, marker } }: Judged): boolean => {
  if (kind === 'verb')
    return hangsBy(tree, head, 'acl', 'nmod') && !hangsBy(tree, head, 'acl:relcl') && isAbove(tree, head, lexicon, 'possibility')
  return kind === 'noun' && /^(of|about)$/.test(marker) && hangsBy(tree, head, 'nmod') && isAbove(tree, head, lexicon, 'possibility')
}

/** "any attack would be met with force", "any further strikes will lead to war": none has been. */
export const isAnyToCome = ({ reading: { tree }, clause: { kind, light, head } }: Judged): boolean =>
  kind === 'noun' &&
  light === null &&
  hangsBy(tree, head, 'nsubj', 'nsubj:pass') &&
  dependents(tree, head, 'det').some((at) => /^any$/i.test(wordAt(tree, at).text)) &&
  dependents(tree, wordAt(tree, head).head, 'aux').some((at) =>
    /^(will|would|could|may|might|should|shall|must|can|['’]ll|['’]d)$/i.test(wordAt(tree, at).text),
  )

/** "needs the consent of all members", "awaits the ruling": a noun that is only wanted. */
export const isWanted = ({ reading: { tree, candidates }, lexicon, clause: { kind, link, light, governor } }: Judged): boolean =>
  kind === 'noun' &&
  light === null &&
  link === 'obj' &&
  governor !== null &&
  isOf(lexicon, tree, governor, 'needing') &&
  !candidates.some(({ clause, acts: [act] }) => clause.head === governor && act?.loose === false)

/** "there was no suggestion", "had no intention of leaving", "it is not our intention": words and wishes that were not; but "no comment" is said by that. */
export const isNone = ({ reading: { tree }, clause: { kind, head }, act: { words }, action: { root } }: Judged): boolean =>
  kind === 'noun' &&
  /^0[123]$/.test(root) &&
  (dependents(tree, head, 'det').some((at) => /^no$/i.test(wordAt(tree, at).text) && !words.includes(at)) ||
    (dependents(tree, head, 'cop').length > 0 &&
      dependents(tree, head, 'advmod').some((at) => /^(not|n't|n’t)$/i.test(wordAt(tree, at).text))))

/** "Without warning anyone, he decided", "without killing any rebels": how something else was done; but "left without thanking Chad" leaves out what was due. */
export const isWithoutAny = ({ reading: { tree }, clause: { kind, marker, args } }: Judged): boolean =>
  kind === 'verb' &&
  /^without$/i.test(marker) &&
  args.some(
    ({ slot, head }) =>
      /^(object|indirect)$/.test(slot) && [head, ...dependents(tree, head, 'det')].some((at) => ANY.test(wordAt(tree, at).text)),
  )

const ANY = /^any(one|body|thing)?$/i

/** "Ankara regards it as a threat", "no longer considered each other enemies": a view that is held, and nothing that was said or done. */
export const isView = ({ reading: { tree }, lexicon, clause, action: { root } }: Judged): boolean =>
  clause.kind === 'verb' &&
  /^(01|04|11)$/.test(root) &&
  isOf(lexicon, tree, clause.head, 'viewing') &&
  clause.complements.every((c) => c.slot !== 'ing') &&
  (clause.negated ||
    isNoLonger(tree, clause.head) ||
    clause.mood !== 'asserted' ||
    isPresent(tree, clause.head) ||
    // "is considered to be the strongest in the world".
    (clause.passive && clause.complements.some((c) => dependents(tree, c.head, 'cop').length > 0)))

/** "condemned the vote as an attack on democracy": what somebody calls it. */
export const isCalled = (judged: Judged): boolean => {
  const { reading, clause } = judged
  const { tree, candidates } = reading
  if (clause.kind !== 'noun' || clause.light !== null) return false
  if (clause.marker !== 'as') return isSecondObject(judged)
  if (!hangsBy(tree, clause.head, 'obl', 'nmod', 'advcl')) return false
  const above = wordAt(tree, clause.head).head
  // The parser hangs it on the verb or on the verb's object.
  const verb = hangsBy(tree, above, 'obj') ? wordAt(tree, above).head : above
  return candidates.some(({ clause: other, acts: [act] }) => other.head === verb && act !== undefined && SPOKEN.test(act.entry.cameo))
}

/** "called it a flagrant violation", "was called an act of war"; the parser or a mend hangs it on the verb. */
const isSecondObject = ({ reading: { tree }, lexicon, clause: { head } }: Judged): boolean => {
  if (!hangsBy(tree, head, 'xcomp', 'obj', 'obl:unmarked') || dependents(tree, head, 'case').length > 0) return false
  const verb = wordAt(tree, head).head
  return (
    isOf(lexicon, tree, verb, 'calling-something') &&
    dependents(tree, verb, 'obj', 'iobj', 'nsubj:pass').some((at) => at !== head && at < head)
  )
}

/** "a group calling itself the Free Army": a name is no opinion. */
export const isNamingItself = ({ reading: { tree }, lexicon, clause: { lemma, head } }: Judged): boolean =>
  isOfClass(lexicon, lemma, 'giving-a-name') &&
  dependents(tree, head, 'obj', 'iobj').some((at) => /sel(f|ves)$/i.test(wordAt(tree, at).text))

const SPOKEN = /^(01|1[0-3])/

/** "considers that accepting members requires a change": what is so in a view that is held. */
export const isInView = ({ reading: { tree, candidates }, lexicon, clause: { head } }: Judged): boolean => {
  const chain = [head, ...ancestors(tree, head)]
  const above = chain.findIndex((at, i) => i > 0 && isOf(lexicon, tree, at, 'viewing') && isPresent(tree, at))
  if (above < 0 || !hangsBy(tree, chain[above - 1] as number, 'ccomp')) return false
  const view = candidates.find((c) => c.clause.head === chain[above])?.clause
  // "considers that the bloc, which bombed Serbia, …": what was done was done.
  return view?.mood === 'asserted' && chain.slice(0, above).every((at) => wordAt(tree, at).upos !== 'VERB' || !isPast(tree, at))
}

/** "said that if Georgia joined the bloc, it would act": what is only supposed in what somebody says. */
export const isSupposed = ({ reading: { tree }, clause: { kind, head } }: Judged): boolean => {
  if (kind !== 'verb') return false
  let at = head
  while (hangsBy(tree, at, 'conj', 'xcomp')) at = wordAt(tree, at).head
  const isIf = hangsBy(tree, at, 'advcl') && dependents(tree, at, 'mark').some((m) => /^(if|unless)$/i.test(wordAt(tree, m).text))
  return isIf && [at, ...ancestors(tree, at)].some((up) => hangsBy(tree, up, 'ccomp') || tells(tree, up, at))
}

/** A verb of saying that the parser hung the clause on, and what is said beside it. */
const tells = (tree: Tree, verb: number, clause: number): boolean =>
  wordAt(tree, clause).head === verb && dependents(tree, verb, 'ccomp').some((at) => dependents(tree, at, 'mark').some((m) => m < clause))

const isNoLonger = (tree: Tree, head: number): boolean =>
  dependents(tree, head, 'advmod').some((at) => /^longer$/i.test(wordAt(tree, at).text) && /^no$/i.test(tree.words[at - 1]?.text ?? ''))

/** A finite verb in the simple present. */
const isPresent = (tree: Tree, head: number): boolean => {
  const { text, lemma } = wordAt(tree, head)
  const word = text.toLowerCase()
  return (
    dependents(tree, head, 'aux').length === 0 &&
    dependents(tree, head, 'mark').every((at) => wordAt(tree, at).text.toLowerCase() !== 'to') &&
    (word === lemma || word === `${lemma}s` || word === `${lemma}es`)
  )
}

/** "Many protest when somebody breaks their spaghetti": in the present, and whenever something else is. */
export const isHabit = ({ reading: { tree, sentence }, clause: { kind, head, mood } }: Judged): boolean =>
  kind === 'verb' &&
  mood === 'asserted' &&
  sentence.kind !== 'heading' &&
  isPresent(tree, head) &&
  dependents(tree, head, 'advcl').some(
    (at) => isPresent(tree, at) && dependents(tree, at, 'advmod', 'mark').some((m) => /^when(ever)?$/i.test(wordAt(tree, m).text)),
  )

/** "The truce did not last", "The leader remains in custody", where no entry fits: what is or comes to be. */
export const isBecoming = ({ reading: { tree }, lexicon, clause, act }: Judged): boolean =>
  act.loose && clause.kind === 'verb' && clause.mood === 'asserted' && isOf(lexicon, tree, clause.head, 'becoming') && !hasObject(clause)

/** "as Yugoslavia collapsed", where no entry fits: what falls apart there is who might act, and no talks of his. */
export const isFallingApart = ({ reading: { tree, mentions }, lexicon, clause, act }: Judged): boolean =>
  act.loose &&
  clause.kind === 'verb' &&
  isOf(lexicon, tree, clause.head, 'falling-apart') &&
  clause.args.some((a) => a.slot === 'subject' && mentions.some((m) => m.head === a.head && m.kind === 'name'))

/** "Hamas took Israel seriously": no town that is taken. */
export const isTakenSomehow = ({ reading: { tree }, lexicon, clause: { lemma, head } }: Judged): boolean =>
  lemma === 'take' && dependents(tree, head, 'advmod', 'compound:prt').some((at) => isOf(lexicon, tree, at, 'way-of-taking'))

/** "What did the court say?": who asks it tells of no speech. */
export const isSayingAsked = ({ reading: { tree }, clause: { mood }, action: { root } }: Judged): boolean =>
  root === '01' && mood === 'hypothetical' && tree.words.at(-1)?.text === '?'

const hasObject = ({ args }: Clause): boolean => args.some((a) => a.slot === 'object')
