import type { Block, Dateline, Span } from '../../document.ts'

const PLACE = String.raw`(?:[A-Z][A-Z'’.-]+|(?:[A-Z][\p{L}'’.-]+))(?:\s+(?:[A-Z][\p{L}'’.-]*|de|la|el|al|of|the|di|do))*`
const REGION = String.raw`(?:,\s*[A-Z][\p{L}.'’ -]{1,30})?`
const DATE = String.raw`(?:,?\s*((?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?\s+\d{1,2}(?:,\s*\d{4})?|\d{1,2}\s+(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?(?:\s+\d{4})?))?`
const AGENCY = String.raw`(?:\s*\([^()\n]{2,60}\))?`
const DATELINE = new RegExp(String.raw`^(${PLACE}(?:\s*[/]\s*${PLACE})*)${REGION}${DATE}${AGENCY}\s*(?:—|–|--|-|:(?=\s*$))(?:\s+|$)`, 'u')

/** Cuts "MOSCOW (AP) —", "KHARTOUM/JEDDAH -", "Moscow -" off the front of a paragraph; null where there is none. */
export const findDateline = (text: string, block: Block): Dateline | null => {
  if (block.kind !== 'prose' && block.kind !== 'heading') return null
  const head = text.slice(block.start, Math.min(block.end, block.start + 160))
  const match = DATELINE.exec(head)
  const places = match?.[1]
  if (
    !match ||
    !places ||
    !looksLikeDateline(match[0], places, head.length === match[0].length || block.end === block.start + match[0].trimEnd().length)
  )
    return null
  return {
    start: block.start,
    end: block.start + match[0].length,
    block: block.index,
    places: placesIn(places, block.start),
    date: dateIn(match, block.start),
  }
}

/** Capitals, an agency or a date make a dateline; a lone "Moscow -" on its own line does too. */
const looksLikeDateline = (whole: string, places: string, alone: boolean): boolean => {
  const capitals = places.replace(/[^\p{L}]/gu, '').length > 2 && places === places.toUpperCase()
  return capitals || /\(|\d/.test(whole) || alone || (places.split(/\s+/).length <= 2 && /(?:—|–|--)\s*$/.test(whole))
}

const placesIn = (places: string, offset: number): readonly Span[] => {
  const spans: Span[] = []
  for (const match of places.matchAll(/[^/]+/g)) {
    const name = match[0].trim()
    const start = offset + (match.index ?? 0) + match[0].indexOf(name)
    spans.push({ start, end: start + name.length })
  }
  return spans
}

const dateIn = (match: RegExpExecArray, offset: number): Span | null => {
  const date = match[2]
  if (!date) return null
  const start = offset + match[0].indexOf(date)
  return { start, end: start + date.length }
}
