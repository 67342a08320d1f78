import type { Article, Telling } from '../document.ts'

const KINDS: Readonly<Record<string, Telling>> = {
  timeline: 'narrative',
  history: 'narrative',
  biography: 'narrative',
  chronology: 'narrative',
  wire: 'news',
  bulletin: 'news',
  feature: 'news',
  explainer: 'news',
  news: 'news',
  editorial: 'news',
}

const YEAR = /\b(?:1[0-9]{3}|20[0-9]{2})\b/g
const WEEKDAY =
  /\b(?:on|last|this|since|by|until) (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|\b(?:yesterday|today|tonight|this week|last week|last month)\b/gi

/** How an article tells time: by its kind where that is known, else by its own words, years against weekdays. */
export const recogniseTelling = (article: Article): Telling => {
  const known = article.kind === null ? undefined : KINDS[article.kind.toLowerCase()]
  if (known) return known
  if (article.published === null) return 'narrative'
  const thousands = Math.max(1, article.text.length / 1000)
  const years = (article.text.match(YEAR)?.length ?? 0) / thousands
  const weekdays = (article.text.match(WEEKDAY)?.length ?? 0) / thousands
  return years > 1.2 && years > 3 * weekdays ? 'narrative' : 'news'
}
