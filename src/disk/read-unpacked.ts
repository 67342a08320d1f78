import { readFileSync, statSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { isStream } from './is-stream.ts'

/** The bytes of a file, unpacked where its name ends in .gz, those of a pipe where they begin as such a file does; `refuse` makes the error of what can't be read. */
export const readUnpacked = (path: string, refuse: (message: string, hint: string) => Error): Buffer => {
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory()) throw refuse(`${path} is a folder`, 'name a file in it')
  const piped = isStream(path)
  const bytes = readFileSync(path)
  const read = path.endsWith('.gz') || (piped && begins(bytes, GZIP)) ? unpack(path, bytes, refuse) : bytes
  if (piped && begins(read, DATABASE)) throw refuse(`${path}: a database can't be read out of a pipe`, 'name its file')
  return read
}

const unpack = (path: string, bytes: Buffer, refuse: (message: string, hint: string) => Error): Buffer => {
  try {
    return gunzipSync(bytes)
  } catch (error) {
    throw refuse(`${path}: can't be unpacked: ${(error as Error).message}`, 'it may be cut short: write or fetch it once more')
  }
}

const begins = (bytes: Buffer, start: string): boolean => bytes.toString('latin1', 0, start.length) === start

const GZIP = '\x1f\x8b'
const DATABASE = 'SQLite format 3\0'
