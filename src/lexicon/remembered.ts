const MOST = 50_000

/** The same function, which keeps what it gave for each text. It must be pure; when it has kept many it begins anew, so that memory stays bounded. */
export const remembered = <Out>(work: (text: string) => Out): ((text: string) => Out) => {
  const known = new Map<string, Out>()
  return (text) => {
    const before = known.get(text)
    if (before !== undefined) return before
    const now = work(text)
    if (known.size >= MOST) known.clear()
    known.set(text, now)
    return now
  }
}

/** The same function, which keeps what it gave last: for what is asked of one thing many times before the next comes. It must be pure. */
export const keepsLast = <In extends object, Out>(work: (of: In) => Out): ((of: In) => Out) => {
  let latest: { readonly of: In; readonly out: Out } | null = null
  return (of) => {
    if (latest === null || latest.of !== of) latest = { of, out: work(of) }
    return latest.out
  }
}
