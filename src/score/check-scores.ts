import type { Score } from './count.ts'
import { LEVELS, type Level } from './pair-events.ts'

export type Floors = Partial<Readonly<Record<Level, Partial<Readonly<Record<'precision' | 'recall' | 'f1', number>>>>>>

/** A score beneath its floor, in words. */
export type Beneath = { readonly level: Level; readonly message: string }

/** The scores that are beneath their floors. */
export const beneathFloors = (scores: Readonly<Record<Level, Score>>, floors: Floors): readonly Beneath[] =>
  LEVELS.flatMap((level) =>
    Object.entries(floors[level] ?? {}).flatMap(([name, floor]) => {
      const value = scores[level][name as 'f1']
      return value < floor ? [{ level, message: `${name} is ${value.toFixed(3)}, and at least ${floor} is asked for` }] : []
    }),
  )
