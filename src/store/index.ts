import type { Article, Event, Rejection } from '../document.ts'
import { runId, type Settings } from './article-hash.ts'
import type { Findings } from './check-extraction.ts'
import { type Fetched, fetchedOf } from './fetched.ts'
import { lexiconsOf } from './lexicons.ts'
import { copiesOf } from './link-copies.ts'
import { closeDatabase, openDatabase, speedUp } from './open-database.ts'
import { prepareFindings } from './prepare-findings.ts'
import { type Quarantined, quarantineOf } from './quarantine.ts'
import { eventReader } from './read-events.ts'
import { articleReader, type Dyad, dyadReader, rejectionReader } from './read-rows.ts'
import { type Stored, type StoredSentence, storedReader } from './read-stored.ts'
import { type SeenIds, seenIds } from './seen-ids.ts'
import { type Session, type SessionCounts, sessionsOf } from './sessions.ts'
import { type StoreError, storeError } from './store-error.ts'
import { countTotals, type Totals } from './totals.ts'
import { articleWriter, type Saved, type ToSave } from './write-article.ts'

export { articleHash, runId, type Settings } from './article-hash.ts'
export type { Findings } from './check-extraction.ts'
export type { Fetched, Validators } from './fetched.ts'
export { type Prepared, prepareFindings } from './prepare-findings.ts'
export type { Quarantined } from './quarantine.ts'
export type { Dyad } from './read-rows.ts'
export type { Stored, StoredSentence } from './read-stored.ts'
export type { SeenIds } from './seen-ids.ts'
export type { Session, SessionCounts } from './sessions.ts'
export { StoreError, type StoreFault } from './store-error.ts'
export type { Count, Totals } from './totals.ts'
export type { Saved, ToSave } from './write-article.ts'

/** A database of events. Every method may throw a `StoreError`; ids are those of articles as they were read. */
export type Store = {
  readonly path: string
  /** Notes the settings of a run and gives its id: the same settings have the same id. */
  readonly begin: (settings: Settings) => string
  /** The content hash and the run of a stored article, or null. */
  readonly known: (id: string) => { readonly hash: string; readonly run: string } | null
  /** Stores one article with all that was found in it, in place of what was there of it: everything, or nothing where anything is amiss. */
  readonly save: (findings: Findings, hash: string, run: string) => Saved
  /** Stores many articles in one transaction; the error stands in the place of one that breaks the contract. Their copies are linked later: see `link`. */
  readonly saveAll: (items: readonly ToSave[]) => readonly (Saved | StoreError)[]
  /**
   * Links the near-copies among the articles stored since the last time, by whatever program; many of `saveAll` are linked as soon as they are many, and all when the
   * store is closed. `writes` is told before anything is written.
   */
  readonly link: (writes?: () => void) => void
  /** Removes every article whose id is not to be kept, with its events; returns the ids removed. `writes` is told before any is. */
  readonly prune: (keep: (id: string) => boolean, writes?: () => void) => readonly string[]
  /** An empty list of ids that takes no memory, one for each opened store; with `stands`, what was noted before of files that stand as they were counts on. */
  readonly seen: (stands?: (file: string) => boolean) => SeenIds
  /** Notes that a run begins now, and gives the key of its session. */
  readonly openSession: (run: string, started: string) => number
  readonly updateSession: (key: number, state: Session['state'], seconds: number, counts: SessionCounts) => void
  /** Every call of `run`, the last one first. */
  readonly sessions: () => readonly Session[]
  readonly fetched: Fetched
  /** The ids of the articles, sorted by their bytes. */
  readonly ids: () => Generator<string>
  readonly article: (id: string) => Article | null
  /** Every article but its text, in the order of ids. */
  readonly articles: () => Generator<Stored>
  /** The sentences of an article, each with its words. */
  readonly sentences: (article: string) => readonly StoredSentence[]
  /** The settings of every run, by their ids. */
  readonly runs: () => readonly (Settings & { readonly id: string })[]
  /** The entries of a lexicon that a run used, with their hashes; none where they were not noted. */
  readonly entries: (lexicon: string) => ReadonlyMap<string, string>
  /** Every event as the extraction gave it, article by article in the order of ids; or those of one article. */
  readonly events: (article?: string) => Generator<Event>
  readonly rejections: (article?: string) => Generator<Rejection>
  /** The rows of the view `dyads`, in the order of `events`. */
  readonly dyads: (article?: string) => Generator<Dyad>
  readonly totals: () => Totals
  /** The inputs that were left out and not read since. */
  readonly quarantine: () => readonly Quarantined[]
  readonly setAside: (item: Quarantined) => void
  readonly readmit: (item: Pick<Quarantined, 'file' | 'line' | 'field'>) => void
  /** Faults that SQLite finds in the file: none when all is well. */
  readonly check: () => readonly string[]
  readonly close: () => void
}

export type StoreOptions = {
  readonly readonly?: boolean | undefined
  /** How long to wait for another program that is writing, in milliseconds. */
  readonly timeout?: number | undefined
}

