import { noProgress, type Progress } from '../run/progress.ts'
import { UsageError } from './exit.ts'
import type { Io } from './io.ts'
import type { Messages } from './messages.ts'
import { metricsText, replaceFile, takesMetrics } from './metrics.ts'
import { type Pace, progressLine } from './progress-line.ts'

export type FollowOptions = {
  readonly logFormat: 'text' | 'json'
  readonly metrics?: string | undefined
  /** Bytes read so far, and of how many, where that is known. */
  readonly bytes: () => { readonly done: number; readonly total: number | null }
}

/** Tells on stderr and in the metrics file how far a run is. */
export type Follower = { readonly progress: (progress: Progress) => void; readonly end: (state: 'done' | 'interrupted' | 'failed') => void }

type State = Parameters<typeof metricsText>[1]['state']

const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : String(error))

const LINE = 100
const MINUTE = 60_000
const METRICS = 10_000

/**
 * Follows a run from now on: a line that is written over on a terminal, one a minute elsewhere, as text or JSON. A metrics file that can't be written any more is told of once and
 * stops nothing. Throws `UsageError` where it can't be written from the beginning.
 */
export const followRun = (io: Io, messages: Messages, { logFormat, metrics, bytes }: FollowOptions): Follower => {
  const started = performance.now()
  const terminal = io.stderr.isTTY === true && logFormat === 'text'
  let last = terminal ? Number.NEGATIVE_INFINITY : started
  let written = started
  let latest = noProgress
  const pace = (): Pace => ({ seconds: (performance.now() - started) / 1000, ...bytes() })
  let lost = false
  const keep = (state: State): void => {
    if (metrics !== undefined && !lost)
      replaceFile(metrics, metricsText(latest, { seconds: pace().seconds, now: Date.now() / 1000, state }))
  }
  const write = (state: State): void => {
    written = performance.now()
    try {
      keep(state)
    } catch (error) {
      lost = true
      messages.fault(`the figures can't be kept in ${metrics} any more (${codeOf(error)})`, 'the run goes on without them')
    }
  }
  const tell = (): void => {
    last = performance.now()
    if (terminal) messages.progress(progressLine(latest, pace(), (io.stderr.columns || 80) - 1))
    else messages.step(progressLine(latest, pace(), 0), { ...latest, ...pace() })
  }
  try {
    if (metrics !== undefined && !takesMetrics(metrics))
      throw new UsageError(`--metrics: ${metrics} holds something else, and would be replaced`, 'name another file')
    keep('running')
  } catch (error) {
    if (error instanceof UsageError) throw error
    throw new UsageError(
      `--metrics: ${metrics} can't be written (${codeOf(error)})`,
      'check its folder and permissions, or name another file',
    )
  }
  return {
    progress: (progress) => {
      latest = progress
      const now = performance.now()
      if (now - last >= (terminal ? LINE : MINUTE)) tell()
      if (now - written >= METRICS) write('running')
    },
    end: (state) => {
      messages.progress('')
      write(state)
    },
  }
}
