import type { Via } from './clause.ts'
import type { Grammar } from './grammar.ts'
import { isRanked } from './is-ranked.ts'
import { isIngOf } from './mends/mend.ts'
import { antecedent, isCounted, preposition } from './noun-phrase.ts'
import { dependent, dependents, hangsBy, perWord, type Tree, wordAt } from './tree.ts'

/** The grammatical subject of a predicate before voice is undone, and where it was found; null where the sentence names none. */
export type Surface = { readonly head: number; readonly via: Via } | null

/** Whether a verb stands in the passive: by auxiliary or subject, or as a participle that nothing contradicts. */
export const isPassive = perWord((tree, head): boolean => {
  const { upos, text, lemma } = wordAt(tree, head)
  if (upos !== 'VERB') return false
  if (dependent(tree, head, 'aux:pass', 'obl:agent') === null && dependents(tree, head, 'obl').some((at) => isCounted(tree, at)))
    return false
  if (dependents(tree, head, 'nsubj:pass', 'aux:pass', 'csubj:pass', 'obl:agent').length > 0) return true
  if (!PARTICIPLE.test(text.toLowerCase()) || dependents(tree, head, 'nsubj', 'aux').length > 0) return false
  if (hangsBy(tree, head, 'acl', 'amod') && !hangsBy(tree, head, 'acl:relcl')) return dependent(tree, head, 'obj') === null
  if (
    hangsBy(tree, head, 'advcl', 'xcomp', 'parataxis') &&
    dependents(tree, head, 'mark').every((at) => wordAt(tree, at).text.toLowerCase() !== 'to')
  )
    return dependent(tree, head, 'obj') === null
  const governor = wordAt(tree, head).head
  return (
    hangsBy(tree, head, 'conj') &&
    governor >= 0 &&
    !ACTIVE.test(lemma) &&
    isPassive(tree, governor) &&
    (dependent(tree, head, 'obj', 'iobj') === null || GIVEN.test(text))
  )
})

/** "was criticised by Togo and clashed with soldiers": what is done to nobody. */
const ACTIVE =
  /^(walk|march|clash|rally|appeal|demonstrate|flee|retreat|agree|vow|refuse|decline|respond|react|retaliate|insist|resign|apologi[sz]e|travel|arrive|mutiny|reply)$/

/** "was sentenced in absentia and granted asylum": who receives it, as the word is no past tense of common use without whom one gives it. */
const GIVEN = /^(granted|awarded|given|shown|spared|accorded|handed)$/

// Regular participles, and irregular ones by their endings; a past tense that looks alike has a subject of its own and doesn't come here.
const PARTICIPLE = /(ed|en|wn|rn|ung|unk|ought|aught|eld|old|ent|elt|ut|id|ost|aid|ade|ound|un|um|ot|it|et|ad|ed|ead|ast|own)$/

/** Finds the grammatical subject of `head`, its own or an understood one. */
export const surfaceSubject = (tree: Tree, grammar: Grammar, head: number, depth = 0): Surface => {
  const own = dependents(tree, head, 'nsubj').find((at) => wordAt(tree, at).deprel !== 'nsubj:outer')
  if (own !== undefined) {
    const speaker = depth > 12 ? null : speakerOf(tree, grammar, own, head, depth)
    if (speaker) return speaker
    const stands = antecedent(tree, own)
    return stands === own ? { head: own, via: 'own' } : { head: predicated(tree, stands), via: 'relative' }
  }
  if (depth > 12) return null
  const governor = wordAt(tree, head).head
  if (governor < 0) return null
  const from = (index: number, via: Via): Surface => {
    const found = surfaceSubject(tree, grammar, index, depth + 1)
    return found && { head: found.head, via }
  }
  if (hangsBy(tree, head, 'acl:relcl')) return { head: predicated(tree, governor), via: 'relative' }
  if (hangsBy(tree, head, 'conj')) return isVerbal(tree, governor) ? from(governor, 'coordination') : null
  if (hangsBy(tree, head, 'xcomp')) return controlled(tree, grammar, head, governor, from)
  if (hangsBy(tree, head, 'acl')) return ofNoun(tree, grammar, head, governor, from)
  if (hangsBy(tree, head, 'advcl', 'ccomp', 'csubj'))
    return isVerbal(tree, governor) ? adjunct(tree, grammar, head, governor, from) : ofNoun(tree, grammar, head, governor, from)
  if (hangsBy(tree, head, 'parataxis') && /ing$/.test(wordAt(tree, head).text)) return from(governor, 'participle')
  return null
}

