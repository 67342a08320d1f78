import { type ArticleRows, rowsOf } from '../postgres/rows.ts'
import { type Settings, StoreError, type ToSave } from '../store/index.ts'
import { copiesOf } from '../store/link-copies.ts'
import { openDatabase } from '../store/open-database.ts'
import { articleWriter } from '../store/write-article.ts'
import { settingRows } from './create-queue.ts'

/** Rows that are ready to be sent, and why those articles that are not among them could not be stored. */
export type Made = { readonly rows: ArticleRows; readonly refused: ReadonlyMap<string, StoreError> }

/**
 * Makes the function that turns findings into rows: they are written into a SQLite database in memory and read from it, so that one writer makes the rows of both,
 * and SQLite's checks are held by both.
 */
export const rowMaker = (settings: Settings): ((items: readonly ToSave[]) => Made) => {
  const db = openDatabase(':memory:', { readonly: false, timeout: 0 })
  const { run } = settingRows({ ...settings, entries: undefined })
  db.prepare('INSERT INTO runs (id, version, lexicon, model, options) VALUES (@id, @version, @lexicon, @model, @options)').run(run)
  const copies = copiesOf(db)
  const writer = articleWriter(db, copies)
  const keys = db.prepare<[], number>('SELECT key FROM articles').pluck()
  const clear = db.prepare('DELETE FROM articles')
  return (items) => {
    const saved = writer.all(items)
    copies.link()
    const refused = new Map<string, StoreError>()
    for (const [i, { findings }] of items.entries()) {
      const outcome = saved[i]
      if (outcome instanceof StoreError) refused.set(findings.article.id, outcome)
    }
    const rows = rowsOf(db, keys.all())
    clear.run()
    return { rows, refused }
  }
}
