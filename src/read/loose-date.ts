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

/**
 * A date as feeds, mail and web pages write it, in ISO 8601: RFC 5322 ("Wed, 05 Apr 2023 10:30:00 +0200"), ISO in its long and short forms
 * ("20230405T103000Z"), or an English month ("April 5, 2023"). Null for what could be read in more ways than one ("05/04/2023") or not at all.
 */
export const looseDate = (text: string | null | undefined): string | null => {
  const given = text?.trim() ?? ''
  const iso = checkPublished(given)
  if (iso !== null) return iso
  const compact = /^(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)?(Z|[+-]\d{4})?)?$/.exec(given)
  if (compact) {
    const [, y, m, d, hour, minute, second, zone = ''] = compact
    return checkPublished(`${y}-${m}-${d}${hour ? `T${hour}:${minute}:${second ?? '00'}${zone.replace(/(\d\d)(\d\d)$/, '$1:$2')}` : ''}`)
  }
  const slashed = /^(\d{4})[/.](\d\d)[/.](\d\d)$/.exec(given)
  if (slashed) return checkPublished(slashed.slice(1).join('-'))
  const mail =
    /^(?:[a-z]+,?\s+)?(\d{1,2})\s+([a-z]{3})[a-z]*\.?\s+(\d{4})(?:\s+(\d{1,2}):(\d\d)(?::(\d\d))?\s*([+-]\d{4}|[a-z]+)?(?:\s*\([^)]*\))?)?$/i.exec(
      given,
    )
  if (mail) return written(mail[3], mail[2], mail[1], mail.slice(4))
  const american = /^([a-z]{3})[a-z]*\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})$/i.exec(given)
  return american ? written(american[3], american[1], american[2], []) : null
}

const written = (year = '', name = '', day = '', [hour, minute, second, zone]: readonly (string | undefined)[]): string | null => {
  const month = MONTHS.indexOf(name.toLowerCase()) + 1
  if (month === 0) return null
  const offset = zone === undefined ? '' : (ZONES[zone.toLowerCase()] ?? (/^[+-]/.test(zone) ? zone.replace(/(\d\d)$/, ':$1') : ''))
  const date = `${year}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`
  return checkPublished(hour === undefined ? date : `${date}T${hour.padStart(2, '0')}:${minute}:${second ?? '00'}${offset}`)
}
