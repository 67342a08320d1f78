import type { Article, Telling } from '../document.ts'
import { LABEL, tellsByClock } from './dates/clock-labels.ts'
import { MONTH_NAMES, MONTH_SHORT } from './dates/words.ts'

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

const YEAR = /\b(?:1\d{3}|20\d{2})\b|\b\d{2,4} BCE?\b/g
const NEAR = /\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|\b(?:yesterday|today|tonight|(?:this|last|next) (?:week|month|year))\b/gi

const MONTH = `(?:${MONTH_NAMES}|${MONTH_SHORT})\\.?`
const DAY = `\\d{1,2}(?:st|nd|rd|th)?(?:\\s?[-–/]\\s?(?:${MONTH} )?\\d{1,2})?`
/** A line that a date opens as a label: "Nov. 12 - …", "- 27 August: …", "2019, July 2: …". */
const DATED = `^[ \\t]*(?:[-–—•*][ \\t]*)?(?:(?:Early|Mid|Late)[ -])?(?:${MONTH}(?: ${DAY})?(?:,? \\d{4})?|${DAY} ${MONTH}(?:,? \\d{4})?|(?:1\\d|20)\\d{2}(?:,? ${MONTH}(?: ${DAY})?)?)`
const ENTRY = new RegExp(`${DATED}(?::|[ \\t]+[-–—]|[-–—]{2})`, 'gmi')
/** A line that is a date and no more, above what it dates. */
const HEADING = new RegExp(`${DATED}[ \\t]*$`, 'gmi')
const FEWEST_ENTRIES = 4

/** Whether dated entries are most of the article; a heading has a paragraph or two below it. Where no line is blank, each is a paragraph. */
const isChronology = (text: string): boolean => {
  const headings = text.match(HEADING)?.length ?? 0
  const entries = text.match(ENTRY)?.length ?? 0
  if (headings + entries < FEWEST_ENTRIES) return false
  const paragraphs = text.split(/\n\s*\n/.test(text) ? /\n\s*\n|\n(?=[ \t]*[-–—•*] )/ : /\n+/)
  return headings * 3 + entries * 2 >= paragraphs.length
}

/**
 * How an article tells time: by its kind where that is known, else by its own words. A narrative names years other than that of publication, three at least and
 * one in some 1,600 characters, and hardly ever a weekday, "yesterday" or "last week" (right for all eleven histories and thirteen articles it was tried on). So is
 * an article that is made up of dated entries, whatever the years.
 */
export const recogniseTelling = (article: Article): Telling => {
  const { kind, published, text: whole } = article
  const known = kind === null ? undefined : KINDS[kind.toLowerCase()]
  if (known) return known
  if (published === null) return 'narrative'
  // The hours at which somebody reports as the day goes are no years.
  const text = tellsByClock(article) ? whole.replace(LABEL, '') : whole
  if (isChronology(text)) return 'narrative'
  const years = [...text.matchAll(YEAR)].filter(([year]) => year !== published.slice(0, 4)).length
  const near = text.match(NEAR)?.length ?? 0
  return years >= 3 && years * 1600 >= text.length && years > 3 * near ? 'narrative' : 'news'
}
