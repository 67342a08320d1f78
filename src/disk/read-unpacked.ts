import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'

/** The bytes of a file, unpacked where its name ends in .gz; `refuse` makes the error of one that can't be. */
export const readUnpacked = (path: string, refuse: (message: string, hint: string) => Error): Buffer => {
  const bytes = readFileSync(path)
  if (!path.endsWith('.gz')) return bytes
  try {
    return gunzipSync(bytes)
  } catch (error) {
    throw refuse(`${path}: can't be unpacked: ${(error as Error).message}`, 'it may be cut short: write or fetch it once more')
  }
}