/** "We condemn it, and we will act if we are attacked," Egypt said: in what is quoted, who speaks is "we" in every clause. */
const speakerOf = (tree: Tree, grammar: Grammar, own: number, head: number, depth: number): Surface => {
  if (!FIRST_PERSON.test(wordAt(tree, own).text)) return null
  let quoted = head
  while (hangsBy(tree, quoted, 'conj', 'advcl') && wordAt(tree, quoted).head >= 0) quoted = wordAt(tree, quoted).head
  const governor = wordAt(tree, quoted).head
  if (governor < 0 || wordAt(tree, governor).upos !== 'VERB' || !hangsBy(tree, quoted, 'ccomp', 'parataxis')) return null
  const found = surfaceSubject(tree, grammar, governor, depth + 1)
  return found && { head: found.head, via: 'control' }
}

const FIRST_PERSON = /^(I|we)$/i

/** "Germany is the largest donor, giving aid": what a noun is told of does what its participle says. */
const predicated = (tree: Tree, of: number): number => {
  const noun = countedAmong(tree, of)
  if (dependent(tree, noun, 'cop') === null) return of
  const subject = dependent(tree, noun, 'nsubj')
  return subject !== null && /^(NOUN|PROPN)$/.test(wordAt(tree, subject).upos) ? subject : of
}

/** "is one of the states that signed it": the one that the predicate counts among them. */
const countedAmong = (tree: Tree, noun: number): number => {
  const { head } = wordAt(tree, noun)
  return head >= 0 && hangsBy(tree, noun, 'nmod') && ONE.test(wordAt(tree, head).text) && preposition(tree, noun) === 'of' ? head : noun
}

const ONE = /^(one|part)$/i

/** "became the third minister to resign": who became it. */
const rankedOf = (tree: Tree, noun: number): number => {
  const verb = wordAt(tree, noun).head
  const subject =
    verb >= 0 && hangsBy(tree, noun, 'xcomp', 'obj') && wordAt(tree, verb).lemma === 'become' ? dependent(tree, verb, 'nsubj') : null
  return subject === null ? predicated(tree, noun) : antecedent(tree, subject)
}

const isVerbal = (tree: Tree, index: number): boolean =>
  /^(VERB|AUX)$/.test(wordAt(tree, index).upos) || dependents(tree, index, 'cop').length > 0

/** An infinitive or gerund below a verb: the object of "urge", the subject of "promise". */
const controlled = (tree: Tree, grammar: Grammar, head: number, governor: number, from: (index: number, via: Via) => Surface): Surface => {
  const control = controlAt(tree, grammar, head, governor)
  if (control === 'none') return null
  const named = namedBefore(tree, head, governor)
  if (named !== null) return { head: named, via: 'control' }
  const asked = askedBefore(tree, grammar, head, governor)
  if (asked !== null) return { head: antecedent(tree, asked), via: 'control' }
  const object = dependent(tree, governor, 'iobj', 'obj')
  if (object !== null && object < head && control !== 'subject' && !isConveyed(tree, grammar, head, governor))
    return { head: antecedent(tree, object), via: 'control' }
  if (control && control !== 'subject' && control !== 'object') {
    const oblique = dependents(tree, governor, 'obl').find(
      (at) => at < head && dependents(tree, at, 'case').some((c) => wordAt(tree, c).text.toLowerCase() === control),
    )
    if (oblique !== undefined) return { head: antecedent(tree, oblique), via: 'control' }
  }
  return from(governor, 'control')
}

/** Who does what stands below a verb; "banned exports to punish it" is of other control than "banned it from exporting". */
const controlAt = (tree: Tree, grammar: Grammar, head: number, governor: number): string | null => {
  const { lemma } = wordAt(tree, governor)
  const isInfinitive = dependents(tree, head, 'mark').some((at) => wordAt(tree, at).text.toLowerCase() === 'to')
  return (isInfinitive ? grammar.controlOf(`${lemma} to`) : null) ?? grammar.controlOf(lemma)
}

