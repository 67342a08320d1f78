import type { Word } from '../../document.ts'
import { preposition } from '../../extract/clauses/noun-phrase.ts'
import { ancestors, dependents, hangsBy, type Tree, wordAt } from '../../extract/clauses/tree.ts'
import type { SentenceReading } from '../../extract/read-sentence.ts'
import type { Lexicon } from '../../lexicon/index-lexicon.ts'
import { isOfClass } from '../../lexicon/is-of-class.ts'
import { keepsLast, remembered } from '../../lexicon/remembered.ts'
import { type Harm, harmOfObject, harmOfState, harmOfSubject, harmsOfNoun } from './casualties.ts'
import { type Count, findNumbers } from './find-numbers.ts'
import { isGroup, isMany, isPeople, THINGS } from './people.ts'

/** A count of people with what is said of them: by which predicate, in which slot of it. */
export type PeopleCount = Count & {
  readonly harms: readonly Harm[]
  /** The head of the clause, or -1. */
  readonly predicate: number
  readonly slot: string
}

/** The counts of people in a sentence: those of "a soldier" and "no one" too where something is done to them. Every event of a sentence asks for them. */
export const countPeople = keepsLast((reading: SentenceReading, lexicon: Lexicon): readonly PeopleCount[] => {
  const { words, tree } = reading
  if (!words.some(mayCount)) return []
  const counts = [...findNumbers(words), ...findBare(tree, lexicon)].sort((a, b) => a.first - b.first)
  return counts.flatMap((count) => (isSubset(tree, count) ? [] : (peopleOf(reading, lexicon, count) ?? [])))
})

const mayCount = ({ text, upos }: Word): boolean => upos === 'NUM' || isCounting(text)

const isCounting = remembered((text) =>
  /^(\d.*|an?|another|no|nobody|none|dozens?|scores?|hundreds?|thousands?|tens|millions?|several|few|many|numerous|handful)$/i.test(text),
)

/** "no one", "nobody", "no casualties", "no soldiers"; "a policeman", "another soldier". */
const findBare = (tree: Tree, lexicon: Lexicon): readonly Count[] => {
  const counts: Count[] = []
  for (const word of tree.words) {
    const kind = kindOf(word.text)
    const next = tree.words[word.index + 1]
    if (kind === 'none') counts.push(bare(word.index, word.index, 0))
    else if (kind === 'no' && /^(NOUN|PRON|ADJ|NUM)$/.test(next?.upos ?? '') && !/^(fewer|less|more|longer|doubt)$/.test(next?.text ?? ''))
      counts.push(bare(word.index, /^one$/i.test(next?.text ?? '') ? word.index + 1 : word.index, 0))
    else if (kind === 'one' && isSingle(tree, word, lexicon)) counts.push(bare(word.index, word.index, 1))
  }
  return counts
}

const bare = (first: number, last: number, count: number): Count => ({ first, last, core: last, min: count, max: count })

const kindOf = (text: string): 'none' | 'no' | 'one' | 'other' => {
  // Most words begin with neither "a" nor "n".
  const letter = text.charCodeAt(0) | 32
  if ((letter !== 97 && letter !== 110) || text.length > 7) return 'other'
  switch (text.toLowerCase()) {
    case 'nobody':
    case 'none':
      return 'none'
    case 'no':
      return 'no'
    case 'a':
    case 'an':
    case 'another':
      return 'one'
    default:
      return 'other'
  }
}

const isSingle = (tree: Tree, { index, head }: Word, lexicon: Lexicon): boolean =>
  head > index &&
  hangsBy(tree, index, 'det') &&
  isPerson(tree, head, lexicon) &&
  wordAt(tree, head).text.toLowerCase() === wordAt(tree, head).lemma

const isPerson = (tree: Tree, at: number, lexicon: Lexicon): boolean => {
  const { lemma, upos } = wordAt(tree, at)
  return (upos === 'NOUN' || upos === 'PROPN' || upos === 'ADJ') && isPeople(lemma.toLowerCase(), lexicon) && !isMany(lemma.toLowerCase())
}

/** "including three children", "among them two soldiers", "19 of them". */
const isSubset = ({ words }: Tree, { first, last }: Count): boolean => {
  const before = words.slice(Math.max(0, first - 3), first).map((w) => w.text.toLowerCase())
  const after = words
    .slice(last + 1, last + 3)
    .map((w) => w.text.toLowerCase())
    .join(' ')
  return (
    /(^| )(including|among them|among whom|of whom|of them|mostly)$/.test(before.join(' ')) ||
    /^of (them|whom|those|these|which)$/.test(after)
  )
}

