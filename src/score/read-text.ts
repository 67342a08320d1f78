import { readUnpacked } from '../disk/read-unpacked.ts'
import { ScoreError } from './score-error.ts'

/** The text of a file, also in .gz, without a byte order mark. Throws `ScoreError`. */
export const readText = (path: string): string =>
  readUnpacked(path, (message, hint) => new ScoreError(message, hint))
    .toString('utf8')
    .replace(/^\uFEFF/, '')
