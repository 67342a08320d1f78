import type { Article } from '../../document.ts'

const ZONE = ' ?(?:GMT|UTC|BST|EST|EDT|ET|CET|CEST|EET|MSK|IST|JST|local(?: time)?|hours|hrs|h)\\b'

/** Four figures that open a line as a label, which may be a year or hours and minutes: "1705 - …", "- 1730 GMT: …". */
export const LABEL = new RegExp(
  `(?=\\d{4})(?<=^[ \\t]*(?:[-–—•*][ \\t]*)?)(?<figures>\\d{4})(?<zone>${ZONE})?(?=[ \\t]*:|[ \\t]+[-–—]|[-–—]{2})`,
  'gm',
)

/** What a heading, or the words above a list, say where they go through a day. */
const THROUGH_A_DAY = /\b(?:hour[ -]by[ -]hour|minute[ -]by[ -]minute|blow[ -]by[ -]blow|live updates)\b/i
const TIMES_IN = /\b(?:all )?times (?:are )?(?:in )?(?:GMT|UTC|local)\b/i
/** What is over within a day, unlike a war. */
const EVENT =
  '(?:attack|raid|assault|ambush|siege|stand-?off|bombing|shooting|blast|explosion|massacre|assassination|hijacking|hostage crisis|rescue|coup|riot|day|night|evening|morning)'
const DAY = '(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|yesterday|today|tonight)'
const OF_A_DAY = new RegExp(`\\b(?:${EVENT} unfolded|unfolded (?:on )?${DAY})\\b`, 'i')
const NEAR = new RegExp(`\\b(?:as it happened|unfolded|${DAY})\\b`, 'i')
const OTHER_YEAR = /\b(?:1\d{3}|20\d{2})\b/g

const FEWEST = 3
const FARTHEST_APART = 200

/** How far two times are apart, also over midnight. */
const apart = (a: string, b: string): number => {
  const distance = Math.abs(Number(a) - Number(b))
  return Math.min(distance, 2400 - distance)
}

/** Every five minutes, as times are rounded; few years end so thrice in a row, but for centuries and their halves. */
const areRounded = (figures: readonly string[]): boolean => figures.every((f) => /[05]$/.test(f)) && figures.some((f) => !/[05]0$/.test(f))

/**
 * Whether an article's labels are hours and minutes, and not years, of which plans name some to come: where they have a zone, one is 0930 or the article says that it goes through a
 * day; else where they follow closely and one is far to come (2130), or all are before the years that news goes back to. What could be years (1705, 1730) needs words above that tell of a day, and
 * no other year anywhere.
 */
export const tellsByClock = ({ text, title, published }: Article): boolean => {
  if (published === null) return false
  const labels = [...text.matchAll(LABEL)]
  const figures = labels.map(({ groups }) => groups?.figures ?? '')
  if (!figures.every((f) => /^(?:[01]\d|2[0-3])[0-5]\d$/.test(f))) return false
  if (labels.some(({ groups }) => groups?.zone !== undefined)) return true
  if (figures.length < FEWEST) return false
  const head = `${title ?? ''}\n${text.slice(0, labels[0]?.index)}`
  if (THROUGH_A_DAY.test(head) || TIMES_IN.test(text) || figures.some((f) => f < '1000')) return true
  if (figures.some((f, i) => apart(f, figures[i - 1] ?? f) > FARTHEST_APART)) return false
  if (figures.some((f) => f > '2100') || figures.every((f) => f < '1600')) return true
  const year = published.slice(0, 4)
  if ((text.replace(LABEL, '').match(OTHER_YEAR) ?? []).some((other) => other !== year)) return false
  const startBefore = (century: string): boolean => figures.some((f) => f < century)
  if (OF_A_DAY.test(head)) return startBefore('1900')
  return areRounded(figures) && (startBefore('1600') || (startBefore('1800') && NEAR.test(head)))
}
