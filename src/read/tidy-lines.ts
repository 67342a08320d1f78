/** Lines as a text, without what stands around them, with one empty line at most between two. */
export const tidyLines = (lines: readonly string[]): string =>
  lines
    .map((line) => line.trim())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()

/** A text on one line; null for an empty one. */
export const oneLine = (text: string): string | null => text.replace(/\s+/g, ' ').trim() || null

/** Whether a line is missing or empty. */
export const isBlank = (line: string | undefined): boolean => line === undefined || line.trim() === ''
