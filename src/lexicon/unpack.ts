/** What is found by a key; read when it is first asked for. */
export type Lookup<T> = { readonly get: (key: string) => T | undefined }

/** The lines of a packed text. */
export const linesOf = (text: string): readonly string[] => (text === '' ? [] : text.split('\n'))

/** A packed table: lines of key, tab and what it leads to. */
export const tableOf = (text: string): Map<string, string> => {
  const table = new Map<string, string>()
  for (let at = 0; at < text.length; ) {
    const [tab, newline] = [text.indexOf('\t', at), text.indexOf('\n', at)]
    const end = newline < 0 ? text.length : newline
    table.set(text.slice(at, tab), text.slice(tab + 1, end))
    at = end + 1
  }
  return table
}

/** What a table leads to, read in its place once it is asked for: most words that are asked for stand in none, and one look tells. The table is taken over. */
export const lookup = <T extends object>(table: Map<string, string>, read: (text: string) => T): Lookup<T> => {
  const known: Map<string, string | T> = table
  return {
    get: (key) => {
      const found = known.get(key)
      if (typeof found !== 'string') return found
      const value = read(found)
      known.set(key, value)
      return value
    },
  }
}

/** Entries that stand as JSON in a line each, read once they are asked for. */
export const entryAt = <T>(text: string): ((at: number) => T) => {
  const lines = once(() => linesOf(text))
  return remember((at: number): T => JSON.parse(lines()[at] ?? 'null'))
}

/** A value that is made when it is first asked for. */
export const once = <T>(make: () => T): (() => T) => {
  let made: { readonly value: T } | null = null
  return () => {
    made ??= { value: make() }
    return made.value
  }
}

/** Makes a value a key, once. */
export const remember = <K, T>(make: (key: K) => T): ((key: K) => T) => {
  const known = new Map<K, T>()
  return (key) => {
    const before = known.get(key)
    if (before !== undefined) return before
    const value = make(key)
    known.set(key, value)
    return value
  }
}
