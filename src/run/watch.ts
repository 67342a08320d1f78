import { stat } from 'node:fs/promises'
import { setTimeout as wait } from 'node:timers/promises'
import { isAddress } from '../read/fetch/is-address.ts'
import { formatOfName, isPacked } from '../read/formats.ts'
import type { Gate, Reading, Source } from '../read/reading.ts'

/** Lets files through to be read, and tells which stand as they were: they were passed over in this look, unchanged. */
export type Watcher = { readonly gate: Gate; readonly stands: (file: string) => boolean }

/** One look after the other at the input: the readings of each, and a null when it is done. Ends when the signal is given. */
export async function* watch(
  look: (watcher: Watcher) => AsyncIterable<Reading>,
  interval: number,
  signal: AbortSignal,
): AsyncGenerator<Reading | null> {
  const watcher = watcherOf(interval)
  for (let first = true; !signal.aborted; first = false) {
    watcher.turn()
    yield* look(watcher)
    yield null
    // What is there from the beginning is waited for less long.
    await wait(first ? Math.min(interval, 1000) : interval, undefined, { signal }).catch(() => {})
  }
}

type Look = { readonly state: string; readonly read: 'not' | 'growing' | 'whole' | 'stands' }

/** Sites are asked no more often than once a minute. */
const LEAST = 60_000

/**
 * Lets a file through when it was the same at two looks, so that what is still being written is left until it is whole; no clock is asked. Of lines of JSON those that
 * are complete are read while the file grows. What was read and hasn't changed since is passed over without a look inside. `turn` begins another look; what was not there in the
 * last one is forgotten.
 */
const watcherOf = (interval: number): Watcher & { readonly turn: () => void } => {
  let before = new Map<string, Look>()
  let files = new Map<string, Look>()
  const asked = new Map<string, number>()
  const gate: Gate = async (source) => {
    if (isAddress(source.file)) {
      const last = asked.get(source.file) ?? Number.NEGATIVE_INFINITY
      if (performance.now() - last < Math.max(LEAST, interval)) return 'skip'
      asked.set(source.file, performance.now())
      return 'whole'
    }
    const last = before.get(source.file)
    const state = await stateOf(source)
    if (last?.state === state) {
      const stands = last.read === 'whole' || last.read === 'stands'
      files.set(source.file, { state, read: stands ? 'stands' : 'whole' })
      return stands ? 'skip' : 'whole'
    }
    const lines = formatOfName(source.file) === 'jsonl' && !isPacked(source.file)
    files.set(source.file, { state, read: lines ? 'growing' : 'not' })
    return lines ? 'growing' : 'skip'
  }
  return {
    gate,
    stands: (file) => files.get(file)?.read === 'stands',
    turn: () => {
      before = files
      files = new Map()
    },
  }
}

const stateOf = async ({ file, facts }: Source): Promise<string> =>
  (await Promise.all([file, ...(facts === null || facts === file ? [] : [facts])].map(stamp))).join(' ')

const stamp = (file: string): Promise<string> =>
  stat(file, { bigint: true }).then(
    ({ size, mtimeNs, ino }) => `${ino}:${size}:${mtimeNs}`,
    (error: NodeJS.ErrnoException) => error.code ?? 'gone',
  )
