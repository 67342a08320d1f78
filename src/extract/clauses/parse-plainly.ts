import type { Token, Word } from '../../document.ts'
import type { Grammar } from './grammar.ts'
import { type Parse, parseAt, range, readAs } from './parse-at.ts'

/** Words that say what others say more plainly, each with the word in its place; `null` where there is one word less. */
type Phrase = { readonly words: readonly string[]; readonly plain: readonly (string | null)[]; readonly isSpan?: true }

/** A bare span of time before a preposition, of which the parser is told nothing. */
const spanBefore = (span: readonly string[], preposition: string): Phrase => {
  return { words: [...span, preposition], plain: [...span.map(() => null), preposition], isSpan: true }
}

/** Of "no longer fires" the parser would make longer fires, of "so as to" something that is so, and of "Chad as well as Mali" only one that acts. */
const PHRASES: readonly Phrase[] = [
  { words: ['no', 'longer'], plain: [null, 'never'] },
  { words: ['so', 'as', 'to'], plain: ['in', 'order', 'to'] },
  // The parser has hardly seen the word: "its border with Colombia amid protests" would be protests of Colombia's.
  { words: ['amid'], plain: ['during'] },
  { words: ['amidst'], plain: ['during'] },
  // "vaccines from Chad hours before a summit", "armed the Syrian army a day after": the span would end the phrase before it.
  ...['hours', 'days', 'weeks', 'months', 'years', 'minutes'].flatMap((span) => [
    spanBefore([span], 'before'),
    spanBefore([span], 'after'),
  ]),
  ...['day', 'week', 'month', 'year'].flatMap((span) => [spanBefore(['a', span], 'before'), spanBefore(['a', span], 'after')]),
  { words: ['as', 'well', 'as'], plain: [null, null, 'and'] },
]
const LAST = /^(longer|to|amid|amidst|before|after|as)$/

/** What begins a noun phrase: "as well as the army", but no "as well as bombing it", "as well as expected". */
const NAMED = /^(\p{Lu}.*|the|its|their|his|her)$/u

/** Given names' second halves that are words of their own: of "Moon Jae-in pledged neutrality" the parser would make no sentence. */
const HALF_NAME = /^(in|on|an|so|ok|go)$/

/**
 * Parses "no longer fires missiles" as "never fires missiles", "so as to end the war" as "in order to end the war", "amid protests" as "during protests", "a day before
 * the summit" as "before the summit", "Chad as well as Mali" as "Chad and Mali", and the second half of a given name as a name.
 */
export const parsePlainly = (tokens: readonly Token[], parse: Parse, isOf: Grammar['isOf']): readonly Word[] => {
  const plain = new Map<number, string | null>()
  for (let last = 1; last < tokens.length - 1; last++) {
    if (isHalfName(tokens, last)) plain.set(last, 'hyun')
    if (!LAST.test(tokens[last]?.text ?? '')) continue
    const phrase = PHRASES.find(
      ({ words, isSpan }) =>
        words.every((word, i) => tokens[last - words.length + 1 + i]?.text.toLowerCase() === word) &&
        !(isSpan && (isCounted(tokens[last - words.length]?.text ?? '', isOf) || PLACED.test(tokens[last - words.length - 1]?.text ?? ''))),
    )
    const next = tokens[last + 1]?.text ?? ''
    if (!phrase || next === 'than' || (phrase.words.at(-1) === 'as' && !NAMED.test(next))) continue
    for (const [i, word] of phrase.plain.entries()) plain.set(last - phrase.words.length + 1 + i, word)
  }
  return plain.size === 0 ? parse(tokens) : replace(tokens, plain, parse)
}

/** Whether a span behind this word is no bare one ("eleven days after", "in the final hours before"), or none that stands behind a phrase ("Days after"). */
const isCounted = (before: string, isOf: Grammar['isOf']): boolean => !/^\p{L}/u.test(before) || isOf(before.toLowerCase(), 'before-a-span')

/** "blew up a bus at Leh a day after the ambush": a place ends the phrase before it by itself. */
const PLACED = /^(at|in|near)$/i

/** Whether it stands behind a capital and a hyphen, and that behind another name ("Moon Jae-in", but not "Break-in at the embassy"). */
const isHalfName = (tokens: readonly Token[], at: number): boolean => {
  if (!HALF_NAME.test(tokens[at]?.text ?? '')) return false
  const [name, given, hyphen, half] = tokens.slice(Math.max(0, at - 3), at + 1)
  if (hyphen?.text !== '-' || given?.end !== hyphen.start || half?.start !== hyphen.end) return false
  return CAPITAL.test(given.text) && CAPITAL.test(name?.text ?? '')
}

const CAPITAL = /^\p{Lu}\p{Ll}+$/u

const replace = (tokens: readonly Token[], plain: ReadonlyMap<number, string | null>, parse: Parse): readonly Word[] => {
  const read = tokens.map((token, i) => readAs(token, plain.get(i) ?? token.text))
  const told = parseAt(
    read,
    range(0, tokens.length).filter((i) => plain.get(i) !== null),
    parse,
  )
  const words = new Map(told.map((word) => [word.index, word]))
  return tokens.map((token, i) => {
    const word = words.get(i)
    if (word && !plain.has(i)) return word
    return wordOf(token, i, word && !isOfAttribute(words.get(i + 1), token) ? word : { upos: 'ADV', head: i + 1, deprel: 'advmod' })
  })
}

/** "the no longer secret police attacked": it is the attribute that is denied, and no attack. */
const isOfAttribute = (next: Word | undefined, { text }: Token): boolean => text.toLowerCase() === 'longer' && next?.deprel === 'amod'

const wordOf = ({ start, end, text }: Token, index: number, { upos, head, deprel }: Pick<Word, 'upos' | 'head' | 'deprel'>): Word => {
  return { start, end, text, index, upos, lemma: text.toLowerCase(), head, deprel }
}
