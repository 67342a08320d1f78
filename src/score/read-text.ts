import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { ScoreError } from './score-error.ts'

/** The text of a file, also in .gz, without a byte order mark. Throws `ScoreError`. */
export const readText = (path: string): string => {
  const bytes = readFileSync(path)
  try {
    return (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8').replace(/^\uFEFF/, '')
  } catch (error) {
    throw new ScoreError(`${path}: can't be unpacked: ${(error as Error).message}`, 'it may be cut short: write or fetch it once more')
  }
}
