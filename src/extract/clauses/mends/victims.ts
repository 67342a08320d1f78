import type { Word } from '../../../document.ts'
import { changeWord } from '../change-word.ts'
import { isBelow, isNoun, isPastOf, type Mend, NOTHING } from './mend.ts'

// Mends of sentences that tell of force and who was struck by it.

/** "fired bullets and tear gas": the gas is no second act. */
export const tearGas: Mend = ({ words, below }, word) => {
  const gas = words[word.index + 1]
  if (gas?.text !== 'gas' || word.text.toLowerCase() !== 'tear') return NOTHING
  const verb = words[word.head]
  const object = word.deprel === 'conj' ? below(word.head, /^(obj|obl)$/).findLast((at) => at < word.index) : undefined
  if (word.deprel === 'conj' && verb?.upos === 'VERB' && object === undefined) return NOTHING
  return [
    changeWord(word, { upos: 'NOUN', lemma: 'tear', head: gas.index, deprel: 'compound' }),
    changeWord(gas, { upos: 'NOUN', head: object ?? word.head, deprel: word.deprel }),
    ...below(word.index, /^/)
      .filter((at) => at !== gas.index)
      .map((at) =>
        changeWord(words[at] as Word, { head: below(word.index, /^(cc|punct)$/).includes(at) || word.head < 0 ? gas.index : word.head }),
      ),
  ]
}

/** "shot one Palestinian and wounded two others": an adjective that is counted and followed by "and" with another verb is whom the first verb is done to. */
export const oneOfPeople: Mend = ({ words, below }, word) => {
  const verb = words[word.index + 2]
  const noun = words[word.head]
  const count = words[word.index - 1]
  if (verb?.upos !== 'VERB' || words[word.index + 1]?.text !== 'and' || !noun || noun.index < verb.index || !/^\p{Lu}/u.test(word.text))
    return NOTHING
  if (count?.upos !== 'NUM' && !/^(an?|another)$/.test(count?.text ?? '')) return NOTHING
  const above = words.findLast((w) => w.index < word.index && w.upos === 'VERB' && below(w.index, /^obj$/).every((at) => at === noun.index))
  if (!above || !(verb.head === above.index || below(verb.index, /^obj$/).includes(noun.index))) return NOTHING
  return [
    changeWord(word, { upos: 'NOUN', head: above.index, deprel: 'obj' }),
    ...(count && count.head !== word.index ? [changeWord(count, { head: word.index })] : []),
  ]
}

/** "ambushed a bus that took soldiers to Goma, killing six", "struck a depot in the city of Kharkiv, killing two": nobody is killed by being on the way or by a place, what is told of it is the act above. */
export const harmOfAct: Mend = ({ words, below, isOf }, word) => {
  if (!HARMS.test(word.text) || words[word.index - 1]?.text !== ',' || below(word.index, /^(mark|nsubj)/).length > 0) return NOTHING
  const above = words[word.head]
  if (!above || above.index > word.index) return NOTHING
  const isOnTheWay = /^acl/.test(above.deprel) && ON_THE_WAY.test(above.lemma)
  const isPlace = isNoun(above) && word.deprel === 'acl' && below(above.index, /^case$/).some((at) => PLACED.test(words[at]?.text ?? ''))
  const noun = isOnTheWay ? words[above.head] : isPlace ? above : undefined
  let act = noun && words[noun.head]
  while (act && isNoun(act) && act.head >= 0) act = words[act.head]
  return act?.upos === 'VERB' && act.index < word.index && isOf(act.lemma, 'assailing-verb')
    ? [changeWord(word, { head: act.index, deprel: 'advcl' })]
    : NOTHING
}

/** What force strikes in a place does not come from it. */
const PLACED = /^(in|at|near|of|on|outside|inside|around|across|along)$/

const HARMS = /^(killing|wounding|injuring|claiming|leaving|damaging|destroying)$/
const ON_THE_WAY =
  /^(travel|carry|transport|ride|drive|return|escort|ferry|take|bring|patrol|head|move|go|come|sleep|pray|shelter|work|wait|hold|attend|house|pass|accompany|guard|protect|deliver)$/