const peopleOf = (reading: SentenceReading, lexicon: Lexicon, count: Count): PeopleCount | null => {
  const { tree, words } = reading
  const counted = countedBy(tree, count)
  const noun = counted === null ? null : wordAt(tree, counted).lemma.toLowerCase()
  const harms = noun === null ? [] : harmsOfNoun(noun)
  const { predicate, slot } = standingOf(reading, counted ?? count.core)
  const end = Math.max(counted ?? count.core, count.last)
  const state = stateAfter(tree, end)
  const by = state !== null && wordAt(tree, state.at).upos === 'VERB' && state.passive ? state.at : predicate
  if (harms.length > 0) return asSaid(count, harms, predicate, slot)
  const known = noun === null || isPeople(noun, lexicon) || isGroup(noun) || demonymAt(reading, counted as number)
  if (noun === 'life' && /^(claim|cost|take|lose)$/.test(lemmaAt(tree, predicate))) return asSaid(count, ['dead'], predicate, slot)
  if (!known) return null
  if (noun === null && isToll(tree, count.core, predicate)) return asSaid(count, ['dead'], predicate, 'toll')
  if (state !== null) return asSaid(count, [state.harm], by, 'object')
  const lemma = lemmaAt(tree, predicate)
  const harm = slot === 'object' ? harmBy(lexicon, tree, predicate) : slot === 'subject' ? harmOfSubject(lexicon, lemma) : null
  // A bare number counts people only where something is done to people.
  if (noun === null && harm === null && !(slot === 'object' && isOfClass(lexicon, lemma, 'done-to-people')) && !isAfterGroup(tree, count))
    return null
  return asSaid(count, harm === null ? [] : [harm], predicate, words.length > 0 ? slot : '')
}

const asSaid = ({ first, last, core, min, max }: Count, harms: PeopleCount['harms'], predicate: number, slot: string): PeopleCount => ({
  first,
  last,
  core,
  min,
  max,
  harms,
  predicate,
  slot,
})

const lemmaAt = (tree: Tree, at: number): string => (at < 0 ? '' : wordAt(tree, at).lemma.toLowerCase())

const isAfterGroup = (tree: Tree, { first }: Count): boolean =>
  isGroup(wordAt(tree, Math.max(0, first - 2)).lemma.toLowerCase()) && wordAt(tree, Math.max(0, first - 1)).text === 'of'

/** The noun that is counted, or null for a bare number: "12 people", "dozens of protesters", "a family of five", "30 of the hostages". */
const countedBy = (tree: Tree, { core, first, last }: Count): number | null => {
  const { words } = tree
  if (wordAt(tree, core).upos === 'PRON' || (words[core]?.text.toLowerCase() === 'one' && words[first]?.text.toLowerCase() === 'no'))
    return null
  // Forwards, over adjectives and compounds, to the last noun of the phrase.
  let noun: number | null = null
  for (let at = last + 1; at < words.length && at <= last + 7; at++) {
    const { upos, text } = wordAt(tree, at)
    if (upos === 'NOUN' || upos === 'PROPN') {
      if (noun !== null && upos === 'PROPN' && wordAt(tree, noun).upos === 'NOUN') break
      noun = at
      continue
    }
    // "South Sudanese refugees": a name's adjective goes on to the noun.
    if (noun !== null && !(upos === 'ADJ' && wordAt(tree, noun).upos === 'PROPN')) break
    if (upos === 'ADJ' && harmOfState(text.toLowerCase()) !== null)
      return harmsOfNoun(text.toLowerCase()).length > 0 && isNominal(tree, at) ? at : null
    if (
      !(
        upos === 'ADJ' ||
        upos === 'DET' ||
        text === 'of' ||
        text === '-' ||
        text === 'strong' ||
        (upos === 'VERB' && hangsBy(tree, at, 'amod') && harmOfState(text) === null)
      )
    )
      break
  }
  if (noun !== null) return noun
  // "a crowd of 5,000".
  const { head } = wordAt(tree, core)
  return head >= 0 && head < first && isGroup(wordAt(tree, head).lemma.toLowerCase()) && hangsBy(tree, core, 'nmod') ? head : null
}

