import type { Word } from '../../../document.ts'
import { changeWord } from '../change-word.ts'
import { hasSubject, isNoun, type Mend, NOTHING } from './mend.ts'

// Mends of "visiting", "outgoing" and the like before whom they tell of, where the parser made a clause of them.

/** "Visiting U.S. envoy Winston Lord reaffirmed": who visits does what follows without a comma. */
export const visitingSubject: Mend = ({ words, below }, word) => {
  const verb = words[word.head]
  const name = words[below(word.index, /^obj$/)[0] ?? -1]
  if (
    !/^(Visiting|Outgoing|Incoming|Leading|Ruling|Opposing|Retiring|Departing)$/.test(word.text) ||
    verb?.upos !== 'VERB' ||
    !isNoun(name)
  )
    return NOTHING
  if (!name || hasSubject(below, verb.index) || words.slice(word.index, verb.index).some((w) => w.text === ',')) return NOTHING
  return [changeWord(name, { head: verb.index, deprel: 'nsubj' }), changeWord(word, { head: name.index, deprel: 'amod', upos: 'ADJ' })]
}

/** "Visiting journalists were seized": who visits is the subject of what follows without a comma, and where he does so isn't told. */
export const visitingSufferer: Mend = ({ words }, word) => {
  const people = words[word.index + 1]
  if (!/^(visiting|departing|retiring|outgoing|incoming)$/i.test(word.text) || !people || people.upos !== 'NOUN') return NOTHING
  return people.head === word.head && /^nsubj/.test(people.deprel)
    ? [changeWord(word, { head: people.index, deprel: 'amod', upos: 'ADJ' })]
    : NOTHING
}

/** "met by visiting Chad President Deby", "talks with visiting envoys": behind a preposition who visits stands under it with his title; "by visiting Chad" is a visit. */
export const visitingPerson: Mend = ({ words, below }, word) => {
  const name = words[below(word.index, /^obj$/)[0] ?? -1]
  const before = words[word.index - 1]
  if (!/^(visiting|outgoing|incoming)$/.test(word.text) || !name || !/^(by|with|from|to|against|for|of)$/.test(before?.text ?? ''))
    return NOTHING
  const last = below(name.index, /^flat/).at(-1) ?? name.index
  const phrase = words.slice(word.index + 1, last + 1)
  if (phrase.some((w) => w.upos === 'DET' || w.text === ',') || !phrase.some((w) => OFFICES.test(w.text))) return NOTHING
  const deprel = before?.text === 'by' ? 'obl:agent' : isNoun(words[word.head]) ? 'nmod' : 'obl'
  return [
    changeWord(name, { head: word.head, deprel }),
    changeWord(word, { head: name.index, deprel: 'amod', upos: 'ADJ' }),
    changeWord(before as Word, { head: name.index, deprel: 'case', upos: 'ADP' }),
    ...below(word.index, /./).flatMap((at) => (at > name.index ? [changeWord(words[at] as Word, { head: word.head })] : [])),
  ]
}

/**
 * "Marcos and visiting Japanese Premier Ishiba agreed", "met visiting Premier Ishiba", "Visiting Japanese Premier Ishiba met": whom a title tells right behind it stands in its
 * place; "after visiting Premier Ishiba" and "considered visiting" are visits.
 */
export const visitingOfficer: Mend = ({ words, below, isOf }, word) => {
  if (!/^(visiting|outgoing|incoming)$/i.test(word.text) || below(word.index, /^(mark|case|aux)$/).length > 0) return NOTHING
  const isSubject = word.deprel === 'advcl'
  const name = isSubject
    ? words.find((w) => w.index > word.index && w.head === word.head && /^nsubj/.test(w.deprel))
    : words[below(word.index, /^obj$/)[0] ?? -1]
  const last = name && (below(name.index, /^flat/).at(-1) ?? name.index)
  if (!name || !isTitled(words.slice(word.index + 1, (last ?? name.index) + 1))) return NOTHING
  const asQuality = changeWord(word, { head: name.index, deprel: 'amod', upos: 'ADJ' })
  if (isSubject) return [asQuality]
  if (word.deprel === 'xcomp' && (below(word.head, /^obj$/).length > 0 || isOf(words[word.head]?.lemma ?? '', 'doing-oneself')))
    return NOTHING
  return [
    changeWord(name, { head: word.head, deprel: word.deprel === 'xcomp' ? 'obj' : word.deprel }),
    asQuality,
    ...below(word.index, /^(cc|punct)$/).map((at) => changeWord(words[at] as Word, { head: name.index })),
  ]
}

/** "Japanese Premier Ishiba": nothing but a name with its title. */
const isTitled = (phrase: readonly Word[]): boolean =>
  phrase.some((w) => OFFICES.test(w.text)) && phrase.every((w) => w.upos === 'PROPN' || w.upos === 'ADJ' || w.upos === 'NOUN')

const OFFICES =
  /^(president|premier|minister|chancellor|secretary|king|queen|emir|prince|leader|envoy|ambassador|delegation|official|diplomat|senator|commissioner|chief)s?$/i
