import type { Block, Document, Sentence } from '../../document.ts'

// Where a sentence stands in its article.

/** The day of publication, or null. */
export const dayOf = ({ article }: Document): string | null => article.published?.slice(0, 10) ?? null

/** Whether the sentence opens its paragraph. */
export const isFirst = ({ sentences }: Document, { index, block }: Sentence): boolean => sentences[index - 1]?.block !== block

/** The first paragraph of prose: behind a headline, where the text has one. */
export const openingOf = ({ blocks }: Document): Block | undefined => blocks.find((b) => b.kind === 'prose')

/** "LA PAZ - …" below "BAGHDAD - …": a paragraph with a dateline, and not the article's first. */
export const opensReport = ({ datelines }: Document, block: number): boolean => datelines.some((d, i) => i > 0 && d.block === block)

/** Whether the sentence stands in the first paragraph of prose: what that dates is what the article reports. */
export const isOfOpening = (document: Document, { block }: Sentence): boolean =>
  openingOf(document)?.index === block || opensReport(document, block)
