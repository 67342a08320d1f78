import type { Block, Dateline, Span } from '../../document.ts'

const NAME = String.raw`\p{Lu}[\p{L}\p{M}.'’-]*`
const PLACE = String.raw`${NAME}(?: (?:${NAME}|de|del|la|las|los|el|al|of|the|di|do|da|dos|upon|am|an|der|sur))*`
const MONTH = String.raw`(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)`
const DAY = String.raw`(?:(?:Sun|Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?)(?:day|\.)?,?\s+)?`
const DATE = String.raw`${DAY}(?:${MONTH}\.?\s+\d{1,2}(?:,?\s+\d{4})?|\d{1,2}\s+${MONTH}\.?(?:,?\s+\d{4})?)|(?:Sun|Mon|Tues|Wednes|Thurs|Fri|Satur)day`
const AGENCY = String.raw`\([^()\n]{2,60}\)|\/[\p{Lu}][\p{L} -]{1,20}\/|(?<=\d,\s*)\p{Lu}{2,6}(?=\s+--?\s)`

/** "MOSCOW (AP) —", "KHARTOUM/JEDDAH -", "ISTANBUL, July 3 (Reuters) -", "MOSCOW, April 5. /TASS/.", "ISLAMABAD:", "(Reuters) -" at the front. */
const DATELINE = new RegExp(
  String.raw`^(?<places>${PLACE}(?:\s?/\s?${PLACE})*)?(?<region>(?:,\s*(?!${DATE})${PLACE}){0,2})` +
    String.raw`(?<dated>[,.]?\s*(?<date>${DATE}))?(?<agency>[.,]?\s*(?:${AGENCY}))?(?<dash>\.?\s*(?:—|–|--|-|_|:)(?=\s|$|["“])|\.(?=\s)|(?<=\))(?=\s*\p{Lu}))\s*`,
  'u',
)

/** Cuts a dateline off the front of a paragraph, up to where its first sentence begins; null where there is none. */
export const findDateline = (text: string, block: Block): Dateline | null => {
  const head = text.slice(block.start, Math.min(block.end, block.start + 160))
  if (block.kind !== 'prose' && !(block.kind === 'heading' && TOWN_ALONE.test(head.trim()))) return null
  const match = DATELINE.exec(head)
  if (!match || !isDateline(match, head.slice(match[0].length))) return null
  const { places = '', date } = match.groups ?? {}
  const at = date === undefined ? -1 : block.start + places.length + match[0].slice(places.length).indexOf(date)
  return {
    start: block.start,
    end: Math.min(block.end, block.start + match[0].length),
    block: block.index,
    places: placesIn(places, block.start),
    date: date === undefined ? null : { start: at, end: at + date.length },
  }
}

/** "KARACHI:" on a line of its own. */
const TOWN_ALONE = /^\p{Lu}{4,20}:$/u

// Labels and bodies that stand before a dash as a place does.
const NO_PLACE =
  /^(?:AN?|THE|I|OK|UPDATE|ANALYSIS|EXPLAINER|EXCLUSIVE|FACTBOX|TIMELINE|BREAKING|OPINION|WATCH|LIVE|NEWS|NOTE|WHAT|WHO|WHY|HOW|WHEN|WHERE|Q|A|NATO|EU|UN|U\.N\.|UNHCR|UNICEF|IAEA|IMF|WHO|WTO|OSCE|ICC|OPEC|ECOWAS|ASEAN|AU|GCC|G7|G8|G20|FARC|ISIS|ISIL|IS|PKK|PLO|CIA|FBI|KGB|FSB|BBC|CNN|RSF|SAF|TPLF|M23|COVID-19|AI)$/
const LABEL = /\b(?:UPDATE|ANALYSIS|EXPLAINER|EXCLUSIVE|FACTBOX|TIMELINE|BREAKING|OPINION|NEWSMAKER|INTERVIEW|HIGHLIGHTS|BACKGROUND)\b/

/**
 * Capitals, an agency or a date make a dateline. A place in small letters needs a long dash, or the line to itself, and a sentence behind that no second
 * dash interrupts ("Finland — Sweden's neighbour — joined").
 */
const isDateline = (match: RegExpExecArray, rest: string): boolean => {
  const { places = '', region = '', date, agency = '', dash = '' } = match.groups ?? {}
  const alone = rest.trim() === ''
  if (!alone && !/^["“‘'(]*[\p{Lu}\p{N}]/u.test(rest)) return false
  if (places === '') return region === '' && date === undefined && /\(/.test(agency) && isAgency(agency) && dash !== '.' && dash !== ':'
  if (NO_PLACE.test(places) || LABEL.test(places) || places.split(' ').length > 6) return false
  const letters = places.replace(/[^\p{L}]/gu, '')
  const capitals = letters.length > 2 && places === places.toUpperCase()
  if (dash === '.' || dash === '')
    return agency !== '' && (isAgency(agency) || agency.includes('/')) && (capitals || date !== undefined || dash === '')
  // "Kathmandu, July 12:", "Washington: The fund on Wednesday approved": no one who speaks.
  if (dash.endsWith(':') && !capitals)
    return region === '' && !alone && (date !== undefined || (places.split(' ').length < 3 && IS_STORY.test(rest)))
  if (dash.endsWith(':')) return region === '' && letters.length > 3 && (!alone || date !== undefined || !places.includes(' '))
  if (capitals) return true
  if (agency !== '') return isAgency(agency) || date !== undefined
  if (date !== undefined) return true
  if (places.split(/[ /]+/).length > 4) return false
  return alone || (/[—–]|--/.test(dash) && places.split(' ').length <= 2 && !/\s(?:—|–|--)\s/.test(rest.split(/[.!?]\s/)[0] ?? ''))
}

/** A sentence of the third person that tells its day. */
const IS_STORY =
  /^(?:The|An?|At least|Police|Gunmen|Militants|Suspected|Unidentified|Thousands|Hundreds|\w+ people) [^.:"“]{4,120}(?:\b(?:on|late|early) (?:Sun|Mon|Tues|Wednes|Thurs|Fri|Satur)day\b|\b(?:yesterday|today)\b)/

const AGENCIES =
  /\b(?:Reuters|AP|AFP|EPA|EFE|DPA|dpa|ANSA|TASS|ITAR-TASS|Interfax|RIA|Sputnik|Xinhua|Kyodo|Yonhap|Anadolu|AA|UPI|PTI|ANI|IANS|CNN|BBC|RFE|VOA|SANA|IRNA|ISNA|KCNA|KUNA|WAM|SPA|MENA|Ukrinform|Bloomberg|Agencies|Agency|News|Press|Post|Times|Journal|IRIN|UN)\b|^\s*\(\p{Lu}[\p{Lu}\s/.-]{1,12}\)/u

const isAgency = (agency: string): boolean => AGENCIES.test(agency)

const placesIn = (places: string, offset: number): readonly Span[] =>
  [...places.matchAll(/[^\s/][^/]*(?=\s*\/|$)/g)].map(({ 0: part, index }) => {
    const name = part.trimEnd().replace(/(?<=\p{L}{3})\.$/u, '')
    return { start: offset + index, end: offset + index + name.length }
  })
