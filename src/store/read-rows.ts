import type { Article, Rejection } from '../document.ts'
import type { Connection } from './open-database.ts'

type RejectionRow = {
  readonly id: string
  readonly document: string
  readonly sentence: number
  readonly start: number
  readonly end: number
  readonly trigger_start: number
  readonly trigger_end: number
  readonly trigger_text: string
  readonly trigger_lemma: string
  readonly reason: Rejection['reason']
  readonly detail: string
  readonly rule: string | null
}

/** Makes the function that reads one article's rejections back, by the key of its row. */
export const rejectionReader = (db: Connection): ((article: number) => readonly Rejection[]) => {
  const rows = db.prepare<[number], RejectionRow>(
    `SELECT rejections.*, articles.id AS document, sentences.start, sentences.end FROM rejections
     JOIN articles ON articles.key = rejections.article
     JOIN sentences ON sentences.article = rejections.article AND sentences.ordinal = rejections.sentence
     WHERE rejections.article = ? ORDER BY rejections.ordinal`,
  )
  return (article) =>
    rows.all(article).map((row) => ({
      id: row.id,
      document: row.document,
      sentence: { index: row.sentence, start: row.start, end: row.end },
      trigger: { start: row.trigger_start, end: row.trigger_end, text: row.trigger_text, lemma: row.trigger_lemma },
      reason: row.reason,
      detail: row.detail,
      rule: row.rule,
    }))
}

/** Makes the function that finds a stored article by its id. */
export const articleReader = (db: Connection): ((id: string) => (Article & { readonly key: number }) | null) => {
  const row = db.prepare<[string], Article & { readonly key: number }>(
    'SELECT key, id, text, published, title, url, kind FROM articles WHERE id = ?',
  )
  return (id) => row.get(id) ?? null
}

/** One row of the view `dyads`: one source, one target, one event. `source` and `target` are CAMEO actor codes. */
export type Dyad = {
  readonly event: string
  readonly date: string | null
  readonly date_start: string | null
  readonly date_end: string | null
  readonly source: string | null
  readonly source_entity: string | null
  readonly source_role: string | null
  readonly source_name: string
  readonly target: string | null
  readonly target_entity: string | null
  readonly target_role: string | null
  readonly target_name: string
  readonly code: string
  readonly root: string
  readonly plover: string | null
  readonly quad: number
  readonly goldstein: number
  readonly status: string
  readonly negated: number
  readonly place: string | null
  readonly country: string | null
  readonly latitude: number | null
  readonly longitude: number | null
  readonly confidence: number
  readonly article: string
  readonly published: string | null
  readonly url: string | null
  readonly sentence: number
  readonly text: string
}

/** Makes the function that reads one article's dyads, by its id. */
export const dyadReader = (db: Connection): ((article: string) => readonly Dyad[]) => {
  const rows = db.prepare<[string], Dyad>(
    `SELECT dyads.* FROM dyads JOIN events ON events.id = dyads.event WHERE dyads.article = ? ORDER BY events.ordinal, source_name, source, target_name, target`,
  )
  return (article) => rows.all(article)
}
