import type { Token, Word } from '../../document.ts'
import { changeWord } from './change-word.ts'
import { SPEAKS } from './mends/mend.ts'

type Parse = (tokens: readonly Token[]) => readonly Word[]

/** Where a sentence only tells who tells the rest: from `first` up to `end`, the rest going on at `next`. */
type Teller = { readonly comma: number; readonly first: number; readonly end: number; readonly next: number }

/**
 * Parses what a sentence tells and who tells it, behind a comma or between two ("Oman mediated between them, officials said on Monday."), each by itself, and hangs
 * the one below the other: together, a verb that may be a participle, too, is taken for one ("Oman, mediated between them").
 */
export const parseBeforeTeller = (tokens: readonly Token[], parse: Parse): readonly Word[] => {
  const spot = findTeller(tokens)
  if (spot === null) return parse(tokens)
  const { comma, first, end, next } = spot
  const quote = isQuote(tokens[0]) && first > comma + 1 ? 1 : 0
  const at = [...range(quote, comma), ...(next < tokens.length ? range(next, tokens.length) : [comma])]
  const told = parseAt(
    at,
    next < tokens.length ? at.map((i) => tokens[i] as Token) : [...tokens.slice(quote, comma), stop(tokens[comma] as Token)],
    parse,
  )
  const teller = parseAt(range(first, end), tokens.slice(first, end), parse)
  const [act, says] = [told, teller].map((words) => words.find(({ head }) => head < 0))
  if (!act || says?.upos !== 'VERB' || act.index === comma || !isClause(told, act)) return parse(tokens)
  const speaker = says.index === first ? teller.find(({ head, deprel }) => head === first && SPEAKER.test(deprel)) : undefined
  const words = new Map<number, Word>()
  for (const word of told) words.set(word.index, word === act ? changeWord(word, { head: says.index, deprel: 'ccomp' }) : word)
  for (const word of teller) words.set(word.index, word === speaker ? changeWord(word, { deprel: 'nsubj' }) : word)
  for (const i of [...range(0, quote), ...range(comma, first), ...range(end, next)]) words.set(i, markOf(tokens[i] as Token, i, act.index))
  return tokens.map((_, i) => words.get(i) as Word)
}

/** Parses "According to the army, rebels took the town" so, too. */
export const parseBehindTeller = (tokens: readonly Token[], parse: Parse): readonly Word[] => {
  const comma = /^according$/i.test(tokens[0]?.text ?? '') ? tokens.findIndex(({ text }) => text === ',') : -1
  const first = comma + 1
  if (comma < SHORTEST || comma > LONGEST || isApposed(tokens.slice(first))) return parse(tokens)
  const told = parseAt(range(first, tokens.length), tokens.slice(first), parse)
  const act = told.find(({ head }) => head < 0)
  if (!act || !isClause(told, act)) return parse(tokens)
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

/** "According to X, a spokesman, rebels …", "According to X, who …": whether the teller goes on behind the comma. */
const isApposed = ([next, ...words]: readonly Token[]): boolean =>
  /^(who|which|whose)$/i.test(next?.text ?? '') ||
  (/^(an?|the)$/i.test(next?.text ?? '') && words.slice(0, LONGEST).some(({ text }) => text === ','))

const range = (from: number, to: number): readonly number[] => Array.from({ length: to - from }, (_, i) => from + i)

const findTeller = (tokens: readonly Token[]): Teller | null => {
  for (let comma = tokens.length - 2; comma >= 1; comma--) {
    if (tokens[comma]?.text !== ',') continue
    const first = comma + (isQuote(tokens[comma + 1]) ? 2 : 1)
    const closing = tokens.findIndex(({ text }, i) => i > first && text === ',')
    const end = closing < 0 || isOfTeller(tokens, first, closing) ? tokens.length : closing
    const words = tokens.slice(first, closing < 0 ? end : closing).map(({ text }) => text)
    if (!isTeller(words)) continue
    if (end === tokens.length) return comma >= SHORTEST ? { comma, first, end, next: end } : null
    if (!TELLS.test(words[0] ?? '')) return { comma, first, end, next: GOES_ON_WITH.test(tokens[end + 1]?.text ?? '') ? end : end + 1 }
  }
  return null
}

/** "the minister said, adding that it …", "said the minister, Abdou Moumouni": whether what stands behind the second comma is the teller's, too. */
const isOfTeller = (tokens: readonly Token[], first: number, closing: number): boolean => {
  const behind = tokens.slice(closing + 1)
  return (
    SPEAKS.test(behind[0]?.text ?? '') ||
    (INVERTED.test(tokens[first]?.text ?? '') && behind.length <= LONGEST && !behind.some(({ text }) => JOINS.test(text)))
  )
}

const isQuote = (token: Token | undefined): boolean => QUOTE.test(token?.text ?? '')

/** Whether these words only tell who says something: "officials said", "said a spokesman", "he told reporters in Fez". */
const isTeller = (words: readonly string[]): boolean => {
  const says = words.findIndex((text) => TELLS.test(text))
  if (words.length > LONGEST || words.some((text, i) => (i < says ? JOINS : GOES_ON).test(text))) return false
  const next = words[says + 1] ?? '.'
  if (says === 0) return INVERTED.test(words[0] ?? '') && !MAY_FOLLOW.test(next)
  return says > 0 && (MAY_FOLLOW.test(next) || (words[says] === 'told' && next !== 'to'))
}

/** Whether what is told is a clause, and none that opens another ("When it withdrew, officials said"). */
const isClause = (words: readonly Word[], { index }: Word): boolean => {
  const below = words.filter((word) => word.head === index).map(({ deprel }) => deprel)
  return below.some((deprel) => /^(nsubj|csubj|expl)/.test(deprel)) && !below.includes('mark')
}

/** Parses tokens that stand at these places of a sentence. */
const parseAt = (at: readonly number[], tokens: readonly Token[], parse: Parse): readonly Word[] =>
  parse(tokens).map((word) => changeWord(word, { index: at[word.index] as number, head: word.head < 0 ? -1 : (at[word.head] as number) }))

const stop = ({ start, end }: Token): Token => ({ start, end, text: '.' })

const markOf = ({ start, end, text }: Token, index: number, head: number): Word => {
  return { start, end, text, index, upos: 'PUNCT', lemma: text, head, deprel: 'punct' }
}

const SHORTEST = 3
const LONGEST = 16
const QUOTE = /^(["“”]|''|``)$/
const TELLS = /^(said|says|say|reported|reports|announced|added|adds|confirmed|claimed|stated|acknowledged|alleged|told|tells)$/
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
const MAY_FOLLOW = /^([.;!?]|on|over|in|at|late|early|earlier|later|yesterday|today|here|there|this|last|by|via|through|during|to|.*day)$/i
/** What goes on behind a comma of its own: "officials said, killing ten", "and …". */
const GOES_ON_WITH = /^(and|but|or|while|as|after|before|when|which|who|with|amid|despite|though|although|.*ing)$/i
