import type { Article, Document, Sentence } from '../document.ts'
import { findBlocks } from './layout/find-blocks.ts'
import { findDatelines, type IsTown } from './layout/find-dateline.ts'
import { splitSentences } from './layout/split-sentences.ts'
import { recogniseTelling } from './recognise-telling.ts'

/** Lays an article out: blocks, datelines and sentences, whose offsets point into its text as it was read. */
export const layOut = (article: Article, isTown: IsTown): Document => {
  const blocks = findBlocks(article.text)
  const datelines = findDatelines(article, blocks, isTown)
  const sentences = blocks.flatMap((block): readonly Omit<Sentence, 'index'>[] => {
    const dateline = datelines.find((d) => d.block === block.index)
    const span = dateline ? { start: dateline.end, end: block.end } : block
    const { index, section, kind } = block
    return splitSentences(article.text, span).map(({ start, end }) => ({ start, end, block: index, section, kind }))
  })
  return {
    article,
    telling: recogniseTelling(article),
    blocks,
    datelines,
    sentences: sentences.map((s, index) => ({ start: s.start, end: s.end, index, block: s.block, section: s.section, kind: s.kind })),
  }
}
