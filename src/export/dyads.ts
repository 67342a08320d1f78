import type { Party } from '../document.ts'
import type { Exported } from './exported.ts'

/** One source and one target of an event; a side that the text leaves unsaid is null. */
export type Dyad = Exported & { readonly source: Party | null; readonly target: Party | null }

/**
 * The pairs of an event's sides, as the view `dyads` has them: an actor paired with itself in a joint act is left out. With `unsaid` an event whose source
 * or target the text leaves unsaid is a pair, too.
 */
export const dyadsOf = (exported: Exported, { unsaid }: { readonly unsaid: boolean }): readonly Dyad[] => {
  const side = (parties: readonly Party[]): readonly (Party | null)[] => (parties.length === 0 && unsaid ? [null] : parties)
  const { source, target } = exported.event
  return side(source).flatMap((from) =>
    side(target).flatMap((to) => {
      const itself = from !== null && to !== null && from.start === to.start && from.end === to.end && from.entity === to.entity
      return itself ? [] : [{ ...exported, source: from, target: to }]
    }),
  )
}
