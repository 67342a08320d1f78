import type { Word } from '../../../document.ts'
import { isCalendarWord } from '../../actors/calendar-words.ts'
import { changeWord } from '../change-word.ts'
import { ING, isBelow, isIngOf, isNoun, type Mend, NOTHING, PRESENT, TIME } from './mend.ts'

// Mends of subordinate clauses: what they hang on.

/** "The king is due to visit Jordan": what has a subject and a copula is no mark of the verb behind it but governs it. */
export const predicateForMark: Mend = ({ words, below }, word) => {
  const verb = words[word.head]
  if (!verb || below(word.index, /^cop$/).length === 0) return NOTHING
  return below(word.index, /^nsubj/).length === 0
    ? NOTHING
    : [changeWord(word, { head: verb.head, deprel: verb.deprel }), changeWord(verb, { head: word.index, deprel: 'xcomp' })]
}

/** "prolonged an embargo, and when Pompeo declared": only a time has a "when" of its own; elsewhere it tells when the act above was. */
export const whenClause: Mend = ({ words, below }, word) => {
  const noun = words[word.head]
  const verb = words[noun?.head ?? -1]
  if (!noun || TIME.test(noun.lemma) || isCalendarWord(noun.text) || noun.upos === 'NUM') return NOTHING
  if (!below(word.index, /^(advmod|mark)$/).some((at) => words[at]?.text.toLowerCase() === 'when' && at > noun.index)) return NOTHING
  return verb?.upos === 'VERB' ? [changeWord(word, { head: verb.index, deprel: 'advcl' })] : NOTHING
}

/** "under Marcos, who has drawn closer": a clause whose subject is "who" is its antecedent's. */
export const whoClause: Mend = ({ words, below }, word) => {
  const who = below(word.index, /^nsubj/)
    .map((at) => words[at] as Word)
    .find((w) => w.text.toLowerCase() === 'who')
  if (!who || words[who.index - 1]?.text !== ',') return NOTHING
  let noun = words[who.index - 2]
  while (noun && /^(flat|nmod:unmarked)/.test(noun.deprel)) noun = words[noun.head]
  if (!noun || !isNoun(noun)) return NOTHING
  // "threw bombs at police, who answered": not the bombs; "met the leader of Hamas, who answered" is the leader.
  const thing = words[word.head]
  const isReceiver =
    noun.deprel === 'obl' && noun.head === thing?.head && below(noun.index, /^case$/).some((at) => words[at]?.text === 'at')
  return word.deprel === 'advcl' || (thing?.deprel === 'obj' && isReceiver)
    ? [changeWord(word, { head: noun.index, deprel: 'acl:relcl' })]
    : NOTHING
}

/** "a fire in the capital Dhaka that killed dozens": "that" tells which, and a name needs no telling; the noun before its preposition does. */
export const thatOfName: Mend = ({ words, below }, word) => {
  const name = words[word.head]
  const that = below(word.index, /^nsubj/).find((at) => words[at]?.text === 'that')
  if (name?.upos !== 'PROPN' || that === undefined || words[that - 1]?.upos !== 'PROPN') return NOTHING
  let start = that - 1
  while (/^(PROPN|NOUN|DET|ADJ|PRON|PART)$/.test(words[start]?.upos ?? '')) start--
  const noun = words[start - 1]
  return words[start]?.upos === 'ADP' && noun?.upos === 'NOUN' ? [changeWord(word, { head: noun.index })] : NOTHING
}

/** "told Putin that France had sanctioned Belarus", "told a newspaper that he had asked": a name and who is told take no "that"-clause, the verb does. */
export const thatClause: Mend = ({ words, below, isOf }, word) => {
  const name = words[word.head]
  const isTold = name?.deprel === 'iobj' || isOf(words[name?.head ?? -1]?.lemma ?? '', 'telling-somebody')
  if (
    !name ||
    !(name.upos === 'PROPN' || (name.upos === 'NOUN' && isTold)) ||
    !/^i?obj$/.test(name.deprel) ||
    below(word.index, /^nsubj/).length === 0
  )
    return NOTHING
  const that = below(word.index, /^(mark|obj)$/).find((at) => words[at]?.text.toLowerCase() === 'that' && at < word.index)
  // "told his guest that Chad stood ready": of who is told something "who" tells more, and not "that".
  const isPerson = name.deprel === 'iobj' && isTold && isOf(words[name.head]?.lemma ?? '', 'telling-somebody')
  const full = isPerson || below(word.index, /^(obj|mark)$/).length > 1 || (that !== undefined && words[that]?.deprel === 'mark')
  return that === undefined || !full
    ? NOTHING
    : [changeWord(word, { head: name.head, deprel: 'ccomp' }), changeWord(words[that] as Word, { deprel: 'mark', upos: 'SCONJ' })]
}