const isNominal = (tree: Tree, at: number): boolean => hangsBy(tree, at, 'obj', 'nsubj', 'nsubj:pass', 'obl', 'nmod', 'conj')

const demonymAt = ({ pieces }: SentenceReading, at: number): boolean =>
  pieces.some((p) => p.last === at && (p.kind === 'demonym' || (p.kind === 'people' && p.rule !== `actors/${THINGS}`)))

/** "12 people dead", "20 injured": not of those who did it ("12 soldiers killed two rebels"). */
const stateAfter = (tree: Tree, end: number): { readonly harm: Harm; readonly at: number; readonly passive: boolean } | null => {
  let at = end + 1
  while (/^(is|are|was|were|be|been|being|has|have|had|also|reportedly|either)$/i.test(tree.words[at]?.text ?? '')) at++
  const next = tree.words[at]
  const harm = harmOfState(next?.text.toLowerCase() ?? '')
  if (next === undefined || harm === null) return null
  const passive = /^(is|are|was|were|be|been|being)$/i.test(tree.words[at - 1]?.text ?? '')
  return next.upos === 'VERB' && !passive && hasObject(tree, next.index) ? null : { harm, at, passive }
}

/** "12 soldiers killed two rebels"; after a passive the object isn't another's. */
const hasObject = (tree: Tree, verb: number): boolean =>
  dependents(tree, verb, 'obj', 'obl').some((at) => at > verb && dependents(tree, at, 'case').length === 0)

/** What a predicate does to its object, "shot dead" with it. */
const harmBy = (lexicon: Lexicon, tree: Tree, predicate: number): Harm | null => {
  const lemma = lemmaAt(tree, predicate)
  if (
    predicate >= 0 &&
    isOfClass(lexicon, lemma, 'with-dead-behind') &&
    /^dead$/.test(wordAt(tree, Math.min(predicate + 1, tree.words.length - 1)).text)
  )
    return 'dead'
  return harmOfObject(lexicon, lemma) ?? harmOfSubject(lexicon, lemma)
}

/** The predicate that the people counted belong to, with their slot; coordinated and partitive phrases stand where the first does. */
const standingOf = (reading: SentenceReading, from: number): { readonly predicate: number; readonly slot: string } => {
  const { tree, candidates } = reading
  let at = from
  for (let step = 0; step < 8; step++) {
    const clause = candidates.find(({ clause: c }) => c.kind !== 'noun' && c.args.some((a) => a.head === at && a.via !== 'attached'))
    const argument = clause?.clause.args.find((a) => a.head === at)
    // The parser often takes a counted object for an oblique without a preposition.
    if (clause && argument) return { predicate: clause.clause.head, slot: argument.slot === 'unmarked' ? 'object' : argument.slot }
    const { head, upos } = wordAt(tree, at)
    if (head < 0 || (upos === 'VERB' && at !== from)) break
    // "a market near a school": what stands in a phrase of place isn't acted on.
    if (hangsBy(tree, at, 'nmod', 'nmod:poss') && !/^(of)?$/.test(preposition(tree, at))) break
    if (wordAt(tree, head).upos === 'VERB')
      return {
        predicate: head,
        slot: hangsBy(tree, at, 'nummod', 'nsubj:pass') ? passiveOf(reading, head) : wordAt(tree, at).deprel === 'obj' ? 'object' : 'other',
      }
    at = head
  }
  const owner = ancestors(tree, from).find((up) => candidates.some(({ clause }) => clause.head === up))
  return { predicate: owner ?? -1, slot: owner !== undefined && hangsBy(tree, from, 'nmod') ? 'of' : 'other' }
}

/** "more than 30 wounded": the number hangs on the participle. */
const passiveOf = ({ tree }: SentenceReading, verb: number): string => (dependents(tree, verb, 'obj').length === 0 ? 'object' : 'other')

/** "the death toll rose to 40", "put the toll at 40". */
const isToll = (tree: Tree, core: number, predicate: number): boolean => {
  const toll = (at: number): boolean => wordAt(tree, at).lemma.toLowerCase() === 'toll'
  const prepositions = dependents(tree, core, 'case').map((c) => wordAt(tree, c).text.toLowerCase())
  if (!prepositions.some((p) => /^(to|at|of|by)$/.test(p)) && !hangsBy(tree, core, 'obj')) return false
  return ancestors(tree, core).some(toll) || (predicate >= 0 && dependents(tree, predicate, 'nsubj', 'nsubj:pass', 'obj').some(toll))
}
