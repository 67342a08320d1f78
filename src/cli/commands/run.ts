import { existsSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import type { Config } from '../../config/config-schema.ts'
import { withoutPassword } from '../../read/fetch/bare-address.ts'
import { createFetcher } from '../../read/fetch/fetcher.ts'
import { isAddress } from '../../read/fetch/is-address.ts'
import { findSources } from '../../read/find-sources.ts'
import { measureInput } from '../../read/measure-input.ts'
import type { Paths, ReadOptions } from '../../read/read-articles.ts'
import { type Plan, planRun } from '../../run/plan-run.ts'
import { rebuild } from '../../run/rebuild.ts'
import { roomForWorkers, workersByDefault } from '../../run/room-for-workers.ts'
import { run } from '../../run/run.ts'
import { inThread, type Runner } from '../../run/runner.ts'
import { EXIT, type Exit, UsageError } from '../exit.ts'
import { followRun } from '../follow-run.ts'
import { checkPaths, type InputOptions, readOptions } from '../inputs.ts'
import { type Io, takesColour, write } from '../io.ts'
import type { Library, LoadLibrary } from '../library.ts'
import type { Messages } from '../messages.ts'
import { summarize } from '../summarize.ts'

export type RunCommandOptions = InputOptions & {
  readonly db: string
  readonly config?: Config | null
  readonly fresh?: boolean
  readonly workers?: number
  readonly concurrency: number
  readonly limit?: number
  readonly since?: string
  readonly force?: boolean
  readonly dryRun?: boolean
  readonly prune?: boolean
  readonly retry?: boolean
  readonly watch?: boolean
  readonly interval: number
  readonly fetch?: boolean
  readonly allowPrivate?: boolean
  readonly timeLimit: number
  readonly memoryLimit: number
  readonly json?: boolean
  readonly logFormat: 'text' | 'json'
  readonly metrics?: string
  readonly quiet?: boolean
}

const ARTICLES_OF_OURS = join(import.meta.dirname, '../../../corpus')

/** The paths to read when none are given: what the configuration names, `corpus/` here, or the articles that come with annalist. */
const corpus = (config: Config | null | undefined, messages: Messages): readonly string[] => {
  if (config?.corpus) return config.corpus
  if (existsSync('corpus')) return ['corpus']
  if (!existsSync(ARTICLES_OF_OURS)) throw new UsageError('name a file or folder to read', 'annalist run news/ --db events.db')
  messages.note('no path was given: reading the articles that come with annalist')
  return [ARTICLES_OF_OURS]
}

/** The files that something was left out of, and with --fetch the addresses. */
const leftOut = async (paths: readonly string[], options: RunCommandOptions, messages: Messages): Promise<Paths> => {
  if (paths.length > 0 || options.filesFrom !== undefined || options.prune)
    throw new UsageError('--retry reads what is in quarantine, and nothing else', 'leave out the paths, --files-from and --prune')
  const { openStore } = await import('../../store/index.ts')
  const store = openStore(options.db, { readonly: true })
  try {
    const sources = store.quarantine().flatMap(({ source }) => (source && source.file !== 'stdin' ? [source] : []))
    const all = [...new Map(sources.map((source) => [source.file, source])).values()]
    const here = options.fetch ? all : all.filter(({ file }) => !isAddress(file))
    if (here.length < all.length) messages.note(`addresses of the quarantine that wait for --fetch: ${all.length - here.length}`)
    else if (all.length === 0) messages.note('nothing is in quarantine that could be read again')
    return here
  } finally {
    store.close()
  }
}

/** Refuses folders in which there is nothing to read, where what is not read is removed: a disk that is not mounted looks like that. */
const refuseEmpty = async (paths: Paths, { prune, fresh, db, columns }: RunCommandOptions): Promise<void> => {
  if (!Array.isArray(paths) || !(prune || (fresh && existsSync(db)))) return
  for (const path of paths as readonly string[]) {
    if (path === '-' || isAddress(path) || !(await findSources(path, columns?.text).next()).done) continue
    throw new UsageError(
      `--${prune ? 'prune removes what is not among the articles read' : 'fresh keeps nothing but the articles read'}, and there are none in ${path}`,
      'if its disk is mounted, leave the path out, and what was read from it goes; to begin with an empty database, delete the old one',
    )
  }
}

/** What can't be asked for together. */
const checkOptions = (
  paths: readonly string[],
  { fresh, prune, limit, since, watch, dryRun, retry, fetch, filesFrom }: RunCommandOptions,
): void => {
  const part = limit !== undefined ? '--limit' : since !== undefined ? '--since' : null
  if (prune && part)
    throw new UsageError(
      `--prune removes what is not among the articles read, and ${part} reads a part of them only`,
      `leave out --prune or ${part}`,
    )
  if (fresh && (watch || dryRun || retry || limit !== undefined))
    throw new UsageError(
      `--fresh builds the whole database anew, and ${watch ? '--watch' : dryRun ? '--dry-run' : retry ? '--retry' : '--limit'} does not`,
      'leave out one of the two',
    )
  if (watch && (prune || dryRun || retry))
    throw new UsageError(
      `--watch goes on for ever, and ${prune ? '--prune' : dryRun ? '--dry-run' : '--retry'} needs an end`,
      'leave out one of the two',
    )
  if (watch && (filesFrom !== undefined || paths.includes('-')))
    throw new UsageError(
      '--watch looks at files, folders and addresses again and again, which a stream is not',
      'name what is to be looked at',
    )
  if (prune && fetch)
    throw new UsageError(
      '--prune removes what is not among the articles read, and pages that have not changed are not fetched again',
      'leave out --prune or --fetch',
    )
  if (dryRun && (prune || limit !== undefined))
    throw new UsageError(`--dry-run changes nothing, and ${prune ? '--prune' : '--limit'} is about changes`, 'leave out one of the two')
  if (dryRun && paths.some(isAddress))
    throw new UsageError(
      `--dry-run asks nothing of the web, and ${withoutPassword(paths.find(isAddress) ?? '')} is an address there`,
      'leave out one of the two',
    )
  if (dryRun && fetch) throw new UsageError('--dry-run asks nothing of the web, and --fetch does', 'leave out one of the two')
}

/** `annalist run`: read, extract, store; ends with a table of what is there. */
export const runCommand = async (
  paths: readonly string[],
  options: RunCommandOptions,
  io: Io,
  messages: Messages,
  load: LoadLibrary,
): Promise<Exit> => {
  checkOptions(paths, options)
  const given = options.retry
    ? await leftOut(paths, options, messages)
    : await checkPaths(
        paths.length === 0 && options.filesFrom === undefined ? corpus(options.config, messages) : paths,
        options,
        io,
        messages,
      )
  await refuseEmpty(given, options)
  const library = await load()
  let done = 0
  let total: number | null = null
  const read: ReadOptions = {
    ...readOptions({ ...options.config?.read, ...options }, io),
    concurrency: options.concurrency,
    onBytes: (size) => {
      done += size
    },
  }
  const { settings } = library
  const { db, force, since } = options
  if (options.dryRun) {
    const plan = await planRun({ paths: given, read, db, settings, force, since, signal: io.signal, onUnreadable: messages.unreadable })
    await write(io, options.json ? `${JSON.stringify({ db, ...plan })}\n` : describePlan(plan))
    return plan.interrupted ? EXIT.interrupted : plan.quarantined > 0 ? EXIT.quarantined : EXIT.done
  }
  const measuring = new AbortController()
  if (!options.quiet && !options.watch && Array.isArray(given) && given.every((path) => typeof path === 'string'))
    void measureInput(given, measuring.signal, options.columns?.text)
      .then((size) => {
        total = size
      })
      .catch(() => {})
  const known = (): number | null => (options.limit === undefined ? total : null)
  const follower = followRun(io, messages, {
    logFormat: options.logFormat,
    metrics: options.metrics,
    bytes: () => ({ done, total: known() }),
  })
  const runner = await openRunner(library, options)
  if (options.watch) messages.note(`looking every ${options.interval} s for what comes in; Ctrl-C ends it`)
  try {
    const report = await (options.fresh ? rebuild : run)({
      paths: given,
      read,
      db,
      settings,
      runner,
      force,
      since,
      limit: options.limit,
      prune: options.prune,
      signal: io.signal,
      watch: options.watch ? options.interval * 1000 : undefined,
      retry: options.retry,
      fetcher: options.fetch
        ? createFetcher({ allowPrivate: options.allowPrivate ?? false, agent: `annalist/${settings.version}`, signal: io.signal })
        : undefined,
      onUnreadable: messages.unreadable,
      onProgress: follower.progress,
    })
    follower.end(report.interrupted ? 'interrupted' : 'done')
    if (!options.retry && report.read + report.skipped + report.quarantined === 0 && !report.interrupted)
      messages.note(
        Array.isArray(given) && given.every((path) => isAddress(String(path))) ? 'nothing is newer at these addresses' : NOTHING,
      )
    if (options.prune && report.read === 0 && !report.interrupted)
      messages.note('nothing was pruned: where no article is found, none is taken for deleted')
    else if (options.prune && report.quarantined > 0) messages.note('nothing was pruned: what could not be read may be there all the same')
    if (options.json) await write(io, `${JSON.stringify({ db, ...report })}\n`)
    else if (!options.quiet) await write(io, summarize(report, { db, colour: takesColour(io, io.stdout), nameOf: library.nameOf }))
    return report.interrupted ? EXIT.interrupted : report.quarantined > 0 ? EXIT.quarantined : EXIT.done
  } catch (error) {
    follower.end('failed')
    throw error
  } finally {
    measuring.abort()
    await runner.close()
  }
}

const NOTHING =
  "nothing to read: of a folder those files are read whose name tells a format (.txt, .jsonl, .html …); a pattern such as 'news/**/*' names any, --format says what they are"

/** Workers where they are asked for and the library can be loaded in them, else this thread. Throws `UsageError` where more are asked for than memory has room for. */
export const openRunner = async (
  { extract, worker }: Library,
  { workers = workersByDefault(), timeLimit, memoryLimit }: Pick<RunCommandOptions, 'workers' | 'timeLimit' | 'memoryLimit'>,
): Promise<Runner> => {
  const room = roomForWorkers()
  if (workers > room)
    throw new UsageError(
      `--workers ${workers}: each takes a quarter of a gigabyte, and the memory here has room for ${room}`,
      `write ${room} or fewer; more than there are cores (${availableParallelism()}) make nothing faster`,
    )
  if (workers === 0 || worker === undefined) return inThread(extract)
  const { inWorkers } = await import('../../run/in-workers.ts')
  return inWorkers({ workers, setup: worker, patience: timeLimit * 1000, memory: memoryLimit })
}

const describePlan = ({ added, replaced, unchanged, skipped, quarantined, interrupted }: Plan): string => {
  const parts = [
    [added, 'new'],
    [replaced, 'changed'],
    [unchanged, 'unchanged'],
    [skipped, 'passed over'],
    [quarantined, 'unreadable'],
  ] as const
  const said = parts.flatMap(([count, what]) => (count > 0 ? [`${count} ${what}`] : []))
  return `${interrupted ? 'Interrupted after' : 'Would do'}: ${said.length === 0 ? 'nothing' : said.join(', ')}\n`
}
