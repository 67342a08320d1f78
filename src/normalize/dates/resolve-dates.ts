import type { Block, Document, Timex } from '../../document.ts'
import { findDates } from '../../extract/find-dates.ts'
import type { Lexicon } from '../../lexicon/index-lexicon.ts'
import { readIsoDate } from './days.ts'
import { fitToKind } from './fit-to-kind.ts'
import { moveStory } from './move-story.ts'
import { reckon } from './reckon.ts'
import { surroundingsOf } from './surroundings.ts'
import type { World } from './world.ts'

/**
 * Finds the time expressions of a document and reckons their TIMEX3 values over the course of its story.
 * The result is ordered by `start`, its spans don't overlap, and it is the same in every time zone and under any clock.
 */
export const resolveDates = (document: Document, lexicon: Pick<Lexicon, 'classesOf'>): readonly Timex[] => {
  const { text, published, kind } = document.article
  const all = findDates(document)
  const publication = readIsoDate(published)
  const { telling } = document
  const history = kind === 'history' || (kind === null && telling === 'narrative')
  let world: World = { telling, publication, story: [], aside: null }
  let at = 0
  const timexes: Timex[] = []
  for (const found of all.flatMap((f) => fitToKind(text, f, history) ?? [])) {
    while ((document.blocks[at]?.end ?? Number.POSITIVE_INFINITY) <= found.start) at++
    const block: Block | null = document.blocks[at] ?? null
    const around = surroundingsOf(text, found, block, lexicon)
    const outcome = reckon(text, found, around, world)
    timexes.push(outcome.timex)
    world = moveStory(outcome, found, around, world, lexicon)
  }
  return timexes
}
