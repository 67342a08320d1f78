import { setTimeout as wait } from 'node:timers/promises'
import { isPassing } from '../postgres/postgres-error.ts'

const UNTIL_AGAIN = 1000

/** Does what the server must be there for, again and again while it is away; null when the work is to end meanwhile. */
export type Persist = <Out>(task: () => Promise<Out>) => Promise<Out | null>

export const persistUntil =
  (ended: () => boolean, signal: AbortSignal | undefined, onNote: (text: string) => void): Persist =>
  async (task) => {
    for (let away = false; ; away = true) {
      try {
        const out = await task()
        if (away) onNote('the server is there again')
        return out
      } catch (error) {
        if (!isPassing(error)) throw error
        if (!away) onNote(`${(error as Error).message}; trying again until it answers`)
        if (ended()) return null
        await wait(UNTIL_AGAIN, undefined, { signal }).catch(() => {})
      }
    }
  }
