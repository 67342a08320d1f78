import { isUtf8 } from 'node:buffer'
import { Readable } from 'node:stream'
import { CsvError, parse } from 'csv-parse'
import { behind, peek } from './bytes.ts'
import { decodeText } from './decode-text.ts'
import { looseDate } from './loose-date.ts'
import type { Columns, Reader } from './reader.ts'
import { type Fault, LARGEST_ARTICLE, type Unreadable } from './reading.ts'
import { FIELDS, type Field, usualness } from './usual-names.ts'

const HINT = 'name the columns: --columns id=KEY,text=BODY,published=DATE'

/** How a table begins: the bytes and lines before its first row, and what stands between its cells, as Excel's `sep=` says or else the header shows. */
const opening = (head: Buffer): { readonly skip: number; readonly lines: number; readonly delimiter: string } => {
  const [front = '', said] = /^(?:\ufeff)?(?:sep=(.)(?:\r?\n|\r))?/.exec(head.toString('utf8')) ?? []
  const first =
    head
      .toString('utf8')
      .slice(front.length)
      .trimStart()
      .split(/[\r\n]/, 1)[0]
      ?.replace(/"[^"]*"/g, '') ?? ''
  const [most = ','] = ['\t', ';', ','].toSorted((a, b) => first.split(b).length - first.split(a).length)
  // A name may have bars: "kind (news|blog)".
  const shown = first.includes(most) || !first.includes('|') ? most : '|'
  return { skip: Buffer.byteLength(front), lines: said === undefined ? 0 : 1, delimiter: said ?? shown }
}

/** Cells come as bytes, so that one in another encoding is seen; as texts where a mark at the front says that all is UTF-16. */
type Cell = Buffer | string

/** How many line ends stand in the cells of a row, and how many of them are those of Windows. */
const lineEndsOf = (cells: readonly Cell[]): { readonly all: number; readonly windows: number } => {
  const texts = cells.map((cell) => (typeof cell === 'string' ? cell : cell.toString('latin1')))
  const count = (sign: string): number => texts.reduce((sum, text) => sum + text.split(sign).length - 1, 0)
  return { all: count('\n'), windows: count('\r\n') }
}

/** The field that each column of the header holds; the fault where none, or more than one, holds the text. */
const mapColumns = (header: readonly string[], columns: Columns): Readonly<Partial<Record<Field, number>>> | Fault => {
  const names = header.map((name) => name.trim())
  const lower = names.map((name) => name.toLowerCase())
  const map: Partial<Record<Field, number>> = {}
  for (const field of FIELDS) {
    const asked = columns[field]?.trim()
    const [among, at] =
      asked === undefined ? [lower, lower.findIndex((name) => usualness(field, name) >= 0)] : [names, names.indexOf(asked)]
    if (asked !== undefined && at < 0) return { message: `there is no column "${asked}": there are ${header.join(', ')}`, hint: HINT }
    // Of the other fields the first counts.
    if (at >= 0 && (field === 'text' || field === 'id') && among.lastIndexOf(among[at] as string) !== at)
      return {
        message: `two columns are called "${among[at]}", and one alone can hold the ${field}: call the other one otherwise`,
        hint: names.indexOf(names[at] as string) === names.lastIndexOf(names[at] as string) ? HINT : 'write another name into the header',
      }
    if (at >= 0) map[field] = at
  }
  return map.text === undefined ? { message: `no column is known to hold the text: there are ${header.join(', ')}`, hint: HINT } : map
}

/** A table (RFC 4180, also with tabs, semicolons or bars) with a header: one article a row. A row that is broken is reported and left out. */
export const readCsv: Reader = async function* ({ file, id, published, columns }, source) {
  const { head, chunks } = await peek(source, 4096)
  const skipped: Unreadable[] = []
  const { skip, lines, delimiter } = opening(head)
  const parser = parse({
    bom: true,
    encoding: null,
    delimiter,
    relax_column_count: true,
    skip_empty_lines: true,
    relax_quotes: true,
    skip_records_with_error: true,
    max_record_size: LARGEST_ARTICLE,
    info: true,
    on_skip: (error) => {
      skipped.push({
        place: { file, line: lines + (error instanceof CsvError ? Number(error.lines ?? 0) : 0) },
        message: `is no row of a table: ${error?.message ?? 'it is broken'}`,
        hint: 'a cell with quotes or line ends is written "in ""quotes"""',
      })
    },
  })
  const input = Readable.from(behind(chunks, skip)).on('error', (error) => parser.destroy(error))
  input.pipe(parser)
  // Ends with the reader.
  parser.on('close', () => input.destroy())
  let map: Readonly<Partial<Record<Field, number>>> | null = null
  let width = 0
  let row = 0
  let doubled = 0
  for await (const { record, info } of parser as AsyncIterable<{
    readonly record: readonly Cell[]
    readonly info: { readonly lines: number }
  }>) {
    while (skipped[0] !== undefined && (skipped[0].place.line ?? 0) < lines + info.lines) yield skipped.shift() as Unreadable
    // Of a row that goes over several lines the first is told. Within quotes csv-parse takes CR LF for two line ends.
    const within = lineEndsOf(record)
    doubled += within.windows
    const place = { file, line: lines + info.lines - doubled - within.all }
    if (map === null) {
      const header = record.map(String)
      const found = mapColumns(header, columns)
      if ('message' in found) {
        yield { place: { file, line: 1 }, ...found }
        return
      }
      map = found
      width = header.length
      continue
    }
    row += 1
    const foreign = record.find((value) => typeof value !== 'string' && !isUtf8(value))
    if (foreign !== undefined) {
      const fault = await decodeText(Buffer.from(foreign))
      if (typeof fault !== 'string') yield { place, message: `a cell ${fault.message}`, hint: fault.hint }
      continue
    }
    const cell = (field: Field): string | null => {
      const at = map?.[field]
      const value = at === undefined ? undefined : record[at]?.toString()
      return value === undefined || value.trim() === '' ? null : value
    }
    const text = cell('text')
    const date = cell('published')
    const iso = looseDate(date)
    if (text === null)
      yield {
        place: { ...place, field: 'text' },
        message: 'is empty',
        hint: 'give the row a text; if another column holds it: --columns text=BODY',
      }
    else if (record.slice(width).some((value) => value.toString().trim() !== ''))
      yield {
        place,
        message: `the row has ${record.length} cells, and the header names ${width}`,
        hint: `a cell that holds the sign between cells stands in quotes: "one${delimiter} two"`,
      }
    else if (date !== null && iso === null)
      yield {
        place: { ...place, field: 'published' },
        message: `"${date.slice(0, 40)}" is no date that annalist knows`,
        hint: 'write ISO 8601: 2023-04-05',
      }
    else
      yield {
        article: {
          id: cell('id') ?? cell('url') ?? `${id}#${row}`,
          text,
          published: iso ?? published,
          title: cell('title'),
          url: cell('url'),
          kind: cell('kind'),
        },
        place,
      }
  }
  yield* skipped
  if (map === null) yield { place: { file }, message: 'is empty: there is no row', hint: HINT }
}
