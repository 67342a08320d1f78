import type { Block, Span } from '../../document.ts'

const LIMIT = 1200
const HINT =
  /\d|\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)|day|night|week|month|year|decade|centur|hour|minute|quarter|morning|afternoon|evening|dawn|noon|dusk|spring|summer|autumn|winter|\bfall\b|\bnow|time|present|recent|current|past|former|future|\blate|previously|daily|annual|hourly|tomorrow|twenties|[a-z]ties\b|Christmas|Easter|Halloween|Thanksgiving|millenni|period|afterwards|thereafter|moment|clock|lunar|long ago|\beve\b/i

/** Pieces of a bounded length in which dates can stand: blocks, cut at ends of sentences where they are long. */
export const cutPieces = (text: string, blocks: readonly Block[]): readonly Span[] =>
  blocks.flatMap((block) => cut(text, block)).filter((piece) => HINT.test(text.slice(piece.start, piece.end)))

const cut = (text: string, { start, end }: Span): readonly Span[] => {
  const pieces: Span[] = []
  let from = start
  while (end - from > LIMIT) {
    const to = from + cutAt(text.slice(from, from + LIMIT))
    pieces.push({ start: from, end: to })
    from = to
  }
  pieces.push({ start: from, end })
  return pieces
}

/** After the last sentence that ends in the window, else after its last blank, else at its end. */
const cutAt = (window: string): number => {
  const sentence = Math.max(window.lastIndexOf('. '), window.lastIndexOf('.\n'))
  if (sentence > LIMIT / 4) return sentence + 2
  const blank = window.lastIndexOf(' ')
  return blank > 0 ? blank + 1 : window.length
}
