/** So many of the words of a text are few enough to stand in the processor's cache, and hold nearly all that are used again and again. */
const MOST = 4096

/**
 * The same function, which keeps what it gave for each text. It must be pure. What was asked for among the last few thousand texts stays, the rest is let go:
 * memory stays bounded, and small.
 */
export const remembered = <Out>(work: (text: string) => Out): ((text: string) => Out) => {
  let known = new Map<string, Out>()
  let older = known
  // The first of all already finds no room: V8 throws optimized code away that comes to lines which never ran before.
  let most = 0
  return (text) => {
    const before = known.get(text)
    if (before !== undefined) return before
    const now = older.get(text) ?? work(text)
    if (known.size >= most) {
      older = known
      known = new Map()
      most = MOST
    }
    known.set(text, now)
    return now
  }
}

/** The same function, which keeps what it gave last: for what is asked of one thing many times before the next comes. It must be pure, and `more` the same for one thing. */
export const keepsLast = <In extends object, Out, More = void>(work: (of: In, more: More) => Out): typeof work => {
  let latest: { readonly of: In; readonly out: Out } | null = null
  return (of, more) => {
    if (latest === null || latest.of !== of) latest = { of, out: work(of, more) }
    return latest.out
  }
}
