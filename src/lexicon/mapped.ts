/**
 * `map`, into a list that grows. V8 keeps `[]`, and what `map` makes of nothing, as lists of whole numbers and others as lists of what is in them, and throws optimized code
 * away that comes to meet the other kind: all lists made here are of one (docs/performance.md, "Shapes").
 */
export const mapped = <In, Out>(list: readonly In[], work: (item: In, at: number) => Out): Out[] => {
  const made: Out[] = []
  for (let at = 0; at < list.length; at++) made.push(work(list[at] as In, at))
  return made
}

const empty: never[] = [null as never]
empty.pop()
/** A list of nothing, of the same kind. */
export const NONE: readonly never[] = empty
