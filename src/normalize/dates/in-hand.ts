import type { Mark } from './story.ts'
import type { Surroundings } from './surroundings.ts'

const REACH = 320

/**
 * Whether news still tells of a day that it has named: in the same paragraph, and where `goesOn` what is past in the one after it ("… on Nov. 6. / By 9:30 a.m.
 * snipers had ringed it").
 */
export const isInHand = (
  { source, period, section }: Mark,
  goesOn: boolean,
  { block, tense }: Surroundings,
  publication: number | null,
): boolean => {
  if (block === null || source.start >= block.start) return block !== null
  if (!goesOn || section !== block.section || block.start - source.start > REACH) return false
  return publication !== null && period.first <= publication && tense() === 'past'
}
