import type { Article } from '../document.ts'
import { type Cells, COLUMNS, type EventRows } from './finding-rows.ts'
import type { Copies } from './link-copies.ts'
import type { Connection } from './open-database.ts'
import type { Prepared } from './prepare-findings.ts'
import { StoreError } from './store-error.ts'

/** Whether an article was new to the database, took the place of what it held of it, or was there as it is. */
export type Saved = 'new' | 'replaced' | 'same'

/** An article to store: what was found in it, the hash of what was read, the run that found it. `unlessSame`: what another program stored of the same meanwhile stays. */
export type ToSave = { readonly findings: Prepared; readonly hash: string; readonly run: string; readonly unlessSame?: boolean }

export type ArticleWriter = {
  /** Stores one article with all that was found in it, linked with its copies: everything, or nothing where anything is amiss. Throws `StoreError` and errors of SQLite. */
  readonly one: (item: ToSave) => Saved
  /**
   * Stores many in one transaction, those that can't be one by one: the error stands in the place of the one that broke the contract. They are noted to be linked with
   * their copies, which is done for many at once. Throws errors of SQLite.
   */
  readonly all: (items: readonly ToSave[]) => readonly (Saved | StoreError)[]
}

/** Makes the functions that store articles, their near-copies kept by `copies`. */
export const articleWriter = (db: Connection, copies: Copies): ArticleWriter => {
  const find = db.prepare<[string], { key: number; hash: string; run: string }>('SELECT key, hash, run FROM articles WHERE id = ?')
  const insert = db.prepare(
    'INSERT INTO articles (id, hash, run, title, published, url, kind, telling, text, digest) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
  )
  const update = db.prepare(
    'UPDATE articles SET hash = ?, run = ?, title = ?, published = ?, url = ?, kind = ?, telling = ?, text = ?, digest = ? WHERE key = ?',
  )
  const forget = ['events', 'rejections', 'sentences'].map((table) => db.prepare(`DELETE FROM ${table} WHERE article = ?`))
  const into = (table: keyof typeof COLUMNS, owner: 'article' | 'event') => {
    const columns = [owner, ...COLUMNS[table]]
    return db.prepare(`INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`)
  }
  const sentence = into('sentences', 'article')
  const event = into('events', 'article')
  const rejection = into('rejections', 'article')
  const party = into('parties', 'event')
  const mode = into('modes', 'event')
  const context = into('contexts', 'event')
  const magnitude = into('magnitudes', 'event')

  const addEvent = (article: number, { own, parties, modes, contexts, magnitudes }: EventRows): void => {
    const key = event.run(article, own).lastInsertRowid
    for (const cells of parties) party.run(key, cells)
    for (const cells of modes) mode.run(key, cells)
    for (const cells of contexts) context.run(key, cells)
    for (const cells of magnitudes) magnitude.run(key, cells)
  }
  const place = ({ findings, hash, run, unlessSame }: ToSave): { readonly key: number; readonly saved: Saved } => {
    const { article, telling, digest } = findings
    const there = find.get(article.id)
    if (unlessSame && there?.hash === hash && there.run === run) return { key: there.key, saved: 'same' }
    const facts = [article.title, article.published, article.url, article.kind, telling, article.text, digest]
    if (there === undefined) return { key: Number(insert.run(article.id, hash, run, ...facts).lastInsertRowid), saved: 'new' }
    for (const statement of forget) statement.run(there.key)
    update.run(hash, run, ...facts, there.key)
    return { key: there.key, saved: 'replaced' }
  }
  const write = (item: ToSave): Saved => {
    const { article, rows, bands } = item.findings
    const { key, saved } = place(item)
    if (saved === 'same') return saved
    for (const cells of rows.sentences) sentence.run(key, cells, wordsOf(article, cells))
    for (const found of rows.events) addEvent(key, found)
    for (const cells of rows.rejections) rejection.run(key, cells)
    copies.note(key, item.hash, bands)
    return saved
  }
  const one = db.transaction((item: ToSave): Saved => {
    const saved = write(item)
    copies.link()
    return saved
  })
  const all = db.transaction((items: readonly ToSave[]) => items.map(write))
  const attempt = (item: ToSave): Saved | StoreError => {
    try {
      return one.immediate(item)
    } catch (error) {
      if (error instanceof StoreError && error.fault === 'invalid') return error
      throw error
    }
  }
  return {
    one: (item) => one.immediate(item),
    all: (items) => {
      try {
        return all.immediate(items)
      } catch {
        return items.map(attempt)
      }
    },
  }
}

const wordsOf = ({ text }: Article, [, start, end]: Cells): string => text.slice(Number(start), Number(end))
