import type { Traits } from './expression.ts'

const FIGURES = /(?<![\d/])(\d{1,2})\/(\d{1,2})\/(?:\d{4}|\d{2})(?![\d/])/g

/** Whether 3/4/2012 is the third of April: British order, where some date of the article can only be read so (13/4) and none only the other way. */
export const readTraits = (text: string): Traits => {
  const pairs = [...text.matchAll(FIGURES)].map((m) => [Number(m[1]), Number(m[2])] as const)
  return { dayFirst: pairs.some(([a]) => a > 12 && a <= 31) && !pairs.some(([, b]) => b > 12 && b <= 31) }
}
