import type { Document, EventDate, Sentence } from '../../document.ts'

/** How many paragraphs below the first one the world answers to what happened the evening before. */
const BELOW = 4

/** Whether a sentence stands so far below news of "late on Friday" that what it tells is of the day after, on which it is published. `lead` is the date of that news. */
export const isAnswer = ({ article, blocks }: Document, { block }: Sentence, { span, value }: EventDate): boolean => {
  const published = article.published?.slice(0, 10) ?? null
  const opening = blocks.find((b) => b.kind === 'prose')?.index ?? 0
  const evening = span !== null && /\b(?:late|evening|night)\b/i.test(article.text.slice(span.start, span.end))
  return evening && published !== null && value < published && block - opening >= BELOW
}
