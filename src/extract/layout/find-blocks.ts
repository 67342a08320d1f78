import type { Block } from '../../document.ts'
import { findLines } from './find-lines.ts'
import { joinLines } from './join-lines.ts'
import { kindOf } from './kind-of.ts'

/** Cuts a text into paragraphs, headings, captions, items of lists and source lines. A heading opens a section and belongs to it. */
export const findBlocks = (text: string): readonly Block[] => {
  const paragraphs = joinLines(findLines(text))
  let section = 0
  return paragraphs.map(({ start, end }, index) => {
    const kind = kindOf(text.slice(start, end), { first: index === 0, only: paragraphs.length === 1 })
    if (kind === 'heading') section++
    return { start, end, index, section, kind }
  })
}
