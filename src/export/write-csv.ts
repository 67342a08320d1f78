import type { Cell, Layout } from './columns/layout.ts'
import { dyadsOf } from './dyads.ts'
import type { Writer } from './exported.ts'

/** A cell of CSV (RFC 4180). A text that a spreadsheet would run as a formula is defused with an apostrophe. */
export const csvCell = (value: Cell): string => {
  if (value === null) return ''
  const text =
    typeof value === 'string' && /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/.test(value) && !/^-?\d+(\.\d+)?(-\d\d)*$/.test(value)
      ? `'${value}`
      : String(value)
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

const line = (cells: readonly Cell[]): string => `${cells.map(csvCell).join(',')}\r\n`

/** Makes the writer of a layout's CSV: a header, and a row for each source and target of an event. */
export const csvWriter = ({ columns, unsaid, takes }: Layout): Writer =>
  function* (events, about) {
    yield line(columns.map((column) => column.name))
    for (const exported of events)
      for (const dyad of dyadsOf(exported, { unsaid }))
        if (takes?.(dyad) ?? true) yield line(columns.map((column) => column.of(dyad, about)))
  }
