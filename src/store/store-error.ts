/**
 * What is wrong with a database: of another program, from a newer version, damaged, in use by someone else, no room left, not to be written, not there, about to be emptied;
 * or an extraction that does not keep its promises.
 */
export type StoreFault =
  | 'foreign'
  | 'newer'
  | 'older'
  | 'damaged'
  | 'busy'
  | 'full'
  | 'readonly'
  | 'missing'
  | 'empty'
  | 'invalid'
  | 'failed'

/** A database that can't be used or an extraction that can't be stored: `message` says what is wrong, `hint` what to do. */
export class StoreError extends Error {
  readonly fault: StoreFault
  readonly hint: string
  constructor(fault: StoreFault, message: string, hint: string) {
    super(message)
    this.name = 'StoreError'
    this.fault = fault
    this.hint = hint
  }
}

const CODES: readonly { readonly code: RegExp; readonly fault: StoreFault; readonly message: string; readonly hint: string }[] = [
  {
    code: /^SQLITE_(BUSY|LOCKED)/,
    fault: 'busy',
    message: 'is in use by another program',
    hint: 'wait until that one is done, or end it, and run again',
  },
  {
    code: /^SQLITE_(CORRUPT|NOTADB)/,
    fault: 'damaged',
    message: 'is damaged',
    hint: 'keep a copy, then bring back a backup or build it anew from the articles',
  },
  {
    code: /^SQLITE_FULL/,
    fault: 'full',
    message: 'has no room to grow: the disk is full',
    hint: 'free some space and run again; what was stored is safe',
  },
  {
    code: /^SQLITE_(READONLY|PERM|AUTH)/,
    fault: 'readonly',
    message: 'may not be written here',
    hint: 'check the permissions of the file and its folder, or name another place with --db',
  },
  {
    code: /^SQLITE_CANTOPEN/,
    fault: 'readonly',
    message: "can't be opened",
    hint: 'check that the folder exists and may be written, or name another place with --db',
  },
  {
    code: /^SQLITE_IOERR/,
    fault: 'failed',
    message: "can't be read or written: the disk reports an error",
    hint: 'check the disk and the space left on it, and run again',
  },
  { code: /^SQLITE_TOOBIG/, fault: 'invalid', message: 'takes no article of this size', hint: 'cut the article into parts' },
]

/** An error of SQLite as ours; others as they are. */
export const storeError = (path: string, error: unknown): unknown => {
  if (!(error instanceof Error) || error instanceof StoreError) return error
  const code = 'code' in error ? String(error.code) : ''
  const known = CODES.find((c) => c.code.test(code))
  if (known) return new StoreError(known.fault, `${path} ${known.message} (${code})`, known.hint)
  return code.startsWith('SQLITE_') ? new StoreError('failed', `${path}: ${error.message} (${code})`, 'run `annalist doctor` on it') : error
}
