import type { Token, Word } from '../../document.ts'
import { type Parse, parseAt, range, readAs } from './parse-at.ts'

/** Words that say what others say more plainly, each with the word in its place; `null` where there is one word less. */
type Phrase = { readonly words: readonly string[]; readonly plain: readonly (string | null)[]; readonly isSpan?: true }

/** A bare span of time before a preposition, of which the parser is told nothing. */
const spanBefore = (span: readonly string[], preposition: string): Phrase => {
  return { words: [...span, preposition], plain: [...span.map(() => null), preposition], isSpan: true }
}

/** Of "no longer fires" the parser would make longer fires, and of "so as to" something that is so. */
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
]
const LAST = /^(longer|to|amid|amidst|before|after)$/

/**
 * Parses "no longer fires missiles" as "never fires missiles", "so as to end the war" as "in order to end the war", "amid protests" as "during protests" and "a day before
 * the summit" as "before the summit".
 */
export const parsePlainly = (tokens: readonly Token[], parse: Parse): readonly Word[] => {
  const plain = new Map<number, string | null>()
  for (let last = 1; last < tokens.length - 1; last++) {
    if (!LAST.test(tokens[last]?.text ?? '')) continue
    const phrase = PHRASES.find(
      ({ words, isSpan }) =>
        words.every((word, i) => tokens[last - words.length + 1 + i]?.text.toLowerCase() === word) &&
        !(isSpan && COUNTS.test(tokens[last - words.length]?.text ?? '')),
    )
    if (!phrase || tokens[last + 1]?.text === 'than') continue
    for (const [i, word] of phrase.plain.entries()) plain.set(last - phrase.words.length + 1 + i, word)
  }
  return plain.size === 0 ? parse(tokens) : replace(tokens, plain, parse)
}

/** Behind these a span is no bare one, or none that stands behind a phrase. */
const COUNTS =
  /^(\W.*|\d.*|one|two|three|four|five|six|seven|eight|nine|ten|dozen|several|many|few|some|the|these|those|of|in|within|for|by|over|under|than|just|only|mere|barely|about|nearly|almost|another|and|or|is|are|was|were|be|been|come|came|comes|said|says|until|till|from|to|)$/i

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
