import { mapped, NONE } from '../../lexicon/mapped.ts'
import { argumentsOfVerb, phrasesOn } from './arguments-of-verb.ts'
import type { Argument } from './clause.ts'
import type { Grammar } from './grammar.ts'
import { isNegated, moodOf } from './mood.ts'
import { antecedent, conjuncts, preposition } from './noun-phrase.ts'
import { isPassive, surfaceSubject } from './surface.ts'
import { dependents, hangsBy, type Tree, wordAt } from './tree.ts'

/**
 * The arguments of a noun that names an event: its possessor (`poss`), adjectives and compounds (`modifier`), prepositional phrases, and what
 * the verb lends that it stands under: subject and phrases of a light verb ("held talks with"), phrases of "began", "took place" with it as subject.
 * `outer` is the subject of the clause that it stands in, the last resort, `teller` where it only tells of it; `reactor` that of a verb that reacts to it ("ignored pleas").
 */
export const argumentsOfNoun = (
  tree: Tree,
  grammar: Grammar,
  head: number,
): { readonly args: readonly Argument[]; readonly light: number | null } => {
  const possessors = dependents(tree, head, 'nmod:poss').flatMap((at) =>
    conjuncts(tree, antecedent(tree, at)).map((found) => arg('poss', found, 'own')),
  )
  const modifiers = dependents(tree, head, 'amod', 'compound', 'nmod:desc')
    .flatMap((at) => [at, ...dependents(tree, at, 'amod', 'conj', 'compound', 'flat')])
    .flatMap((at) => [at, ...hyphened(tree, at)])
    .map((at) => arg('modifier', at, 'own'))
  const above = wordAt(tree, head).head
  const isHung = (slot: string): boolean => above >= 0 && hangsBy(tree, head, 'obj') && isBlamed(tree, above, slot)
  // "blamed the attack on rebels": the parser hangs them on the attack.
  const hung = phrasesOn(tree, head)
  const own = mapped(hung, (a, i) => arg(i === hung.length - 1 && isHung(a.slot) ? 'by' : a.slot, a.head, 'own'))
  // "the signing of an act between A and B": the sides may hang on what was signed.
  const phrases = [...own]
  for (const a of own)
    if (a.slot === 'of')
      // "Chad's criticism of remarks by Mali": who made what it is about has not done the act of another.
      for (const b of phrasesOn(tree, a.head)) if (b.slot !== 'of' && !(b.slot === 'by' && possessors.length > 0)) phrases.push(b)
  // "the attack on villagers by rebels", "a visit to Chad by the king": who does it may hang on whom it is done to.
  for (const a of own)
    if (/^(on|against|to|at)$/.test(a.slot) && possessors.length === 0)
      for (const b of phrasesOn(tree, a.head)) if (b.slot === 'by') phrases.push(b)
  if (possessors.length === 0) phrases.push(...behindDoer(tree, own))
  const measure = measureOf(tree, grammar, head)
  const blamed = blamedFor(tree, grammar, measure)
  const within = engaged(tree, grammar, measure)
  const carrier = blamed.length > 0 || within.length > 0 || isBehind(tree, measure) ? null : carrierOf(tree, measure)
  const { lent, light } =
    carrier === null
      ? {
          lent: [
            ...blamed,
            ...accused(tree, grammar, measure),
            ...answerable(tree, grammar, measure),
            ...owned(tree, grammar, measure),
            ...within,
            ...underWay(tree, grammar, measure),
            ...thereFor(tree, grammar, measure),
          ],
          light: null,
        }
      : lend(tree, grammar, measure, carrier)
  const participles = [
    ...dependents(tree, head, 'acl').flatMap((at) => [...agents(tree, grammar, at, head), ...aimedAt(tree, grammar, at)]),
    ...dependents(tree, head, 'acl:relcl').flatMap((at) => stagers(tree, grammar, at)),
  ]
  // "receives money and support from Iran": the parser hangs on the noun from whom it is received.
  const from = light !== null && isReceiving(tree, grammar, light) ? phrases.filter((a) => a.slot === 'from') : NONE
  const given = [...from.map((a) => arg('by', a.head, a.via)), ...phrases]
  return { args: [...possessors, ...modifiers, ...given, ...participles, ...lent], light }
}

