import { lstatSync, readlinkSync, realpathSync, statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'

/**
 * Where a file that is put in place when it is whole comes to stand: of a link the file that it leads to, or will. Null for a device or pipe, whose place nothing may take: it is written
 * into.
 */
export const placeOf = (path: string): string | null => {
  const there = statSync(path, { throwIfNoEntry: false })
  if (there === undefined)
    return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() ? placeOf(resolve(dirname(path), readlinkSync(path))) : path
  return there.isFile() || there.isDirectory() ? realpathSync(path) : null
}
