import { existsSync, lstatSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { placeOf } from '../disk/place-of.ts'
import { openStore, StoreError } from '../store/index.ts'
import { writeCanonical } from '../store/write-canonical.ts'
import { type Report, type RunOptions, run } from './run.ts'

/**
 * Builds a database anew and puts it in the place of the old one when it is whole. The file is canonical: the same articles, lexicon and version give the same
 * bytes in any order, with any number of workers, on any machine. An interrupted or failed rebuild leaves the old one as it was. Throws `StoreError`.
 */
export const rebuild = async (options: RunOptions): Promise<Report> => {
  const db = linkEnd(options.db)
  mkdirSync(dirname(db), { recursive: true })
  mayBeReplaced(db)
  const [filled, canonical] = [`${db}.${process.pid}.filling`, `${db}.${process.pid}.partial`]
  try {
    const report = await run({ ...options, db: filled })
    if (report.interrupted) return report
    writeCanonical(filled, canonical)
    mayBeReplaced(db)
    renameSync(canonical, db)
    return report
  } finally {
    for (const file of [filled, canonical]) for (const end of ['', '-wal', '-shm', '-journal']) rmSync(`${file}${end}`, { force: true })
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
