import type { Word } from '../../../document.ts'
import { lemmaOf } from '../../../syntax/lemmas.ts'
import { changeWord } from '../change-word.ts'
import { ING, isBelow, isNoun, isPastOf, type Mend, NOTHING, type Scene } from './mend.ts'

// Mends of words whose part of speech contradicts what hangs on them.

/** "after meeting Zelensky": what has an object is a verb. */
export const gerund: Mend = ({ words, below }, word) => {
  if (!ING.test(word.text)) return NOTHING
  const governs = (at: number): boolean => below(at, /^obj$/).length > 0
  if (
    !governs(word.index) &&
    !below(word.index, /^conj/).some((at) => words[at]?.upos === 'VERB' && ING.test(words[at]?.text ?? '') && governs(at))
  )
    return NOTHING
  const onVerb = words[word.head]?.upos === 'VERB'
  const deprel = /^obl/.test(word.deprel)
    ? 'advcl'
    : /^nmod/.test(word.deprel)
      ? 'acl'
      : word.deprel === 'obj' && onVerb
        ? 'xcomp'
        : word.deprel
  return [
    changeWord(word, { upos: 'VERB', lemma: lemmaOf(word.text, 'VERB'), deprel }),
    ...below(word.index, /^case$/).map((at) => changeWord(words[at] as Word, { deprel: 'mark' })),
  ]
}

/** "Rwanda and Uganda back the rebels": an adverb has no object, and a verb has. */
export const adverbWithObject: Mend = ({ below }, word) =>
  below(word.index, /^obj$/).some((at) => at > word.index) && below(word.index, /^nsubj/).some((at) => at < word.index)
    ? [changeWord(word, { upos: 'VERB', lemma: lemmaOf(word.text, 'VERB') })]
    : NOTHING

/** "The president tore into his rival", "Protesters in Togo tore down posters": a form that is nothing but a past is the verb of its subject. */
export const plainPast: Mend = ({ words, below }, word) => {
  if (!PLAIN_PASTS.has(word.text)) return NOTHING
  const subject = below(word.index, /^nsubj$/).find((at) => at < word.index)
  if (subject === undefined || below(word.index, /^(cop|aux|det|amod)/).length > 0) return NOTHING
  const [place] = below(word.index, /^compound$/).filter((at) => at === word.index - 1 && at > subject)
  const [marked] = place === undefined ? [] : below(word.index, /^case$/).filter((at) => at > subject && at < place)
  return [
    changeWord(word, { upos: 'VERB', lemma: lemmaOf(word.text, 'VERB') }),
    ...below(word.index, /^nmod$/)
      .filter((at) => at > word.index)
      .map((at) => changeWord(words[at] as Word, { deprel: 'obl' })),
    ...(place === undefined || marked === undefined
      ? []
      : [changeWord(words[place] as Word, { head: subject, deprel: 'nmod' }), changeWord(words[marked] as Word, { head: place })]),
  ]
}

/** Pasts of verbs that are no noun, adjective or participle beside. */
const PLAIN_PASTS: ReadonlySet<string> = new Set(
  'tore swore wore threw overthrew drew withdrew flew blew knew strove drove wove slew shook forsook took undertook overtook gave forgave forbade went underwent wrote rode sank shrank sprang sang rang began overran fled flung clung hurled stuck sought fought'.split(
    ' ',
  ),
)

/** "the leaders of the member states put", "expressed hopes that": what a noun before it and a preposition mark, or a verb governs, is no verb. */
export const nounInS: Mend = ({ words, below }, word) => {
  if (!/[^s]s$/.test(word.text)) return NOTHING
  const before = words[word.index - 1]
  // "imposed asset freezes on generals": an object is no verb, and what stands right before it is no subject.
  if (
    word.deprel === 'obj' &&
    below(word.index, /^(nsubj|obj|mark|aux|advmod)/).every((at) => at === before?.index && before.deprel === 'nsubj')
  )
    if (before?.head === word.index && words[before.index - 1]?.index === word.head)
      return [
        changeWord(word, { upos: 'NOUN', lemma: lemmaOf(word.text, 'NOUN') }),
        changeWord(before, { deprel: 'compound' }),
        ...below(word.index, /^obl$/).map((at) => changeWord(words[at] as Word, { deprel: 'nmod' })),
      ]
  if (below(word.index, /^(nsubj|obj|mark|aux|advmod)/).length > 0) return NOTHING
  if (word.deprel === 'obj' && before?.index === word.head && before.upos === 'VERB')
    return [changeWord(word, { upos: 'NOUN', lemma: lemmaOf(word.text, 'NOUN') })]
  const joined = word.deprel !== 'conj' || isNoun(words[word.head])
  return joined && before?.head === word.index && /^(compound|amod|nummod|det)/.test(before.deprel)
    ? [changeWord(word, { upos: 'NOUN', lemma: lemmaOf(word.text, 'NOUN') })]
    : NOTHING
}

