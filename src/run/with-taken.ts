import { isIn, takenBy } from '../read/taken-id.ts'
import type { Quarantined, SeenIds } from '../store/index.ts'

/** The ids of a run that reads only what was left out: those that were left out for another file's sake stay that file's, though it is not read. */
export const withTaken = (seen: SeenIds, quarantine: readonly Pick<Quarantined, 'message'>[]): SeenIds => {
  const taken = new Map(
    quarantine.flatMap(({ message }) => {
      const by = takenBy(message)
      return by === null ? [] : [[by.id, by.first] as const]
    }),
  )
  return {
    ...seen,
    note: (id, at) => {
      const first = taken.get(id)
      return first === undefined || isIn(at.file, first) ? seen.note(id, at) : first
    },
  }
}
