import type { Found } from '../../extract/dates/expression.ts'

/**
 * Whether an expression counts as one of time in a text of this sort. Histories are read as TIDES reads them, where "former" and "at the same time" tell time;
 * news as TimeML is applied to it, where they don't.
 */
export const keepForKind = (text: string, found: Found, history: boolean): boolean =>
  history || !(found.rule === 'same-time' || /^former(?:ly)?$/i.test(text.slice(found.start, found.end)))