/** "Al-Shabab fighters overran a base", "EU states condemned it": a subject in -ers is no verb, and what stands before it is its name. */
export const doersInErs: Mend = ({ words, below }, word) =>
  /(ers|ors)$|^(states|allies|sides|powers)$/.test(word.text) && below(word.index, /^(obj|aux|mark)/).length === 0
    ? [
        changeWord(word, { upos: 'NOUN', lemma: lemmaOf(word.text, 'NOUN') }),
        ...below(word.index, /^nsubj$/).map((at) => changeWord(words[at] as Word, { deprel: 'compound' })),
      ]
    : NOTHING

/** "came to blows", "bowed to demands from the union": an infinitive has no ending, and from whom something comes is no object. */
export const toNoun: Mend = ({ words, below }, word) => {
  const to = words[word.index - 1]
  if (!/[^s]s$/.test(word.text) || word.lemma === word.text.toLowerCase() || to?.text.toLowerCase() !== 'to' || to.head !== word.index)
    return NOTHING
  const objects = below(word.index, /^obj$/)
  if (below(word.index, /^(nsubj|aux)/).length > 0 || objects.some((at) => below(at, /^case$/).length === 0)) return NOTHING
  return [
    changeWord(word, { upos: 'NOUN', lemma: lemmaOf(word.text, 'NOUN'), deprel: 'obl' }),
    changeWord(to, { upos: 'ADP', deprel: 'case' }),
    ...objects.map((at) => changeWord(words[at] as Word, { deprel: 'nmod' })),
    ...below(word.index, /^(advcl|xcomp)$/).map((at) => changeWord(words[at] as Word, { deprel: 'acl' })),
  ]
}

/** "travels to China and meets Mao", "fires missiles and bans imports": what is joined to a verb of the present, or has an object, is one too. */
export const verbBeside: Mend = ({ words, below }, word) => {
  const before = words[word.index - 1]
  const first = words[word.head]
  if (!/[^s]s$/.test(word.text) || !before || !/^(and|or|but|,)$/i.test(before.text) || !first) return NOTHING
  if (below(word.index, /^(case|det|amod|compound|nummod|nmod:poss|cop)/).length > 0) return NOTHING
  const lemma = lemmaOf(word.text, 'VERB')
  const governs = below(word.index, /^obj/).length > 0
  if (lemma === word.text.toLowerCase() || !(first.upos === 'VERB' && /[^s]s$/.test(first.text)) || !(governs || first.index < word.index))
    return NOTHING
  return [changeWord(word, { upos: 'VERB', lemma })]
}

/** "Chad files complaint with Mali": a headline of nouns whose first in -s would be the subject of the second has its verb there. */
export const verbOfHeadline: Mend = ({ words, below }, word) => {
  const noun = words[word.head]
  if (!noun || noun.head >= 0 || noun.index < word.index || !/[^s]s$/.test(word.text)) return NOTHING
  const lemma = lemmaOf(word.text, 'VERB')
  if (lemma === word.text.toLowerCase()) return NOTHING
  const [name, ...more] = below(word.index, /./)
  if (!isNoun(noun) || below(noun.index, /^(cop|det|aux)/).length > 0 || words.some((w) => w.upos === 'VERB' || w.upos === 'AUX'))
    return NOTHING
  if (name === undefined || name !== word.index - 1 || more.length > 0 || words[name]?.upos !== 'PROPN') return NOTHING
  return [
    changeWord(word, { upos: 'VERB', lemma, head: -1, deprel: 'root' }),
    changeWord(words[name] as Word, { deprel: 'nsubj' }),
    changeWord(noun, { head: word.index, deprel: 'obj' }),
    ...below(noun.index, /^(obl|nmod|advmod|advcl|punct)/)
      .filter((at) => at > noun.index)
      .map((at) => changeWord(words[at] as Word, { head: word.index, deprel: words[at]?.deprel.replace('nmod', 'obl') ?? 'obl' })),
  ]
}

