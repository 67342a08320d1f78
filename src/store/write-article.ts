import type { Event, Rejection } from '../document.ts'
import type { Findings } from './check-extraction.ts'
import type { Copies } from './link-copies.ts'
import type { Connection } from './open-database.ts'
import { type Prepared, prepareFindings } from './prepare-findings.ts'
import { StoreError } from './store-error.ts'

const EVENT_COLUMNS = [
  'id',
  'article',
  'ordinal',
  'sentence',
  'trigger_start',
  'trigger_end',
  'trigger_text',
  'trigger_lemma',
  'cameo',
  'root',
  'plover',
  'quad',
  'goldstein',
  'status',
  'negated',
  'date_value',
  'date_start',
  'date_end',
  'date_precision',
  'date_basis',
  'date_span_start',
  'date_span_end',
  'date_text',
  'place_name',
  'place_country',
  'place_start',
  'place_end',
  'place_text',
  'latitude',
  'longitude',
  'confidence',
  'rule',
] as const

const eventRow = (article: number, text: string, ordinal: number, event: Event): readonly (string | number | null)[] => {
  const { sentence, trigger, action, date, place } = event
  const span = date?.span ?? null
  return [
    event.id,
    article,
    ordinal,
    sentence.index,
    trigger.start,
    trigger.end,
    trigger.text,
    trigger.lemma,
    action.cameo,
    action.root,
    action.plover,
    action.quad,
    action.goldstein,
    action.status,
    action.negated ? 1 : 0,
    date?.value ?? null,
    date?.start ?? null,
    date?.end ?? null,
    date?.precision ?? null,
    date?.basis ?? null,
    span?.start ?? null,
    span?.end ?? null,
    span && text.slice(span.start, span.end),
    place?.name ?? null,
    place?.country ?? null,
    place?.start ?? null,
    place?.end ?? null,
    place && text.slice(place.start, place.end),
    place?.latitude ?? null,
    place?.longitude ?? null,
    event.confidence,
    event.rule,
  ]
}

/** Whether an article was new to the database, or took the place of what it held of it. */
export type Saved = 'new' | 'replaced'

/** An article to store: what was found in it, the hash of what was read, the run that found it. */
export type ToSave = { readonly findings: Findings | Prepared; readonly hash: string; readonly run: string }

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
  const find = db.prepare<[string], number>('SELECT key FROM articles WHERE id = ?').pluck()
  const insert = db.prepare(
    'INSERT INTO articles (id, hash, run, title, published, url, kind, telling, text, digest) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
  )
  const update = db.prepare(
    'UPDATE articles SET hash = ?, run = ?, title = ?, published = ?, url = ?, kind = ?, telling = ?, text = ?, digest = ? WHERE key = ?',
  )
  const forget = ['events', 'rejections', 'sentences'].map((table) => db.prepare(`DELETE FROM ${table} WHERE article = ?`))
  const sentence = db.prepare('INSERT INTO sentences (article, ordinal, start, end, section, kind, text) VALUES (?, ?, ?, ?, ?, ?, ?)')
  const event = db.prepare(`INSERT INTO events (${EVENT_COLUMNS.join(', ')}) VALUES (${EVENT_COLUMNS.map(() => '?').join(', ')})`)
  const party = db.prepare(
    'INSERT INTO parties (event, side, ordinal, entity, role, code, name, start, end, text, basis) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
  )
  const mode = db.prepare('INSERT INTO modes (event, ordinal, mode) VALUES (?, ?, ?)')
  const context = db.prepare('INSERT INTO contexts (event, ordinal, context) VALUES (?, ?, ?)')
  const magnitude = db.prepare('INSERT INTO magnitudes (event, kind, min, max, start, end, text) VALUES (?, ?, ?, ?, ?, ?, ?)')
  const rejection = db.prepare(
    'INSERT INTO rejections (id, article, ordinal, sentence, trigger_start, trigger_end, trigger_text, trigger_lemma, reason, detail, rule) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
  )

  const addEvent = (article: number, text: string, ordinal: number, found: Event): void => {
    const key = Number(event.run(...eventRow(article, text, ordinal, found)).lastInsertRowid)
    for (const side of ['source', 'target'] as const)
      for (const [i, p] of found[side].entries()) party.run(key, side, i, p.entity, p.role, p.code, p.name, p.start, p.end, p.text, p.basis)
    for (const [i, value] of found.action.modes.entries()) mode.run(key, i, value)
    for (const [i, value] of found.contexts.entries()) context.run(key, i, value)
    for (const [kind, m] of Object.entries(found.magnitude))
      magnitude.run(key, kind, m.min, m.max, m.start, m.end, text.slice(m.start, m.end))
  }
  const addRejection = (article: number, ordinal: number, { id, sentence: at, trigger, reason, detail, rule }: Rejection): void => {
    rejection.run(id, article, ordinal, at.index, trigger.start, trigger.end, trigger.text, trigger.lemma, reason, detail, rule)
  }
  const place = ({ document, digest }: Prepared, hash: string, run: string): { readonly key: number; readonly saved: Saved } => {
    const { article, telling } = document
    const key = find.get(article.id)
    const facts = [article.title, article.published, article.url, article.kind, telling, article.text, digest]
    if (key === undefined) return { key: Number(insert.run(article.id, hash, run, ...facts).lastInsertRowid), saved: 'new' }
    for (const statement of forget) statement.run(key)
    update.run(hash, run, ...facts, key)
    return { key, saved: 'replaced' }
  }
  const write = ({ findings, hash, run }: ToSave): Saved => {
    const prepared = prepareFindings(findings)
    const { document, events, rejections, bands } = prepared
    const { article } = document
    const { key, saved } = place(prepared, hash, run)
    for (const s of document.sentences) sentence.run(key, s.index, s.start, s.end, s.section, s.kind, article.text.slice(s.start, s.end))
    for (const [i, found] of events.entries()) addEvent(key, article.text, i, found)
    for (const [i, found] of rejections.entries()) addRejection(key, i, found)
    copies.note(key, hash, bands)
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
