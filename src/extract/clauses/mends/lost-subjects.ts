import type { Word } from '../../../document.ts'
import { isCalendarWord } from '../../actors/calendar-words.ts'
import { changeWord } from '../change-word.ts'
import { hasSubject, ING, isBelow, isNoun, isPastForm, type Mend, NOTHING, type Scene, TIME } from './mend.ts'

// Mends of verbs whose subject went to the words of a clause or phrase that opens the sentence or stands between.

/** What hung on a word from the verb on goes to the verb. */
const handedOver = ({ words, below }: Pick<Scene, 'words' | 'below'>, from: Word, verb: Word): readonly Word[] =>
  below(from.index, /./)
    .filter((at) => at > verb.index)
    .map((at) => changeWord(words[at] as Word, { head: verb.index }))

/** "Iraq, whose border was closed, sided with Syria": the predicate stands behind what a relative clause tells of the name that opens the sentence. */
export const predicateBehindRelative: Mend = ({ words, below }, verb) => {
  const inner = words[verb.head]
  if (!inner || inner.head >= 0 || ING.test(verb.text)) return NOTHING
  const relative = words.find((w) => /^(whose|who|which|where)$/.test(w.text))
  const name = words.find((w) => isNoun(w) && w.head === inner.index && w.index < (relative?.index ?? -1))
  if (!relative || !name || words[relative.index - 1]?.text !== ',' || inner.index < relative.index) return NOTHING
  if (hasSubject(below, verb.index) || below(verb.index, /^(cc|mark|aux:pass|case)$/).length > 0) return NOTHING
  if (!words.slice(inner.index, verb.index).some((w) => w.text === ',') || below(name.index, /^case$/).length > 0) return NOTHING
  return [
    changeWord(verb, { head: -1, deprel: 'root' }),
    changeWord(name, { head: verb.index, deprel: 'nsubj' }),
    changeWord(inner, { head: name.index, deprel: 'acl:relcl' }),
    ...handedOver({ words, below }, inner, verb),
  ]
}

const isBehindAnd = (words: readonly Word[], below: Scene['below'], { index }: Word): boolean =>
  below(index, /^cc$/).some((at) => at < index && words.slice(at + 1, index).every((w) => w.upos === 'ADV'))

/** "telephones both men and urges them": a finite verb is joined to a verb, and to no noun. */
export const verbBehindObject: Mend = ({ words, below }, word) => {
  const noun = words[word.head]
  const verb = words[noun?.head ?? -1]
  if (!isNoun(noun) || verb?.upos !== 'VERB' || !/^(obj|obl|iobj)/.test(noun?.deprel ?? '') || verb.index > word.index) return NOTHING
  if (hasSubject(below, word.index) || !isBehindAnd(words, below, word) || below(word.index, /^(case|det|aux:pass)/).length > 0)
    return NOTHING
  const isPresent = (w: Word): boolean => /[^s]s$/.test(w.text) && w.text !== w.lemma
  return (isPresent(verb) && isPresent(word)) || (isPastForm(verb) && isPastForm(word) && below(word.index, /^obj$/).length > 0)
    ? [changeWord(word, { head: verb.index })]
    : NOTHING
}

/** "Leaders meeting in Abuja called for a truce": of a participle and a verb in the past the verb is the predicate. */
export const participleBeforePast: Mend = ({ words, below }, word) => {
  const subject = words[below(word.index, /^nsubj$/)[0] ?? -1]
  if (!subject || !ING.test(word.text) || subject.index !== word.index - 1 || !isNoun(subject)) return NOTHING
  if (below(word.index, /^(aux|cop|mark)/).length > 0) return NOTHING
  const verb = below(word.index, /^(advcl|ccomp|xcomp|conj|parataxis)$/)
    .map((at) => words[at] as Word)
    .find((w) => w.index > word.index && isPastForm(w) && !hasSubject(below, w.index) && below(w.index, /^(mark|cc$|aux)/).length === 0)
  if (!verb || words.slice(word.index, verb.index).some((w) => w.text === ',' || w.text === '"')) return NOTHING
  return [
    changeWord(verb, { head: word.head, deprel: word.deprel }),
    changeWord(subject, { head: verb.index, deprel: 'nsubj' }),
    changeWord(word, { head: subject.index, deprel: 'acl' }),
    ...handedOver({ words, below }, word, verb),
  ]
}

