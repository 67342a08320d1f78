import type { Connection } from './open-database.ts'

/** What one call of `run` did so far. */
export type SessionCounts = {
  readonly read: number
  readonly added: number
  readonly replaced: number
  readonly unchanged: number
  readonly quarantined: number
  readonly pruned: number
  readonly events: number
  readonly characters: number
}

/** One call of `run`. One that is `running` and isn't any more was killed. `started` is in UTC, `seconds` counted by a clock that nobody sets back. */
export type Session = SessionCounts & {
  readonly key: number
  readonly run: string
  readonly version: string
  readonly lexicon: string
  readonly started: string
  readonly seconds: number
  readonly state: 'running' | 'done' | 'interrupted' | 'failed'
}

export type Sessions = {
  /** Notes that a session begins, and gives its key. */
  readonly open: (run: string, started: string) => number
  readonly update: (key: number, state: Session['state'], seconds: number, counts: SessionCounts) => void
  /** The sessions, the last one first. */
  readonly list: () => readonly Session[]
}

const COUNTS = ['read', 'added', 'replaced', 'unchanged', 'quarantined', 'pruned', 'events', 'characters'] as const

export const sessionsOf = (db: Connection): Sessions => {
  const open = db.prepare('INSERT INTO sessions (run, started) VALUES (?, ?)')
  const update = db.prepare(`UPDATE sessions SET state = ?, seconds = ?, ${COUNTS.map((name) => `${name} = ?`).join(', ')} WHERE key = ?`)
  const list = db.prepare<[], Session>(
    `SELECT sessions.key, run, version, lexicon, started, seconds, state, ${COUNTS.join(', ')} FROM sessions JOIN runs ON runs.id = run ORDER BY sessions.key DESC`,
  )
  return {
    open: (run, started) => Number(open.run(run, started).lastInsertRowid),
    update: (key, state, seconds, counts) => void update.run(state, seconds, ...COUNTS.map((name) => counts[name]), key),
    list: () => list.all(),
  }
}