/** "the deployment by Chile of a destroyer": whom or what it is done to may hang on the name of who does it. */
const behindDoer = (tree: Tree, own: readonly Argument[]): readonly Argument[] =>
  own.some((a) => a.slot === 'of')
    ? NONE
    : own.flatMap((a) =>
        a.slot === 'by' && wordAt(tree, a.head).upos === 'PROPN' && dependents(tree, a.head, 'det').length === 0
          ? phrasesOn(tree, a.head).filter((b) => b.slot === 'of' && wordAt(tree, b.head).upos === 'NOUN')
          : [],
      )

const isReceiving = (tree: Tree, grammar: Grammar, verb: number): boolean =>
  grammar.lends(wordAt(tree, verb).lemma.toLowerCase()) === 'target'

/** "Thai-Burmese border talks": what a hyphen joins to a word of a compound. */
const hyphened = (tree: Tree, at: number): readonly number[] =>
  tree.words[at - 1]?.text === '-' ? dependents(tree, at, 'amod', 'compound').filter((before) => before === at - 2) : NONE

const arg = (slot: string, head: number, via: Argument['via']): Argument => ({ slot, head, via })

/** "began a new round of talks": the noun that counts the act stands where the act would. */
const measureOf = (tree: Tree, grammar: Grammar, noun: number): number => {
  const above = wordAt(tree, noun).head
  const counts =
    above >= 0 &&
    hangsBy(tree, noun, 'nmod') &&
    grammar.isOf(wordAt(tree, above).lemma.toLowerCase(), 'counting-acts') &&
    dependents(tree, noun, 'case').some((at) => wordAt(tree, at).text.toLowerCase() === 'of')
  return counts ? above : noun
}

/** The verb that the noun is an argument of; of a coordinated noun the verb of the first. */
const carrierOf = (tree: Tree, noun: number): number | null => {
  let at = noun
  while (hangsBy(tree, at, 'conj') && wordAt(tree, at).head >= 0) at = wordAt(tree, at).head
  const verb = wordAt(tree, at).head
  return verb >= 0 && wordAt(tree, verb).upos === 'VERB' ? verb : null
}

/** "called the closure of the border a smokescreen", not "called a strike": who says what an act is has not done it. */
const isCalledSo = (tree: Tree, grammar: Grammar, verb: number): boolean =>
  grammar.isOf(wordAt(tree, verb).lemma.toLowerCase(), 'calling-something') && dependents(tree, verb, 'xcomp').length > 0

