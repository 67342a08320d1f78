import type { Session, Store } from '../store/index.ts'
import type { Progress } from './progress.ts'

/** Keeps the row of one call of `run` up to date. */
export type SessionKeeper = {
  /** Something is about to be written: from here on the session has a row. A run that changes nothing leaves the file as it was, byte for byte. */
  readonly writes: () => void
  readonly progress: (progress: Progress) => void
  readonly end: (state: 'done' | 'interrupted', progress: Progress, pruned: number) => void
  /** Notes a failure as far as the database can still be written. */
  readonly fail: (progress: Progress) => void
}

const EVERY = 10_000
const FIRST = 500

/** Begins a session. Its time is reckoned by a clock that nobody sets back; only when it started is told by the calendar. */
export const keepSession = (store: Store, run: string): SessionKeeper => {
  const started = performance.now()
  const day = new Date().toISOString()
  let key: number | null = null
  let last = started
  const update = (state: Session['state'], progress: Progress, pruned: number): void => {
    last = performance.now()
    if (key !== null) store.updateSession(key, state, Math.round(last - started) / 1000, { ...progress, pruned })
  }
  return {
    writes: () => {
      key ??= store.openSession(run, day)
    },
    progress: (progress) => {
      // Soon at first, so that a run that is killed early has not done nothing.
      if (performance.now() - last >= Math.min(EVERY, Math.max(FIRST, last - started))) update('running', progress, 0)
    },
    end: update,
    fail: (progress) => {
      try {
        update('failed', progress, 0)
      } catch {
        // The first error is the one to tell.
      }
    },
  }
}
