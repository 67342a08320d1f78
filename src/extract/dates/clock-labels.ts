import type { Article } from '../../document.ts'
import { pattern } from './words.ts'

const ZONE = ' ?(?:GMT|UTC|BST|EST|EDT|ET|CET|CEST|EET|MSK|IST|JST|local(?: time)?|hours|hrs|h)\\b'

/** Four figures that open a line as a label, which may be a year or hours and minutes: "1705 - …", "- 1730 GMT: …". */
export const LABEL = pattern(`(?<=^[ \\t]*(?:[-–—•*][ \\t]*)?)(?<figures>\\d{4})(?<zone>${ZONE})?(?=[ \\t]*:|[ \\t]+[-–—]|[-–—]{2})`, 'gm')

/** What an article says of itself that goes through a day. */
const THROUGH_A_DAY =
  /\b(?:hour[ -]by[ -]hour|minute[ -]by[ -]minute|blow[ -]by[ -]blow|as it happened|unfolded|live updates|(?:all )?times (?:are )?(?:in )?(?:GMT|UTC|local))\b/i
const NEAR = /\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|yesterday|today|tonight)\b/i
const OTHER_YEAR = /\b(?:1\d{3}|20\d{2})\b/g

const FEWEST = 3
const FARTHEST_APART = 200

/**
 * Whether an article's labels are hours and minutes that follow closely, and not years that a chronology goes through up to its own. Evening hours look like years, too (1705, 1730): there
 * the article has to say that it goes through a day, or to tell of one nearby and of no other year.
 */
export const tellsByClock = ({ text, title, published }: Article): boolean => {
  if (published === null) return false
  const labels = [...text.matchAll(LABEL)].map(({ groups }) => ({ figures: groups?.figures ?? '', zoned: groups?.zone !== undefined }))
  const year = published.slice(0, 4)
  const close = labels.every(
    ({ figures }, i) =>
      /^(?:[01]\d|2[0-3])[0-5]\d$/.test(figures) && Math.abs(Number(figures) - Number(labels[i - 1]?.figures ?? figures)) <= FARTHEST_APART,
  )
  if (!close) return false
  if (labels.some(({ figures, zoned }) => zoned || figures < '1600' || figures > year)) return true
  if (labels.length < FEWEST) return false
  if (THROUGH_A_DAY.test(`${title ?? ''}\n${text}`)) return true
  const others = text.replace(LABEL, '').match(OTHER_YEAR) ?? []
  return labels.some(({ figures }) => figures < '1900') && NEAR.test(text) && others.every((other) => other === year)
}
