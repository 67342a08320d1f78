import { stat } from 'node:fs/promises'
import { findSources } from './find-sources.ts'

/** How many bytes these files, folders and patterns hold, or null where one is no file (`-`, an address). Tells nothing of faults: reading does. */
export const measureInput = async (paths: readonly string[], signal: AbortSignal, textKey?: string): Promise<number | null> => {
  let size = 0
  for (const path of paths) {
    if (path === '-' || /^https?:\/\//i.test(path)) return null
    for await (const source of findSources(path, textKey)) {
      if (signal.aborted) return null
      if (!('message' in source))
        size += await stat(source.file)
          .then((s) => s.size)
          .catch(() => 0)
    }
  }
  return size
}
