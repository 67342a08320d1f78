import type { Token, Word } from '../../document.ts'
import { changeWord } from './change-word.ts'
import type { Grammar } from './grammar.ts'
import { isIngOf } from './mends/mend.ts'
import { markOf, type Parse, parseAt, range, readAs } from './parse-at.ts'

/** Where a sentence only tells who tells the rest: behind `comma`, from `first` up to `end`. */
type Teller = { readonly comma: number; readonly first: number; readonly end: number }

/**
 * Parses what a sentence tells and who tells it, behind a comma or between two ("Oman mediated between them, officials said on Monday."), each by itself, and hangs
 * the one below the other: together, a verb that may be a participle, too, is taken for one ("Oman, mediated between them").
 */
export const parseBeforeTeller = (tokens: readonly Token[], parse: Parse, isOf: Grammar['isOf']): readonly Word[] => {
  const spot = findTeller(tokens, isOf)
  if (spot === null) return parse(tokens)
  const { comma, first, end } = spot
  const quote = isQuote(tokens[0]) && first > comma + 1 ? 1 : 0
  const { told, next } = parseTold(tokens, quote, spot, parse)
  const teller = parseAt(tokens, range(first, end), parse)
  const [act, says] = [told, teller].map((words) => words.find(({ head }) => head < 0))
  if (!act || says?.upos !== 'VERB' || act.index === comma || !isClause(told, act)) return parse(tokens)
  const speaker = says.index === first ? teller.find(({ head, deprel }) => head === first && SPEAKER.test(deprel)) : undefined
  const words = new Map<number, Word>()
  for (const word of told) words.set(word.index, word === act ? changeWord(word, { head: says.index, deprel: 'ccomp' }) : word)
  for (const word of teller) words.set(word.index, word === speaker ? changeWord(word, { deprel: 'nsubj' }) : word)
  for (const i of [...range(0, quote), ...range(comma, first), ...range(end, next)]) words.set(i, markOf(tokens[i] as Token, i, act.index))
  return tokens.map((_, i) => words.get(i) as Word)
}

/** What is told, as one sentence: up to the comma as up to a full stop, or with what goes on behind the teller; without the second comma where that parts nothing. */
const parseTold = (
  tokens: readonly Token[],
  from: number,
  { comma, end }: Teller,
  parse: Parse,
): { readonly told: readonly Word[]; readonly next: number } => {
  if (end === tokens.length)
    return { told: parseAt(tokens.with(comma, readAs(tokens[comma] as Token, '.')), range(from, comma + 1), parse), next: end }
  const parseFrom = (next: number): readonly Word[] => parseAt(tokens, [...range(from, comma), ...range(next, tokens.length)], parse)
  if (GOES_ON_WITH.test(tokens[end + 1]?.text ?? '')) return { told: parseFrom(end), next: end }
  const told = parseFrom(end + 1)
  // "Iran attacked Iraq, Kuwait said, Oman condemned it": the first is a clause of its own.
  return (told.find(({ head }) => head < 0)?.index ?? 0) < comma ? { told: parseFrom(end), next: end } : { told, next: end + 1 }
}

/** Parses "According to the army, rebels took the town" so, too. */
export const parseBehindTeller = (tokens: readonly Token[], parse: Parse): readonly Word[] => {
  const comma = /^according$/i.test(tokens[0]?.text ?? '') ? tokens.findIndex(({ text }) => text === ',') : -1
  const first = comma + 1
  if (comma < SHORTEST || comma > LONGEST) return parse(tokens)
  const told = parseAt(tokens, range(first, tokens.length), parse)
  const act = told.find(({ head }) => head < 0)
  // "According to police in Fez, Morocco, …", "to X, a spokesman, …": the teller goes on behind the comma.
  const next = tokens.findIndex(({ text }, i) => i > comma && text === ',')
  if (!act || !isClause(told, act) || (next >= 0 && act.index > next)) return parse(tokens)
  const teller = parse(tokens.slice(0, comma))
  // "A statement issued on Monday": what was issued tells it, whichever of both the parser puts on top.
  const source = teller[teller[0]?.head ?? -1]
  if (!source) return parse(tokens)
  const below = teller.map((word) => {
    if (word === source) return changeWord(word, { head: act.index, deprel: 'obl' })
    return word.head < 0 ? changeWord(word, { head: source.index, deprel: 'acl' }) : word
  })
  return [...below, markOf(tokens[comma] as Token, comma, act.index), ...told]
}