const lend = (
  tree: Tree,
  grammar: Grammar,
  noun: number,
  verb: number,
): { readonly lent: readonly Argument[]; readonly light: number | null } => {
  const given = argumentsOfVerb(tree, grammar, verb)
  const slot = given.find((a) => a.head === noun)?.slot
  const [others, subjects, phrases]: [Argument[], Argument[], Argument[]] = [[], [], []]
  for (const a of given) {
    if (a.head === noun || a.via === 'attached') continue
    others.push(a)
    if (a.slot === 'subject') subjects.push(a)
    else if (a.slot !== 'object') phrases.push(arg(isBlamed(tree, verb, a.slot) ? 'by' : a.slot, a.head, 'attached'))
  }
  const lemma = wordAt(tree, verb).lemma.toLowerCase()
  // "is engaged in talks with Mali": who is engaged in it, as a passive tells, does it.
  if (/^(in|object)$/.test(slot ?? '') && isPassive(tree, verb) && preposition(tree, noun) === 'in' && grammar.isOf(lemma, 'engaging-in'))
    return { lent: [...others.filter((a) => a.slot === 'object').map((a) => arg('subject', a.head, 'light')), ...phrases], light: verb }
  // "received a warning", "came under attack".
  const lends = slot === undefined || isUndone(tree, verb) ? null : grammar.lends(slot === 'object' ? lemma : `${lemma} ${slot}`)
  if (lends === 'source') return { lent: [...subjects.map((a) => arg(a.slot, a.head, 'light')), ...phrases], light: verb }
  // "received a warning from Iran": who receives is the one that the act is done to.
  if (lends === 'target')
    return {
      lent: [...subjects.map((a) => arg('to', a.head, 'light')), ...phrases.map((a) => (a.slot === 'from' ? arg('by', a.head, a.via) : a))],
      light: verb,
    }
  // "The arrest drew criticism from France": who is behind "from" criticises, and has arrested nobody.
  if (slot === 'subject') return { lent: grammar.isOf(lemma, 'drawing') ? NONE : phrases, light: null }
  // "Under threat of sanctions, Chad freed them": who acts under a threat is the one that is threatened.
  if (slot === 'under' && subjects.length > 0) return { lent: subjects.map((a) => arg('to', a.head, 'outer')), light: null }
  // "Ignoring pleas from Paris": a phrase right behind the noun is the noun's, wherever the parser hung it.
  const first = phrases.find((a) => dependents(tree, a.head, 'case').some((c) => c === noun + 1))?.head
  const behind = first === undefined ? NONE : phrases.filter((a) => conjuncts(tree, first).includes(a.head))
  // "denied the accusation": who denies what he is accused of hasn't accused anybody.
  if (slot === 'object' && grammar.isOf(lemma, 'rebutting') && grammar.isOf(wordAt(tree, noun).lemma.toLowerCase(), 'charge-word')) {
    const isOfOther = phrasesOn(tree, noun).some((a) => a.slot === 'against')
    return { lent: [...behind, ...(isOfOther ? NONE : subjects.map((a) => arg('against', a.head, 'outer')))], light: null }
  }
  const reacts = grammar.isOf(lemma, 'reacting') || (slot === 'object' && isCalledSo(tree, grammar, verb))
  if (TAKEN_UP.test(slot ?? '') && reacts && !(slot === 'with' && grammar.isOf(lemma, 'answering'))) {
    const reactor = subjects.map((a) => arg('reactor', a.head, 'outer'))
    return { lent: [...behind, ...reactedTo(others, slot), ...reactor], light: null }
  }
  const surface = surfaceSubject(tree, grammar, verb)
  const outer =
    subjects.length > 0
      ? subjects
      : surface !== null && surface.head !== noun && !isPassive(tree, verb)
        ? [arg('subject', surface.head, 'own')]
        : NONE
  // "the army said, in an attack", "confirmed the attack": who tells of an act has not done it, unless it is one of words. But a force that "confirmed strikes on Iran" struck.
  const confirms = lemma === 'confirm' && phrasesOn(tree, noun).length === 0
  const tells = grammar.isOf(lemma, 'only-telling') && (slot !== 'object' || confirms || /^(report|note|verify)$/.test(lemma))
  const role = tells ? 'teller' : 'outer'
  return { lent: [...behind, ...outer.map((a) => arg(role, a.head, 'outer'))], light: null }
}

/** The same where the parser hung the act on whom one accuses. */
const accused = (tree: Tree, grammar: Grammar, noun: number): readonly Argument[] => {
  const whom = wordAt(tree, noun).head
  if (whom < 0 || !hangsBy(tree, noun, 'nmod') || !hangsBy(tree, whom, 'obj') || !/^(for|over|of|with)$/.test(preposition(tree, noun)))
    return NONE
  return grammar.isOf(wordAt(tree, wordAt(tree, whom).head).lemma.toLowerCase(), 'reacting') ? [arg('outer', whom, 'outer')] : NONE
}

