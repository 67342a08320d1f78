import { realpathSync, statSync } from 'node:fs'

/**
 * Where a file that is put in place when it is whole comes to stand: of a link the file that it leads to. Null for a device or pipe, whose place nothing may take: it is written
 * into.
 */
export const placeOf = (path: string): string | null => {
  const there = statSync(path, { throwIfNoEntry: false })
  if (there === undefined) return path
  return there.isFile() || there.isDirectory() ? realpathSync(path) : null
}
