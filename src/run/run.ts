import { type Paths, type ReadOptions, readArticles } from '../read/read-articles.ts'
import type { Place, Reading, Unreadable } from '../read/reading.ts'
import { articleHash, type Findings, openStore, type Settings, type Store, StoreError, type Totals } from '../store/index.ts'
import { keepQuarantine } from './keep-quarantine.ts'
import type { Runner } from './runner.ts'

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
  /** Stops the run after the article in hand. */
  readonly signal?: AbortSignal | undefined
  readonly onUnreadable?: ((unreadable: Unreadable) => void) | undefined
  readonly onProgress?: ((progress: Progress) => void) | undefined
}

/** How far a run is: articles by what became of them, and the UTF-16 units of text read. */
export type Progress = {
  readonly read: number
  readonly added: number
  readonly replaced: number
  readonly unchanged: number
  readonly quarantined: number
  readonly characters: number
}

type ReadArticle = Extract<Reading, { readonly article: unknown }>

/** What a run did, and what the database holds after it. */
export type Report = Progress & { readonly pruned: readonly string[]; readonly interrupted: boolean; readonly totals: Totals }

/**
 * Reads articles, extracts their events and stores them. Safe to repeat: what was done with the same settings is only read and hashed. One article that
 * can't be read or extracted is reported and stops nothing. Throws `StoreError` when the database fails.
 */
export const run = async (options: RunOptions): Promise<Report> => {
  const store = openStore(options.db)
  try {
    return await fill(store, options)
  } finally {
    store.close()
  }
}

const fill = async (
  store: Store,
  { paths, read, settings, runner, prune, signal, onUnreadable, onProgress }: RunOptions,
): Promise<Report> => {
  const runId = store.begin(settings)
  const present = new Set<string>()
  let progress: Progress = { read: 0, added: 0, replaced: 0, unchanged: 0, quarantined: 0, characters: 0 }
  const step = (kind: 'added' | 'replaced' | 'unchanged' | 'quarantined', characters: number): void => {
    const one = kind === 'quarantined' ? 0 : 1
    progress = { ...progress, read: progress.read + one, [kind]: progress[kind] + 1, characters: progress.characters + characters }
    onProgress?.(progress)
  }
  const keeper = keepQuarantine(store)
  const setAside = (unreadable: Unreadable): void => {
    keeper.setAside(unreadable)
    onUnreadable?.(unreadable)
    step('quarantined', 0)
  }
  const begin = (reading: Reading): (() => Promise<void> | void) => {
    if (!('article' in reading)) return () => setAside(reading)
    const { article } = reading
    keeper.sees(reading.source?.file ?? reading.place.file)
    const hash = articleHash(article)
    const known = store.known(article.id)
    if (known?.hash === hash && known.run === runId) {
      present.add(article.id)
      return () => step('unchanged', article.text.length)
    }
    const findings = runner.extract(article)
    // Told when its turn comes.
    findings.catch(() => {})
    return () => save(reading, hash, findings)
  }
  const save = async ({ article, place, source }: ReadArticle, hash: string, findings: Promise<Findings>): Promise<void> => {
    try {
      const saved = store.save(await findings, hash, runId)
      present.add(article.id)
      step(saved === 'new' ? 'added' : 'replaced', article.text.length)
    } catch (error) {
      if (error instanceof StoreError && error.fault !== 'invalid') throw error
      setAside({ ...failure(place, article.id, error), ...(source && { source }) })
    }
  }
  // What is under way, in the order of the input, in which it is also stored.
  const ahead: (() => Promise<void> | void)[] = []
  for await (const reading of readArticles(paths, read)) {
    if (signal?.aborted) break
    ahead.push(begin(reading))
    while (ahead.length >= runner.width) await ahead.shift()?.()
  }
  for (const settle of ahead) await settle()
  const interrupted = signal?.aborted === true
  // What could not be read may be there all the same: nothing is taken for deleted then.
  if (!interrupted) keeper.finish(prune === true)
  const pruned = prune && !interrupted && progress.quarantined === 0 ? store.prune((id) => present.has(id)) : []
  return { ...progress, pruned, interrupted, totals: store.totals() }
}

/** An article that extraction or the store's check failed on, as something that could not be read. */
const failure = (place: Place, id: string, error: unknown): Unreadable => ({
  place: { ...place, field: `article ${id}` },
  message: `could not be extracted: ${error instanceof Error ? error.message : String(error)}`,
  hint: error instanceof StoreError ? error.hint : 'this is a fault of annalist; please report it with the article',
})
