import type { Magnitude, Party } from '../document.ts'
import type { Exported, Writer } from './exported.ts'

type Element = {
  readonly name: string
  readonly type?: 'BYTE_ARRAY' | 'INT32' | 'INT64' | 'DOUBLE' | 'BOOLEAN'
  readonly converted_type?: 'UTF8' | 'DATE' | 'LIST'
  readonly repetition_type: 'REQUIRED' | 'OPTIONAL' | 'REPEATED'
  readonly num_children?: number
}

type Column = {
  readonly name: string
  readonly elements: readonly Element[]
  readonly coded?: true
  readonly of: (exported: Exported) => unknown
}

type Leaf = Pick<Element, 'type' | 'converted_type'>
const STRING: Leaf = { type: 'BYTE_ARRAY', converted_type: 'UTF8' }
const INTEGER: Leaf = { type: 'INT32' }
const LONG: Leaf = { type: 'INT64' }
const DOUBLE: Leaf = { type: 'DOUBLE' }
const BOOLEAN: Leaf = { type: 'BOOLEAN' }
const DATE: Leaf = { type: 'INT32', converted_type: 'DATE' }

const leaf = (name: string, type: Leaf, repetition_type: Element['repetition_type']): Element => ({ name, ...type, repetition_type })
const required = (name: string, type: Leaf, of: Column['of']): Column => ({ name, elements: [leaf(name, type, 'REQUIRED')], of })
const optional = (name: string, type: Leaf, of: Column['of']): Column => ({ name, elements: [leaf(name, type, 'OPTIONAL')], of })
/** A column of few values: kept as a dictionary and the numbers of its entries. */
const coded = (column: Column): Column => ({ ...column, coded: true })
const list = (name: string, element: readonly Element[], of: Column['of']): Column => ({
  name,
  elements: [
    { name, repetition_type: 'REQUIRED', converted_type: 'LIST', num_children: 1 },
    { name: 'list', repetition_type: 'REPEATED', num_children: 1 },
    ...element,
  ],
  of,
})

const PARTY: readonly Element[] = [
  { name: 'element', repetition_type: 'REQUIRED', num_children: 8 },
  leaf('entity', STRING, 'OPTIONAL'),
  leaf('role', STRING, 'OPTIONAL'),
  leaf('code', STRING, 'OPTIONAL'),
  leaf('name', STRING, 'OPTIONAL'),
  leaf('start', INTEGER, 'REQUIRED'),
  leaf('end', INTEGER, 'REQUIRED'),
  leaf('text', STRING, 'REQUIRED'),
  leaf('basis', STRING, 'REQUIRED'),
]
const WORD: readonly Element[] = [leaf('element', STRING, 'REQUIRED')]

const party = ({ entity, role, code, name, start, end, text, basis }: Party) => ({ entity, role, code, name, start, end, text, basis })

/** A day as a Date at its first moment in UTC, which Parquet keeps as the number of days since 1970. */
const day = (text: string | undefined): Date | null => {
  const [, year = '', month = '', date = ''] = /^(-?\d+)-(\d\d)-(\d\d)$/.exec(text ?? '') ?? []
  if (year === '') return null
  const made = new Date(0)
  made.setUTCFullYear(Number(year), Number(month) - 1, Number(date))
  return made
}

const magnitudes = (['dead', 'injured', 'size'] as const).flatMap((kind) => {
  const of = (read: (magnitude: Magnitude) => number | null): Column['of'] => {
    return ({ event }) => {
      const magnitude = event.magnitude[kind]
      const number = magnitude ? read(magnitude) : null
      return number === null ? null : BigInt(number)
    }
  }
  return [
    optional(
      `${kind}_min`,
      LONG,
      of((m) => m.min),
    ),
    optional(
      `${kind}_max`,
      LONG,
      of((m) => m.max),
    ),
  ]
})

