import { mapped, NONE } from '../../lexicon/mapped.ts'
import type { Argument, Via } from './clause.ts'
import { envoyOfPost } from './envoy-of-post.ts'
import type { Grammar } from './grammar.ts'
import { antecedent, conjuncts, isCounted, isNominal, preposition } from './noun-phrase.ts'
import { isPassive, surfaceSubject } from './surface.ts'
import { dependent, dependents, hangsBy, perWord, type Tree, wordAt } from './tree.ts'

/**
 * The arguments of a verb or adjective with passive undone: `subject` does it, `object` is acted on, `indirect` receives, every other stands
 * under its preposition. Coordinated phrases are all listed. Phrases that the parser hung on the object ("sanctions on Russia") follow as `attached`.
 */
export const argumentsOfVerb = (tree: Tree, grammar: Grammar, head: number): readonly Argument[] => readArguments(tree, head, grammar)

const readArguments = perWord((tree, head, grammar: Grammar): readonly Argument[] => {
  const passive = isPassive(tree, head)
  const surface = surfaceSubject(tree, grammar, head)
  const objects = dependents(tree, head, 'obj', 'obl').filter((at) => hangsBy(tree, at, 'obj') || isCounted(tree, at))
  const objectSlot = passive && objects.length > 0 ? 'indirect' : 'object'
  const each = (slot: string, at: number, via: Via): readonly Argument[] => {
    const stands = antecedent(tree, at)
    return all(tree, slot, stands, stands === at ? via : 'relative')
  }

  const subject = surface === null ? NONE : all(tree, passive ? objectSlot : 'subject', antecedent(tree, surface.head), surface.via)
  const direct: Argument[] = []
  for (const at of objects) add(direct, each('object', at, 'own'))
  add(direct, gap(tree, head))
  add(direct, sharedObject(tree, head))
  const indirect = flatten(dependents(tree, head, 'iobj'), (at) => each('indirect', at, 'own'))
  const phrases: Argument[] = []
  add(phrases, obliques(tree, head, passive, each))
  add(phrases, agentBelow(tree, head, passive, each))
  const oblique = mapped(phrases, (argument) => phrasal(tree, grammar, head, direct, argument))
  const found: Argument[] = []
  add(found, subject)
  add(found, passive ? NONE : joinedIn(tree, head))
  add(found, direct)
  add(found, indirect)
  add(found, oblique)
  for (const { head: at } of direct) add(found, phrasesOn(tree, at))
  for (const { slot, head: at } of oblique) if (!CIRCUMSTANCE.test(slot)) add(found, phrasesOn(tree, at))
  return found.some(({ slot }) => slot === 'to') ? found.filter((argument) => !isPost(tree, grammar, argument)) : found
})

/** "sent buses to Jordan's envoy to the UN": where he is posted takes no part; of what is done to an envoy himself it may tell with whom ("recalled Chad's envoy to Mali"). */
const isPost = (tree: Tree, grammar: Grammar, { slot, head }: Argument): boolean => {
  if (slot !== 'to') return false
  const envoy = envoyOfPost(tree, grammar.isOf, head)
  return envoy >= 0 && !hangsBy(tree, envoy, 'obj', 'nsubj:pass')
}

/** "Chad joined Mali in condemning it", "was joined by Mali", "joined forces with Mali to attack": whom one joins does it, too. */
const joinedIn = (tree: Tree, head: number): readonly Argument[] => {
  const verb = wordAt(tree, head).head
  if (verb < 0 || !hangsBy(tree, head, 'advcl', 'xcomp', 'acl')) return NONE
  const join = hangsBy(tree, head, 'acl') ? wordAt(tree, verb).head : verb
  if (join < 0 || !/^(join|team)$/.test(wordAt(tree, join).lemma)) return NONE
  const mark = dependents(tree, head, 'mark').map((at) => wordAt(tree, at).text.toLowerCase())[0]
  const withWhom = dependents(tree, join, 'obl').filter((at) => preposition(tree, at) === 'with')
  const whom =
    withWhom.length > 0
      ? withWhom
      : mark === 'in'
        ? isPassive(tree, join)
          ? dependents(tree, join, 'obl:agent')
          : dependents(tree, join, 'obj')
        : NONE
  return whom.filter((at) => at < head).flatMap((at) => all(tree, 'subject', at, 'control'))
}

const add = (to: Argument[], more: readonly Argument[]): void => {
  for (let i = 0; i < more.length; i++) to.push(more[i] as Argument)
}

/** Most verbs have one phrase of a kind, or none. */
const flatten = (phrases: readonly number[], read: (at: number) => readonly Argument[]): readonly Argument[] =>
  phrases.length === 0 ? NONE : phrases.length === 1 ? read(phrases[0] as number) : phrases.flatMap(read)

/** A phrase with those coordinated with it. */
const all = (tree: Tree, slot: string, at: number, via: Via): readonly Argument[] => {
  const found: Argument[] = []
  for (const head of conjuncts(tree, at)) found.push({ slot, head, via })
  return found
}

