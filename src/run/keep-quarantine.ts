import { dirname, normalize } from 'node:path'
import { bareAddress } from '../read/fetch/bare-address.ts'
import type { Place, Unreadable } from '../read/reading.ts'
import type { Quarantined, Store } from '../store/index.ts'

/** Keeps a database's quarantine during a run: what is left out goes in, what could be read after all comes out. */
export type Keeper = {
  /** Something was read from this file. */
  readonly sees: (file: string) => void
  /** This address answers, and is as it was when it was taken in: that it didn't answer in between is over, what else was left out of it stands. */
  readonly answers: (address: string) => void
  /** Whether this is news: not what was set aside in this run already. */
  readonly setAside: (unreadable: Unreadable) => boolean
  /** After the whole input was read: takes out what was noted of files that were read and is not left out any more. `forget` takes out what was noted of other files, too. */
  readonly finish: (options: { readonly forget: boolean }) => void
}

const keyOf = ({ file, line, field }: { readonly file: string; readonly line?: number | null; readonly field?: string | null }): string =>
  JSON.stringify([file, line ?? null, field ?? null])

export const itemOf = ({ place, message, hint, source, bytes }: Unreadable): Quarantined => ({
  file: place.file,
  line: place.line ?? null,
  field: place.field ?? null,
  message,
  hint,
  source: source ?? null,
  bytes: bytes ?? null,
})

type Kept = Omit<Quarantined, 'bytes'>

const clean = (path: string): string => normalize(bareAddress(path)).replace(/(?<=.)\/$/, '')
const fileOf = (item: { readonly file: string; readonly source: Quarantined['source'] }): string => clean(item.source?.file ?? item.file)

/**
 * Begins a run's keeping of the quarantine. What stays as it was is not written again; `writes` is told before anything is. Of what is new nothing is held in memory, but where the
 * run `repeats` its look at the input.
 */
export const keepQuarantine = (store: Pick<Store, 'quarantine' | 'setAside' | 'readmit'>, writes: () => void, repeats = false): Keeper => {
  const kept = new Map<string, Kept>()
  const files = new Set<string>()
  const keep = (key: string, { bytes: _, ...item }: Quarantined): void => {
    kept.set(key, item)
    files.add(fileOf(item))
  }
  for (const item of store.quarantine()) keep(keyOf(item), item)
  const seen = new Set<string>()
  const answered = new Set<string>()
  const again = new Set<string>()
  const told = new Set<string>()
  // A folder that could not be read is seen when a file in it is.
  const sees = (file: Place['file']): void => {
    if (files.size === 0) return
    for (let at = clean(file), below = ''; at !== below; below = at, at = dirname(at)) if (files.has(at)) seen.add(at)
  }
  const isOver = (item: Kept): boolean => item.line === null && item.field === null && answered.has(fileOf(item))
  return {
    sees,
    answers: (address) => void answered.add(clean(address)),
    setAside: (unreadable) => {
      const item = itemOf(unreadable)
      const key = keyOf(item)
      const old = kept.get(key)
      const same = old?.message === item.message && old.hint === item.hint
      const news = !same || !told.has(key)
      if (repeats) {
        told.add(key)
        keep(key, item)
      }
      if (kept.has(key)) again.add(key)
      sees(fileOf(item))
      if (same) return news
      writes()
      store.setAside(item)
      return news
    },
    finish: ({ forget }) => {
      for (const [key, item] of kept) {
        if (again.has(key) || !(forget || seen.has(fileOf(item)) || isOver(item))) continue
        writes()
        store.readmit(item)
        kept.delete(key)
        told.delete(key)
      }
      seen.clear()
      answered.clear()
      again.clear()
    },
  }
}
