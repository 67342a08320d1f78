import { firstLine } from './sorted-lines.ts'

/** What is found by a key; read when it is first asked for. */
export type Lookup<T> = { readonly get: (key: string) => T | undefined }

/** The lines of a packed text. */
export const linesOf = (text: string): readonly string[] => (text === '' ? [] : text.split('\n'))

/** A packed table: lines of key, tab and what it leads to, in the order of their letters' codes; all of them, or those that begin with some letters. */
export const tableOf = (text: string, start = ''): Map<string, string> => {
  const table = new Map<string, string>()
  for (let at = firstLine(text, '\n', start); at < text.length && text.startsWith(start, at); ) {
    const [tab, end] = [text.indexOf('\t', at), text.indexOf('\n', at)]
    table.set(text.slice(at, tab), text.slice(tab + 1, end))
    at = end + 1
  }
  return table
}

/** What a packed table holds under a key. Its lines are parted when they are first asked for, those that begin alike together: most of a large one is never asked for. */
export const partly = <T = string>(text: string): ((key: string) => Map<string, string | T>) => {
  const parts = remember((start: string): Map<string, string | T> => tableOf(text, start))
  return (key) => parts(key.length < 2 ? `${key}\t`.slice(0, 2) : key.slice(0, 2))
}

/** What a table leads to, read in its place once it is asked for: most words that are asked for stand in none, and one look tells. The table is taken over. */
export const lookup = <T extends object>(tableFor: (key: string) => Map<string, string | T>, read: (text: string) => T): Lookup<T> => ({
  get: (key) => {
    const table = tableFor(key)
    const found = table.get(key)
    if (typeof found !== 'string') return found
    const value = read(found)
    table.set(key, value)
    return value
  },
})

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
