import { fold, foldName } from '../../lexicon/fold.ts'
import type { Lexicon } from '../../lexicon/index-lexicon.ts'
import { remembered } from '../../lexicon/remembered.ts'
import { placesNamed } from './gazetteer.ts'

/** How much of an article's naming goes to each state: by its own name, its demonyms and capitals, and towns that are known well. Shares sum to 1. */
export const surveyArticle = (text: string, lexicon: Lexicon): ReadonlyMap<string, number> => {
  const stateOf = statesOf(lexicon)
  const counts = new Map<string, number>()
  for (const [word] of text.matchAll(/\p{Lu}[\p{L}'’]{2,}/gu)) counts.set(word, (counts.get(word) ?? 0) + 1)
  const tally = new Map<string, number>()
  let all = 0
  for (const [word, count] of counts) {
    const state = stateOf(word)
    if (state === null) continue
    tally.set(state, (tally.get(state) ?? 0) + count)
    all += count
  }
  return new Map([...tally].map(([state, count]) => [state, count / all]))
}

const FAMILIAR = 100

/** The state that a word stands for, the same in every article. */
const statesOf = (lexicon: Lexicon): ((word: string) => string | null) => {
  const before = known.get(lexicon)
  if (before !== undefined) return before
  const states = remembered((word) => findState(word.replace(/['’]s$/, ''), lexicon))
  known.set(lexicon, states)
  return states
}

const known = new WeakMap<Lexicon, (word: string) => string | null>()

const findState = (word: string, lexicon: Lexicon): string | null => {
  if (/^(North|South|East|West|Central|New|Island|Islands|President|Minister)$/.test(word)) return null
  const key = fold(word)
  const hit =
    lexicon.sight(word).most !== undefined
      ? lexicon.names.get(foldName(word))?.find((h) => h.actor?.kind === 'state' && h.how !== 'body')
      : undefined
  if (hit?.actor && hit.how !== 'capital') return hit.entity ?? hit.actor.entity
  const places = placesNamed(key.toLowerCase())
  const [first] = places.filter((p) => p.people >= FAMILIAR || p.rank === 'region' || p.rank === 'site')
  return first && places.every((p) => p.country === first.country || p.people < FAMILIAR / 10) && key.length > 3 ? first.country : null
}