/** "declared its intention to leave": what somebody intends or is asked completes the noun, and is no aim of the verb. */
export const intendedTo: Mend = ({ words, below, isOf }, word) => {
  const to = words[word.index - 1]
  const noun = words[word.index - 2]
  if (to?.text !== 'to' || to.head !== word.index || !noun || !isOf(noun.lemma, 'intention') || noun.upos !== 'NOUN') return NOTHING
  return noun.head === word.head && /^(obj|obl)$/.test(noun.deprel) && below(word.index, /^(nsubj|advmod)/).length === 0
    ? [changeWord(word, { head: noun.index, deprel: 'acl' })]
    : NOTHING
}

/** "accusations that Moscow used force": a "that" which is nothing in its clause makes it no relative one, and behind words for what is said none is. */
export const nounClause: Mend = ({ words, below, isOf }, word) => {
  const noun = words[word.head]
  const that = words[(noun?.index ?? -1) + 1]
  if (noun?.upos !== 'NOUN' || that?.text.toLowerCase() !== 'that' || that.head !== word.index) return NOTHING
  const object = words[word.index + 1]
  // "news that it had called for a boycott": a noun of telling; but "the report that it published".
  const isSaid =
    (isOf(noun.lemma, 'allegation') || (TOLD.test(noun.text) && that.deprel === 'mark')) && below(word.index, /^nsubj/).length > 0
  // "the accord that it had signed": what lacks an object has it in "that".
  if (!isSaid && (that.deprel !== 'mark' || below(word.index, /^(obj|aux:pass|cop)/).length === 0)) return NOTHING
  return [
    changeWord(word, { deprel: 'acl' }),
    changeWord(that, { upos: 'SCONJ', deprel: 'mark' }),
    ...(isNoun(object) && object?.head === noun.index ? [changeWord(object, { head: word.index, deprel: 'obj' })] : []),
  ]
}

const TOLD = /^(reports|news|rumou?rs?|fears?|speculation|beliefs?|hints?|denials?|confirmation|warnings?)$/i
/** "rejects plan, accusing Ethiopia": a participle behind a comma tells of the subject; "accused Azerbaijan of shelling" belongs to the verb. */
export const participle: Mend = ({ words, below, isOf }, word) => {
  const noun = words[word.head]
  const verb = words[noun?.head ?? -1]
  if (!ING.test(word.text) || !noun || verb?.upos !== 'VERB' || verb.index > noun.index) return NOTHING
  const [mark] = below(word.index, /^(mark|case)$/).map((at) => words[at]?.text.toLowerCase())
  const comma = mark === undefined && words[word.index - 1]?.text === ','
  const accused =
    noun.deprel === 'obj' && (noun.upos === 'PROPN' ? /^(of|for|from)$/.test(mark ?? '') : mark === 'of' && isOf(verb.lemma, 'accusing-of'))
  return (comma && /^(obj|obl)/.test(noun.deprel)) || accused ? [changeWord(word, { head: verb.index, deprel: 'advcl' })] : NOTHING
}

/** "signed an agreement listing six points": no verb has a noun for its compound, and the verb above wants an object. */
export const participleBehind: Mend = ({ words, below }, word) => {
  const participle = words[word.head]
  const verb = words[participle?.head ?? -1]
  if (participle?.index !== word.index + 1 || !ING.test(participle.text)) return NOTHING
  if (participle.deprel !== 'advcl' || verb?.upos !== 'VERB' || verb.index > word.index) return NOTHING
  return below(verb.index, /^obj/).length > 0 || below(participle.index, /^obj/).length === 0
    ? NOTHING
    : [changeWord(word, { head: verb.index, deprel: 'obj' }), changeWord(participle, { head: word.index, deprel: 'acl' })]
}