const COLUMNS: readonly Column[] = [
  required('id', STRING, ({ event }) => event.id),
  coded(required('document', STRING, ({ event }) => event.document)),
  coded(optional('published', STRING, ({ article }) => article.published)),
  coded(optional('title', STRING, ({ article }) => article.title)),
  coded(optional('url', STRING, ({ article }) => article.url)),
  required('sentence', INTEGER, ({ event }) => event.sentence.index),
  required('sentence_start', INTEGER, ({ event }) => event.sentence.start),
  required('sentence_end', INTEGER, ({ event }) => event.sentence.end),
  required('text', STRING, ({ words }) => words),
  required('trigger_start', INTEGER, ({ event }) => event.trigger.start),
  required('trigger_end', INTEGER, ({ event }) => event.trigger.end),
  coded(required('trigger', STRING, ({ event }) => event.trigger.text)),
  coded(required('lemma', STRING, ({ event }) => event.trigger.lemma)),
  coded(required('cameo', STRING, ({ event }) => event.action.cameo)),
  coded(required('root', STRING, ({ event }) => event.action.root)),
  coded(optional('plover', STRING, ({ event }) => event.action.plover)),
  list('modes', WORD, ({ event }) => event.action.modes),
  required('quad', INTEGER, ({ event }) => event.action.quad),
  required('goldstein', DOUBLE, ({ event }) => event.action.goldstein),
  coded(required('status', STRING, ({ event }) => event.action.status)),
  required('negated', BOOLEAN, ({ event }) => event.action.negated),
  list('contexts', WORD, ({ event }) => event.contexts),
  ...magnitudes,
  list('source', PARTY, ({ event }) => event.source.map(party)),
  list('target', PARTY, ({ event }) => event.target.map(party)),
  coded(optional('date', STRING, ({ event }) => event.date?.value ?? null)),
  optional('date_start', DATE, ({ event }) => day(event.date?.start)),
  optional('date_end', DATE, ({ event }) => day(event.date?.end)),
  coded(optional('date_precision', STRING, ({ event }) => event.date?.precision ?? null)),
  coded(optional('date_basis', STRING, ({ event }) => event.date?.basis ?? null)),
  coded(optional('place', STRING, ({ event }) => event.place?.name ?? null)),
  coded(optional('country', STRING, ({ event }) => event.place?.country ?? null)),
  optional('latitude', DOUBLE, ({ event }) => event.place?.latitude ?? null),
  optional('longitude', DOUBLE, ({ event }) => event.place?.longitude ?? null),
  required('confidence', DOUBLE, ({ event }) => event.confidence),
  coded(required('rule', STRING, ({ event }) => event.rule)),
]

const ROWS = 10_000

/** Events as Apache Parquet: dates as dates, modes, contexts and parties as lists, columns of few values as dictionaries. Written a group of rows at a time. */
export const writeParquet: Writer = async function* (events, about) {
  const { ByteWriter, ParquetWriter } = await import('hyparquet-writer')
  const sink = new ByteWriter()
  const schema = [{ name: 'event', num_children: COLUMNS.length }, ...COLUMNS.flatMap((column) => column.elements)]
  const file = new ParquetWriter({
    writer: sink,
    schema: schema as never,
    createdBy: `annalist version ${about.version}`,
    kvMetadata: [{ key: 'annalist', value: JSON.stringify({ version: about.version, licence: about.licence, runs: about.runs }) }],
  })
  const group = async (rows: readonly Exported[]): Promise<Uint8Array> => {
    const columnData = COLUMNS.map(({ name, coded: few, of }) => ({
      name,
      data: rows.map(of),
      ...(few && rows.length > 0 && { encoding: 'RLE_DICTIONARY' as const }),
    }))
    await file.write({ columnData, rowGroupSize: ROWS })
    return drain(sink)
  }
  let rows: Exported[] = []
  for (const exported of events) {
    rows.push(exported)
    if (rows.length < ROWS) continue
    yield await group(rows)
    rows = []
  }
  if (rows.length > 0) yield await group(rows)
  await file.finish()
  yield drain(sink)
}

/** What was written since the last time; offsets into the file go on. */
const drain = (sink: { buffer: ArrayBuffer; index: number }): Uint8Array => {
  const bytes = new Uint8Array(sink.buffer, 0, sink.index).slice()
  sink.index = 0
  return bytes
}
