import { hashBehind } from './sha-256.ts'

/** A content hash of 32 hexadecimal digits: the same parts give the same id on every machine. Parts are kept apart by a character no text holds. */
export const contentId = (...parts: readonly (string | number | null)[]): string =>
  hashBehind('')(parts.map((part) => (part === null ? '\u0000' : String(part))).join('\u001f'))

/**
 * The id of what was found in a sentence: from its article, its words, how often the same sentence stood before (`repeat`), and the trigger's place in it,
 * as offsets from its start. What stands elsewhere in the article changes no id. `what` is `event`, or the reason of a rejection.
 */
export const findingId = (article: string, words: string, repeat: number, start: number, end: number, what: string): string => {
  if (latest === null || latest.article !== article || latest.words !== words || latest.repeat !== repeat)
    latest = { article, words, repeat, hash: hashBehind(`${article}\u001f${words}\u001f${repeat}\u001f`) }
  return latest.hash(`${start}\u001f${end}\u001f${what}`)
}

/** What is found in one sentence begins alike. */
let latest: { readonly article: string; readonly words: string; readonly repeat: number; readonly hash: (end: string) => string } | null =
  null