/** "rejected the plan to invade Iraq, calling it illegal": who speaks behind a comma is the subject of what the noun above hangs on. */
export const speaking: Mend = (scene, word) => {
  const { words, below } = scene
  if (!isIngOf(scene, word, 'speaking-beside') || words[word.index - 1]?.text !== ',') return NOTHING
  if (below(word.index, /^(mark|case|nsubj)/).length > 0) return NOTHING
  // "killed six, the army said, blaming rebels": who has just been told to say it.
  const said = words[word.index - 2]
  if (said?.upos === 'VERB' && scene.isOf(said.lemma, 'reporting') && below(said.index, /^nsubj$/).length > 0)
    return [changeWord(word, { head: said.index })]
  let at = words[word.head]
  while (at && /^(xcomp|advcl)$/.test(at.deprel) && below(at.index, /^nsubj/).length === 0) at = words[at.head]
  const verb = at?.deprel === 'acl' ? words[words[at.head]?.head ?? -1] : at?.index === word.head ? undefined : at
  return verb?.upos === 'VERB' && below(verb.index, /^nsubj/).length > 0 ? [changeWord(word, { head: verb.index })] : NOTHING
}

/** "responded to Russia attacking Poland": a participle right behind a name under a preposition is the name's. */
export const participleOfName: Mend = ({ words, below }, word) => {
  const name = words[word.index - 1]
  if (!ING.test(word.text) || below(word.index, /^(mark|nsubj|case|punct)/).some((at) => at < word.index)) return NOTHING
  return name?.upos === 'PROPN' &&
    name.deprel === 'obl' &&
    name.head === word.head &&
    below(name.index, /^case/).some((at) => words[at]?.text.toLowerCase() === 'to')
    ? [changeWord(word, { head: name.index, deprel: 'acl' })]
    : NOTHING
}

/** "proposed that a treaty be signed": what "that" opens behind a verb completes it; "so that" tells an aim. */
export const thatComplement: Mend = ({ words, below }, word) => {
  if (word.head < 0 || word.head > word.index || words[word.head]?.upos !== 'VERB') return NOTHING
  const [that] = below(word.index, /^mark$/).filter((at) => words[at]?.text.toLowerCase() === 'that')
  if (that === undefined || /^(so|such|order|provided|given|now|except|,)$/i.test(words[that - 1]?.text ?? '')) return NOTHING
  return below(word.head, /^ccomp/).length === 0 ? [changeWord(word, { deprel: 'ccomp' })] : NOTHING
}

/** "considers that accepting members requires …": what "that" opens right behind a verb completes it, and a gerund between is its subject. */
export const gerundSubject: Mend = ({ words, below }, word) => {
  const that = below(word.index, /^mark$/).find((at) => words[at]?.text.toLowerCase() === 'that' && at < word.index)
  const verb = words[(that ?? 0) - 1]
  const gerund = words[(that ?? 0) + 1]
  if (that === undefined || verb?.upos !== 'VERB' || word.head === verb.index || !gerund || !ING.test(gerund.text)) return NOTHING
  return gerund.head === verb.index && gerund.deprel === 'ccomp' && below(word.index, /^(nsubj|csubj)/).length === 0
    ? [changeWord(word, { head: verb.index, deprel: 'ccomp' }), changeWord(gerund, { head: word.index, deprel: 'csubj' })]
    : NOTHING
}

/** "proposed a truce; a deal was signed later": a semicolon ends what is said before it. */
export const behindSemicolon: Mend = ({ words, below }, word) =>
  word.head >= 0 &&
  word.head < word.index &&
  below(word.index, /^mark$/).length === 0 &&
  words.slice(word.head + 1, word.index).some((w) => w.text === ';')
    ? [changeWord(word, { deprel: 'parataxis' })]
    : NOTHING

/** "called on Chad to withdraw", "appealed to Chad to wait": what somebody is asked to do completes the verb. */
export const askedTo: Mend = ({ words, below }, word) => {
  const verb = words[word.head]
  const asks = ASKS.get(verb?.lemma ?? '')
  if (!verb || !asks || !below(word.index, /^mark$/).some((at) => words[at]?.text === 'to')) return NOTHING
  const asked = below(verb.index, /^obl$/).some(
    (at) => at > verb.index && at < word.index && below(at, /^case$/).some((c) => asks.test(words[c]?.text ?? '')),
  )
  return asked ? [changeWord(word, { deprel: 'xcomp' })] : NOTHING
}

const ASKS = new Map([
  ['call', /^(on|upon)$/],
  ['appeal', /^to$/],
  ['plead', /^with$/],
])

