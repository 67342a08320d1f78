import type { Found } from '../expression.ts'

/** Goes over neighbouring expressions from left to right and puts the one that `join` makes of two in their place. */
export const joinPairs = (found: readonly Found[], join: (a: Found, b: Found) => Found | null): readonly Found[] => {
  const joined: Found[] = []
  for (const next of found) {
    const last = joined.at(-1)
    const one = last === undefined ? null : join(last, next)
    if (one === null) joined.push(next)
    else joined[joined.length - 1] = one
  }
  return joined
}
