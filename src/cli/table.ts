/** Rows as columns of text, two spaces apart: the columns whose numbers are in `right` end flush, the others begin so. */
export const table = (rows: readonly (readonly string[])[], right: readonly number[] = []): string => {
  const widths = (rows[0] ?? []).map((_, i) => Math.max(...rows.map((row) => row[i]?.length ?? 0)))
  const cell = (text: string, i: number): string => (right.includes(i) ? text.padStart(widths[i] ?? 0) : text.padEnd(widths[i] ?? 0))
  return rows.map((row) => `${row.map(cell).join('  ').trimEnd()}\n`).join('')
}
