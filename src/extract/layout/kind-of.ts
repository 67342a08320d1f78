import type { BlockKind } from '../../document.ts'
import { BULLET } from './bullet.ts'
import { splitSentences } from './split-sentences.ts'

/** Where a block stands among the others. */
export type Standing = { readonly first: boolean; readonly only: boolean }

/** Tells a paragraph from a heading, a caption, an item of a list and a source line by its own words. */
export const kindOf = (text: string, standing: Standing): BlockKind => {
  if (/^[\s\p{P}\p{S}]+$/u.test(text)) return 'source'
  const isShort = text.length <= 600
  if (isShort && isCaption(text)) return 'caption'
  if (isSource(text)) return 'source'
  if (BULLET.test(text)) return 'bullet'
  return isShort && isHeading(text, standing) && sentencesIn(text) === 1 ? 'heading' : 'prose'
}

/** Asked last: few blocks are cut for it. */
const sentencesIn = (text: string): number => splitSentences(text, { start: 0, end: text.length }).length

const wordsIn = (text: string): number => text.split(/\s+/).length

const AGENCY = String.raw`(?:Thomson )?(?:Reuters|REUTERS|AP|A\.P\.|AFP|EPA|EPA-EFE|EFE|DPA|dpa|ANSA|TASS|Tass|Interfax|RIA(?: Novosti)?|Sputnik|Xinhua|Kyodo|Yonhap|Getty(?: Images)?|GETTY(?: IMAGES)?|Anadolu(?: Agency)?|Anatolia|AA|Al Jazeera|BBC|CNN|NYT|PTI|ANI|IANS|UPI|PA(?: Media| Wire)?|SANA|IRNA|KCNA|Shutterstock|Bloomberg|WAM|SPA|KUNA|MENA|AAP|CP|ANP|TT|NTB|Ukrinform|Agencies|agencies|Associated Press|The Associated Press|Agence France-Presse)`
const CREDIT = String.raw`(?:${AGENCY}|[Ff]ile|FILE|[Hh]andout|[Cc]ourtesy|[Pp]ool|[Pp]hoto|[Pp]icture|[Ii]mage|[Ii]llustration|[Ss]creengrab|[Ss]creenshot)`
// "(Reuters)", "[File: Amir Cohen/Reuters]", "(AP Photo/John Doe)", "REUTERS/John Doe/File Photo" at the end.
const CREDITED = new RegExp(
  String.raw`(?:[(\[](?:[^()\[\]\n]{0,60}[\s/,:|-])?${CREDIT}(?:[\s/,:|-][^()\[\]\n]{0,60})?[)\]]|\b(?:REUTERS|AFP|AP|EPA)\/[^\n.]{2,60})\.?$`,
)
const CAPTIONED =
  /^(?:\(?(?:FILE PHOTO|File photo|FILE|File picture|PHOTO|CAPTION|Caption|Photo caption|Pictured|Image caption)\b\s*[:—–-])/

/** A short block with a credit at its end or a label at its front. Prose of several sentences may end with an agency's name as well. */
const isCaption = (text: string): boolean => {
  if (CAPTIONED.test(text)) return true
  const credit = CREDITED.exec(text)
  if (!credit || credit.index === 0 || text.length > 400) return false
  return !/["”]\s+\p{L}+ said\b/u.test(text) && sentencesIn(text) <= (/[.!?]["”’]?\s*$/.test(text.slice(0, credit.index)) ? 2 : 3)
}

const NAMES = String.raw`(?:\p{Lu}[\p{L}.'’-]+|de|van|von|al|el|bin|and|in|&|,|;|with)`
const SOURCE = [
  /^(?:sources?|photos?|images?|credits?|via|agencies|copyright|published|posted|updated|last updated|first published)\s*:.{1,160}$/isu,
  /^\(?(?:(?:additional|further|with)\s+)?(?:reporting|writing|editing|compiled|translated|written|edited|graphics|contributions?)\s+by\b.{1,300}$/isu,
  /^(?:©|\(c\)|c\.\s?\d{4}|copyright\b).{0,200}$/isu,
  // What wires write to editors, and at the end.
  /^(?:eds?|editors?|eds?\.? note|adv(?:isory)?)\s*:.{1,300}$/isu,
  /^\W*(?:30|END|ENDS|more|MORE)\W*$/u,
  new RegExp(String.raw`^(?:By|BY|Story by|Text by)\s+\p{Lu}[\p{L}.'’-]+(?:\s*[,;&]?\s+${NAMES}){1,12}$`, 'u'),
  new RegExp(String.raw`^[(\[—–-]*\s*${AGENCY}(?:\s*(?:[/,&|+-]|and|with)\s*${AGENCY}){0,5}\s*[)\]]?\.?$`),
  /^(?:agencies|staff (?:writers?|reporters?)|.{2,60}\bcontributed to this (?:report|story|article)|with inputs? from .{2,80})\.?$/isu,
]

const isSource = (text: string): boolean => {
  if (text.length > 320) return false
  const matches = (line: string): boolean => SOURCE.some((pattern) => pattern.test(line))
  return matches(text) || (text.includes('\n') && text.split('\n').every((line) => matches(line.trim())))
}

const MONTH = String.raw`(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?`
// "2014:", "1991-2002", "May 26, 2013", "Wednesday, 5 April"
const CALENDAR = new RegExp(
  String.raw`^(?:\p{L}+day,?\s+)?(?:${MONTH}\s+)?(?:\d{1,2}(?:st|nd|rd|th)?,?\s*)?(?:${MONTH},?\s*)?(?:\d{3,4}s?)?(?:\s*[-–—]\s*(?:\d{2,4}|present|now|today))?:?$`,
  'u',
)
const SPEECH = /\b(?:said|says|asked|wrote|added|reads?|told|know|follows|are|is|was|were|includ(?:e|es|ed|ing))\s*:$/

/** A line without the end of a sentence; short questions too. A text's only block is a sentence that someone typed. */
const isHeading = (text: string, { first, only }: Standing): boolean => {
  if (CALENDAR.test(text)) return wordsIn(text) <= 6
  if (only || text.length > 160 || /^["“‘'(]?\p{Ll}/u.test(text)) return false
  const words = wordsIn(text)
  const loud = /\p{Lu}{2}/u.test(text) && !/\p{Ll}{2}/u.test(text)
  if (/[.;,…]["”’'»)\]]*$/.test(text) || /\s*[—–-]$/.test(text)) return false
  if (loud) return words <= 20
  if (/!["”’'»)\]]*$/.test(text)) return false
  if (text.endsWith(':')) return words <= 5 && !SPEECH.test(text)
  if (/\?["”’'»)\]]*$/.test(text)) return words <= 16 && text.endsWith('?') && !/^["“]/.test(text)
  return words <= (first ? 22 : 14)
}
