import { Readable } from 'node:stream'
import { CsvError, parse } from 'csv-parse'
import { peek } from './bytes.ts'
import { looseDate } from './loose-date.ts'
import type { Columns, Reader } from './reader.ts'
import { LARGEST_ARTICLE, type Unreadable } from './reading.ts'

type Field = keyof Columns

/** What the columns of news tables are usually called. */
const NAMES: Readonly<Record<Field, readonly string[]>> = {
  id: ['id', 'doc_id', 'docid', 'document', 'article_id', 'guid', 'key'],
  text: ['text', 'body', 'content', 'article', 'article_text', 'full_text', 'fulltext', 'story'],
  published: ['published', 'date', 'pubdate', 'pub_date', 'publication_date', 'publish_date', 'published_at', 'datetime'],
  title: ['title', 'headline'],
  url: ['url', 'link', 'source_url'],
  kind: ['kind'],
}

const HINT = 'name the columns: --columns id=KEY,text=BODY,published=DATE'

const delimiterOf = (head: string): string => {
  const first = head.slice(0, head.search(/[\r\n]|$/))
  return ['\t', ';', ','].toSorted((a, b) => first.split(b).length - first.split(a).length)[0] ?? ','
}

/** The field that each column of the header holds; an error in words where none holds the text. */
const mapColumns = (header: readonly string[], columns: Columns): Readonly<Partial<Record<Field, number>>> | string => {
  const lower = header.map((name) => name.trim().toLowerCase())
  const map: Partial<Record<Field, number>> = {}
  for (const field of Object.keys(NAMES) as readonly Field[]) {
    const asked = columns[field]
    const at =
      asked === undefined
        ? lower.findIndex((name) => NAMES[field].includes(name))
        : header.findIndex((name) => name.trim() === asked.trim())
    if (asked !== undefined && at < 0) return `there is no column "${asked}": there are ${header.join(', ')}`
    if (at >= 0) map[field] = at
  }
  return map.text === undefined ? `no column is known to hold the text: there are ${header.join(', ')}` : map
}

/** A table (RFC 4180, also with tabs or semicolons) with a header: one article a row. A row that is broken is reported and left out. */
export const readCsv: Reader = async function* ({ file, id, published, columns }, source) {
  const { head, chunks } = await peek(source, 4096)
  const skipped: Unreadable[] = []
  const parser = parse({
    bom: true,
    delimiter: delimiterOf(head.toString('utf8')),
    relax_column_count: true,
    skip_empty_lines: true,
    relax_quotes: true,
    skip_records_with_error: true,
    max_record_size: LARGEST_ARTICLE,
    info: true,
    on_skip: (error) => {
      skipped.push({
        place: { file, line: error instanceof CsvError ? Number(error.lines ?? 0) : 0 },
        message: `is no row of a table: ${error?.message ?? 'it is broken'}`,
        hint: 'a cell with quotes or line ends is written "in ""quotes"""',
      })
    },
  })
  const input = Readable.from(chunks).on('error', (error) => parser.destroy(error))
  input.pipe(parser)
  // Ends with the reader.
  parser.on('close', () => input.destroy())
  let map: Readonly<Partial<Record<Field, number>>> | null = null
  let row = 0
  for await (const { record, info } of parser as AsyncIterable<{
    readonly record: readonly string[]
    readonly info: { readonly lines: number }
  }>) {
    while (skipped[0] !== undefined && (skipped[0].place.line ?? 0) < info.lines) yield skipped.shift() as Unreadable
    const place = { file, line: info.lines }
    if (map === null) {
      const found = mapColumns(record, columns)
      if (typeof found === 'string') {
        yield { place: { file, line: 1 }, message: found, hint: HINT }
        return
      }
      map = found
      continue
    }
    row += 1
    const cell = (field: Field): string | null => {
      const at = map?.[field]
      const value = at === undefined ? undefined : record[at]
      return value === undefined || value.trim() === '' ? null : value
    }
    const text = cell('text')
    const date = cell('published')
    const iso = looseDate(date)
    if (text === null) yield { place: { ...place, field: 'text' }, message: 'is empty', hint: HINT }
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
