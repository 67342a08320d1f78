import { dirname } from 'node:path'
import type { Config } from '../../config/config-schema.ts'
import { LAYOUTS, type LayoutName } from '../../export/columns/layouts.ts'
import { inTheWay, type Resource, writeDataPackage } from '../../export/data-package.ts'
import { type About, type Exported, exportedFrom, type Writer } from '../../export/exported.ts'
import { type Filter, isReversed } from '../../export/filter.ts'
import { FORMATS, MEDIA_TYPES } from '../../export/formats.ts'
import { writeFile } from '../../export/sink.ts'
import { openStore, type Store } from '../../store/index.ts'
import { aboutOf } from '../about.ts'
import { EXIT, type Exit, UsageError } from '../exit.ts'
import type { Io } from '../io.ts'
import { write } from '../io.ts'
import type { Library, LoadLibrary } from '../library.ts'
import type { Messages } from '../messages.ts'
import { checkOutput } from '../output-path.ts'

export type Format = keyof typeof FORMATS | 'csv' | 'timeline' | 'conll'
type One = Filter & { readonly format: Format; readonly columns?: LayoutName; readonly output?: string }
export type ExportOptions = One & {
  readonly db: string
  readonly config: Config | null
  readonly configFile?: string | undefined
  readonly all?: boolean
  readonly package?: boolean
}

/** Hypothetical acts are no rows of a flat table unless they are asked for. */
const HAPPENED: Filter['status'] = ['asserted', 'reported', 'future']

const writerOf = async ({ format, columns = 'annalist', output = '' }: One, store: Store, library: Library | null): Promise<Writer> => {
  switch (format) {
    case 'csv':
      return (await import('../../export/write-csv.ts')).csvWriter(LAYOUTS[columns])
    case 'timeline': {
      const { writeTimelineHtml, writeTimelineSvg } = await import('../../export/timeline/write-timeline.ts')
      return /\.svg(\.gz)?$/.test(output) ? writeTimelineSvg : writeTimelineHtml
    }
    case 'conll': {
      const { writeConll } = await import('../../export/write-conll.ts')
      return (events) =>
        writeConll(events, (id) => {
          const article = store.article(id)
          return article && library && { article, readings: library.extract(article).readings }
        })
    }
    default:
      return FORMATS[format].load()
  }
}

/** Whether a format needs names, codebook or trees beside the database. */
const needsLibrary = ({ format, columns }: One): boolean =>
  format === 'csv' ? columns !== undefined && columns !== 'annalist' : format !== 'ndjson' && format !== 'parquet'

const piecesOf = async (one: One, store: Store, about: About, library: Library | null, pass: () => void) => {
  const filter = one.format === 'csv' && one.status === undefined ? { ...one, status: HAPPENED } : one
  const writer = await writerOf(one, store, library)
  return writer(passing(exportedFrom(store, filter), pass), about)
}

/** Calls `pass` for each event that goes by. */
function* passing(events: Iterable<Exported>, pass: () => void): Generator<Exported> {
  for (const event of events) {
    pass()
    yield event
  }
}

const FILTERS = [
  'from',
  'to',
  'source',
  'target',
  'root',
  'country',
  'minConfidence',
  'status',
] as const satisfies readonly (keyof Filter)[]
const isFiltered = (one: One): boolean => FILTERS.some((name) => one[name] !== undefined)

const resourceOf = (one: One & { readonly output: string }): Resource => ({
  path: one.output,
  format: one.format,
  mediatype: /\.svg(\.gz)?$/.test(one.output) ? 'image/svg+xml' : (MEDIA_TYPES[one.format] ?? 'application/octet-stream'),
  columns: one.format === 'csv' ? LAYOUTS[one.columns ?? 'annalist'].columns : undefined,
})

/** `annalist export`: what a database holds, in the order of article ids. A file is put in place when it is whole. */
export const exportCommand = async (
  options: ExportOptions,
  io: Io,
  messages: Messages,
  load: LoadLibrary,
  version: string,
): Promise<Exit> => {
  const given: readonly One[] = options.all ? (options.config?.exports ?? []) : [options]
  if (options.all && options.config === null)
    throw new UsageError('--all writes what the configuration names under `exports`, and there is none', 'docs/config.md tells how')
  if (options.all && given.length === 0) messages.note('the configuration names no exports: nothing is written')
  if (options.package && !options.all && options.output === undefined)
    throw new UsageError('--package describes files, and there is none', 'name one with -o')
  if (options.format === 'parquet' && options.output === undefined && !options.all && io.stdout.isTTY)
    throw new UsageError(
      'Parquet is no text for a terminal',
      'name a file with -o, or send it on: annalist export --format parquet > events.parquet',
    )
  if (isReversed(options))
    throw new UsageError(`--from ${options.from} is after --to ${options.to}: no event could pass`, 'give the earlier day first')
  for (const { output } of given) {
    checkOutput(output, [options.db, options.configFile])
    const lost = options.package && output !== undefined ? inTheWay(output) : null
    if (lost !== null)
      throw new UsageError(
        `${lost} would be written over by the description of the exports (--package)`,
        'write into a folder of its own, under another name',
      )
  }
  const store = openStore(options.db, { readonly: true })
  try {
    const library = options.package || given.some(needsLibrary) ? await load() : null
    const about = aboutOf(store, version, options.config, io, library)
    const written: (One & { readonly output: string })[] = []
    for (const one of given) {
      let passed = 0
      const pieces = await piecesOf(one, store, about, library, () => passed++)
      const { output } = one
      if (output === undefined) {
        for await (const piece of pieces) {
          if (io.signal.aborted) return EXIT.interrupted
          await write(io, piece)
        }
        continue
      }
      if ((await writeFile(output, pieces, io.signal)) === 'interrupted') return EXIT.interrupted
      written.push({ ...one, output })
      if (options.all) messages.note(`wrote ${output}`)
      if (passed === 0 && isFiltered(one)) messages.note(`${output}: no event passes the filters`)
    }
    if (options.package && library) {
      for (const folder of new Set(written.map(({ output }) => dirname(output)))) {
        const files = written.filter(({ output }) => dirname(output) === folder)
        messages.note(`wrote ${await writeDataPackage(files.map(resourceOf), about, library.codebook)}`)
      }
    }
    return EXIT.done
  } finally {
    store.close()
  }
}
