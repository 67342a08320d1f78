import type { Token, Word } from '../../document.ts'
import { lemmaOf } from '../../syntax/lemmas.ts'
import { changeWord } from './change-word.ts'
import { type Parse, parseAt, range, readAs } from './parse-at.ts'
import { asHeadline, type Known } from './parse-headline.ts'
import { isPredicate, pastOf, SUBJECT } from './retell.ts'

type Retell = (words: readonly Word[], tokens: readonly Token[], parse: Parse) => readonly Word[] | null

/**
 * Parses a sentence, and where the parser found no predicate in it, parses it once more in words that leave no doubt: "Chad will recall its envoy" for the
 * headline "Chad to recall envoy", "Egypt imposed curbs" for "Egypt, which joined in 2020, imposed curbs", "Chad called for talks" for "Chad calls for talks".
 * Few sentences need it.
 */
export const parseVerbless = (tokens: readonly Token[], parse: Parse, known: Known): readonly Word[] => {
  const words = parse(tokens)
  const told = isVerbless(words)
    ? (toCome(words, tokens, parse) ?? withoutAside(words, tokens, parse) ?? asPeople(words, tokens, parse) ?? asPast(words, tokens, parse))
    : null
  // "Police fire tear gas as nurses demonstrate": of two verbs in a headline the first may be the one that was missed.
  return told ?? (isVerbless(words) || isHeadline(tokens) ? asHeadline(words, tokens, parse, known) : null) ?? words
}

/** Headlines are short and end without a stop. */
const isHeadline = (tokens: readonly Token[]): boolean => tokens.length <= LONGEST && /[\p{L}\p{N}%)]$/u.test(tokens.at(-1)?.text ?? '')

const LONGEST = 18

const isVerbless = (words: readonly Word[]): boolean => {
  const root = words.find(({ head }) => head < 0)
  return root !== undefined && isNominal(root) && !words.some(({ head, deprel }) => head === root.index && PREDICATED.test(deprel))
}

/** "Omani sultan to offer his good offices": what is to come in a headline. "Plan to send troops" is none. */
const toCome: Retell = (words, tokens, parse) => {
  const to = words.findIndex(({ text, head }, i) => text === 'to' && head > i && /^\p{Ll}/u.test(words[i + 1]?.text ?? ''))
  const before = words[to - 1]
  // Of "to heckle", "to free" the parser may make a noun behind a preposition.
  const isUnread = words[words[to]?.head ?? -1]?.upos !== 'VERB'
  if (isUnread && !(before?.upos === 'PROPN' || /[^s]s$|^(police|people|army|forces)$/.test(before?.text ?? ''))) return null
  if (!before || !isNominal(before) || words.slice(0, to).some(isTold)) return null
  const noun = headOf(words, to)
  if (noun.upos === 'NOUN' && AIMED.test(noun.lemma)) return null
  if (words.slice(0, to).some(({ upos, deprel, text }) => upos === 'ADV' || INSIDE.test(deprel) || ARTICLE.test(text))) return null
  const told = [...parse(tokens.map((token, i) => (i === to ? readAs(token, 'will') : token)))]
  const verb = (told[to] as Word).head
  // "will back", "will besiege": whatever part of speech it is taken for.
  if (told[verb] && !CLOSED.test(told[verb].upos)) told[verb] = changeWord(told[verb], { upos: 'VERB', lemma: tokens[verb]?.text ?? '' })
  if (!isPredicate(told, verb) || told[verb]?.lemma !== tokens[verb]?.text) return null
  return told.map((word, i) => (i === to ? changeWord(words[to] as Word, { head: verb, deprel: 'mark', upos: 'PART' }) : word))
}

/** The noun of the phrase that ends before this place. */
const headOf = (words: readonly Word[], end: number): Word => {
  let noun = words[end - 1] as Word
  for (let next = words[noun.head]; next && next.index < end && isNominal(next); next = words[noun.head]) noun = next
  return noun
}

/** "Egypt, which joined the bloc in 2020, imposed curbs": what stands between the commas is kept from the first parse. */
const withoutAside: Retell = (words, tokens, parse) => {
  const open = tokens.findIndex(({ text }) => text === ',')
  const close = tokens.findIndex(({ text }, i) => i > open + 1 && text === ',')
  // Of "…, sheltered refugees" the parser may make refugees of a quality.
  const verb = words.findIndex(
    ({ upos, text }, i) => i > close && (upos === 'VERB' || (i === close + 1 && upos === 'ADJ' && PAST.test(text))),
  )
  if (open < 1 || close < 0 || verb < 0 || words.slice(close + 1, verb).some(({ upos }) => upos !== 'ADV')) return null
  if (!PAST.test(tokens[verb]?.text ?? '') || words.slice(0, open).some(isTold)) return null
  const at = [...range(0, open), ...range(close + 1, tokens.length)]
  const told = parseAt(tokens, at, parse)
  if (!isPredicate(told, verb)) return null
  const subject = told.find(({ head, deprel }) => head === verb && SUBJECT.test(deprel)) as Word
  const aside = words.slice(open, close + 1).map((word) => {
    if (word.index === open || word.index === close) return changeWord(word, { head: subject.index, deprel: 'punct' })
    return word.head > open && word.head < close ? word : changeWord(word, { head: subject.index })
  })
  return [...told.filter(({ index }) => index < open), ...aside, ...told.filter(({ index }) => index > close)]
}

