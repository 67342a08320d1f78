import { sha256 } from '../sha256.ts'

/** A content hash of 32 hexadecimal digits: the same parts give the same id on every machine. Parts are kept apart by a character no text holds. */
export const contentId = (...parts: readonly (string | number | null)[]): string =>
  half(sha256('', parts.map((part) => (part === null ? '\u0000' : String(part))).join('\u001f')))

/**
 * The id of what was found in a sentence: from its article, its words, how often the same sentence stood before (`repeat`), and the trigger's place in it,
 * as offsets from its start. What stands elsewhere in the article changes no id. `what` is `event`, or the reason of a rejection.
 */
export const findingId = (article: string, words: string, repeat: number, start: number, end: number, what: string): string =>
  half(sha256(`${article}\u001f${words}\u001f${repeat}\u001f`, `${start}\u001f${end}\u001f${what}`))

const half = (hash: string): string => hash.slice(0, 32)