/** "accusing Kyiv", "after meeting": the subject of the main clause; below a passive of saying or accusing, its object. */
const adjunct = (tree: Tree, grammar: Grammar, head: number, governor: number, from: (index: number, via: Via) => Surface): Surface => {
  if (isHarmOfPassive(tree, head, governor)) {
    const agent = dependents(tree, governor, 'obl').find((at) => preposition(tree, at) === 'by')
    return agent === undefined ? null : { head: antecedent(tree, agent), via: 'participle' }
  }
  const named = namedBefore(tree, head, governor)
  if (named !== null) return { head: named, via: 'control' }
  const asked = askedBefore(tree, grammar, head, governor)
  if (asked !== null) return { head: antecedent(tree, asked), via: 'control' }
  const object = isComplementary(tree, head) && !isConveyed(tree, grammar, head, governor) ? dependent(tree, governor, 'iobj', 'obj') : null
  return object !== null &&
    object < head &&
    (isQuoting(tree, head) || controlAt(tree, grammar, head, governor) === 'object') &&
    dependent(tree, governor, 'nsubj:pass') === null
    ? { head: antecedent(tree, object), via: 'control' }
    : from(governor, 'participle')
}

/** "The convoy was attacked, killing four": whom it is done to kills nobody, who does it does. */
const isHarmOfPassive = (tree: Tree, head: number, governor: number): boolean =>
  hangsBy(tree, head, 'advcl') &&
  isHarm(tree, head) &&
  ATTACKED.test(wordAt(tree, governor).lemma) &&
  dependents(tree, head, 'mark', 'nsubj').length === 0 &&
  isPassive(tree, governor)

const ATTACKED = /^(attack|ambush|raid|storm|target|shell|bomb|strike|hit|waylay|intercept|shoot|burn|torch)$/
const HARMS = /^(killing|wounding|injuring|hurting|maiming|displacing|destroying|damaging)$/

/** "leaving nine dead", "claiming six lives", not "leaving the African Union", which who was attacked does. */
const isHarm = (tree: Tree, head: number): boolean => {
  const { text } = wordAt(tree, head)
  if (!/^(leaving|claiming)$/.test(text)) return HARMS.test(text)
  const isCounted = dependents(tree, head, 'obj', 'xcomp').some(
    (at) => wordAt(tree, at).upos === 'NUM' || dependent(tree, at, 'nummod') !== null,
  )
  return isCounted || tree.words.slice(head + 1, head + REACH).some((word) => HARMED.test(word.text))
}
const HARMED = /^(dead|wounded|injured|hurt|homeless|lives)$/i
const REACH = 8

/** "summoned the envoy to protest", "called Seoul to apologise": who sends for somebody has something to tell him. */
const isConveyed = (tree: Tree, grammar: Grammar, head: number, governor: number): boolean =>
  grammar.isOf(wordAt(tree, governor).lemma, 'summoning') && grammar.isOf(wordAt(tree, head).lemma, 'conveying')

/** "accused of shelling", "urged to leave": completes the verb; "before bombing", "having attacked" tell of its subject. */
const isComplementary = (tree: Tree, head: number): boolean => {
  if (!hangsBy(tree, head, 'advcl') || isQuoting(tree, head)) return true
  return dependents(tree, head, 'mark', 'case').some((at) => /^(of|for|from|to|into|with|against|over|that)$/i.test(wordAt(tree, at).text))
}

/** "quoted the minister as saying": his words, not those of who quotes him. */
const isQuoting = (tree: Tree, head: number): boolean =>
  /^(quote|cite)$/.test(wordAt(tree, wordAt(tree, head).head).lemma) &&
  dependents(tree, head, 'mark').some((at) => wordAt(tree, at).text === 'as')

/** "planned for Austria to visit": who stands right before the infinitive under "for". */
const namedBefore = (tree: Tree, head: number, governor: number): number | null => {
  const attending = attendingBefore(tree, head, governor)
  if (attending !== null) return attending
  const to = dependents(tree, head, 'mark').find((at) => wordAt(tree, at).text.toLowerCase() === 'to')
  const found =
    to === undefined
      ? undefined
      : dependents(tree, governor, 'obl').find((at) => at < to && to - at <= 2 && preposition(tree, at) === 'for')
  return found ?? null
}

/** "With rebels advancing, the army fled", "the week ended with Chad leaving": who stands under "with" right before a participle does what it says. */
const attendingBefore = (tree: Tree, head: number, governor: number): number | null => {
  if (!/ing$/.test(wordAt(tree, head).text) || !hangsBy(tree, head, 'advcl')) return null
  const isEnd = ENDS.test(wordAt(tree, governor).lemma)
  const found = dependents(tree, governor, 'obl').find(
    (at) =>
      at < head &&
      tree.words.slice(at + 1, head).every(({ upos, deprel }) => upos === 'ADV' || deprel === 'flat') &&
      [...dependents(tree, at, 'case'), ...dependents(tree, head, 'mark')].some(
        (m) => m < at && wordAt(tree, m).text.toLowerCase() === 'with' && (m === 0 || isEnd),
      ),
  )
  return found ?? null
}

