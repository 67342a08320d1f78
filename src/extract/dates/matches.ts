import type { TimexMod } from '../../document.ts'
import type { Found, Meaning } from './expression.ts'

/** A reading of one match: its meaning, and the part of the match that is the expression where that isn't the whole. */
export type Read = {
  readonly meaning: Meaning
  readonly mod?: TimexMod | null
  readonly start?: number
  readonly end?: number
  readonly rule?: string
}
export type Groups = Readonly<Record<string, string | undefined>>

/** Every match of a global pattern that `read` makes sense of. `start` and `end` of a reading count from the text's beginning. */
export const readMatches = (
  text: string,
  pattern: RegExp,
  rule: string,
  read: (groups: Groups, match: RegExpExecArray) => Read | null,
): readonly Found[] => {
  const found: Found[] = []
  // Not matchAll, which copies the expression at every call.
  pattern.lastIndex = 0
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    if (match[0] === '') pattern.lastIndex++
    const reading = read(match.groups ?? {}, match)
    if (reading === null) continue
    const start = reading.start ?? match.index
    const end = reading.end ?? match.index + match[0].length
    found.push({ start, end, meaning: reading.meaning, mod: reading.mod ?? null, rule: reading.rule ?? rule })
  }
  return found
}

/** The words before a position, for a look at what leads up to it. */
export const before = (text: string, at: number, length = 40): string => text.slice(Math.max(0, at - length), at)

/** The words after a position. */
export const after = (text: string, at: number, length = 40): string => text.slice(at, at + length)
