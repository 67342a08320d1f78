import type { Word } from '../../../document.ts'
import { isBarePast } from '../../../syntax/bare-pasts.ts'
import { lemmaOf } from '../../../syntax/lemmas.ts'
import { changeWord } from '../change-word.ts'
import { hasSubject, isNoun, isPastForm, type Mend, NOTHING, PARTICIPLE, TIME, topOfName } from './mend.ts'

// Mends of clauses whose mark was read as a preposition, and whose verb as a participle before a noun.

/**
 * "after parliament ousted Prime Minister X", "a day after warplanes bombed rebel towns": no participle stands between a noun that "after" marks and a noun that
 * nothing does; it is the verb of the first, and the second what it does it to.
 */
export const pastBehindMark: Mend = ({ words, below }, word) => {
  const [subject, object] = [words[word.index - 1], words[word.head]]
  if (!object || object.index < word.index || !isNoun(subject) || !isNoun(object) || !subject || !isPastForm(word)) return NOTHING
  if (!PARTICIPLE.test(word.text) && !isBarePast(word.text)) return NOTHING
  if (!/^(obl|nmod)/.test(object.deprel) || TIME.test(subject.lemma)) return NOTHING
  const mark = [subject.index, word.index, object.index].flatMap((head) => below(head, /^case$/)).find((at) => at < subject.index)
  if (mark === undefined || !MARKS.test(words[mark]?.text ?? '')) return NOTHING
  // What stands between the mark and the subject must be the subject's own.
  const between = words.slice(mark + 1, subject.index)
  if (between.some(({ upos }) => !/^(DET|ADJ|NOUN|PROPN|NUM)$/.test(upos))) return NOTHING
  if (below(object.index, /^(case|det|nmod:poss)$/).some((at) => at > mark)) return NOTHING
  const clause = subject.head === word.index || subject.head === object.index ? object.head : subject.head
  return [
    changeWord(word, { head: clause, deprel: 'advcl', lemma: lemmaOf(word.text, 'VERB') }),
    changeWord(subject, { head: word.index, deprel: 'nsubj' }),
    changeWord(words[mark] as Word, { head: word.index, deprel: 'mark', upos: 'SCONJ' }),
    changeWord(object, { head: word.index, deprel: 'obj' }),
    ...between.filter(({ head }) => head === object.index || head === word.index).map((w) => changeWord(w, { head: subject.index })),
    ...below(object.index, /^nmod:unmarked$/)
      .filter((at) => at > object.index && TIME.test(words[at]?.lemma ?? ''))
      .map((at) => changeWord(words[at] as Word, { head: word.index, deprel: 'obl:unmarked' })),
  ]
}

const MARKS = /^(after|before|since|until)$/i

/**
 * "Prices rose as Egypt accused Qatar", "fell after Cuba acceded to the treaty": a verb in the past of its own clause has who stands right before it for its subject, and
 * "as" opens that clause; but "was known as Ansar, based in the north".
 */
export const subjectBehindAs: Mend = ({ words, below }, verb) => {
  const noun = topOfName(words, words[verb.index - 1])
  if (!noun || !isNoun(noun) || !isPastForm(verb) || !/^(obl|nmod)$/.test(noun.deprel) || hasSubject(below, verb.index)) return NOTHING
  const [as, other] = below(noun.index, /^case$/)
  if (as === undefined || other !== undefined || !OPENS.test(words[as]?.text ?? '') || TIME.test(noun.lemma)) return NOTHING
  const first = below(noun.index, /^(det|amod|compound|nummod|nmod:poss)/)[0]
  if ((first ?? noun.index) < as || (noun.upos === 'NOUN' && first === undefined && noun.text === noun.lemma)) return NOTHING
  if (below(verb.index, /^(aux|cop|mark|cc$|case)/).length > 0 || verb.head === noun.index || verb.head < 0) return NOTHING
  const isActive = below(verb.index, /^obj$/).some((at) => at > verb.index)
  if (!isActive && (PLACED.test(words[verb.index + 1]?.text ?? '') || below(verb.head, /^aux:pass$/).length > 0)) return NOTHING
  return [
    changeWord(noun, { head: verb.index, deprel: 'nsubj' }),
    changeWord(words[as] as Word, { head: verb.index, deprel: 'mark', upos: 'SCONJ' }),
  ]
}

const OPENS = /^(as|after|before|since|while)$/i
/** What follows a participle of a name ("based in", "led by") rather than a verb. */
const PLACED = /^(by|in|at|near|from|outside|around|as)$/

/** "Officials confirmed Cuba called on the United States": what is told is what somebody did, where the verb behind the name is no participle of it. */
export const toldWithoutThat: Mend = ({ words, below, isOf }, verb) => {
  const noun = topOfName(words, words[verb.index - 1])
  const teller = words[verb.head]
  const next = words[verb.index + 1]
  if (noun?.deprel !== 'obj' || noun.head !== teller?.index || noun.index < teller.index || !isPastForm(verb) || !next) return NOTHING
  if (below(verb.index, /^(nsubj|csubj|aux|cop|mark|case|cc$|expl)/).length > 0) return NOTHING
  if (!TELLS.some((id) => isOf(teller.lemma, id))) return NOTHING
  const isActive = below(verb.index, /^obj$/).some((at) => at > verb.index)
  return isActive || isOf(verb.lemma, 'never-suffered') || isOf(`${verb.lemma} ${next.text}`, 'never-suffered')
    ? [changeWord(verb, { deprel: 'ccomp' }), changeWord(noun, { head: verb.index, deprel: 'nsubj' })]
    : NOTHING
}

/** Classes of verbs that a clause without "that" may stand behind. */
const TELLS = ['reporting', 'holding-true', 'verifying']
