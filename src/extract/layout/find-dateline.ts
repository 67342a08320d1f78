import type { Article, Block, Dateline, Span } from '../../document.ts'
import { isFresh } from './is-fresh.ts'

const NAME = String.raw`\p{Lu}[\p{L}\p{M}.'’-]*`
const PLACE = String.raw`${NAME}(?: (?:${NAME}|de|del|la|las|los|el|al|of|the|di|do|da|dos|upon|am|an|der|sur))*`
const MONTH = String.raw`(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)`
const DAY = String.raw`(?:(?:Sun|Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?)(?:day|\.)?,?\s+)?`
const DATE = String.raw`${DAY}(?:${MONTH}\.?\s+\d{1,2}(?:,?\s+\d{4})?|\d{1,2}\s+${MONTH}\.?(?:,?\s+\d{4})?)|(?:Sun|Mon|Tues|Wednes|Thurs|Fri|Satur)day`
const AGENCY = String.raw`\([^()\n]{2,60}\)|\/[\p{Lu}][\p{L} -]{1,20}\/|(?<=\d,\s*)\p{Lu}{2,6}(?=\s+--?\s)`

/** "MOSCOW (AP) —", "KHARTOUM/JEDDAH -", "ISTANBUL, July 3 (Reuters) -", "MOSCOW, April 5. /TASS/.", "ISLAMABAD:", "(Reuters) -" at the front. */
const DATELINE = new RegExp(
  String.raw`^(?<places>${PLACE}(?:\s?/\s?${PLACE})*)?(?<region>(?:,\s*(?!${DATE})${PLACE}){0,2})` +
    String.raw`(?<dated>[,.]?\s*(?<date>${DATE}))?(?<agency>[.,]?\s*(?:${AGENCY}))?(?<dash>\.?\s*(?:—|–|--|-|_|•|:)(?=\s|$|["“])|\.(?=\s)|(?<=\))(?=\s*\p{Lu}))\s*`,
  'u',
)

/** Whether reports are sent from a town of that name. */
export type IsTown = (name: string) => boolean

/** The datelines that are cut off the front of paragraphs. */
export const findDatelines = (article: Article, blocks: readonly Block[], isTown: IsTown): readonly Dateline[] => {
  const entries = new Set(blocks.filter((block) => ENTRY.test(headOf(article, block))))
  const opening = blocks.find((block) => block.kind === 'prose' || entries.has(block))
  // Several places with a colon are a list: of days, or of states and what each of them said.
  const isEntry = (block: Block): boolean => entries.has(block) && (entries.size > 1 || block !== opening)
  return blocks.flatMap((block) => (isEntry(block) ? [] : (findDateline(article, block, isTown) ?? [])))
}

const headOf = ({ text }: Article, block: Block): string => text.slice(block.start, Math.min(block.end, block.start + 160))

/** "KARACHI:" on a line of its own. */
const TOWN_ALONE = /^\p{Lu}{4,20}:$/u
/** "KYIV, Feb 24, 2022: …", or the former. */
const ENTRY = new RegExp(String.raw`${TOWN_ALONE.source}|^${PLACE}[,.]?\s+(?:${DATE}):\s`, 'u')

/** Up to where the first sentence of a paragraph begins; null where no dateline opens it. */
const findDateline = (article: Article, block: Block, isTown: IsTown): Dateline | null => {
  const head = headOf(article, block)
  if (block.kind !== 'prose' && !(block.kind === 'heading' && TOWN_ALONE.test(head.trim()))) return null
  const match = DATELINE.exec(head)
  if (!match || !isDateline(match, head.slice(match[0].length), article.published, isTown)) return null
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

// Labels and bodies that stand before a dash as a place does.
const NO_PLACE =
  /^(?:AN?|THE|I|OK|UPDATE|ANALYSIS|EXPLAINER|EXCLUSIVE|FACTBOX|TIMELINE|BREAKING|OPINION|WATCH|LIVE|NEWS|NOTE|WHAT|WHO|WHY|HOW|WHEN|WHERE|Q|A|NATO|EU|UN|U\.N\.|UNHCR|UNICEF|IAEA|IMF|WTO|OSCE|ICC|OPEC|ECOWAS|ASEAN|AU|GCC|G7|G8|G20|FARC|ISIS|ISIL|IS|PKK|PLO|CIA|FBI|KGB|FSB|BBC|CNN|RSF|SAF|TPLF|M23|COVID-19|AI)$/
const LABEL = /\b(?:UPDATE|ANALYSIS|EXPLAINER|EXCLUSIVE|FACTBOX|TIMELINE|BREAKING|OPINION|NEWSMAKER|INTERVIEW|HIGHLIGHTS|BACKGROUND)\b/

/**
 * Capitals, an agency or a date make a dateline. A place in small letters needs a long dash, or the line to itself, and a sentence behind that no second
 * dash interrupts ("Finland — Sweden's neighbour — joined").
 */
const isDateline = (match: RegExpExecArray, rest: string, published: string | null, isTown: IsTown): boolean => {
  const { places = '', region = '', date, agency = '', dash = '' } = match.groups ?? {}
  const alone = rest.trim() === ''
  if (!alone && !/^["“‘'(]*[\p{Lu}\p{N}]/u.test(rest)) return false
  if (places === '') return region === '' && date === undefined && /\(/.test(agency) && isAgency(agency) && dash !== '.' && dash !== ':'
  if (NO_PLACE.test(places) || LABEL.test(places) || places.split(' ').length > 6) return false
  const letters = places.replace(/[^\p{L}]/gu, '')
  const capitals = letters.length > 2 && places === places.toUpperCase()
  if (dash === '.' || dash === '')
    return agency !== '' && (isAgency(agency) || agency.includes('/')) && (capitals || date !== undefined || dash === '')
  // "Kathmandu, July 12:", "Washington: The fund on Wednesday approved": no one who speaks, no entry of a chronology.
  if (dash.endsWith(':')) {
    if (region !== '' || (capitals && letters.length < 4)) return false
    if (alone) return capitals && date === undefined && isTown(places)
    if (date !== undefined) return /\d/.test(date) && !/day$/.test(places) && (!capitals || isFresh(date, published))
    return capitals || (IS_STORY.test(rest) && isTown(places))
  }
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