/** "fought a war with Renamo, which signed a peace accord", "the deal by Hamas, which condemned": what signs is who was named right before. */
export const whichOfName: Mend = ({ words, below, isOf }, word) => {
  const noun = words[word.head]
  if (noun?.upos !== 'NOUN') return NOTHING
  const which = below(word.index, /^nsubj/).find((at) => /^which$/i.test(words[at]?.text ?? ''))
  if (which === undefined || words[which - 1]?.text !== ',' || !isOf(word.lemma, 'done-by-named')) return NOTHING
  let name = words[which - 2]
  while (name && name.upos === 'PROPN' && /^(flat|compound)/.test(name.deprel) && name.head < name.index) name = words[name.head]
  // "proposals made by France and Germany, which said": of several all of them.
  while (name?.deprel === 'conj' && name.head < name.index) name = words[name.head]
  if (name?.upos !== 'PROPN' || !/^(nmod|obl:agent)/.test(name.deprel) || /poss/.test(name.deprel)) return NOTHING
  const above = words[name.head]
  return name.head === noun.index || (name.deprel === 'obl:agent' && above?.head === noun.index)
    ? [changeWord(word, { head: name.index })]
    : NOTHING
}

/** "held talks in Qatar, which urged Hamas to accept": what urges is who was named last, and not what was told before. */
export const whichOfPlace: Mend = ({ words, below, isOf }, word) => {
  const which = below(word.index, /^nsubj/).find((at) => words[at]?.text === 'which')
  if (which === undefined || words[which - 1]?.text !== ',' || !isOf(word.lemma, 'done-by-named')) return NOTHING
  let name = words[which - 2]
  while (name && /^(flat|compound)/.test(name.deprel)) name = words[name.head]
  if (name?.upos !== 'PROPN' || isCalendarWord(name.text) || isBelow(words, word.index, name.index)) return NOTHING
  return [changeWord(word, { head: name.index, deprel: 'acl:relcl' })]
}

/** "met Mali, whose president is on a visit": whose it is stands right before the comma, wherever the parser hung the clause. */
export const whoseOfName: Mend = ({ words }, word) => {
  const owned = words[word.head]
  const clause = words[owned?.head ?? -1]
  if (word.text !== 'whose' || words[word.index - 1]?.text !== ',' || !owned || !clause || !/^nsubj/.test(owned.deprel)) return NOTHING
  if (!/^(advcl|conj|parataxis|ccomp|advcl:relcl)$/.test(clause.deprel)) return NOTHING
  let name = words[word.index - 2]
  while (name && /^(flat|compound)/.test(name.deprel)) name = words[name.head]
  if (!name || !isNoun(name) || isCalendarWord(name.text) || isBelow(words, clause.index, name.index)) return NOTHING
  return [changeWord(clause, { head: name.index, deprel: 'acl:relcl' })]
}

/** "acknowledges that soldiers are there and says": what is joined to a clause of speech but agrees with the speaker alone is said by him. */
export const saysOfSpeaker: Mend = ({ words, below }, word) => {
  const clause = words[word.head]
  const speech = words[clause?.head ?? -1]
  if (clause?.deprel !== 'ccomp' || speech?.upos !== 'VERB' || !PRESENT.test(word.text) || !PRESENT.test(speech.text)) return NOTHING
  if (below(word.index, /^(nsubj|aux|mark|expl)/).length > 0) return NOTHING
  const [subject] = below(clause.index, /^nsubj/)
  const several =
    subject !== undefined &&
    (below(subject, /^conj$/).length > 0 ||
      (words[subject]?.upos === 'NOUN' && words[subject]?.text.toLowerCase() !== words[subject]?.lemma))
  return several ? [changeWord(word, { head: speech.index })] : NOTHING
}

/** "ruled that he can be sent home, rejecting his plea": behind a passive of which somebody speaks it is the speaker who rejects and accuses. */
export const speaksBehind: Mend = (scene, word) => {
  const { words, below } = scene
  const clause = words[word.head]
  const speech = words[clause?.head ?? -1]
  if (!clause || !speech || clause.deprel !== 'ccomp' || words[word.index - 1]?.text !== ',' || !isIngOf(scene, word, 'speaking-beside'))
    return NOTHING
  if (below(word.index, /^(nsubj|mark|aux)/).length > 0 || speech.index > clause.index || below(speech.index, /^nsubj$/).length === 0)
    return NOTHING
  return below(clause.index, /^nsubj:pass$/).length > 0 ? [changeWord(word, { head: speech.index })] : NOTHING
}
