import { foldName } from '../lexicon/fold.ts'

/** An actor's words without what changes from sentence to sentence. `key` is the same for its spellings. */
export type PlainName = { readonly kind: 'name' | 'role'; readonly name: string; readonly key: string }

const AROUND =
  /^(?:(?:the|a|an|its|their|his|her|our|this|that|these|those|some|many|several|most|all|both|other|more|at least|up to|about|around|nearly|over|more than|dozens of|hundreds of|thousands of|\d[\d,.]*|one|two|three|four|five|six|seven|eight|nine|ten)\s+)+/i

/**
 * An actor as an entry would name it: without articles, quantities and possessors; a name keeps its capitals. Null where nothing is left, or a pronoun. A
 * single word with a capital is a name only where nothing tells its role: "Government" may stand first in its sentence.
 */
export const plainName = (text: string, role: string | null): PlainName | null => {
  const name = text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(AROUND, '')
    .replace(/['’]s?$/, '')
  if (name === '' || PRONOUN.test(name)) return null
  const isName = /\p{Lu}/u.test(name.slice(1)) || (role === null && /^\p{Lu}/u.test(name))
  return isName ? { kind: 'name', name, key: foldName(name) } : { kind: 'role', name: name.toLowerCase(), key: name.toLowerCase() }
}

const PRONOUN = /^(?:it|he|she|they|we|you|i|them|him|her|who|which|that|those|these|one|others?|both)$/i