/** "The British hosted talks", "Yemen's Houthis suspended aid": a name of people that the parser takes for a quality, as if of the noun behind the verb. */
const asPeople: Retell = (words, tokens, parse) => {
  const verb = words.findIndex(({ deprel, text }, i) => i > 1 && deprel === 'amod' && /^\p{Ll}/u.test(text) && PAST.test(text))
  const people = words[verb - 1]
  if (!people || !/^\p{Lu}\p{Ll}/u.test(people.text) || !/^(amod|det)$/.test(people.deprel) || tokens.at(-1)?.text !== '.') return null
  if (words.slice(0, verb).some(isTold)) return null
  const told = parse(tokens.map((token, i) => (i === people.index ? readAs(token, 'Germans') : token)))
  if (!isPredicate(told, verb)) return null
  const { start, end, text } = people
  return told.map((word): Word => {
    if (word.index !== people.index) return word
    const { index, head, deprel } = word
    return { start, end, text, index, upos: people.upos === 'ADJ' ? 'ADJ' : 'PROPN', lemma: text, head, deprel }
  })
}

/** "The UN calls for access": a present form that may be a noun, too. */
const asPast: Retell = (words, tokens, parse) => {
  const root = words.find(({ head }) => head < 0) as Word
  const before = words[root.index - 1]
  if (root.upos !== 'NOUN' || !before || !isNominal(before) || words.slice(0, root.index).some(isTold)) return null
  const agrees = PLURAL.test(root.text) ? before.upos === 'PROPN' : before.upos === 'NOUN' && PLURAL.test(before.text)
  const lemma = lemmaOf(root.text, 'VERB')
  if (
    !agrees ||
    before.head !== root.index ||
    (!CALLS.test(lemma) && (tokens.at(-1)?.text !== '.' || OF_NOUN.test(tokens[root.index + 1]?.text ?? '.')))
  )
    return null
  const told = parse(tokens.map((token, i) => (i === root.index ? readAs(token, pastOf(lemma)) : token)))
  if (!isPredicate(told, root.index)) return null
  const { start, end, text, index } = root
  // A form of the present is never passive.
  return told.map((word, i): Word => {
    if (i === index) return { start, end, text, index, upos: 'VERB', lemma, head: word.head, deprel: word.deprel }
    return word.head === index && word.deprel === 'nsubj:pass' ? changeWord(word, { deprel: 'nsubj' }) : word
  })
}

const isNominal = ({ upos }: Word): boolean => upos === 'PROPN' || upos === 'NOUN'
const isTold = ({ upos, text }: Word): boolean => upos === 'VERB' || upos === 'AUX' || /^[:;—–]$/.test(text)

const PREDICATED = /^(cop|expl|parataxis)/
const CLOSED = /^(AUX|DET|PRON|NUM|PUNCT|PROPN)$/
const ARTICLE = /^(an?|the)$/i
const INSIDE = /^(obj|iobj|obl)/
const PAST = /(ed|ew|ok|ld|id|et|nt|pt|ght|ave|oke|ade|ose|ote)$/
const PLURAL = /[^s]s$/
/** What is rather called for or warned of than a call or warning, and what stands behind nouns. */
const CALLS = /^(call|appeal|warn|vote|lobby|rally|scoff|apologi[sz]e)$/
const OF_NOUN = /^(on|to|in|between|against|with|from|over|[.,])$/
/** What somebody may do or have "to" do: nothing is told to be done. */
const AIMED =
  /^(?!govern|parlia|oppos|coali|deleg|administ|feder|commiss|organi[sz]|regi|corpora|associa|foundation|nation$).*(tion|sion|ment|ility|ness|[st]al|ence|ure)$|^(aim|appeal|attempt|authority|bid|bill|call|campaign|chance|choice|claim|consent|deadline|deal|demand|desire|drive|duty|effort|fight|freedom|goal|hope|idea|intent|law|leave|licen[cs]e|mandate|means|measure|method|mission|money|motion|move|need|offer|option|order|pact|plan|pledge|plot|power|pressure|project|promise|proposal|push|readiness|reason|reluctance|request|resolve|right|route|rule|rush|scheme|step|strategy|struggle|talk|task|threat|time|tool|treaty|try|vote|vow|war|warrant|way|will|wish|work)$/
