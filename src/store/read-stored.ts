import type { Article, BlockKind, Span, Telling } from '../document.ts'
import type { Settings } from './article-hash.ts'
import type { Connection } from './open-database.ts'

/** A stored article but for its text: `hash` is of what was read, `digest` of what was found in it (null where an older annalist stored it). */
export type Stored = Omit<Article, 'text'> & {
  readonly hash: string
  readonly run: string
  readonly telling: Telling
  readonly digest: string | null
}

export type StoredSentence = Span & {
  readonly index: number
  readonly section: number
  readonly kind: BlockKind
  readonly text: string
}

type RunRow = Omit<Settings, 'options'> & { readonly id: string; readonly options: string }

/** Reads what is stored beside events and rejections. */
export type StoredReader = {
  readonly article: (key: number) => readonly Stored[]
  readonly sentences: (article: string) => readonly StoredSentence[]
  readonly runs: () => readonly (Settings & { readonly id: string })[]
}

export const storedReader = (db: Connection): StoredReader => {
  const article = db.prepare<[number], Stored>(
    'SELECT id, hash, run, title, published, url, kind, telling, digest FROM articles WHERE key = ?',
  )
  const sentences = db.prepare<[string], StoredSentence>(
    `SELECT ordinal AS "index", sentences.start, sentences.end, section, sentences.kind, sentences.text FROM sentences
     JOIN articles ON articles.key = sentences.article WHERE articles.id = ? ORDER BY ordinal`,
  )
  const runs = db.prepare<[], RunRow>('SELECT id, version, lexicon, model, options FROM runs ORDER BY id')
  return {
    article: (key) => article.all(key),
    sentences: (id) => sentences.all(id),
    runs: () => runs.all().map((row) => ({ ...row, options: JSON.parse(row.options) as Settings['options'] })),
  }
}
