import { bareAddress } from '../read/fetch/bare-address.ts'
import type { Fetcher } from '../read/fetch/fetcher.ts'
import { type Follow, followWith, isWaitedFor } from '../read/fetch/follow.ts'
import type { Paths, ReadOptions } from '../read/read-articles.ts'
import { readArticles } from '../read/read-articles.ts'
import type { Place, Reading, Unreadable } from '../read/reading.ts'
import { articleHash, openStore, type Prepared, type Settings, type Store, StoreError, type ToSave, type Totals } from '../store/index.ts'
import { fetchedPages } from './fetched-pages.ts'
import { inTurn, type Settle } from './in-turn.ts'
import { keepQuarantine } from './keep-quarantine.ts'
import { keepSession } from './keep-session.ts'
import { advance, noProgress, type Outcome, type Progress } from './progress.ts'
import { NotBegun, type Runner, RunnerError } from './runner.ts'
import { type Watcher, watch } from './watch.ts'
import { withTaken } from './with-taken.ts'
import { type GroupWriter, groupWriter } from './write-groups.ts'

export type { Progress } from './progress.ts'

export type RunOptions = {
  readonly paths: Paths
  readonly read?: ReadOptions | undefined
  /** The database to fill. */
  readonly db: string
  /** What the results depend on beside the articles: an article that was done with the same settings is not done again. */
  readonly settings: Settings
  readonly runner: Runner
  /** Remove articles that are stored and not among those read. */
  readonly prune?: boolean | undefined
  /** Do articles again that were done with the same settings. */
  readonly force?: boolean | undefined
  /** Stop after so many articles that are new or changed. */
  readonly limit?: number | undefined
  /** Pass over articles published before this day (ISO 8601); those without a date are read. */
  readonly since?: string | undefined
  /** Goes on with what comes into the input, looking every so many milliseconds, until the signal is given. */
  readonly watch?: number | undefined
  /** What is read is what was left out before, and no more: ids stay with the files that are not read, and pages that were fetched before are fetched whole. */
  readonly retry?: boolean | undefined
  /** Stops the run after the articles in hand: those that wait are left for the next run. */
  readonly signal?: AbortSignal | undefined
  /** How addresses and the links of feeds are fetched; without it they are not. */
  readonly fetcher?: Fetcher | undefined
  readonly onUnreadable?: ((unreadable: Unreadable) => void) | undefined
  readonly onProgress?: ((progress: Progress) => void) | undefined
}

/** What a run did, and what the database holds after it. */
export type Report = Progress & { readonly pruned: readonly string[]; readonly interrupted: boolean; readonly totals: Totals }

/**
 * Reads articles, extracts their events and stores them. Safe to repeat: what was done with the same settings is only read and hashed. One article that
 * can't be read or extracted is reported and stops nothing. Throws `StoreError` when the database fails, `RunnerError` when nothing can be extracted.
 */
export const run = async (options: RunOptions): Promise<Report> => {
  const store = openStore(options.db)
  const { signal, runner } = options
  signal?.addEventListener('abort', runner.stop)
  try {
    return await fill(store, options)
  } finally {
    signal?.removeEventListener('abort', runner.stop)
    store.close()
  }
}

