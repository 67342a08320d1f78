import { realpathSync, statSync } from 'node:fs'
import { UsageError } from './exit.ts'

const realPath = (path: string): string | null => {
  try {
    return realpathSync(path)
  } catch {
    return null
  }
}

/** Throws a `UsageError` where a command would write over what it reads, or where a folder is. Addresses of databases are no paths, and so never the same. */
export const checkOutput = (output: string | undefined, read: readonly (string | undefined)[], option = '-o'): void => {
  if (output === undefined) return
  const place = realPath(output)
  if (place === null && /[\\/]$/.test(output))
    throw new UsageError(`${output} is called as a folder is`, `name a file in it with ${option}`)
  if (place === null) return
  if (read.some((path) => path !== undefined && realPath(path) === place))
    throw new UsageError(`${output} is read by this command, and would be written over`, `name another file with ${option}`)
  if (statSync(output).isDirectory()) throw new UsageError(`${output} is a folder`, `name a file in it with ${option}`)
}
