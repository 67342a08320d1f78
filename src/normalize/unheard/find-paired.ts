import type { Lexicon } from '../../lexicon/index-lexicon.ts'
import { type Evidence, NAME } from './find-evidence.ts'
import { signsOfStates } from './signs-of-states.ts'

/**
 * Names that a sentence tells of each other: both are called as states are ("Velmaria's talks with Karsovia"), or one does something to the other, and one is called so or the
 * sentence has what stands between states ("Drossen threatened Kelmar over the border", "the Kelmaran minister left the ceasefire talks with Drossen"). Two neighbours and
 * two firms are such names, too.
 */
export const findPaired = (
  text: string,
  lexicon: Lexicon,
  candidates: readonly (readonly [string, Evidence])[],
  people: ReadonlySet<string>,
  adjectives: ReadonlySet<string>,
): ReadonlySet<string> => {
  const { together, betweenStates } = signsOfStates(lexicon)
  const near = new Set(
    candidates.flatMap(([name, { village }]) => ((village && !LIKE_STATE.test(name)) || text.includes(name.toLowerCase()) ? [] : [name])),
  )
  const villages = new Set(candidates.flatMap(([name, { village }]) => (village ? [name] : [])))
  if (near.size + people.size + adjectives.size < 2) return new Set()
  const inside = new Set(candidates.flatMap(([name, evidence]) => (evidence.inside ? [name] : [])))
  const owners = new Set(candidates.flatMap(([name, { own, shared }]) => (own || shared ? [name] : [])))
  const pairs = [...text.matchAll(SENTENCE)].flatMap(([sentence]) => {
    const words = [...new Set(sentence.match(NAME))]
    const told = words.filter((name) => near.has(name))
    if (told.every((name) => villages.has(name))) return []
    const alike = told.filter((name) => LIKE_STATE.test(name))
    const isBesideSuch =
      told.some((name) => owners.has(name)) || words.some((word) => PEOPLE.test(word) && people.has(word.replace(/s$/, '')))
    if (
      (alike.length > 1 && (together.test(sentence) || !(isRow(alike, sentence) || alike.every((name) => name.endsWith('land'))))) ||
      (alike.length > 0 && isBesideSuch)
    )
      return alike
    if (words.some((word) => adjectives.has(word.replace(/s$/, ''))) && betweenStates.test(sentence)) {
      const sides = told.filter((name) => inside.has(name))
      if (sides.length > 0) return sides
    }
    const [one, other] = told.length > 1 ? ((DOES_TO.exec(sentence) ?? DOES_WITH.exec(sentence))?.slice(1) ?? []) : []
    const isPair = one !== undefined && other !== undefined && told.includes(one) && told.includes(other)
    return isPair && (alike.length > 0 || betweenStates.test(sentence)) ? [one, other] : []
  })
  return new Set(pairs)
}

/** "Gardenia, Camellia and Magnolia": what stands in one row may be anything. */
const isRow = (names: readonly string[], sentence: string): boolean => {
  const first = sentence.indexOf(names[0] ?? '')
  const last = names.at(-1) ?? ''
  return /^(?:(?:,| and|, and)? ?\p{Lu}[\p{L}-]+)+$/u.test(sentence.slice(first, sentence.lastIndexOf(last) + last.length))
}

const PEOPLE = /(?:ian|ean)s?$/
const SENTENCE = /[^.!?\n]+/g
/** "Drossen attacked Kelmar". */
const DOES_TO = /^\s*(\p{Lu}\p{Ll}{3,}) (?!and |or )(?:\p{Ll}+ ){1,3}?(\p{Lu}\p{Ll}{3,})(?! \p{Lu})/u

/** "Drossen called off its summit with Kelmar". */
const DOES_WITH =
  /^\s*(\p{Lu}\p{Ll}{3,}) (?!and |or )[^,;:"“]{1,60} (?:summit|treaty|ceasefire|border|frontier) with (\p{Lu}\p{Ll}{3,})(?! \p{Lu})/u

/** "Zendia", "Vulgaristan", "Northland". */
export const LIKE_STATE = /(?:(?<!pho(?=b)|[mp]e(?=d))[bdklmnrtvxz]ia|stan|land| Minor| Major| Republic| Federation)$/
