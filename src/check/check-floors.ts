import type { Totals } from '../store/index.ts'
import type { Failure } from './failure.ts'

type Counted = 'articles' | 'sentences' | 'events' | 'rejections' | 'quarantined'
/** Bounds of the configuration: the database holds at least and at most so many. */
export type Bounds = {
  readonly least?: Partial<Readonly<Record<Counted, number>>> | undefined
  readonly most?: Partial<Readonly<Record<Counted, number>>> | undefined
}

/** Whether a database holds as much as it should. */
export function* checkFloors(totals: Totals, { least = {}, most = {} }: Bounds): Generator<Failure> {
  for (const [name, bound] of Object.entries(least))
    if (totals[name as Counted] < bound)
      yield {
        promise: 'floors',
        row: name,
        message: `${totals[name as Counted]}, and at least ${bound} are asked for`,
        remedy: 'see what is gone with `annalist diff`, or lower check.least in the configuration',
      }
  for (const [name, bound] of Object.entries(most))
    if (totals[name as Counted] > bound)
      yield {
        promise: 'floors',
        row: name,
        message: `${totals[name as Counted]}, and at most ${bound} are allowed`,
        remedy:
          name === 'quarantined'
            ? '`annalist quarantine` lists them with what to do'
            : 'see what has come with `annalist diff`, or raise check.most in the configuration',
      }
}
