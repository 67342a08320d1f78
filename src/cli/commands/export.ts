import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { rename } from 'node:fs/promises'
import { type Dyad, openStore, type Store } from '../../store/index.ts'
import { EXIT, type Exit } from '../exit.ts'
import { type Io, write } from '../io.ts'

export type ExportOptions = { readonly db: string; readonly format: 'ndjson' | 'csv'; readonly output?: string }

const COLUMNS = [
  'event',
  'date',
  'date_start',
  'date_end',
  'source',
  'source_entity',
  'source_role',
  'source_name',
  'target',
  'target_entity',
  'target_role',
  'target_name',
  'code',
  'root',
  'plover',
  'quad',
  'goldstein',
  'status',
  'negated',
  'place',
  'country',
  'latitude',
  'longitude',
  'confidence',
  'article',
  'published',
  'url',
  'sentence',
  'text',
] as const satisfies readonly (keyof Dyad)[]

/** A cell of CSV (RFC 4180). A text that a spreadsheet would run as a formula is defused with an apostrophe. */
export const csvCell = (value: string | number | null): string => {
  if (value === null) return ''
  const text =
    typeof value === 'string' && /^[=+\-@\t\r]/.test(value) && !/^-?\d+(\.\d+)?(-\d\d)*$/.test(value) ? `'${value}` : String(value)
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

function* lines(store: Store, format: ExportOptions['format']): Generator<string> {
  if (format === 'csv') {
    yield `${COLUMNS.join(',')}\r\n`
    for (const dyad of store.dyads()) yield `${COLUMNS.map((column) => csvCell(dyad[column])).join(',')}\r\n`
  } else for (const event of store.events()) yield `${JSON.stringify(event)}\n`
}

/** `annalist export`: every event as NDJSON, or the dyads as CSV, in the order of article ids. A file is put in place when it is whole. */
export const exportCommand = async (options: ExportOptions, io: Io): Promise<Exit> => {
  const store = openStore(options.db, { readonly: true })
  try {
    if (options.output === undefined) {
      for (const line of lines(store, options.format)) {
        if (io.signal.aborted) return EXIT.interrupted
        await write(io, line)
      }
      return EXIT.done
    }
    const partial = `${options.output}.partial`
    const file = createWriteStream(partial)
    await once(file, 'open')
    for (const line of lines(store, options.format)) if (!file.write(line)) await once(file, 'drain')
    file.end()
    await once(file, 'close')
    await rename(partial, options.output)
    return EXIT.done
  } finally {
    store.close()
  }
}
