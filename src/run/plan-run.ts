import { existsSync } from 'node:fs'
import { readArticles } from '../read/read-articles.ts'
import { articleHash, openStore, runId } from '../store/index.ts'
import { advance, noProgress, type Progress } from './progress.ts'
import type { RunOptions } from './run.ts'

/** What a run would do: how many inputs are new, changed, unchanged, passed over and unreadable. */
export type Plan = Progress & { readonly interrupted: boolean }

/** Reads and hashes the input, and tells what a run over it would do. Extracts nothing and writes nothing. Throws `StoreError`. */
export const planRun = async ({
  paths,
  read,
  db,
  settings,
  force,
  since,
  signal,
  onUnreadable,
}: Pick<RunOptions, 'paths' | 'read' | 'db' | 'settings' | 'force' | 'since' | 'signal' | 'onUnreadable'>): Promise<Plan> => {
  const store = existsSync(db) ? openStore(db, { readonly: true }) : null
  const run = runId(settings)
  let progress = noProgress
  try {
    for await (const reading of readArticles(paths, read)) {
      if (signal?.aborted) break
      if (!('article' in reading)) {
        onUnreadable?.(reading)
        progress = advance(progress, 'quarantined', 0, 0)
        continue
      }
      const { article } = reading
      const known = store?.known(article.id) ?? null
      const same = known !== null && known.hash === articleHash(article) && known.run === run
      const early = since !== undefined && article.published !== null && article.published < since
      progress = advance(
        progress,
        early ? 'skipped' : known === null ? 'added' : same && !force ? 'unchanged' : 'replaced',
        article.text.length,
        0,
      )
    }
  } finally {
    store?.close()
  }
  return { ...progress, interrupted: signal?.aborted === true }
}
