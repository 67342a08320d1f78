import type { Token, Word } from '../../document.ts'
import { isCalendarWord } from '../actors/calendar-words.ts'
import { type Parse, parseAt, range } from './parse-at.ts'

/** A time that stands between an auxiliary and its participle, from one token up to another. */
type Within = { readonly from: number; readonly end: number }

/**
 * Parses a sentence as if no time stood between a verb's auxiliary and its participle ("was this week sentenced", "have on Monday evening arrested") or between the
 * name that opens the sentence and its verb ("Chad later that day recalled"), and hangs it on the participle or verb: the parser would take it for a noun of its own,
 * and the verb's subject with it.
 */
export const parseWithinVerb = (tokens: readonly Token[], parse: Parse): readonly Word[] => {
  const times = timesWithin(tokens)
  if (times.length === 0) return parse(tokens)
  const left = new Set(times.flatMap(({ from, end }) => range(from, end)))
  const at = range(0, tokens.length).filter((i) => !left.has(i))
  const words = new Map(parseAt(tokens, at, parse).map((word) => [word.index, word]))
  for (const { from, end } of times) for (const i of range(from, end)) words.set(i, wordOf(tokens[i] as Token, i, end - 1, end))
  return tokens.map((_, i) => words.get(i) as Word)
}

const timesWithin = (tokens: readonly Token[]): readonly Within[] => {
  const found: Within[] = []
  const named = endOfName(tokens)
  const from = named > 0 ? endOfTime(tokens, named) : named
  if (from > named && VERB.test(tokens[from]?.text ?? '')) found.push({ from: named, end: from })
  for (let i = Math.max(1, from); i < tokens.length - 3; i++) {
    if (!AUXILIARY.test(tokens[i]?.text ?? '')) continue
    const end = endOfTime(tokens, i + 1)
    if (end > i + 1 && PARTICIPLE.test(tokens[end]?.text ?? '')) found.push({ from: i + 1, end })
  }
  return found
}

/** Where the name ends that opens a sentence ("The United Nations"); 0 where none does. */
const endOfName = (tokens: readonly Token[]): number => {
  let at = tokens[0]?.text === 'The' ? 1 : 0
  const first = at
  while (NAME.test(tokens[at]?.text ?? '') && !isCalendarWord((tokens[at] as Token).text)) at++
  if (at === first || OPENS.has((tokens[first] as Token).text)) return 0
  const next = tokens[at]?.text ?? ''
  // "Israeli settlers", but not "Chad has".
  return PLURAL.test(next) && !AUXILIARY.test(next) ? at + 1 : at
}

const PLURAL = /^(?!this$)\p{Ll}+[^s]s$/u
const NAME = /^\p{Lu}/u
/** What is written with a capital at the beginning of a sentence and belongs to no name. */
const OPENS: ReadonlySet<string> = new Set([
  'In',
  'At',
  'On',
  'From',
  'Since',
  'By',
  'After',
  'Before',
  'When',
  'As',
  'While',
  'And',
  'But',
  'For',
  'With',
  'Under',
  'During',
  'Until',
  'If',
  'Although',
  'Though',
  'Because',
])
/** The past of a verb behind a name. */
const VERB =
  /^(?!(?:indeed|need|speed|united)$)\p{Ll}+(?:ed|id|ld|ew|ught|oke|ent|ook|ave|ame|ote|ose)$|^(?:shot|held|put|set|met|left|cut|struck|won|lost|fled|led|became|began|sent|made|found|hit|went|hung|swore|tore|let|shut|quit|saw)$/u

/** Where the time ends that begins here; this place where none does. */
const endOfTime = (tokens: readonly Token[], first: number): number => {
  let at = first
  const text = (): string => tokens[at]?.text ?? ''
  if (/^(late|early|later|earlier|only)$/.test(text())) at++
  if (/^on$/.test(text())) at++
  if (at === first || /^(on|late|later|early|earlier)$/.test(tokens[at - 1]?.text ?? '')) {
    if (/^(this|last|next|that)$/.test(text()) && PART.test(tokens[at + 1]?.text ?? '')) return at + 2
    if (/^(yesterday|today|tonight)$/.test(text())) return at + 1
  }
  if (!isCalendarWord(text()) || !DAY.test(text())) return first
  at++
  return /^(morning|afternoon|evening|night)$/.test(text()) ? at + 1 : at
}

const AUXILIARY = /^(has|have|had|was|were|is|are|been)$/
const PART = /^(day|week|month|year|morning|afternoon|evening|night|weekend)$/
const DAY = /day$/
/** What may be a participle, and no adjective or noun that a form of "be" would govern. */
const PARTICIPLE =
  /^(?!(?:indeed|seven|ten|when|then|open|even|need|speed)$)\w+(?:ed|en|wn|ught)$|^(?:shot|held|put|set|met|left|cut|struck|won|lost|fled|led|become|begun|told|sold|sent|made|paid|said|found|hit|gone|done|hung|sworn|torn|born)$/

/** A word of the time: its last is below the participle, the others below that. */
const wordOf = ({ start, end, text }: Token, index: number, last: number, participle: number): Word => {
  const lemma = text.toLowerCase()
  if (index === last) return { start, end, text, index, upos: 'NOUN', lemma, head: participle, deprel: 'obl:unmarked' }
  if (lemma === 'on') return { start, end, text, index, upos: 'ADP', lemma, head: last, deprel: 'case' }
  const isDay = /^\p{Lu}/u.test(text)
  return { start, end, text, index, upos: isDay ? 'PROPN' : 'ADJ', lemma, head: last, deprel: isDay ? 'compound' : 'amod' }
}
