import { statSync } from 'node:fs'

/** Whether a path leads to a pipe or device, as `<(annalist export)` does in a shell: what is read of it once is gone, and nothing can be asked for by its place. */
export const isStream = (path: string): boolean => {
  const there = statSync(path, { throwIfNoEntry: false })
  return there !== undefined && !there.isFile() && !there.isDirectory()
}
