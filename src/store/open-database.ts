import { closeSync, existsSync, openSync, readSync } from 'node:fs'
import Database from 'better-sqlite3'
import { APPLICATION_ID, migrations } from './migrations.ts'
import { StoreError, storeError } from './store-error.ts'

export type Connection = Database.Database

const isSqlite = (path: string): boolean => {
  const head = Buffer.alloc(16)
  const file = openSync(path, 'r')
  try {
    return readSync(file, head, 0, 16, 0) === 0 || head.toString('latin1') === 'SQLite format 3\u0000'
  } finally {
    closeSync(file)
  }
}

const foreign = (path: string, what: string): StoreError =>
  new StoreError('foreign', `${path} ${what}`, 'name another file with --db; this one was left as it is')

/**
 * Opens a database of ours, making a new one where there is none and bringing an older one up to date. Another program's database, one from a newer
 * version and a file that is no database are refused before anything is written. Throws `StoreError`.
 */
export const openDatabase = (path: string, { readonly, timeout }: { readonly readonly: boolean; readonly timeout: number }): Connection => {
  // SQLite takes no name for a database that is gone when it is closed: `--db "$DB"` with nothing in DB would store all in vain.
  if (typeof path !== 'string' || path.trim() === '')
    throw new StoreError('missing', 'the database has no name', 'name its file with --db; `:memory:` is one that is gone when it is closed')
  if (/^postgres(ql)?:/i.test(path))
    throw new StoreError(
      'foreign',
      'this works on a SQLite file, and an address of PostgreSQL was given',
      '`annalist enqueue` and `annalist worker` fill one of PostgreSQL; `annalist copy ADDRESS FILE` makes a file of it',
    )
  if (readonly && !existsSync(path))
    throw new StoreError('missing', `there is no database at ${path}`, '`annalist run --db FILE` makes one')
  let db: Connection | null = null
  try {
    if (path !== ':memory:' && existsSync(path) && !isSqlite(path)) throw foreign(path, 'is not a SQLite database')
    db = new Database(path, { readonly, timeout })
    prepare(db, path, readonly)
    return db
  } catch (error) {
    db?.close()
    if (error instanceof TypeError && /directory does not exist/.test(error.message))
      throw new StoreError('missing', `the folder of ${path} does not exist`, 'make it first, or name another place with --db')
    if (error instanceof Error && 'code' in error && (error.code === 'EISDIR' || error.code === 'EACCES'))
      throw new StoreError('readonly', `${path} ${error.code === 'EISDIR' ? 'is a folder' : 'may not be read'}`, 'name a file with --db')
    if (readonly && existsSync(`${path}-wal`) && error instanceof Error && 'code' in error && /^SQLITE_CANTOPEN/.test(String(error.code)))
      throw new StoreError(
        'readonly',
        `${path} can't be opened: beside it is the log of a run that was ended (${path}-wal), which can't be taken up here`,
        'copy both files to a place that may be written, and name the copy',
      )
    throw storeError(path, error)
  }
}

const prepare = (db: Connection, path: string, readonly: boolean): void => {
  db.pragma('trusted_schema = OFF')
  db.pragma('foreign_keys = ON')
  const version = checkOwner(db, path)
  if (readonly) {
    if (version === 0) throw foreign(path, 'is an empty file, not a database of annalist')
    if (version < migrations.length)
      throw new StoreError(
        'older',
        `${path} was made by an older annalist (schema ${version}, this one reads ${migrations.length})`,
        '`annalist run --db FILE` brings it up to date',
      )
    return
  }
  if (version < migrations.length) migrate(db, path)
}

/** The schema's version: 0 for a database that has nothing in it yet. Throws where it isn't ours or is beyond us. */
const checkOwner = (db: Connection, path: string): number => {
  const owner = Number(db.pragma('application_id', { simple: true }))
  const version = Number(db.pragma('user_version', { simple: true }))
  const objects = Number(db.prepare('SELECT count(*) FROM sqlite_schema').pluck().get())
  if (owner === 0 && version === 0 && objects === 0) return 0
  if (owner !== APPLICATION_ID) throw foreign(path, 'is the database of another program')
  if (version > migrations.length)
    throw new StoreError(
      'newer',
      `${path} was made by a newer annalist (schema ${version}, this one knows ${migrations.length})`,
      'install the newest annalist: npm install annalist@latest',
    )
  return version
}

/** Where a database that is brought up to date is kept as it was: `events.db.schema-1`; the copy of an earlier time is never overwritten. */
const copyOf = (path: string, version: number): string => {
  const name = `${path}.schema-${version}`
  for (let n = 1; ; n++) {
    const copy = n === 1 ? name : `${name}.${n}`
    if (!existsSync(copy)) return copy
  }
}

const migrate = (db: Connection, path: string): void => {
  const before = checkOwner(db, path)
  if (before > 0 && path !== ':memory:') db.prepare('VACUUM INTO ?').run(copyOf(path, before))
  // Steps make tables anew that others refer to.
  db.pragma('foreign_keys = OFF')
  db.transaction(() => {
    // Asked again inside the transaction: another process may have been first.
    for (const step of migrations.slice(checkOwner(db, path))) db.exec(step)
    db.pragma(`application_id = ${APPLICATION_ID}`)
    db.pragma(`user_version = ${migrations.length}`)
  }).immediate()
  db.pragma('foreign_keys = ON')
  // What made way leaves empty pages behind.
  db.exec('VACUUM')
}

/** Makes ready for many writes: readers go on beside the one writer, no wait for the disk at every article, and a kill loses nothing. Not before there is something to write: the switch itself touches the file. */
export const speedUp = (db: Connection): void => {
  db.pragma('journal_mode = WAL')
  db.pragma('synchronous = NORMAL')
  // Ids of events are random, and their index is asked all over; what 16 MB don't hold the system's own cache answers.
  db.pragma('cache_size = -16000')
  // Pages are written to the file itself once for many transactions, 16 MB of log at a time.
  db.pragma('wal_autocheckpoint = 4000')
}

/** Closes a connection. A writer leaves one plain file behind, which can be read from a folder that may not be written. */
export const closeDatabase = (db: Connection): void => {
  if (!db.open) return
  if (!db.readonly && db.pragma('journal_mode', { simple: true }) === 'wal') {
    try {
      db.pragma('wal_checkpoint(TRUNCATE)')
      db.pragma('journal_mode = DELETE')
    } catch {
      // A reader is still there, or the disk is full: the log beside the file stays, and the next to open takes it in.
    }
  }
  db.close()
}