/**
 * "called on rebels to release them, and asked Chad to help", "spoke on ending it and called for peace": what is in the past is joined to a verb in the past,
 * and to no infinitive or gerund.
 */
export const pastBehindInfinitive: Mend = ({ words, below }, word) => {
  const infinitive = words[word.head]
  const isGerund = infinitive !== undefined && ING.test(infinitive.text) && infinitive.index < word.index
  if (!infinitive || !isPastForm(word) || !(isGerund || infinitive.text === infinitive.lemma) || hasSubject(below, word.index))
    return NOTHING
  if (below(word.index, /^cc$/).length === 0 || below(word.index, /^(aux|mark)/).length > 0) return NOTHING
  const to = below(infinitive.index, /^mark$/).map((at) => words[at]?.text ?? '')
  if (!to.some((text) => (isGerund ? /^(on|of|about|by|for|against|from|in|into|at)$/i.test(text) : text === 'to'))) return NOTHING
  if (below(infinitive.index, /^aux/).length > 0) return NOTHING
  let above = words[infinitive.head]
  while (above && !(above.upos === 'VERB' && isPastForm(above))) above = words[above.head]
  return above && above.index < infinitive.index && !isBelow(words, word.index, above.index)
    ? [changeWord(word, { head: above.index })]
    : NOTHING
}

