import type { TimexMod } from '../../../document.ts'

const MODS: readonly (readonly [string, TimexMod])[] = [
  ['no more than|not more than|at most|up to|as much as|as long as|a maximum of', 'EQUAL_OR_LESS'],
  ['no less than|not less than|at least|a minimum of|as little as', 'EQUAL_OR_MORE'],
  ['more than|over|well over|longer than|in excess of|upwards of', 'MORE_THAN'],
  ['less than|under|nearly|almost|fewer than|just under|not quite|close to|little more than', 'LESS_THAN'],
  ['about|around|some|roughly|approximately|an estimated|circa|perhaps|or so', 'APPROX'],
]

/** Words before a count that say how exact it is. */
export const APPROXIMATE = MODS.map(([words]) => words).join('|')

export const modOf = (words: string | undefined): TimexMod | null => {
  if (words === undefined) return null
  const said = words.toLowerCase().replace(/\s+/g, ' ').trim()
  return MODS.find(([list]) => list.split('|').includes(said))?.[1] ?? null
}