/** Opens the database at `path` (`:memory:` for one that is gone when closed), making it where there is none unless `readonly`. Throws `StoreError`. */
export const openStore = (path: string, { readonly = false, timeout = 5000 }: StoreOptions = {}): Store => {
  const db = openDatabase(path, { readonly, timeout })
  const guard = <Out>(work: () => Out): Out => {
    try {
      return work()
    } catch (error) {
      throw storeError(path, error)
    }
  }
  const lazily = <Made>(make: () => Made): (() => Made) => {
    let made: Made | undefined
    return () => {
      made ??= make()
      return made
    }
  }
  const copies = lazily(() => copiesOf(db))
  const statements = {
    begin: lazily(() =>
      db.prepare('INSERT INTO runs (id, version, lexicon, model, options) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING'),
    ),
    known: lazily(() => db.prepare<[string], { hash: string; run: string }>('SELECT hash, run FROM articles WHERE id = ?')),
    write: lazily(() => {
      speedUp(db)
      return articleWriter(db, copies())
    }),
    run: lazily(() => db.prepare('SELECT 1 FROM runs WHERE id = ?')),
    article: lazily(() => articleReader(db)),
    events: lazily(() => eventReader(db)),
    rejections: lazily(() => rejectionReader(db)),
    dyads: lazily(() => dyadReader(db)),
    quarantine: lazily(() => quarantineOf(db)),
    sessions: lazily(() => {
      if (!readonly) speedUp(db)
      return sessionsOf(db)
    }),
    fetched: lazily(() => fetchedOf(db)),
    lexicons: lazily(() => lexiconsOf(db)),
    stored: lazily(() => storedReader(db)),
    articles: lazily(() => db.prepare<[], { key: number; id: string }>('SELECT key, id FROM articles ORDER BY id')),
    one: lazily(() => db.prepare<[string], { key: number; id: string }>('SELECT key, id FROM articles WHERE id = ?')),
  }
  let unlinked = false
  const link = (writes?: () => void): void => {
    unlinked = false
    if (!copies().pending()) return
    writes?.()
    db.transaction(copies().link).immediate()
  }
  function* each<Row>(
    article: string | undefined,
    read: (row: { readonly key: number; readonly id: string }) => readonly Row[],
  ): Generator<Row> {
    try {
      // The statement that is under way keeps all that is read inside one snapshot.
      const rows = article === undefined ? statements.articles().iterate() : statements.one().iterate(article)
      for (const row of rows) yield* read(row)
    } catch (error) {
      throw storeError(path, error)
    }
  }
  return {
    path,
    begin: (settings) =>
      guard(() => {
        const id = runId(settings)
        if (statements.run().get(id) === undefined)
          statements.begin().run(id, settings.version, settings.lexicon, settings.model, JSON.stringify(settings.options))
        statements.lexicons().note(settings.lexicon, settings.entries)
        return id
      }),
    known: (id) => guard(() => statements.known().get(id) ?? null),
    save: (findings, hash, run) => guard(() => statements.write().one({ findings: prepareFindings(findings), hash, run })),
    saveAll: (items) =>
      guard(() => {
        unlinked = true
        return statements.write().all(items)
      }),
    link: (writes) => guard(() => link(writes)),
    prune: (keep, writes) =>
      guard(() => {
        const gone = [...each(undefined, (row) => (keep(row.id) ? [] : [row]))]
        if (gone.length === 0) return []
        writes?.()
        const remove = db.prepare('DELETE FROM articles WHERE key = ?')
        db.transaction(() => {
          copies().unlink(gone.map(({ key }) => key))
          for (const { key } of gone) remove.run(key)
          // What is gone is to come whole if it is asked for again.
          statements.fetched().clear()
        }).immediate()
        return gone.map(({ id }) => id)
      }),
    seen: (stands) => guard(() => seenIds(db, stands)),
    openSession: (run, started) =>
      guard(() => {
        // What was taken in with other settings is to come whole.
        if (statements.sessions().list()[0]?.run !== run) statements.fetched().clear()
        return statements.sessions().open(run, started)
      }),
    updateSession: (key, state, seconds, counts) => guard(() => statements.sessions().update(key, state, seconds, counts)),
    sessions: () => guard(() => statements.sessions().list()),
    fetched: {
      validators: (url) => guard(() => statements.fetched().validators(url)),
      note: (url, validators) => guard(() => statements.fetched().note(url, validators)),
      clear: () => guard(() => statements.fetched().clear()),
    },
    ids: () => each(undefined, (row) => [row.id]),
    article: (id) =>
      guard(() => {
        const found = statements.article()(id)
        return found && { id: found.id, text: found.text, published: found.published, title: found.title, url: found.url, kind: found.kind }
      }),
    articles: () => each(undefined, (row) => statements.stored().article(row.key)),
    sentences: (article) => guard(() => statements.stored().sentences(article)),
    runs: () => guard(() => statements.stored().runs()),
    entries: (lexicon) => guard(() => statements.lexicons().entries(lexicon)),
    events: (article) => each(article, (row) => statements.events()(row.key)),
    rejections: (article) => each(article, (row) => statements.rejections()(row.key)),
    dyads: (article) => each(article, (row) => statements.dyads()(row.id)),
    quarantine: () => guard(() => statements.quarantine().list()),
    setAside: (item) => guard(() => statements.quarantine().add(item)),
    readmit: (item) => guard(() => statements.quarantine().remove(item)),
    totals: () => guard(() => countTotals(db)),
    check: () =>
      guard(() =>
        [
          ...db.prepare<[], string>('PRAGMA integrity_check').pluck().all(),
          ...db
            .prepare<[], string>("SELECT 'foreign key of ' || \"table\" || ', row ' || rowid FROM pragma_foreign_key_check")
            .pluck()
            .all(),
        ].filter((line) => line !== 'ok'),
      ),
    close: () => {
      try {
        if (unlinked && db.open) link()
      } catch {
        // What stopped the writing was told; the next run links.
      }
      guard(() => closeDatabase(db))
    },
  }
}
