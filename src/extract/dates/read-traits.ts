import type { Article } from '../../document.ts'
import { tellsByClock } from './clock-labels.ts'
import type { Traits } from './expression.ts'

const FIGURES = /(?<![\d/])(\d{1,2})\/(\d{1,2})\/(?:\d{4}|\d{2})(?![\d/])/g

const BEFORE_CHRIST = /\b\d{1,4}\s?(?:BCE?|B\.C\.)/g
const COUNTS_BACK = 3

/** How an article writes dates; 3/4/2012 is the third of April where some date of it can only be read so (13/4) and none only the other way. */
export const readTraits = (article: Article): Traits => {
  const pairs = [...article.text.matchAll(FIGURES)].map((m) => [Number(m[1]), Number(m[2])] as const)
  const beforeChrist = [...article.text.matchAll(BEFORE_CHRIST)].length >= COUNTS_BACK
  return {
    dayFirst: pairs.some(([a]) => a > 12 && a <= 31) && !pairs.some(([, b]) => b > 12 && b <= 31),
    byClock: tellsByClock(article),
    beforeChrist,
  }
}
