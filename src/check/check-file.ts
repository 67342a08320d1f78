import Database from 'better-sqlite3'
import { runId } from '../store/article-hash.ts'
import { digestOfEntries, lexiconsOf } from '../store/lexicons.ts'
import { migrations } from '../store/migrations.ts'
import type { Connection } from '../store/open-database.ts'
import type { Failure } from './failure.ts'

const REBUILD = 'keep a copy, then build it anew from the articles: `annalist run --fresh`'

/** What SQLite finds in a file. It leaves CHECKs out of a connection that can only read: where the file may be written, it is asked over one that could. */
const integrity = (db: Connection): readonly string[] => {
  const ask = (connection: Connection): readonly string[] => connection.prepare<[], string>('PRAGMA integrity_check').pluck().all()
  let writable: Connection
  try {
    writable = new Database(db.name, { fileMustExist: true })
  } catch {
    return ask(db)
  }
  try {
    writable.pragma('query_only = ON')
    return ask(writable)
  } finally {
    writable.close()
  }
}

/** What SQLite says of the file itself, and of references between rows. */
export function* checkFile(db: Connection): Generator<Failure> {
  for (const line of integrity(db)) if (line !== 'ok') yield { promise: 'file', row: 'file', message: line, remedy: REBUILD }
  const orphans = db
    .prepare<[], { table: string; rowid: number | null; parent: string }>('SELECT "table", rowid, parent FROM pragma_foreign_key_check')
    .all()
  for (const { table, rowid, parent } of orphans)
    yield {
      promise: 'keys',
      row: `${table}${rowid === null ? '' : ` rowid=${rowid}`}`,
      message: `refers to a row of ${parent} that is not there`,
      remedy: REBUILD,
    }
}

/** Whether tables, indexes and views are those that this version makes. */
export function* checkSchema(db: Connection): Generator<Failure> {
  const list = (connection: Connection): ReadonlyMap<string, string> =>
    new Map(
      connection
        .prepare<[], [string, string, string]>("SELECT type, name, tbl_name || ' ' || coalesce(sql, '') FROM sqlite_schema ORDER BY name")
        .raw()
        .all()
        .map(([type, name, sql]) => [`${type} ${name}`, sql]),
    )
  const model = new Database(':memory:')
  for (const step of migrations) model.exec(step)
  const [expected, found] = [list(model), list(db)]
  model.close()
  for (const name of new Set([...expected.keys(), ...found.keys()])) {
    if (expected.get(name) === found.get(name)) continue
    const message = !found.has(name) ? 'is missing' : expected.has(name) ? 'is not as this version makes it' : 'is none of ours'
    yield {
      promise: 'schema',
      row: name,
      message,
      remedy: found.has(name) && !expected.has(name) ? `take it out: DROP ${name.replace(/^\w+/, (w) => w.toUpperCase())}` : REBUILD,
    }
  }
}

type RunRow = { readonly id: string; readonly version: string; readonly lexicon: string; readonly model: string; readonly options: string }

/** Whether runs are what their ids say, and each lexicon was that of a run. */
export function* checkRuns(db: Connection): Generator<Failure> {
  for (const { options, ...run } of db.prepare<[], RunRow>('SELECT id, version, lexicon, model, options FROM runs ORDER BY id').all()) {
    const id = runId({ ...run, options: JSON.parse(options) as Record<string, unknown> })
    if (id !== run.id)
      yield {
        promise: 'runs',
        row: `runs id=${run.id}`,
        message: `its settings make the id ${id}: one of them was changed`,
        remedy: REBUILD,
      }
  }
  const lexicons = lexiconsOf(db)
  for (const lexicon of db.prepare<[], string>('SELECT DISTINCT lexicon FROM entries ORDER BY lexicon').pluck().all())
    if (lexicons.digest(lexicon) !== digestOfEntries(lexicons.entries(lexicon)))
      yield {
        promise: 'runs',
        row: `entries lexicon=${lexicon}`,
        message: 'they are not those that were noted: one was changed, taken out or put in',
        remedy: REBUILD,
      }
  const strangers = db
    .prepare<[], string>('SELECT DISTINCT lexicon FROM entries WHERE lexicon NOT IN (SELECT lexicon FROM runs) ORDER BY lexicon')
    .pluck()
    .all()
  for (const lexicon of strangers)
    yield {
      promise: 'runs',
      row: `entries lexicon=${lexicon}`,
      message: 'no run used this lexicon',
      remedy: `take it out: DELETE FROM entries WHERE lexicon = '${lexicon}'`,
    }
}

/** Whether articles that share a band of their text are of one cluster, and clusters hold no others. */
export function* checkClusters(db: Connection): Generator<Failure> {
  const apart = db
    .prepare<[], { one: string; other: string }>(
      `SELECT min(articles.id) AS one, max(articles.id) AS other FROM bands
       JOIN articles ON articles.key = bands.article LEFT JOIN clusters ON clusters.article = bands.article
       GROUP BY bands.hash HAVING count(DISTINCT bands.article) > 1 AND (count(DISTINCT clusters.cluster) > 1 OR count(clusters.cluster) < count(*))
       ORDER BY one, other`,
    )
    .all()
  for (const { one, other } of apart)
    yield {
      promise: 'copies',
      row: `clusters of articles ${one} and ${other}`,
      message: 'their texts are near-copies, and they are of no one cluster',
      remedy: REBUILD,
    }
  const alone = db
    .prepare<[], string>(
      'SELECT articles.id FROM clusters JOIN articles ON articles.key = clusters.article GROUP BY cluster HAVING count(*) = 1 ORDER BY articles.id',
    )
    .pluck()
    .all()
  for (const id of alone) yield { promise: 'copies', row: `clusters of article ${id}`, message: 'is a cluster of one', remedy: REBUILD }
}
