import type { Token, Word } from '../../document.ts'
import { changeWord } from './change-word.ts'

type Parse = (tokens: readonly Token[]) => readonly Word[]

/**
 * Parses what a sentence tells and who tells it behind a comma ("Oman mediated between them, officials said on Monday.") each by itself, the comma as a full stop,
 * and hangs the one below the other: together, a verb that may be a participle, too, is taken for one ("Oman, mediated between them").
 */
export const parseBeforeTeller = (tokens: readonly Token[], parse: Parse): readonly Word[] => {
  const comma = tokens.findLastIndex(({ text }, i) => text === ',' && isTeller(tokens, behind(tokens, i)))
  if (comma < SHORTEST) return parse(tokens)
  const quote = isQuote(tokens[0]) && behind(tokens, comma) > comma + 1 ? 1 : 0
  const told = parseFrom(quote, [...tokens.slice(quote, comma), stop(tokens[comma] as Token)], parse)
  const first = behind(tokens, comma)
  const teller = parseFrom(first, tokens.slice(first), parse)
  const [act, says] = [told, teller].map((words) => words.find(({ head }) => head < 0))
  if (!act || says?.upos !== 'VERB' || act.index === comma || !isClause(told, act)) return parse(tokens)
  const speaker = says.index === first ? teller.find(({ head, deprel }) => head === first && SPEAKER.test(deprel)) : undefined
  return [
    ...tokens.slice(0, quote).map((token) => markOf(token, 0, act.index)),
    ...told.slice(0, -1).map((word) => (word === act ? changeWord(word, { head: says.index, deprel: 'ccomp' }) : word)),
    ...tokens.slice(comma, first).map((token, i) => markOf(token, comma + i, act.index)),
    ...teller.map((word) => (word === speaker ? changeWord(word, { deprel: 'nsubj' }) : word)),
  ]
}

/** Where the words behind a comma begin: also behind the quotation mark that follows it. */
const behind = (tokens: readonly Token[], comma: number): number => comma + (isQuote(tokens[comma + 1]) ? 2 : 1)

const isQuote = (token: Token | undefined): boolean => QUOTE.test(token?.text ?? '')

/** Whether from here on the sentence only tells who says what stands before: "officials said", "said a spokesman", "he told reporters in Fez". */
const isTeller = (tokens: readonly Token[], first: number): boolean => {
  const words = tokens.slice(first).map(({ text }) => text)
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

const parseFrom = (first: number, tokens: readonly Token[], parse: Parse): readonly Word[] =>
  parse(tokens).map((word) => changeWord(word, { index: word.index + first, head: word.head < 0 ? -1 : word.head + first }))

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
