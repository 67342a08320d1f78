import type { Block, Document } from '../document.ts'
import type { Lexicon } from '../lexicon/index-lexicon.ts'

/** By block: the topic that it is about where that isn't politics, else null. Looks back and not ahead: a paragraph doesn't change the topic of those before it. */
export const tellTopics = ({ article: { text }, blocks }: Document, lexicon: Lexicon): readonly (string | null)[] => {
  const topics: (string | null)[] = []
  let heading: string | null = null
  for (const block of blocks) {
    const counts = countWords(text.slice(block.start, block.end), lexicon)
    if (block.kind === 'heading') heading = headingTopic(counts, block) ?? (isSectionName(text, block) ? null : heading)
    topics.push(topicOf(counts, heading, topics.at(-1) ?? null))
  }
  return topics
}

type Counts = ReadonlyMap<string, ReadonlySet<string>>

const WORD = /[\p{L}\p{N}]+(?:[-'’][\p{L}\p{N}]+)*/gu

/** The different words of every topic, single and in pairs. */
const countWords = (text: string, lexicon: Lexicon): Counts => {
  const counts = new Map<string, Set<string>>()
  const count = (phrase: string): void => {
    for (const topic of lexicon.topics.get(phrase) ?? NONE) {
      const phrases = counts.get(topic)
      if (phrases) phrases.add(phrase)
      else counts.set(topic, new Set([phrase]))
    }
  }
  let before = ''
  for (const word of text.toLowerCase().match(WORD) ?? NONE) {
    count(word)
    if (lexicon.endsTopic(word) && before !== '') count(`${before} ${word}`)
    before = word
  }
  return counts
}

const NONE: readonly string[] = []

/** "SPORT", "WEATHER AND TECHNOLOGY": a section's name says what its paragraphs are about. */
const headingTopic = (counts: Counts, { start, end }: Block): string | null => {
  const [first] = [...counts.keys()].filter((id) => id !== 'politics' && counts.get(id)?.has(id))
  return end - start < 40 && !counts.has('politics') ? (first ?? null) : null
}
const isSectionName = (text: string, { start, end }: Block): boolean =>
  end - start < 40 && text.slice(start, end) === text.slice(start, end).toUpperCase()

const topicOf = (counts: Counts, heading: string | null, before: string | null): string | null => {
  const political = counts.get('politics')?.size ?? 0
  const [best] = [...counts].filter(([id]) => id !== 'politics').sort((a, b) => b[1].size - a[1].size || (a[0] < b[0] ? -1 : 1))
  const weight = (best?.[1].size ?? 0) + (heading === null ? 0 : 2) + (before !== null && political === 0 ? 1 : 0)
  return weight >= LEAST && weight > 2 * political ? (heading ?? best?.[0] ?? before) : null
}

const LEAST = 3
