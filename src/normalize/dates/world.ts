import type { Telling } from '../../document.ts'
import type { Mark, Story } from './story.ts'

/**
 * What a reckoning starts from: how the article tells time, its day of publication (a day number) and what the story has named so far. `aside` is the last date named
 * that moved no story ("since 18 August"): "that day" may still mean it.
 */
export type World = { readonly telling: Telling; readonly publication: number | null; readonly story: Story; readonly aside: Mark | null }

/** The date that "that day" or "that May" points at: the last one named, though it be an aside. */
export const pointedAt = ({ story, aside }: World): Story =>
  aside !== null && aside.source.start > (story[0]?.source.start ?? -1) ? [aside, ...story] : story

/** The anchor as `Timex` spells it. */
export const PUBLICATION = 'publication'
export const anchorAt = (span: { readonly start: number; readonly end: number }): string => `text:${span.start}-${span.end}`