/** "laid the blame for the looting on Chad", "put the blame on Chad for the raid": who is blamed for an act has done it. */
const blamedFor = (tree: Tree, grammar: Grammar, noun: number): readonly Argument[] => {
  const above = wordAt(tree, noun).head
  if (above < 0 || preposition(tree, noun) !== 'for') return NONE
  const isBlame = (at: number): boolean => wordAt(tree, at).lemma === 'blame' && wordAt(tree, at).upos === 'NOUN'
  const blame = isBlame(above) ? above : dependents(tree, above, 'obj').find(isBlame)
  if (blame === undefined) return NONE
  const verb = wordAt(tree, blame).head
  // "put no blame on Chad for the raid", "did not put the blame on Chad".
  if (verb >= 0 && isNegated(tree, verb)) return NONE
  const phrases = [
    ...phrasesOn(tree, blame),
    ...(verb >= 0 && wordAt(tree, verb).upos === 'VERB' ? argumentsOfVerb(tree, grammar, verb) : NONE),
  ]
  return phrases.filter((a) => a.slot === 'on').map((a) => arg('by', a.head, 'outer'))
}

/** "is responsible for the killings", "was guilty of an attack": who answers for an act has done it. */
const answerable = (tree: Tree, grammar: Grammar, noun: number): readonly Argument[] => {
  const adjective = wordAt(tree, noun).head
  if (adjective < 0 || !hangsBy(tree, noun, 'obl') || wordAt(tree, adjective).upos !== 'ADJ') return NONE
  if (!grammar.isOf(wordAt(tree, adjective).lemma.toLowerCase(), 'answerable') || !/^(for|of|in)$/.test(preposition(tree, noun)))
    return NONE
  if (dependents(tree, adjective, 'advmod').some((at) => /^(not|n['’]t|never)$/i.test(wordAt(tree, at).text))) return NONE
  const subject = surfaceSubject(tree, grammar, adjective)
  return subject === null ? NONE : conjuncts(tree, subject.head).map((at) => arg('outer', at, 'outer'))
}

/** "claimed responsibility for the attack", "took credit for the raid", "was behind the bombing": who owns an act has done it. */
const owned = (tree: Tree, grammar: Grammar, own: number): readonly Argument[] => {
  // "for the attacks and an attempted raid": of several what holds for the first.
  const noun = hangsBy(tree, own, 'conj') && wordAt(tree, own).head >= 0 ? wordAt(tree, own).head : own
  const above = wordAt(tree, noun).head
  const isOwned =
    above >= 0 && hangsBy(tree, noun, 'nmod') && preposition(tree, noun) === 'for' && hangsBy(tree, above, 'obj') && isAnswer(tree, above)
  const verb = isOwned ? wordAt(tree, above).head : -1
  const predicate = verb >= 0 && grammar.isOf(wordAt(tree, verb).lemma.toLowerCase(), 'owning-up') ? verb : isBehind(tree, noun) ? noun : -1
  if (predicate < 0 || dependents(tree, predicate, 'advmod').some((at) => /^(not|n['’]t|never)$/i.test(wordAt(tree, at).text))) return []
  const subject = surfaceSubject(tree, grammar, predicate)
  return subject === null || isPassive(tree, predicate) ? [] : conjuncts(tree, subject.head).map((at) => arg('outer', at, 'outer'))
}

/** "Chad was behind the attack": the parser takes the attack for what it was. */
const isBehind = (tree: Tree, noun: number): boolean => preposition(tree, noun) === 'behind' && dependents(tree, noun, 'cop').length > 0

/** "Chad is in talks with Mali", "who is on a visit to China", "was at war": who does what the predicate names; "is under attack", "on trial": whom it is done to. */
const engaged = (tree: Tree, grammar: Grammar, noun: number): readonly Argument[] => {
  const marker = preposition(tree, noun)
  // "appear to be in doubt", "were found to be in compliance" are judged by others.
  if (hangsBy(tree, noun, 'xcomp') || dependents(tree, noun, 'cop').length === 0 || !engages(tree, grammar, noun, marker)) return NONE
  const subject = surfaceSubject(tree, grammar, noun)
  if (subject === null || subject.head === noun) return NONE
  const slot = marker === 'under' || wordAt(tree, noun).lemma === 'trial' ? 'to' : 'subject'
  if (slot === 'subject' && grammar.isOf(wordAt(tree, subject.head).lemma.toLowerCase(), 'lying-in')) return NONE
  return conjuncts(tree, subject.head).map((at) => arg(slot, at, 'light'))
}

/** "in talks", "on a visit", "at war", "under attack"; but a word is "in the treaty", who only comes is "at a rally", and a speech is "on talks". */
const engages = (tree: Tree, grammar: Grammar, noun: number, marker: string): boolean => {
  const articles = dependents(tree, noun, 'det').map((at) => wordAt(tree, at).text.toLowerCase())
  if (marker === 'at') return articles.length === 0
  if (articles.some((article) => /^(the|this|that|these|those)$/.test(article))) return false
  return marker === 'on' ? grammar.isOf(wordAt(tree, noun).lemma.toLowerCase(), 'engaged-on') : marker === 'in' || marker === 'under'
}

/** "is in Bamako for talks with Mali's leader", "was in Chad on a visit": who is there takes part. */
const thereFor = (tree: Tree, grammar: Grammar, noun: number): readonly Argument[] => {
  const place = wordAt(tree, noun).head
  if (
    place < 0 ||
    wordAt(tree, place).upos !== 'PROPN' ||
    !hangsBy(tree, noun, 'nmod', 'obl') ||
    dependents(tree, place, 'cop').length === 0
  )
    return NONE
  if (preposition(tree, place) !== 'in' || !/^(for|on)$/.test(preposition(tree, noun))) return NONE
  if (!grammar.isOf(wordAt(tree, noun).lemma.toLowerCase(), preposition(tree, noun) === 'on' ? 'engaged-on' : 'meeting')) return NONE
  const subject = surfaceSubject(tree, grammar, place)
  if (subject === null || subject.head === place) return NONE
  const doers = conjuncts(tree, subject.head).map((at) => arg('subject', at, 'light'))
  return preposition(tree, noun) === 'on' ? [...doers, arg('to', place, 'attached')] : doers
}

/**
 * "Talks are under way in Geneva between Chad and Mali": between whom stands behind what is told of the act, or behind the name of its place; what is "good for trade
 * between Chad and Mali" others may do.
 */
const underWay = (tree: Tree, grammar: Grammar, noun: number): readonly Argument[] => {
  const predicate = wordAt(tree, noun).head
  if (predicate < 0 || !hangsBy(tree, noun, 'nsubj') || dependents(tree, predicate, 'cop').length === 0) return NONE
  if (!grammar.isOf(wordAt(tree, predicate).lemma.toLowerCase(), 'going-on')) return NONE
  const phrases = dependents(tree, predicate, 'obl', 'nmod')
  const places = phrases.filter((at) => wordAt(tree, at).upos === 'PROPN')
  return [...phrases, ...places.flatMap((at) => dependents(tree, at, 'nmod'))]
    .filter((at) => preposition(tree, at) === 'between')
    .flatMap((at) => conjuncts(tree, at).map((one) => arg('between', one, 'attached')))
}

const isAnswer = (tree: Tree, noun: number): boolean => /^(responsibility|credit)$/.test(wordAt(tree, noun).lemma.toLowerCase())

/** Where what a verb reacts to stands; "condemned the law at a meeting" reacts to no meeting. */
const TAKEN_UP = /^(object|for|over|of|with|to|against)$/

/** "blamed the rebels for the attack", "accused Chad of genocide": whom one condemns, thanks or punishes for an act has done it. */
const reactedTo = (others: readonly Argument[], slot: string | undefined): readonly Argument[] =>
  /^(for|over|of|with|to|in)$/.test(slot ?? '') ? others.filter((a) => a.slot === 'object').map((a) => arg('outer', a.head, 'outer')) : NONE

/** "an attack carried out by rebels": the agent of a participle on the noun; of "an attack condemned by France", "a request rejected by Chad" who only reacts to it. */
const agents = (tree: Tree, grammar: Grammar, participle: number, noun: number): readonly Argument[] =>
  wordAt(tree, participle).upos === 'VERB' && isPassive(tree, participle)
    ? argumentsOfVerb(tree, grammar, participle)
        .filter((a) => a.head !== noun && a.slot !== 'object')
        .map((a) => arg(slotOf(tree, grammar, participle, a.slot), a.head, 'attached'))
    : NONE

/** "a strike that unions had called", "the attack which rebels launched on Chad": who stages it, as a relative clause tells, and against or with whom. */
const stagers = (tree: Tree, grammar: Grammar, verb: number): readonly Argument[] => {
  const lemma = wordAt(tree, verb).lemma.toLowerCase()
  if (!grammar.isOf(lemma, 'staging') || isPassive(tree, verb) || !isStaged(tree, verb)) return NONE
  const [subject] = dependents(tree, verb, 'nsubj')
  const isRelative = (at: number): boolean => /^(that|which)$/i.test(wordAt(tree, at).text)
  if (subject === undefined || isRelative(subject) || wordAt(tree, subject).upos === 'PRON') return NONE
  if (!dependents(tree, verb, 'obj').every(isRelative)) return NONE
  const phrases = argumentsOfVerb(tree, grammar, verb).filter((a) => STAGED_AT.test(a.slot))
  return [...conjuncts(tree, subject).map((at) => arg('by', at, 'attached')), ...phrases.map((a) => arg(a.slot, a.head, 'attached'))]
}

/** Not "that Chad might launch", "that Chad never launched", "that unions called off". */
const isStaged = (tree: Tree, verb: number): boolean => {
  const { mood, negated } = moodOf(tree, verb)
  return mood === 'asserted' && !negated && !/^off$/.test(tree.words[verb + 1]?.text ?? '')
}

/** "a war that Chad launched against Mali". */
const STAGED_AT = /^(against|with|on|at|to|between|into|over)$/

/** "a warning aimed at Chad", "an appeal directed to France": whom it is meant for. */
const aimedAt = (tree: Tree, grammar: Grammar, participle: number): readonly Argument[] =>
  isPassive(tree, participle) && grammar.isOf(wordAt(tree, participle).lemma.toLowerCase(), 'meant-for')
    ? argumentsOfVerb(tree, grammar, participle).flatMap((a) =>
        /^(at|to|against|toward|towards)$/.test(a.slot) ? [arg('to', a.head, 'attached')] : [],
      )
    : NONE

/** Classes of verbs of what is done about an act that others did. */
const ANSWERING = ['reacting', 'rebutting', 'quelling']

const slotOf = (tree: Tree, grammar: Grammar, participle: number, slot: string): string => {
  if (isBlamed(tree, participle, slot)) return 'by'
  if (slot !== 'subject') return slot
  const { lemma } = wordAt(tree, participle)
  return !grammar.isOf(lemma, 'consenting') && ANSWERING.some((id) => grammar.isOf(lemma, id)) ? 'reactor' : 'by'
}

/** "an ambush blamed on rebels", "the raid was attributed to Chad": who is told to have done it. */
const isBlamed = (tree: Tree, verb: number, slot: string): boolean =>
  slot === 'on' ? /^(blame|pin)$/.test(wordAt(tree, verb).lemma) : slot === 'to' && /^(attribute|ascribe)$/.test(wordAt(tree, verb).lemma)

/** "put off the talks", "held back aid": with such a particle a light verb does the contrary. */
const isUndone = (tree: Tree, verb: number): boolean =>
  dependents(tree, verb, 'compound:prt').some((at) => /^(off|back|down|aside|away)$/i.test(wordAt(tree, at).text))
