import { existsSync, lstatSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { placeOf } from '../disk/place-of.ts'
import { openStore, StoreError } from '../store/index.ts'
import { writeCanonical } from '../store/write-canonical.ts'
import { type Report, type RunOptions, run } from './run.ts'

/**
 * Builds a database anew and puts it in the place of the old one when it is whole. The file is canonical: the same articles, lexicon and version give the same
 * bytes in any order, with any number of workers, on any machine. An interrupted or failed rebuild, and one without any article, leaves the old one as it was. Throws `StoreError`.
 */
export const rebuild = async (options: RunOptions): Promise<Report> => {
  const db = linkEnd(options.db)
  mkdirSync(dirname(db), { recursive: true })
  mayBeReplaced(db)
  const [filled, canonical] = [`${db}.${process.pid}.filling`, `${db}.${process.pid}.partial`]
  try {
    const report = await run({ ...options, db: filled })
    if (report.interrupted) return report
    refuseNothing(report, db)
    writeCanonical(filled, canonical)
    mayBeReplaced(db)
    renameSync(canonical, db)
    return report
  } finally {
    for (const file of [filled, canonical]) for (const end of ['', '-wal', '-shm', '-journal']) rmSync(`${file}${end}`, { force: true })
  }
}

/** A database that holds something is not replaced by an empty one: a `since` beyond all articles, or a disk that can't be read, is no wish to delete them. */
const refuseNothing = ({ totals, skipped, quarantined }: Report, db: string): void => {
  if (totals.articles > 0 || !holdsArticles(db)) return
  const why = [...(skipped > 0 ? [`${skipped} passed over`] : []), ...(quarantined > 0 ? [`${quarantined} left out`] : [])].join(', ')
  throw new StoreError(
    'empty',
    `${db} stays as it was: --fresh keeps nothing but the articles read, and none was${why === '' ? '' : ` (${why})`}`,
    'mend the input or give an earlier --since; to begin with an empty database, delete the old one',
  )
}

const holdsArticles = (db: string): boolean => {
  if (!existsSync(db) || statSync(db).size === 0) return false
  try {
    const store = openStore(db, { readonly: true })
    try {
      return store.totals().articles > 0
    } finally {
      store.close()
    }
  } catch (error) {
    // What is in one of an older version is not asked.
    return error instanceof StoreError && error.fault === 'older'
  }
}

/** Where a link leads to, in place of which nothing is put; a file stays as it is called. */
const linkEnd = (db: string): string => {
  const place = placeOf(db)
  if (place === null) throw new StoreError('foreign', `${db} is no file, but a pipe or device`, 'name a file with --db')
  return lstatSync(db, { throwIfNoEntry: false })?.isSymbolicLink() ? place : db
}

/** What is no database of ours, or is being written, is not replaced; one that is damaged or of an older version is. */
const mayBeReplaced = (db: string): void => {
  if (!existsSync(db) || statSync(db).size === 0) return
  try {
    // What a writer that was killed left in its log goes into the file, and no log is left to be taken for the new one's.
    if (['-wal', '-journal'].some((end) => existsSync(`${db}${end}`))) openStore(db).close()
    openStore(db, { readonly: true }).close()
  } catch (error) {
    if (!(error instanceof StoreError) || (error.fault !== 'damaged' && error.fault !== 'older')) throw error
    if (error.fault === 'damaged') for (const end of ['-wal', '-shm', '-journal']) rmSync(`${db}${end}`, { force: true })
  }
  if (existsSync(`${db}-wal`) && statSync(`${db}-wal`).size > 0)
    throw new StoreError('busy', `${db} is being written by another program`, 'wait until that one is done, or end it, and run again')
}
