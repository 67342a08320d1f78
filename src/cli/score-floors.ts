import type { Failure } from '../check/failure.ts'
import type { Config } from '../config/config-schema.ts'
import { beneathFloors } from '../score/check-scores.ts'
import { scoreLevels } from '../score/count.ts'
import { readAliases, readGold } from '../score/gold.ts'
import { pairEvents } from '../score/pair-events.ts'
import { openPredictions } from '../score/predictions.ts'

/** The scores of a database that are beneath the floors of the configuration. */
export const scoreFailures = (db: string, { gold, aliases, floors = {} }: NonNullable<Config['score']>): readonly Failure[] => {
  const predictions = openPredictions(db)
  try {
    const scores = scoreLevels(pairEvents(readGold(gold), predictions.events, readAliases(aliases)))
    return beneathFloors(scores, floors as never).map(({ level, message }) => ({
      promise: 'floors',
      row: `score ${level}`,
      message,
      remedy: '`annalist score --misses 20` lists what is wrong; the floor is score.floors in the configuration',
    }))
  } finally {
    predictions.close()
  }
}
