import type { Span } from '../../document.ts'

/** A line without the white space around it; `indent` is how much stood before. An empty line has no text. */
export type Line = Span & { readonly text: string; readonly indent: number }

const LINE = /[^\r\n\v\f\u0085\u2028\u2029]*(?:\r\n|[\r\n\v\f\u0085\u2028\u2029]|$)/g

/** The lines of a text, whatever ends them; a byte order mark counts as white space. */
export const findLines = (text: string): readonly Line[] => {
  const lines: Line[] = []
  for (const { 0: raw, index } of text.matchAll(LINE)) {
    if (raw === '') break
    const trimmed = raw.trim()
    const indent = trimmed === '' ? 0 : raw.length - raw.trimStart().length
    lines.push({ start: index + indent, end: index + indent + trimmed.length, text: trimmed, indent })
  }
  return lines
}
