import type { Article } from '../../document.ts'

const ZONE = ' ?(?:GMT|UTC|BST|EST|EDT|ET|CET|CEST|EET|MSK|IST|JST|local(?: time)?|hours|hrs|h)\\b'

/** Four figures that open a line as a label, which may be a year or hours and minutes: "1705 - …", "- 1730 GMT: …". */
export const LABEL = new RegExp(
  `(?<=^[ \\t]*(?:[-–—•*][ \\t]*)?)(?<figures>\\d{4})(?<zone>${ZONE})?(?=[ \\t]*:|[ \\t]+[-–—]|[-–—]{2})`,
  'gm',
)

/** What an article says of itself that goes through a day. */
const THROUGH_A_DAY =
  /\b(?:hour[ -]by[ -]hour|minute[ -]by[ -]minute|blow[ -]by[ -]blow|live updates|(?:all )?times (?:are )?(?:in )?(?:GMT|UTC|local))\b/i
const NEAR = /\b(?:as it happened|unfolded|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|yesterday|today|tonight)\b/i
const OTHER_YEAR = /\b(?:1\d{3}|20\d{2})\b/g

const FEWEST = 3
const FARTHEST_APART = 200

/** How far two times are apart, also over midnight. */
const apart = (a: string, b: string): number => {
  const distance = Math.abs(Number(a) - Number(b))
  return Math.min(distance, 2400 - distance)
}

/**
 * Whether an article's labels are hours and minutes, and not years that a chronology goes through up to its own: where they have a zone or the article says that it goes through a day; else
 * where they follow closely and one of them could be no year. Evening hours could all be (1705, 1730): there the article has to tell of a day nearby or of what unfolded, and of no other year.
 */
export const tellsByClock = ({ text, title, published }: Article): boolean => {
  if (published === null) return false
  const labels = [...text.matchAll(LABEL)].map(({ groups }) => ({ figures: groups?.figures ?? '', zoned: groups?.zone !== undefined }))
  if (!labels.every(({ figures }) => /^(?:[01]\d|2[0-3])[0-5]\d$/.test(figures))) return false
  if (labels.some(({ zoned }) => zoned)) return true
  const head = `${title ?? ''}\n${text}`
  const many = labels.length >= FEWEST
  if (many && THROUGH_A_DAY.test(head)) return true
  if (labels.some(({ figures }, i) => apart(figures, labels[i - 1]?.figures ?? figures) > FARTHEST_APART)) return false
  const year = published.slice(0, 4)
  if (labels.some(({ figures }) => figures < '1600' || figures > year)) return true
  const others = text.replace(LABEL, '').match(OTHER_YEAR) ?? []
  return many && labels.some(({ figures }) => figures < '1900') && NEAR.test(head) && others.every((other) => other === year)
}
