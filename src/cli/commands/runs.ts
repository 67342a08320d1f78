import { openStore, type Session } from '../../store/index.ts'
import { EXIT, type Exit } from '../exit.ts'
import { type Io, write } from '../io.ts'

export type RunsOptions = { readonly db: string; readonly json?: boolean }

/** `annalist runs`: every run that changed a database, the last one first. */
export const runsCommand = async ({ db, json }: RunsOptions, io: Io): Promise<Exit> => {
  const store = openStore(db, { readonly: true })
  try {
    const sessions = store.sessions()
    if (json) for (const session of sessions) await write(io, `${JSON.stringify(session)}\n`)
    else await write(io, sessions.length > 0 ? table(sessions) : 'no run is noted: `annalist run --fresh` leaves out what a clock tells\n')
    return EXIT.done
  } finally {
    store.close()
  }
}

const COLUMNS: readonly (readonly [string, (session: Session) => string])[] = [
  ['run', (s) => String(s.key)],
  ['started (UTC)', (s) => s.started.slice(0, 19).replace('T', ' ')],
  ['took', (s) => duration(s.seconds)],
  // Nothing tells a run that was killed from one that is still going.
  ['state', (s) => (s.state === 'running' ? 'unfinished' : s.state)],
  ['version', (s) => s.version],
  ['lexicon', (s) => s.lexicon.slice(0, 8)],
  ['new', (s) => String(s.added)],
  ['changed', (s) => String(s.replaced)],
  ['unchanged', (s) => String(s.unchanged)],
  ['left out', (s) => String(s.quarantined)],
  ['pruned', (s) => String(s.pruned)],
  ['events', (s) => String(s.events)],
  ['MB', (s) => (s.characters / 1e6).toFixed(1)],
]

const table = (sessions: readonly Session[]): string => {
  const rows = [COLUMNS.map(([name]) => name), ...sessions.map((session) => COLUMNS.map(([, cell]) => cell(session)))]
  const widths = COLUMNS.map((_, i) => Math.max(...rows.map((row) => row[i]?.length ?? 0)))
  const numeric = (i: number): boolean => i === 0 || i === 2 || i >= 6
  return rows
    .map(
      (row) =>
        `${row
          .map((cell, i) => (numeric(i) ? cell.padStart(widths[i] ?? 0) : cell.padEnd(widths[i] ?? 0)))
          .join('  ')
          .trimEnd()}\n`,
    )
    .join('')
}

/** Seconds as people say them: 4.2 s, 3 min 05 s, 2 h 10 min. */
export const duration = (seconds: number): string => {
  if (seconds < 60) return `${seconds.toFixed(1)} s`
  const whole = Math.round(seconds)
  if (whole < 3600) return `${Math.floor(whole / 60)} min ${String(whole % 60).padStart(2, '0')} s`
  return `${Math.floor(whole / 3600)} h ${String(Math.floor((whole % 3600) / 60)).padStart(2, '0')} min`
}
