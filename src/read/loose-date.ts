import { checkPublished } from './check-published.ts'

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const ZONES: Readonly<Record<string, string>> = {
  ut: 'Z',
  utc: 'Z',
  gmt: 'Z',
  z: 'Z',
  est: '-05:00',
  edt: '-04:00',
  cst: '-06:00',
  cdt: '-05:00',
  mst: '-07:00',
  mdt: '-06:00',
  pst: '-08:00',
  pdt: '-07:00',
}

const WEEKDAY = String.raw`(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,?\s+)?`
const TIME = String.raw`(\d{1,2})[:.](\d\d)(?::(\d\d)(?:\.\d+)?)?(?:\s*([ap])\.?m\.?)?`
const ZONE = String.raw`(?:\s*(?:(?:GMT|UTC)(?=[+-]))?([+-]\d\d:?\d\d|[a-z]+))?`
const MONTH = String.raw`([a-z]{3})[a-z]*\.?`
const DAY = String.raw`(\d{1,2})(?:st|nd|rd|th)?`
const shape = (...parts: readonly string[]): RegExp => new RegExp(`^${parts.join('')}$`, 'i')

const ISO_IN_WORDS = /^(\d{4}-\d\d-\d\d[T ][\d:.]+)\s*(?:UTC|GMT)$/i
const COMPACT = /^(\d{4})(\d\d)(\d\d)(?:T?(\d\d)(\d\d)(\d\d)?(?:\.\d+)?(Z|[+-]\d{4})?)?$/
const SLASHED = shape(String.raw`(\d{4})[/.-](\d{1,2})[/.-](\d{1,2})`, `(?:\\s+${TIME}${ZONE})?`)
const MAIL = shape(
  WEEKDAY,
  DAY,
  String.raw`[\s-]+`,
  MONTH,
  String.raw`,?[\s-]+(\d{4}|\d\d(?=\s+\d+:))`,
  `(?:\\s+${TIME}${ZONE}(?:\\s*\\([^)]*\\))?)?`,
)
const AMERICAN = shape(
  WEEKDAY,
  MONTH,
  String.raw`\s+`,
  DAY,
  String.raw`,?\s+(\d{4})`,
  `(?:,?\\s+(?:at\\s+)?${TIME}${ZONE}(?:\\s*\\([^)]*\\))?)?`,
)
const UNIX = shape(WEEKDAY, MONTH, String.raw`\s+(\d{1,2})\s+`, TIME, ZONE, String.raw`\s+(\d{4})`)

/**
 * A date as feeds, mail and web pages write it, in ISO 8601: RFC 5322 ("Wed, 05 Apr 2023 10:30:00 +0200", also with the two digits of a year that its forerunners had), ISO in its long
 * and short forms ("20230405T103000Z", "20230405103000"), as Unix does ("Wed Apr  5 10:30:00 2023"), or an English month ("April 5, 2023 10:30 AM"). Null for what could be read in more ways than one
 * ("05/04/2023") or not at all.
 */
export const looseDate = (text: string | null | undefined): string | null => {
  // Java names the zone once more: "2023-04-05T10:30:00-07:00[America/Los_Angeles]".
  const given = (text?.trim() ?? '').replace(/\[[\w/+-]+\]$/, '')
  const iso = checkPublished(given.replace(ISO_IN_WORDS, '$1Z'))
  if (iso !== null) return iso
  const compact = COMPACT.exec(given)
  if (compact) {
    const [, y, m, d, hour, minute, second, zone = ''] = compact
    return checkPublished(`${y}-${m}-${d}${hour ? `T${hour}:${minute}:${second ?? '00'}${zone.replace(/(\d\d)(\d\d)$/, '$1:$2')}` : ''}`)
  }
  const slashed = SLASHED.exec(given)
  if (slashed) return onDay(slashed[1], slashed[2], slashed[3], slashed.slice(4))
  const mail = MAIL.exec(given)
  if (mail) return written(mail[3], mail[2], mail[1], mail.slice(4))
  const american = AMERICAN.exec(given)
  if (american) return written(american[3], american[1], american[2], american.slice(4))
  const unix = UNIX.exec(given)
  return unix ? written(unix[8], unix[1], unix[2], unix.slice(3, 8)) : null
}

const written = (year: string | undefined, name = '', day: string | undefined, time: readonly (string | undefined)[]): string | null => {
  const month = MONTHS.indexOf(name.toLowerCase()) + 1
  return month === 0 ? null : onDay(year, String(month), day, time)
}

// RFC 5322 §4.3.
const century = (year: string): string => (year.length === 4 ? year : `${Number(year) < 50 ? 20 : 19}${year}`)

const onDay = (year = '', month = '', day = '', [hour, minute, second, half, zone]: readonly (string | undefined)[]): string | null => {
  const date = `${century(year)}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  if (hour === undefined) return checkPublished(date)
  const offset = zone === undefined ? '' : (ZONES[zone.toLowerCase()] ?? (/^[+-]/.test(zone) ? zone.replace(/:?(\d\d)$/, ':$1') : ''))
  const hours = half === undefined ? Number(hour) : (Number(hour) % 12) + (half.toLowerCase() === 'p' ? 12 : 0)
  return checkPublished(`${date}T${String(hours).padStart(2, '0')}:${minute}:${second ?? '00'}${offset}`)
}