const obliques = (
  tree: Tree,
  head: number,
  passive: boolean,
  each: (slot: string, at: number, via: Via) => readonly Argument[],
): readonly Argument[] =>
  flatten(dependents(tree, head, 'obl'), (at) => {
    if (hangsBy(tree, at, 'obl:unmarked') || !isNominal(tree, at) || isCounted(tree, at)) return NONE
    const slot = preposition(tree, at)
    if (passive && slot === 'by') return each('subject', at, 'own')
    const found = each(slot || 'unmarked', at, 'own')
    if (found.length === 1 && found[0]?.head === at) return found
    return found.map((a) => (a.head === at ? a : { slot: preposition(tree, a.head) || a.slot, head: a.head, via: a.via }))
  })

/** "were invited to join by the allies": who does it stands behind an infinitive that is no passive itself. */
const agentBelow = (
  tree: Tree,
  head: number,
  passive: boolean,
  each: (slot: string, at: number, via: Via) => readonly Argument[],
): readonly Argument[] =>
  !passive || dependents(tree, head, 'obl').some((at) => preposition(tree, at) === 'by')
    ? NONE
    : dependents(tree, head, 'xcomp')
        .filter((verb) => !isPassive(tree, verb))
        .flatMap((verb) => dependents(tree, verb, 'obl').filter((at) => preposition(tree, at) === 'by' && isNominal(tree, at)))
        .flatMap((at) => each('subject', at, 'own'))

/** "froze its part without the authorisation of the Council": what only tells when, how or why has parties of its own. */
const CIRCUMSTANCE = /^(without|despite|during|since|until|before|after|following|amid|amidst|because of|due to)$/

/** "handed over the suspect": a particle that the parser took for a preposition, where the lexicon knows the phrasal verb. */
const phrasal = (tree: Tree, grammar: Grammar, head: number, direct: readonly Argument[], argument: Argument): Argument =>
  direct.length === 0 &&
  head + 1 < tree.words.length &&
  wordAt(tree, head + 1).text.toLowerCase() === argument.slot &&
  PARTICLE.test(argument.slot) &&
  grammar.isPhrasal(wordAt(tree, head).lemma.toLowerCase(), argument.slot)
    ? { slot: 'object', head: argument.head, via: argument.via }
    : argument

const PARTICLE = /^(over|off|up|out|down|in|back|away)$/

/** "the town they captured": a relative clause without a pronoun leaves its object open. */
const gap = (tree: Tree, head: number): readonly Argument[] => {
  const noun = wordAt(tree, head).head
  if (!hangsBy(tree, head, 'acl:relcl') || noun < 0 || dependent(tree, head, 'obj') !== null) return NONE
  const subject = dependent(tree, head, 'nsubj', 'nsubj:pass')
  if (subject === null || antecedent(tree, subject) !== subject || isPassive(tree, head)) return NONE
  // "took the matter to the council, where Chad warned": what tells the place leaves nothing open.
  if (dependents(tree, head, 'advmod', 'mark').some((at) => at < subject && /^(where|when|why)$/i.test(wordAt(tree, at).text))) return NONE
  // "Chad, whose envoys called on Mali": whose they are leaves nothing open.
  const pronoun =
    dependents(tree, head, 'obl').some((at) => antecedent(tree, at) !== at) ||
    (wordAt(tree, subject).upos === 'NOUN' &&
      dependents(tree, subject, 'nmod:poss').some((at) => /^whose$/i.test(wordAt(tree, at).text)) &&
      tree.words.slice(subject + 1, head).every((w) => w.upos === 'AUX' || w.upos === 'ADV'))
  return pronoun ? NONE : [{ slot: 'object', head: noun, via: 'relative' }]
}

/** "seized and burned the embassy": the first of coordinated verbs shares the object of the last. */
const sharedObject = (tree: Tree, head: number): readonly Argument[] => {
  if (dependents(tree, head, 'obj', 'obl', 'ccomp', 'xcomp').length > 0 || isPassive(tree, head)) return NONE
  const next = dependents(tree, head, 'conj').find(
    (at) => wordAt(tree, at).upos === 'VERB' && dependents(tree, at, 'nsubj', 'aux').length === 0 && at - head <= 4,
  )
  return next === undefined || isPassive(tree, next)
    ? NONE
    : dependents(tree, next, 'obj')
        .flatMap((at) => conjuncts(tree, at))
        .map((found) => ({ slot: 'object', head: found, via: 'coordination' as const }))
}

/** Prepositional phrases on a noun, as arguments that a verb above may claim. */
export const phrasesOn = perWord((tree, noun): readonly Argument[] => {
  const phrases: Argument[] = []
  for (const at of dependents(tree, noun, 'nmod')) {
    if (hangsBy(tree, at, 'nmod:poss', 'nmod:unmarked', 'nmod:desc') || !isNominal(tree, at)) continue
    const slot = preposition(tree, at)
    if (slot === '') continue
    for (const head of conjuncts(tree, antecedent(tree, at))) phrases.push({ slot: preposition(tree, head) || slot, head, via: 'attached' })
  }
  return phrases
})