/** "Cuba jails 75 dissidents", "Trump telephones Haftar": behind a name and before what it would govern a word in -s is a verb of the present. */
export const verbInS: Mend = ({ words, below }, word) => {
  const lemma = lemmaOf(word.text, 'VERB')
  const [name, next] = [words[word.index - 1], words[word.index + 1]]
  if (!/[^s]s$/.test(word.text) || name?.upos !== 'PROPN' || !next || lemma === word.text.toLowerCase()) return NOTHING
  const subject = word.deprel === 'root' ? below(word.index, /^compound$/).at(-1) : word.head
  const top = subject === undefined ? undefined : words[subject]
  if (top?.upos !== 'PROPN' || (word.deprel !== 'root' && top.deprel !== 'root')) return NOTHING
  if (below(word.index, /^(case|cop|det|amod)/).length > 0) return NOTHING
  const [object] = [word.index, top.index]
    .flatMap((head) => below(head, /^(obj|appos|list|nmod:unmarked|dep)/))
    .filter((at) => at > word.index)
  if (object === undefined) return NOTHING
  const verb: Word = changeWord(word, { upos: 'VERB', lemma, head: -1, deprel: 'root' })
  const joined = below(top.index, /^conj$/).filter((at) => at > object && words[at]?.upos === 'VERB')
  return [
    verb,
    changeWord(top, { head: word.index, deprel: 'nsubj' }),
    changeWord(words[object] as Word, { head: word.index, deprel: 'obj' }),
    ...joined.map((at) => changeWord(words[at] as Word, { head: word.index })),
  ]
}

/** "North Korea test-fired two missiles": what is joined to a verb by a hyphen is a part of it, and the name before both is the subject. */
export const hyphenVerb: Mend = (scene, word) => {
  const { words, below } = scene
  const [prefix, hyphen, noun] = [words[word.index - 2], words[word.index - 1], words[word.head]]
  if (prefix?.head !== word.index || hyphen?.text !== '-' || word.upos !== 'VERB' || ING.test(word.text)) return NOTHING
  if (!isNoun(prefix) && !isPastOf(scene, word, 'driving-off')) return NOTHING
  if (prefix.end !== hyphen.start || hyphen.end !== word.start || below(word.index, /^(nsubj|csubj|aux)/).length > 0) return NOTHING
  const subject = words[prefix.index - 1]
  if (subject && noun && (subject.head === noun.index || subject.head === noun.head) && isPastOf(scene, word, 'driving-off'))
    return forcedIn({ words, below }, word, noun, subject)
  if (!subject || !isNoun(subject) || subject.head !== prefix.index) return NOTHING
  const mended: Word = changeWord(subject, { head: word.index, deprel: 'nsubj' })
  if (word.deprel !== 'amod' || !noun || noun.index < word.index) return [mended]
  return [changeWord(word, { head: noun.head, deprel: noun.deprel }), changeWord(noun, { head: word.index, deprel: 'obj' }), mended]
}

/** "Police in Lusaka tear-gassed protesters": they did it there, and nobody is in the protesters. */
const forcedIn = ({ words, below }: Pick<Scene, 'words' | 'below'>, word: Word, noun: Word, place: Word): readonly Word[] => {
  const subject = words[noun.head]
  const before = below(noun.index, /^case$/).filter((at) => at < place.index)
  if (word.deprel !== 'amod' || noun.deprel !== 'nmod' || !isNoun(subject) || subject === undefined || subject.index > place.index)
    return NOTHING
  if (before.length !== 1 || !isNoun(place)) return NOTHING
  return [
    changeWord(word, { head: subject.head, deprel: subject.deprel }),
    changeWord(subject, { head: word.index, deprel: 'nsubj' }),
    changeWord(place, { head: subject.index, deprel: 'nmod' }),
    ...before.map((at) => changeWord(words[at] as Word, { head: place.index })),
    changeWord(noun, { head: word.index, deprel: 'obj' }),
    ...below(subject.index, /^punct$/).map((at) => changeWord(words[at] as Word, { head: word.index })),
  ]
}

/** "began a sit-in outside the palace": a compound of verb and particle behind its article is the noun, and what follows the preposition is another. */
export const sitIn: Mend = ({ words, below }, word) => {
  const noun = words[word.head]
  const next = words[word.index + 1]
  // "a sit-in outside military headquarters": where it is.
  const outside = next && /^(outside|inside)$/.test(next.text) && next.upos !== 'ADP' && next.head === noun?.index ? next : undefined
  if ((next?.upos !== 'ADP' && !outside) || !noun || noun.index < word.index || !SIT_IN.test(word.text)) return NOTHING
  const [article] = below(word.index, /^(det|amod|nmod:poss)/)
  const before = words[article ?? below(noun.index, /^det$/)[0] ?? word.index]
  if (!before || before.index >= word.index) return NOTHING
  const verb = words[noun.head]
  return [
    changeWord(word, {
      upos: 'NOUN',
      lemma: word.text.toLowerCase(),
      head: noun.head,
      deprel: verb?.upos === 'VERB' ? 'obj' : noun.deprel,
    }),
    ...(before.head === noun.index ? [changeWord(before, { head: word.index })] : []),
    ...(outside ? [changeWord(outside, { upos: 'ADP', deprel: 'case' }), changeWord(noun, { head: word.index, deprel: 'nmod' })] : []),
  ]
}

