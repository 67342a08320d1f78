import type { Word } from '../../../document.ts'
import { lemmaOf } from '../../../syntax/lemmas.ts'
import { changeWord } from '../change-word.ts'
import { ING, isNoun, isPastForm, type Mend, NOTHING, PARTICIPLE, TIME } from './mend.ts'

// Mends of predicates that were read as a noun, an adjective or a quality.

/** "Envoys sent to Baghdad by the UN came home": of two participles the first, which tells by whom, is of the subject, and the second is the predicate. */
export const passiveBeforePast: Mend = ({ words, below }, word) => {
  const subject = words[below(word.index, /^nsubj$/)[0] ?? -1]
  if (!isNoun(subject) || subject?.index !== word.index - 1 || ING.test(word.text) || !PARTICIPLE.test(word.text)) return NOTHING
  if (below(word.index, /^(aux|cop|mark|obj|cc$|conj)/).length > 0) return NOTHING
  const times = below(word.index, /^obl:unmarked$/)
  const verb = [...below(word.index, /^(advcl|ccomp|xcomp|parataxis)$/), ...times.flatMap((at) => below(at, /^acl$/))]
    .map((at) => words[at] as Word)
    .find((w) => w.index > word.index && isPastForm(w) && below(w.index, /^(mark|cc$|aux|csubj)/).length === 0)
  const own = verb && words[below(verb.index, /^nsubj/)[0] ?? -1]
  if (!verb || (own && !TIME.test(own.lemma))) return NOTHING
  const between = words.slice(word.index + 1, verb.index)
  const by = between.find((w) => w.text === 'by')
  const doer = by?.deprel === 'case' ? between.filter((w) => w.index === by.head && isNoun(w)) : []
  if (doer.length === 0 || between.some((w) => /^[,"“”]$/.test(w.text) || w.upos === 'VERB')) return NOTHING
  return [
    changeWord(verb, { head: word.head, deprel: word.deprel }),
    changeWord(subject, { head: verb.index, deprel: 'nsubj' }),
    changeWord(word, { head: subject.index, deprel: 'acl' }),
    ...(own ? [changeWord(own, { head: word.index, deprel: 'obl:unmarked' })] : []),
    ...doer.map((w) => changeWord(w, { head: word.index, deprel: 'obl:agent' })),
    ...below(word.index, /./)
      .filter((at) => at > verb.index)
      .map((at) => changeWord(words[at] as Word, { head: verb.index })),
  ]
}

/** "Mogae, who monitors the accord on behalf of the mediators, voiced concern": a name alone is no sentence, and what is in the past behind the last comma is its predicate. */
export const pastBehindRelative: Mend = ({ words, below }, word) => {
  const object = words[word.head]
  if (!object || object.index < word.index || object.deprel !== 'conj' || words[word.index - 1]?.text !== ',' || !isPastWord(word))
    return NOTHING
  if (below(object.index, /^(cc|det|case|cop|nsubj)/).length > 0) return NOTHING
  const name = words.find((w) => w.head < 0)
  if (!name || !isNoun(name) || name.index > word.index || below(name.index, /^(cop|nsubj|csubj|expl|case|mark)/).length > 0) return NOTHING
  const comma = words.slice(name.index, word.index - 1).find((w) => w.text === ',')
  if (!comma || !/^(who|which|whose)$/.test(words[comma.index + 1]?.text ?? '')) return NOTHING
  return [
    changeWord(word, { upos: 'VERB', lemma: lemmaOf(word.text, 'VERB'), head: -1, deprel: 'root' }),
    changeWord(name, { head: word.index, deprel: 'nsubj' }),
    changeWord(object, { head: word.index, deprel: 'obj' }),
    ...below(name.index, /^(punct|parataxis|advcl|conj)$/)
      .filter((at) => at > word.index)
      .map((at) => changeWord(words[at] as Word, { head: word.index })),
  ]
}

const isPastWord = ({ text }: Word): boolean => /^\p{Ll}+$/u.test(text) && PARTICIPLE.test(text) && lemmaOf(text, 'VERB') !== text

/** "thanks to U.N. mediation": nobody gives thanks, where nothing governs them. */
export const thanksTo: Mend = ({ words, below }, thanks) => {
  const to = words[thanks.index + 1]
  const noun = words[to?.head ?? -1]
  if (!/^thanks$/i.test(thanks.text) || to?.text !== 'to' || !noun || noun.head !== thanks.index || noun.index < thanks.index)
    return NOTHING
  if (below(thanks.index, /^(det|amod|case|nmod:poss|nsubj|cop)/).length > 0) return NOTHING
  return [
    changeWord(noun, { head: thanks.head, deprel: 'obl' }),
    changeWord(thanks, { head: noun.index, deprel: 'case', upos: 'ADP' }),
    changeWord(to, { head: thanks.index, deprel: 'fixed' }),
    ...below(thanks.index, /./)
      .filter((at) => at !== noun.index && at !== to.index)
      .map((at) => changeWord(words[at] as Word, { head: noun.index })),
  ]
}

/** "a camp for the displaced", "the wounded were flown out": what has an article and no noun behind it are people, and nothing is done there. */
export const peopleSo: Mend = ({ words, below }, word) => {
  const the = words[word.index - 1]
  if (the?.text.toLowerCase() !== 'the' || the.head !== word.index || !/ed$/.test(word.text)) return NOTHING
  if (below(word.index, /^(obj|aux|cop|nsubj|mark|xcomp|ccomp|obl:agent)/).length > 0) return NOTHING
  return [changeWord(word, { upos: 'NOUN', lemma: word.text.toLowerCase() })]
}

/** "About a thousand people, most of them islanders, gathered": who gathered stands before what most of them are. */
export const mostOfThem: Mend = ({ words, below }, most) => {
  const verb = words[most.head]
  if (!/^(most|many|some|several|all|half)$/.test(most.text) || verb?.upos !== 'VERB' || words[most.index - 1]?.text !== ',') return NOTHING
  if (words[most.index + 1]?.text !== 'of' || !/^(them|whom)$/.test(words[most.index + 2]?.text ?? '')) return NOTHING
  const people = words[below(verb.index, /^obl/).find((at) => at < most.index) ?? -1]
  if (people?.upos !== 'NOUN' || below(people.index, /^nummod$/).length === 0) return NOTHING
  const [about] = below(people.index, /^case$/)
  if (about === undefined || !/^(about|around|over|under)$/i.test(words[about]?.text ?? '')) return NOTHING
  return [
    changeWord(people, { head: verb.index, deprel: 'nsubj' }),
    changeWord(words[about] as Word, { deprel: 'advmod', upos: 'ADV' }),
    changeWord(most, { head: people.index, deprel: 'appos' }),
  ]
}

/** "months of negotiations in Addis Ababa led by the bloc": the talks are led, and no town. */
export const ledTalks: Mend = ({ words, below, isOf }, word) => {
  const town = words[word.head]
  const talks = words[town?.head ?? -1]
  if (town?.upos !== 'PROPN' || town.deprel !== 'nmod' || !talks || !isNoun(talks) || !isOf(talks.lemma, 'meeting')) return NOTHING
  if (!isOf(word.lemma, 'convening') && word.lemma !== 'lead') return NOTHING
  return words[word.index + 1]?.text === 'by' && below(town.index, /^case$/).length > 0
    ? [changeWord(word, { head: talks.index })]
    : NOTHING
}

/** "had put a president behind bars": it tells where he was put, and not which one. */
export const behindBars: Mend = ({ words, below }, bars) => {
  const whom = words[bars.head]
  if (bars.text !== 'bars' || words[bars.index - 1]?.text !== 'behind' || !whom || !/^(obj|nsubj:pass)$/.test(whom.deprel)) return NOTHING
  return words[whom.head]?.upos === 'VERB' && below(bars.index, /^(det|amod|nmod:poss)$/).length === 0
    ? [changeWord(bars, { head: whom.head, deprel: 'obl' })]
    : NOTHING
}

/** "Mali and Niger, the two junta-run states that quit, met": what an article or a number stands before is no verb, but tells what those before the comma are. */
export const statesOfKind: Mend = ({ words, below }, word) => {
  if (!/^(states|allies|powers)$/.test(word.text) || below(word.index, /^(det|nummod|amod)$/).length === 0) return NOTHING
  if (below(word.index, /^(obj|aux|mark)/).length > 0) return NOTHING
  const noun: Word = changeWord(word, { upos: 'NOUN', lemma: lemmaOf(word.text, 'NOUN') })
  const [subject] = below(word.index, /^nsubj$/)
  const [relative] = below(word.index, /^(ccomp|acl:relcl)$/).filter((at) => below(at, /^(nsubj|obj)/).some((s) => s === word.index + 1))
  if (subject === undefined || relative === undefined) return [noun]
  const clause = changeWord(words[relative] as Word, { deprel: 'acl:relcl' })
  const main = words.find(
    (w) =>
      w.head === relative &&
      w.deprel === 'conj' &&
      w.upos === 'VERB' &&
      words[w.index - 1]?.text === ',' &&
      below(w.index, /^(nsubj|cc)/).length === 0,
  )
  if (main === undefined) return [noun, clause]
  return [
    changeWord(noun, { head: subject, deprel: 'appos' }),
    clause,
    changeWord(main, { head: word.head, deprel: word.deprel }),
    changeWord(words[subject] as Word, { head: main.index }),
    ...below(word.index, /^punct$/).map((at) => changeWord(words[at] as Word, { head: main.index })),
  ]
}

/** "Nurses were on strike", "the army is on high alert": who is in such a state does something, and the copula is its verb. */
export const beingOn: Mend = ({ words, below, isOf }, word) => {
  if (!isOf(word.lemma, 'being-on')) return NOTHING
  const [copula] = below(word.index, /^cop$/)
  const [on] = below(word.index, /^case$/)
  const verb = words[copula ?? -1]
  if (!verb || on === undefined || on < verb.index || words[on]?.text !== 'on' || below(word.index, /^nsubj/).length !== 1) return NOTHING
  return [
    changeWord(verb, { upos: 'VERB', head: word.head, deprel: word.deprel }),
    changeWord(word, { head: verb.index, deprel: 'obl' }),
    ...below(word.index, /^/).flatMap((at) => {
      const part = words[at] as Word
      if (at === verb.index || /^(case|det|amod|compound|nummod|nmod:poss)$/.test(part.deprel)) return []
      return [changeWord(part, { head: verb.index, deprel: part.deprel === 'nmod' ? 'obl' : part.deprel })]
    }),
  ]
}