/** "the release of two Germans and a Dane abducted this week": what people suffer is said of the last of them, and tells no clause of its own. */
export const takenBesides: Mend = (scene, word) => {
  const { words, below } = scene
  const [subject, other] = below(word.index, /^nsubj/)
  if (!isPastOf(scene, word, 'taking-people') || subject === undefined || other !== undefined || subject !== word.index - 1) return NOTHING
  if (below(word.index, /^(aux|obj|ccomp|xcomp|mark)/).length > 0) return NOTHING
  const first = Math.min(subject, ...below(subject, /^(det|amod|nummod|compound)/))
  const and = words[first - 1]
  const before = words[first - 2]
  if (!/^(and|or)$/.test(and?.text ?? '') || !isNoun(before) || before === undefined || isBelow(words, word.index, before.index))
    return NOTHING
  const verb = words[word.head]
  return [
    changeWord(words[subject] as Word, { head: before.index, deprel: 'conj' }),
    changeWord(word, { head: subject, deprel: 'acl' }),
    changeWord(and as Word, { head: subject }),
    // What was joined to it is joined to the verb above.
    ...below(word.index, /^(conj|parataxis|punct)$/).flatMap((at) =>
      verb && at > word.index ? [changeWord(words[at] as Word, { head: verb.index })] : [],
    ),
  ]
}

/** "said a blast in the capital killed two": a clause without "that" whose verb was taken for a participle of the place, though it strikes somebody and nothing was done to the place. */
export const strikesReported: Mend = ({ words, below, isOf }, word) => {
  const place = words[word.head]
  if (
    !place ||
    place.index > word.index ||
    !/ed$|^(hit|struck)$/.test(word.text) ||
    below(word.index, /^(nsubj|csubj|aux|mark|obl:agent)/).length > 0
  )
    return NOTHING
  let noun = place
  while (/^nmod/.test(noun.deprel) && noun.head >= 0) noun = words[noun.head] as Word
  const says = words[noun.head]
  if (noun === place || noun.deprel !== 'obj' || !says || !isOf(says.lemma, 'reporting') || noun.index < says.index) return NOTHING
  const [next] = words.slice(word.index + 1)
  const struck = next && /^(NUM|DET|ADV|ADJ)$/.test(next.upos) ? next : /^at$/.test(next?.text ?? '') ? next : undefined
  if (!struck || words.slice(noun.index + 1, word.index).some((w) => w.upos === 'PUNCT')) return NOTHING
  return [
    changeWord(word, { head: says.index, deprel: 'ccomp' }),
    changeWord(noun, { head: word.index, deprel: 'nsubj' }),
    ...below(word.index, /^obl/).flatMap((at) =>
      isCounted(words, below(at, /^nummod$/)) ? [changeWord(words[at] as Word, { deprel: 'obj' })] : [],
    ),
  ]
}

const isCounted = (words: readonly Word[], numbers: readonly number[]): boolean => numbers.some((at) => words[at]?.upos === 'NUM')

/** "an attack in the Afghan capital that killed ten": no place kills, what happened there does. */
export const thatOfPlace: Mend = ({ words, below, isOf }, word) => {
  const place = words[word.head]
  const that = below(word.index, /^nsubj$/).find((at) => /^(that|which)$/.test(words[at]?.text ?? ''))
  if (!place || that === undefined || !isOf(word.lemma, 'striking') || !isOf(place.lemma, 'struck-place') || !/^nmod/.test(place.deprel))
    return NOTHING
  let noun = words[place.head]
  while (noun && isOf(noun.lemma, 'struck-place') && /^nmod/.test(noun.deprel)) noun = words[noun.head]
  return noun?.upos === 'NOUN' ? [changeWord(word, { head: noun.index })] : NOTHING
}

/** "launched rockets at Israel and two gunmen have been killed": who stands before an auxiliary that has no subject is that, and nobody whom the verb before was done to. */
export const struckBehindAnd: Mend = ({ words, below }, word) => {
  const aux = words[word.index + 1]
  const verb = words[aux?.head ?? -1]
  if (!/^aux/.test(aux?.deprel ?? '') || verb?.upos !== 'VERB' || verb.deprel !== 'conj' || !isNoun(words[word.head])) return NOTHING
  if (below(verb.index, /^(nsubj|csubj|expl|cc|mark)/).length > 0 || isBelow(words, verb.index, word.index)) return NOTHING
  const above = verb.head
  if (!isBelow(words, above, word.head) || word.head < above) return NOTHING
  const ccs = below(word.index, /^cc$/)
  if (ccs.length !== 1) return NOTHING
  const passive = below(verb.index, /^aux:pass$/).length > 0
  return [
    changeWord(word, { head: verb.index, deprel: passive ? 'nsubj:pass' : 'nsubj' }),
    ...ccs.map((at) => changeWord(words[at] as Word, { head: verb.index })),
  ]
}