const fill = async (store: Store, options: RunOptions): Promise<Report> => {
  const { settings, force, limit = Number.POSITIVE_INFINITY, since, runner, signal, onUnreadable, onProgress } = options
  const runId = store.begin(settings)
  let seen = store.seen()
  const session = keepSession(store, runId)
  const keeper = keepQuarantine(store, session.writes, options.watch !== undefined)
  const writer = groupWriter(store, session.writes)
  let progress = noProgress
  let asked = 0
  const step = (outcome: Outcome, characters: number, events = 0): void => {
    progress = advance(progress, outcome, characters, events)
    session.progress(progress)
    onProgress?.(progress)
  }
  const setAside = (unreadable: Unreadable): void => {
    // What is looked at again and again is told once.
    if (!keeper.setAside(unreadable) && options.watch !== undefined) return
    onUnreadable?.(unreadable)
    step('quarantined', 0)
  }
  const begin = (reading: Reading): Settle => {
    if (!('article' in reading)) return { characters: 0, settle: () => setAside(reading) }
    const { article, place, source } = reading
    const characters = article.text.length
    keeper.sees(source?.file ?? place.file)
    if (since !== undefined && article.published !== null && article.published < since)
      return { characters: 0, settle: () => step('skipped', 0) }
    const hash = articleHash(article)
    const known = force ? null : store.known(article.id)
    if (known?.hash === hash && known.run === runId) return { characters: 0, settle: () => step('unchanged', characters) }
    asked += 1
    const found = runner.extract(article)
    // Told when its turn comes.
    found.catch(() => {})
    const left = (error: unknown): void => setAside({ ...failure(place, article.id, error), ...(source && { source }) })
    return {
      characters,
      settle: () => save(writer, { found, hash, run: runId, unlessSame: !force }, left, (saved, events) => step(saved, characters, events)),
    }
  }
  try {
    const underWay = inTurn(runner.width)
    const storeAll = async (): Promise<void> => {
      await underWay.settleAll()
      writer.flush()
      store.link(session.writes)
    }
    const { fetcher } = options
    const pages = fetcher && fetchedPages(store, runId, { force: force === true, retry: options.retry === true })
    const follow: Follow | undefined =
      fetcher &&
      pages &&
      followWith(
        async (url, before) => {
          const fetched = await fetcher(url, before)
          if (fetched.kind === 'unchanged') keeper.answers(bareAddress(url))
          return fetched
        },
        pages.known,
        (url, validators) => {
          pages.met(url)
          // What was passed over for its date, or left by a run that was stopped, is to come whole the next time; so is a feed with pages that did not answer.
          if (since !== undefined || (options.watch === undefined && isWaitedFor(url, follow))) return
          underWay.add({ characters: 0, settle: () => writer.after(() => !signal?.aborted && store.fetched.note(url, validators)) })
        },
      )
    const read = (watcher?: Watcher): AsyncIterable<Reading> => {
      seen = options.retry ? withTaken(store.seen(), store.quarantine()) : store.seen(watcher?.stands)
      return readArticles(options.paths, { ...options.read, seen, follow, gate: watcher?.gate })
    }
    for await (const reading of options.watch === undefined || !signal ? read() : watch(read, options.watch, signal)) {
      if (signal?.aborted) break
      if (reading === null) {
        await storeAll()
        keeper.finish({ forget: false })
        pages?.again()
        continue
      }
      underWay.add(begin(reading))
      await underWay.makeRoom()
      if (asked >= limit) break
    }
    await storeAll()
    const interrupted = signal?.aborted === true
    // A part of the input tells nothing of the rest.
    const whole = !interrupted && asked < limit
    // What could not be read may be there all the same: nothing is taken for deleted then, nor where nothing at all is found, as of a disk that is not mounted.
    const prunes = options.prune === true && whole && progress.read > 0
    if (whole) keeper.finish({ forget: prunes })
    const pruned = prunes && progress.quarantined === 0 ? store.prune(seen.has, session.writes) : []
    session.end(interrupted ? 'interrupted' : 'done', progress, pruned.length)
    return { ...progress, pruned, interrupted, totals: store.totals() }
  } catch (error) {
    session.fail(progress)
    throw error
  }
}

/** Another run may have stored the same meanwhile. */
const OUTCOMES = { new: 'added', replaced: 'replaced', same: 'unchanged' } as const

/** Hands an article on to be written as soon as its findings are there; one that fails is left out, one that was not begun is passed over. */
const save = async (
  writer: GroupWriter,
  { found, ...item }: Omit<ToSave, 'findings'> & { readonly found: Promise<Prepared> },
  left: (error: unknown) => void,
  done: (outcome: Outcome, events: number) => void,
): Promise<void> => {
  let findings: Prepared
  try {
    findings = await found
  } catch (error) {
    if (error instanceof NotBegun) return
    if (error instanceof RunnerError || (error instanceof StoreError && error.fault !== 'invalid')) throw error
    writer.after(() => left(error))
    return
  }
  writer.add({
    item: { findings, ...item },
    done: (saved) => {
      if (saved instanceof StoreError) left(saved)
      else done(OUTCOMES[saved], saved === 'same' ? 0 : findings.rows.events.length)
    },
  })
}

/** An article that extraction or the store's check failed on, as something that could not be read. */
export const failure = (place: Place, id: string, error: unknown): Unreadable => ({
  place: { ...place, field: `article ${id}` },
  message: `could not be extracted: ${error instanceof Error ? error.message : String(error)}`,
  hint: error instanceof StoreError ? error.hint : 'this is a fault of annalist; please report it with the article',
})
