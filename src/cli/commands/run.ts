import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Paths } from '../../read/read-articles.ts'
import { type Report, run } from '../../run/run.ts'
import { inThread } from '../../run/runner.ts'
import { EXIT, type Exit, UsageError } from '../exit.ts'
import { checkPaths, type InputOptions, readOptions } from '../inputs.ts'
import { type Io, takesColour, write } from '../io.ts'
import type { LoadLibrary } from '../library.ts'
import type { Messages } from '../messages.ts'
import { summarize } from '../summarize.ts'

export type RunCommandOptions = InputOptions & {
  readonly db: string
  readonly prune?: boolean
  readonly retry?: boolean
  readonly json?: boolean
  readonly concurrency: number
  readonly quiet?: boolean
}

const ARTICLES_OF_OURS = join(import.meta.dirname, '../../../corpus')

/** The paths to read when none are given: `corpus/` here, or the articles that come with annalist. */
const corpus = (messages: Messages): readonly string[] => {
  if (existsSync('corpus')) return ['corpus']
  if (!existsSync(ARTICLES_OF_OURS)) throw new UsageError('name a file or folder to read', 'annalist run news/ --db events.db')
  messages.note('no path was given: reading the articles that come with annalist')
  return [ARTICLES_OF_OURS]
}

/** The files that something was left out of. */
const leftOut = async (paths: readonly string[], options: RunCommandOptions): Promise<Paths> => {
  if (paths.length > 0 || options.filesFrom !== undefined || options.prune)
    throw new UsageError('--retry reads what is in quarantine, and nothing else', 'leave out the paths, --files-from and --prune')
  const { openStore } = await import('../../store/index.ts')
  const store = openStore(options.db, { readonly: true })
  try {
    const sources = store.quarantine().flatMap(({ source }) => (source && source.file !== 'stdin' ? [source] : []))
    return [...new Map(sources.map((source) => [source.file, source])).values()]
  } finally {
    store.close()
  }
}

/** `annalist run`: read, extract, store; ends with a table of what is there. */
export const runCommand = async (
  paths: readonly string[],
  options: RunCommandOptions,
  io: Io,
  messages: Messages,
  load: LoadLibrary,
): Promise<Exit> => {
  const given = options.retry
    ? await leftOut(paths, options)
    : paths.length === 0 && options.filesFrom === undefined
      ? corpus(messages)
      : await checkPaths(paths, options, io, messages)
  const read = { ...readOptions(options, io), concurrency: options.concurrency }
  const library = await load()
  const started = performance.now()
  let last = 0
  const report = await run({
    paths: given,
    read,
    db: options.db,
    settings: library.settings,
    runner: inThread(library.extract),
    prune: options.prune,
    signal: io.signal,
    onUnreadable: messages.unreadable,
    onProgress: ({ read: articles, unchanged, quarantined, characters }) => {
      const now = performance.now()
      if (now - last < 100) return
      last = now
      const seconds = (now - started) / 1000
      messages.progress(
        `${articles} articles, ${(characters / 1e6).toFixed(1)} MB, ${Math.round(articles / seconds)} a second, ${unchanged} unchanged, ${quarantined} left out`,
      )
    },
  })
  messages.progress('')
  if (options.prune && report.quarantined > 0) messages.note('nothing was pruned: what could not be read may be there all the same')
  if (options.json) await write(io, `${JSON.stringify(asJson(report, options.db))}\n`)
  else if (!options.quiet)
    await write(io, summarize(report, { db: options.db, colour: takesColour(io, io.stdout), nameOf: library.nameOf }))
  return report.interrupted ? EXIT.interrupted : report.quarantined > 0 ? EXIT.quarantined : EXIT.done
}

const asJson = ({ totals, ...report }: Report, db: string) => ({ db, ...report, totals })