const SIT_IN = /^(sit|walk|lock|die|stand|teach|break|drive)-(in|out|off|by)$/i

/** "Chad and Niger ink deal", "Germany and the IOM hand over vans": behind coordinated names a noun without an article of its own is their verb. */
export const verbBehindNames: Mend = ({ words, below }, word) => {
  const first = words[word.head]
  const last = words[word.index - 1]
  const next = words[word.index + 1]
  if (first?.upos !== 'PROPN' || first.head >= 0 || last?.upos !== 'PROPN' || !/^\p{Ll}/u.test(word.text) || !next) return NOTHING
  if (below(word.index, /^(case|det|amod|nummod|nmod:poss|nsubj|cop)/).length > 0) return NOTHING
  // "Chad and Niger", or "Niger" read as a part of what follows it.
  const [compound] = below(word.index, /^compound$/)
  const joined = compound ?? below(first.index, /^conj/).find((at) => at < word.index && below(at, /^cc/).length > 0)
  const ands = below(compound === undefined ? (joined ?? -1) : word.index, /^cc$/).filter((at) => at < word.index)
  const particle = PARTICLE.test(next.text) ? [next] : []
  const object = below(word.index, /^(obj|nmod|obl|appos|dep)/).find(
    (at) => at > word.index && below(at, /^case/).every((c) => particle.some((p) => p.index === c)),
  )
  if (joined === undefined || object === undefined || ands.length !== 1 || !isBelow(words, joined, last.index)) return NOTHING
  return [
    changeWord(word, { upos: 'VERB', lemma: lemmaOf(word.text, 'VERB'), head: -1, deprel: 'root' }),
    changeWord(first, { head: word.index, deprel: 'nsubj' }),
    changeWord(words[joined] as Word, { head: first.index, deprel: 'conj' }),
    ...ands.map((at) => changeWord(words[at] as Word, { head: joined })),
    changeWord(words[object] as Word, { deprel: 'obj' }),
    ...particle.map((p) => changeWord(p, { upos: 'ADP', head: word.index, deprel: 'compound:prt' })),
  ]
}

const PARTICLE = /^(over|off|up|out|down|back)$/

/** "A sit-in by students entered its second week": what has an article of its own and ends in a particle is the noun that a verb and that make. */
export const particleNoun: Mend = ({ words, below }, word) =>
  IN_PARTICLE.test(word.text) && below(word.index, /^det$/).some((at) => at < word.index)
    ? [
        changeWord(word, { upos: 'NOUN', lemma: lemmaOf(word.text, 'NOUN') }),
        ...below(word.index, /^obl$/).map((at) => changeWord(words[at] as Word, { deprel: 'nmod' })),
      ]
    : NOTHING

const IN_PARTICLE = /^[a-z]+-(?:in|out|off|up|down|over)s?$/

/** "a weeklong cease-fire": two words that a hyphen joins are one noun. */
export const hyphenNoun: Mend = ({ words, below }, word) => {
  const hyphen = words[word.index - 1]
  const first = words[word.head]
  if (hyphen?.text !== '-' || first?.index !== word.index - 2 || first.upos !== 'NOUN') return NOTHING
  if (first.end !== hyphen.start || hyphen.end !== word.start) return NOTHING
  return [
    changeWord(word, { head: first.head, deprel: first.deprel }),
    changeWord(first, { head: word.index, deprel: 'compound' }),
    ...below(first.index, /^/)
      .filter((at) => at !== word.index)
      .map((at) => changeWord(words[at] as Word, { head: word.index })),
  ]
}

/** "were locked in heavy fighting": what has a preposition and an adjective before it is a noun. */
export const doingAsNoun: Mend = ({ words, below }, word) => {
  if (!ING.test(word.text) || words[word.head]?.upos !== 'VERB') return NOTHING
  if (below(word.index, /^(obj|nsubj|aux|advmod|xcomp|ccomp)/).length > 0) return NOTHING
  const [preposition] = below(word.index, /^(case|mark)$/)
  const [quality] = below(word.index, /^amod$/)
  if (preposition === undefined || quality !== word.index - 1 || preposition > quality || words[preposition]?.text !== 'in') return NOTHING
  return [
    changeWord(word, { upos: 'NOUN', lemma: word.text.toLowerCase(), deprel: 'obl' }),
    changeWord(words[preposition] as Word, { deprel: 'case' }),
    ...below(word.index, /^obl$/).map((at) => changeWord(words[at] as Word, { deprel: 'nmod' })),
  ]
}
