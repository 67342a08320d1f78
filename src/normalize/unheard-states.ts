import type { Lexicon } from '../lexicon/index-lexicon.ts'
import type { UnheardState } from '../lexicon/with-states.ts'
import { type Evidence, findEvidence, NAME } from './unheard/find-evidence.ts'
import { findPaired, LIKE_STATE } from './unheard/find-paired.ts'

/**
 * The states of an article that neither the lexicon nor the gazetteer knows, by what only a state has ("Zendia's foreign minister", "the Zendian navy"): invented ones,
 * as in exercises, and new ones. What a man may have as well ("Blair's government") tells only beside something else.
 */
export const findUnheardStates = (text: string, lexicon: Lexicon): readonly UnheardState[] => {
  const { names, adjectives, people, barred } = findEvidence(text, lexicon)
  const candidates = [...names].filter(([name]) => !barred.has(name))
  const paired = findPaired(text, lexicon, candidates, people, adjectives)
  if (adjectives.size + people.size + paired.size === 0 && !candidates.some(([, { own, shared }]) => own || shared)) return []
  const state = (name: string): UnheardState => ({ name, demonyms: adjectivesOf(name, text) })
  const isState = ([name, { own, shared, where, slot, village }]: [string, Evidence]): boolean => {
    const like = LIKE_STATE.test(name)
    if (own || (like && shared) || paired.has(name)) return true
    const told = adjectivesOf(name, text)
    const isAdjectived = told.length > 0
    return (
      !village &&
      (told.some((adjective) => adjectives.has(adjective)) ||
        // Thinkers have their adjectives in -ian: "Zendan" is of "Zenda".
        (slot && name.endsWith('a') && told.includes(`${name}n`)) ||
        (like && (slot || isAdjectived)) ||
        (shared && where) ||
        ((shared || where) && isAdjectived))
    )
  }
  const first = new Set(candidates.filter(isState).map(([name]) => name))
  const joined = first.size === 0 ? new Set<string>() : joinedWith(first, text)
  const beside = candidates.flatMap(([name]) =>
    first.size > 0 && !first.has(name) && (LIKE_STATE.test(name) || joined.has(name)) ? [name] : [],
  )
  const states = [...first, ...beside].map(state)
  const told = new Set(states.flatMap(({ demonyms }) => demonyms))
  const others = states.length + adjectives.size === 0 ? [] : [...new Set([...adjectives, ...people])]
  return [...states, ...others.flatMap((name) => (told.has(name) || barred.has(name) ? [] : [{ name, demonyms: [name] }]))]
}

/** "Zendian" of "Zendia": the words of the text that begin as a name does and end as adjectives of states do. */
const adjectivesOf = (name: string, text: string): readonly string[] => {
  const stem = name.replace(/[aeiouy]+$/, '')
  if (stem.length < 3) return []
  const forms = text.match(new RegExp(`(?<!\\p{L})${stem}(?:[aeiouy]{0,2}n|ese|ish|i|ic)(?=s?(?!\\p{L}))`, 'gu')) ?? []
  return [...new Set(forms)].filter((form) => form !== name)
}

/** The names that stand in a row with some: "Zendia and Karvia", "Zendia, Karvia and Lorn". */
const joinedWith = (names: ReadonlySet<string>, text: string): ReadonlySet<string> =>
  new Set(
    [...text.matchAll(IN_A_ROW)].flatMap(([, one = '', other = '']) => [
      ...(names.has(one) ? [other] : []),
      ...(names.has(other) ? [one] : []),
    ]),
  )

const IN_A_ROW = new RegExp(`(${NAME.source})(?=(?:,| and) (${NAME.source}))`, 'gu')