/** "the US has \"violated\" the law": what a quotation mark parts from its auxiliary is its verb. */
export const quotedVerb: Mend = ({ words, below }, aux) => {
  const verb = words[aux.index + 2]
  if (verb?.upos !== 'VERB' || !/^["“‘]$/.test(words[aux.index + 1]?.text ?? '') || below(verb.index, /^(mark|cc)$/).length > 0)
    return NOTHING
  if (hasSubject(below, verb.index) || !(/ed$/.test(verb.text) || /ing$/.test(verb.text) || isPastForm(verb))) return NOTHING
  const passive = aux.lemma === 'be' && !ING.test(verb.text)
  return [
    changeWord(verb, { head: aux.head, deprel: aux.deprel }),
    changeWord(aux, { head: verb.index, deprel: passive ? 'aux:pass' : 'aux' }),
    ...below(aux.index, /./)
      .filter((i) => i !== verb.index)
      .map((i) => words[i] as Word)
      .map((w) => changeWord(w, { head: verb.index, deprel: passive && w.deprel === 'nsubj' ? 'nsubj:pass' : w.deprel })),
  ]
}

/** "In New York, where he attended the Assembly, President Lula warned": the noun that fills all between the last comma and a main verb without a subject. */
export const subjectBehindComma: Mend = ({ words, below }, verb) => {
  const isClause = words[0]?.upos === 'SCONJ'
  if (
    verb.head >= 0 ||
    ING.test(verb.text) ||
    !(isClause || words[0]?.upos === 'ADP') ||
    below(verb.index, /^(aux:pass|mark|expl|csubj)/).length > 0
  )
    return NOTHING
  const comma = words.slice(0, verb.index).findLast((w) => w.text === ',')
  if (!comma || comma.index === verb.index - 1) return NOTHING
  const chunk = words.slice(comma.index + 1, verb.index)
  const outer = chunk.filter(
    (w) => w.head <= comma.index || (w.head >= verb.index && !(w.head === verb.index && /^(aux|advmod)/.test(w.deprel))),
  )
  const [noun] = outer
  // "As he arrived in Rome, Minister Maas urged": behind a clause a name is joined to none of it without an "and".
  const hangs = isClause ? /^(appos|nmod|flat|conj)/ : /^(appos|nmod|flat)/
  if (!noun || outer.length > 1 || !isNoun(noun) || !hangs.test(noun.deprel) || noun.head > comma.index) return NOTHING
  // "In May, France, Britain and Germany condemned": what goes on with a list is no subject alone.
  const before = comma.index - 1
  if (chunk.some((w) => w.deprel === 'cc') && (noun.head === before || words[before]?.head === noun.head)) return NOTHING
  if (below(noun.index, /^(case|cc)$/).length > 0 || isCalendarWord(noun.text) || TIME.test(noun.lemma)) return NOTHING
  const [subject, other] = below(verb.index, /^nsubj/)
  if (subject === undefined) return [changeWord(noun, { head: verb.index, deprel: 'nsubj' })]
  // "with his counterpart, Wang Yi, Minister Jaishankar protested": the first is what somebody of the phrase is called.
  const called = words[subject - 2]
  return other === undefined && isBelow(words, subject, noun.index) && words[subject - 1]?.text === ',' && isNoun(called) && called
    ? [changeWord(noun, { head: verb.index, deprel: 'nsubj' }), changeWord(words[subject] as Word, { head: called.index, deprel: 'appos' })]
    : NOTHING
}

/** "the envoy and his Tajik counterpart, Saimumin Yatimov, announce": a name between commas behind the last of several is his. */
export const nameOfLast: Mend = ({ words, below }, name) => {
  const last = words[name.index - 2]
  const end = below(name.index, /^flat/).at(-1) ?? name.index
  if (words[name.index - 1]?.text !== ',' || words[end + 1]?.text !== ',' || below(name.index, /^(cc|det|amod|compound)$/).length > 0)
    return NOTHING
  return last?.upos === 'NOUN' && last.head === name.head && last.deprel === 'conj' && below(last.index, /^cc$/).length > 0
    ? [changeWord(name, { head: last.index, deprel: 'appos' })]
    : NOTHING
}

/** "At least nine soldiers, including an officer, were killed, the army said": what opens the sentence, counted, is the subject of the passive behind who is among it. */
export const countedSubject: Mend = ({ words, below }, word) => {
  const among = words[word.index + 2]
  if (words[word.index + 1]?.text !== ',' || !among || !AMONG.test(among.text)) return NOTHING
  const before = words.slice(0, word.index)
  if (!before.some((w) => w.upos === 'NUM' || COUNTED.test(w.text)) || before.some((w) => /^(VERB|AUX|PUNCT|PRON)$/.test(w.upos)))
    return NOTHING
  const aux = words.find((w) => w.index > among.index && w.index < word.index + FAR && w.upos === 'AUX' && words[w.index - 1]?.text === ',')
  const verb = aux && words.slice(aux.index, aux.index + 5).find((w) => w.upos === 'VERB')
  if (!verb || ING.test(verb.text) || (word.head === verb.index && word.deprel.startsWith('nsubj'))) return NOTHING
  const others = below(verb.index, /^nsubj/).filter((at) => at < verb.index && at !== word.index)
  if (others.some((at) => at < word.index)) return NOTHING
  const isPassive = words.some((w) => w.head === verb.index && w.deprel === 'aux:pass') || /^(was|were)$/.test(aux.text)
  return [
    ...(isBelow(words, word.index, verb.index) ? [changeWord(verb, { head: word.head, deprel: word.deprel })] : []),
    changeWord(word, { head: verb.index, deprel: isPassive ? 'nsubj:pass' : 'nsubj' }),
    ...others.map((at) => changeWord(words[at] as Word, { head: word.index, deprel: 'nmod' })),
  ]
}

const AMONG = /^(including|among|most|many|mostly|some|all|both|half|several|mainly)$/
const COUNTED = /^(dozens|scores|hundreds|thousands|several|many)$/i
const FAR = 30

/** "Accompanied by a dozen men, President Tokayev arrived": who stands between the comma of an opening participle and a verb without subject is its subject. */
export const subjectBehindParticiple: Mend = ({ words, below }, word) => {
  const beside = words[word.head]
  const participle = words[beside?.head ?? -1]
  const verb = words[participle?.head ?? -1]
  if (!beside || !participle || !verb || participle.deprel !== 'advcl' || participle.index > beside.index || beside.index > word.index)
    return NOTHING
  if (verb.index < word.index || hasSubject(below, verb.index) || below(participle.index, /^(nsubj|mark|aux)/).length > 0) return NOTHING
  const start = Math.min(...below(word.index, /^(nmod:desc|amod|det|compound|nmod:poss)$/), word.index)
  const first = Math.min(...below(start, /^(amod|det|compound|nmod:poss)$/), start)
  return words[first - 1]?.text === ',' ? [changeWord(word, { head: verb.index, deprel: 'nsubj' })] : NOTHING
}
