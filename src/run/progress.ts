/** How far a run is: articles by what became of them, and the UTF-16 units of text read. */
export type Progress = {
  /** Articles settled: new, replaced and unchanged ones. */
  readonly read: number
  readonly added: number
  readonly replaced: number
  readonly unchanged: number
  /** Published before the day that is asked for. */
  readonly skipped: number
  readonly quarantined: number
  /** Events found in articles that were extracted. */
  readonly events: number
  readonly characters: number
}

export const noProgress: Progress = {
  read: 0,
  added: 0,
  replaced: 0,
  unchanged: 0,
  skipped: 0,
  quarantined: 0,
  events: 0,
  characters: 0,
}

/** What became of one input. */
export type Outcome = 'added' | 'replaced' | 'unchanged' | 'skipped' | 'quarantined'

/** The progress after one more input. */
export const advance = (progress: Progress, outcome: Outcome, characters: number, events: number): Progress => ({
  ...progress,
  read: progress.read + (outcome === 'quarantined' || outcome === 'skipped' ? 0 : 1),
  [outcome]: progress[outcome] + 1,
  events: progress.events + events,
  characters: progress.characters + characters,
})