const ENDS = /^(end|begin|open|close|start|finish|conclude|culminate|continue)$/

/** "called on the army to withdraw", "appealed to Chad to wait": whom the verb with its preposition asks to do it. */
const askedBefore = (tree: Tree, grammar: Grammar, head: number, governor: number): number | null => {
  if (dependents(tree, head, 'mark').every((at) => wordAt(tree, at).text.toLowerCase() !== 'to')) return null
  const { lemma } = wordAt(tree, governor)
  if (isOfEffort(tree, governor)) return dependent(tree, governor, 'iobj', 'obj')
  const asked = (at: number): boolean => at > governor && at < head && grammar.controlOf(`${lemma} ${preposition(tree, at)}`) === 'object'
  return dependents(tree, governor, 'obl').find(asked) ?? null
}

/** "It took the court two years to convict him": what it takes, and of whom. */
const isOfEffort = (tree: Tree, verb: number): boolean => {
  const subject = /^(take|cost)$/.test(wordAt(tree, verb).lemma) ? dependent(tree, verb, 'nsubj', 'expl') : null
  return subject !== null && wordAt(tree, subject).text.toLowerCase() === 'it'
}

/** A clause on a noun: "forces fighting in", "a truce announced by", "Russia's decision to withdraw". */
const ofNoun = (tree: Tree, grammar: Grammar, head: number, noun: number, from: (index: number, via: Via) => Surface): Surface => {
  const marker = dependents(tree, head, 'mark').map((at) => wordAt(tree, at).text.toLowerCase())[0]
  // "just days after recalling its envoy": the time is that of the act above.
  if (/^(after|before)$/.test(marker ?? '') && hangsBy(tree, noun, 'obl')) return from(wordAt(tree, noun).head, 'participle')
  const due = marker === 'to' ? dueOn(tree, noun) : null
  if (due !== null) return { head: due, via: 'control' }
  // "Russia to attack Ukraine" is a whole headline.
  if (!marker && isIngOf(grammar, wordAt(tree, head), 'saying-beside') && grammar.isEventNoun(wordAt(tree, noun).lemma.toLowerCase())) {
    const speaker = speakerAbove(tree, grammar, noun, from)
    if (speaker !== null) return speaker
  }
  if (!marker || marker === 'with' || (marker === 'to' && wordAt(tree, noun).head < 0 && wordAt(tree, noun).upos === 'PROPN'))
    return { head: predicated(tree, noun), via: 'participle' }
  if (isRanked(tree, grammar.isOf, head)) return { head: rankedOf(tree, noun), via: 'participle' }
  const owner = dependent(tree, noun, 'nmod:poss')
  if (owner !== null) return { head: antecedent(tree, owner), via: 'control' }
  const agent = dependents(tree, noun, 'nmod').find((at) =>
    dependents(tree, at, 'case').some((c) => /^(by|from)$/i.test(wordAt(tree, c).text)),
  )
  if (agent !== undefined) return { head: agent, via: 'control' }
  const verb = wordAt(tree, noun).head
  if (verb >= 0 && hangsBy(tree, noun, 'obj') && grammar.lends(wordAt(tree, verb).lemma) === 'source') return from(verb, 'control')
  return null
}

/** "Chad is due in Lome on Monday to sign": who is due there. */
const dueOn = (tree: Tree, noun: number): number | null => {
  const due = [...dependents(tree, noun, 'case', 'amod', 'advmod'), wordAt(tree, noun).head].find(
    (at) => at >= 0 && at < noun && wordAt(tree, at).text === 'due',
  )
  return due === undefined ? null : (dependent(tree, noun, 'nsubj') ?? dependent(tree, due, 'nsubj'))
}

/** "defended the strikes saying they saved lives": an act says nothing, who is the subject of its verb does; of "received a letter accusing it" somebody else. */
const speakerAbove = (tree: Tree, grammar: Grammar, noun: number, from: (index: number, via: Via) => Surface): Surface => {
  const verb = wordAt(tree, noun).head
  return verb >= 0 &&
    hangsBy(tree, noun, 'obj', 'obl') &&
    wordAt(tree, verb).upos === 'VERB' &&
    !grammar.isOf(wordAt(tree, verb).lemma, 'getting')
    ? from(verb, 'participle')
    : null
}
