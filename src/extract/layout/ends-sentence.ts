import { BEFORE_NAME, isAbbreviation, TITLES } from '../../syntax/abbreviations.ts'

const set = (list: string): ReadonlySet<string> => new Set(list.split(' '))

// Words that are in capitals only because a sentence begins with them.
const STARTERS = set(
  'The A An In On At It He She They We But And Or So Its His Her Their Our This That These Those After Before When While As For Since Some Many Most Two Three Both Earlier Later Meanwhile However Last There If You By Under Despite Although Though Officials Police What How Why Who With From To No Not Now Yet Once Until Such Also Still Even Another Other Others One Asked According During Within Instead Nearly About Hundreds Thousands Dozens Following Further Then Only Each All Any Here',
)
const AFTER_HOUR =
  /^(?:GMT|UTC|[ECMP][SD]?T|BST|CET|CEST|EET|IST|JST|MSK|AST|SAST|Moscow|Eastern|Central|Pacific|Greenwich|(?:Sun|Mon|Tues|Wednes|Thurs|Fri|Satur)day|(?:Jan|Febr)uary|March|April|May|June|July|August|(?:Sept|Nov|Dec)ember|October)$/
/** "2:30 a.m. Jakarta time", but "Every time". */
const ZONE =
  /^(?!(?:Every|Next|Prime|First|Second|Full|Half|Long|Old|Big|Real|Free|Extra)\b)\p{Lu}\p{L}+(?: \p{Lu}\p{L}+)? (?:(?:standard|local) )?time\b/u
const SPEECH =
  /^(?:(?:\p{Lu}[\p{L}.'’-]*|the|of|de|al|bin|van|von)\s+){1,5}(?:said|says|asked|asks|replied|told|added|wrote|writes|shouted|cried|exclaimed|chanted|tweeted|declared|demanded|wondered)\b/u

/**
 * Whether the mark at `at` ends the sentence that began at `start`. Decided by the word before it and the one behind it; sees at most some dozen
 * characters to either side.
 */
export const endsSentence = (text: string, start: number, at: number, mark: string): boolean => {
  const end = at + mark.length
  const after = text.slice(end, end + 80)
  const rest = after.replace(/^[\s\u061c\u200b\u200e\u200f\u2060]+/, '')
  if (rest === '' && end + 80 >= text.length) return true
  // A smiley or a stray bracket belongs to the sentence before it.
  if (end + 80 >= text.length && !/[\p{L}\p{N}]/u.test(rest)) return false
  const spaced = after.length > rest.length
  const next = /^["“‘'«([—–-]*\s*([\p{L}\p{N}\p{M}'’-]+)/u.exec(rest)?.[1] ?? ''
  const closed = /["”’'»)\]]/.test(mark)
  const before = /[\p{L}\p{N}\p{M}.&'’-]+$/u.exec(text.slice(Math.max(start, at - 30), at))?.[0].replace(/^['’.-]+/, '') ?? ''
  if (!spaced && !/^["“‘«(]/.test(rest)) return !closed && mark === '.' && STARTERS.has(next) && /^\p{Ll}{3,}$/u.test(before)
  if (/^[.…]{2,}|^…/.test(mark)) return /^["“‘]?\p{Lu}/u.test(rest) || (closed && !/^\p{Ll}/u.test(next))
  if (/^\p{Ll}/u.test(next)) return !closed && /^["“‘«(—–-]/.test(rest) === false && startsLow(mark, before)
  if (mark.startsWith('.')) return stopEnds(text, start, at, before, next, closed, rest)
  return !(/["”’]$/.test(mark) && !STARTERS.has(next) && SPEECH.test(rest))
}

/** A sentence that begins with a small letter, as on the web: only a plain word's stop can end the one before. */
const startsLow = (mark: string, before: string): boolean =>
  /^(?:\.|\?+|\?!)$/.test(mark) && /^\p{Ll}{2,}$/u.test(before) && !isAbbreviation(before)

const stopEnds = (text: string, start: number, at: number, before: string, next: string, closed: boolean, rest: string): boolean => {
  if (/^[.…]/.test(rest)) return false
  if (/^\d{1,2}$|^[a-zA-Z]$/.test(before) && text.slice(start, at).trim() === before && !closed) return false
  const starter = STARTERS.has(next) && !/^\p{Lu}\.|^\p{L}+-/u.test(rest)
  if (/^[ap]\.m$/i.test(before))
    return /^\p{Lu}/u.test(next) ? !AFTER_HOUR.test(next) && (STARTERS.has(next) || !ZONE.test(rest)) : !/^\p{N}/u.test(next) || closed
  if (/^(?:[Nn]os?|\p{Ll})$/u.test(before)) return !/^\p{N}|^#/u.test(next)
  if (TITLES.has(before)) return closed && starter
  if (before === 'etc' || before === 'al') return !/^\(/.test(rest)
  if (isAbbreviation(before)) return closed || starter || (/^["“‘«]/.test(rest) && !BEFORE_NAME.has(before))
  return true
}