/** The last words that only tell who says something; from the end on, each comma closes what stands before it. */
const findTeller = (tokens: readonly Token[], isOf: Grammar['isOf']): Teller | null => {
  let closing = tokens.length
  for (let comma = tokens.length - 2; comma >= 1; comma--) {
    if (tokens[comma]?.text !== ',') continue
    const first = comma + (isQuote(tokens[comma + 1]) ? 2 : 1)
    const words = tokens.slice(first, closing).map(({ text }) => text)
    if (isTeller(words)) {
      if (closing === tokens.length || isOfTeller(words, tokens.slice(closing + 1), isOf))
        return comma >= SHORTEST ? { comma, first, end: tokens.length } : null
      if (!TELLS.test(words[0] ?? '')) return { comma, first, end: closing }
    }
    closing = comma
  }
  return null
}

/** "the minister said, adding that it …", "said the minister, Abdou Moumouni": whether what stands behind the second comma is the teller's, too. */
const isOfTeller = ([verb]: readonly string[], behind: readonly Token[], isOf: Grammar['isOf']): boolean =>
  (behind[0] !== undefined && isIngOf({ isOf }, behind[0], 'speaking-beside')) ||
  (INVERTED.test(verb ?? '') && behind.length <= LONGEST && !behind.some(({ text }) => JOINS.test(text)))

const isQuote = (token: Token | undefined): boolean => QUOTE.test(token?.text ?? '')

/** Whether these words only tell who says something: "officials said", "said a spokesman", "he told reporters in Fez". */
const isTeller = (words: readonly string[]): boolean => {
  const says = words.findIndex((text) => TELLS.test(text))
  if (words.length > LONGEST || words.some((text, i) => (i < says ? JOINS : GOES_ON).test(text))) return false
  const [before, verb, next, behind] = [words[says - 1] ?? '', words[says] ?? '', words[says + 1] ?? '.', words[says + 2] ?? '']
  if (says === 0) return INVERTED.test(verb) && !MAY_FOLLOW.test(next) && !/^(to|by)$/.test(next)
  // "a move announced on Tuesday", "one of two reported over Kyiv"; but "an official announced".
  if (PARTICIPLE.test(verb) && /^(an?|one)$/i.test(words[0] ?? '') && !PERSON.test(before)) return false
  if (next === 'to') return verb !== 'told' && /^(\p{Lu}|reporters|journalists)/u.test(behind)
  return says > 0 && (MAY_FOLLOW.test(next) || verb === 'told' || (next === 'by' && WIRE.test(behind)))
}

/** Whether what is told is a clause, and none that opens another ("When it withdrew, officials said"). */
const isClause = (words: readonly Word[], { index }: Word): boolean => {
  const below = words.filter((word) => word.head === index).map(({ deprel }) => deprel)
  return below.some((deprel) => /^(nsubj|csubj|expl)/.test(deprel)) && !below.includes('mark')
}

const SHORTEST = 3
const LONGEST = 16
const QUOTE = /^(["“”]|''|``)$/
const TELLS = /^(said|says|say|reported|reports|announced|added|adds|confirmed|claimed|stated|acknowledged|alleged|told|tells)$/
const PARTICIPLE = /^(reported|announced|confirmed|claimed|stated|acknowledged|alleged)$/
const PERSON = /(official|source|agency|witness|police|[eo]r|ist|man|woman|ian|paper)$/
const WIRE = /^((tele)?phone|satellite|e-?mail|video|text|radio)$/
const INVERTED = /^(said|says|added|adds)$/
/** What "said a spokesman" may be read as. */
const SPEAKER = /^(nsubj|obj|iobj|xcomp|ccomp|parataxis)$/
/** What joins what stands before to another clause. */
const JOINS =
  /^(and|but|or|so|yet|who|whom|whose|which|that|what|as|when|while|after|before|because|although|though|if|where|since|until|once|than|to|not|n't|is|are|was|were|be|been|has|have|had|will|would|''|["“”(,;])$/i
/** What shows that the teller goes on to say something else. */
const GOES_ON =
  /^(and|but|that|which|who|it|they|there|we|is|are|was|were|had|has|have|will|would|could|should|must|may|did|does|n't|''|["“”(,;:])$/i
/** What may stand behind "said": the end, a time, a place, a way. */
const MAY_FOLLOW = /^([.;!?]|on|over|in|at|late|early|earlier|later|yesterday|today|here|there|this|last|via|through|during|.*day)$/i
/** What goes on behind a comma of its own: "officials said, killing ten", "and …". */
const GOES_ON_WITH = /^(and|but|or|while|as|after|before|when|which|who|with|amid|despite|though|although|.*ing)$/i
