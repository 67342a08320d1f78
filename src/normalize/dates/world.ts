import type { Telling } from '../../document.ts'
import type { Story } from './story.ts'

/** What a reckoning starts from: how the article tells time, its day of publication (a day number) and what the story has named so far. */
export type World = { readonly telling: Telling; readonly publication: number | null; readonly story: Story }

/** The anchor as `Timex` spells it. */
export const PUBLICATION = 'publication'
export const anchorAt = (span: { readonly start: number; readonly end: number }): string => `text:${span.start}-${span.end}`
