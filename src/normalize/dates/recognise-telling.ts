import type { Telling } from '../../document.ts'
import type { Found } from '../../extract/dates/expression.ts'
import { civilOf } from './days.ts'

/**
 * How a text of unknown kind tells time, by its own expressions: a narrative names years of its own and hardly ever a bare weekday, "yesterday" or "last week".
 * `publication` is a day number; a text without one can only be a narrative.
 */
export const recogniseTelling = (found: readonly Found[], publication: number | null): Telling => {
  if (publication === null) return 'narrative'
  const { year } = civilOf(publication)
  const near = found.filter(isNear).length
  const far = found.filter((f) => isFar(f, year)).length
  return far > 2 * near && far >= found.length / 10 ? 'narrative' : 'news'
}

/** Counted from the day of writing: "yesterday", "on Friday", "last month". */
const isNear = ({ meaning }: Found): boolean =>
  meaning.kind === 'step'
    ? meaning.step.from === 'speech'
    : meaning.kind === 'calendar' &&
      (meaning.pick?.from === 'speech' ||
        meaning.within?.from === 'speech' ||
        (meaning.fields.weekday !== undefined && meaning.fields.day === undefined))

/** A year of its own, and not the one of publication. */
const isFar = ({ meaning }: Found, year: number): boolean =>
  meaning.kind === 'calendar' && meaning.fields.year !== undefined && meaning.fields.year !== year
