import type { Span } from '../../document.ts'
import { BULLET } from './bullet.ts'
import type { Line } from './find-lines.ts'

/**
 * Joins lines to paragraphs. Empty lines end a paragraph; whether a line break does, the text's own shape tells: where most lines that another one
 * follows are filled up to about one width and break inside a sentence, it is hard-wrapped and such lines go on.
 */
export const joinLines = (lines: readonly Line[]): readonly Span[] => {
  const width = wrapWidth(lines)
  const paragraphs: Span[] = []
  let [start, end] = [-1, -1]
  const close = (): void => {
    if (start >= 0) paragraphs.push({ start, end })
    start = -1
  }
  for (const [at, line] of lines.entries()) {
    const before = lines[at - 1]
    if (
      line.text === '' ||
      !before ||
      before.text === '' ||
      !(width === null ? isBroken(before, line) : goesOn(before, line, width, at > 1 ? lines[at - 2] : undefined))
    )
      close()
    if (line.text === '') continue
    if (start < 0) start = line.start
    end = line.end
  }
  close()
  return paragraphs
}

const TERMINAL = /[.!?:;…]["”’'»)\]]*$/
const LOWER = /^["“‘'(]?\p{Ll}/u

/** The width that a text is wrapped at; null for one whose line breaks end paragraphs. */
const wrapWidth = (lines: readonly Line[]): number | null => {
  const pairs = lines.flatMap((line, at): readonly (readonly [Line, Line])[] => {
    const next = lines[at + 1]
    return line.text !== '' && next && next.text !== '' ? [[line, next]] : []
  })
  const lengths = pairs.map(([line]) => reach(line)).sort((a, b) => b - a)
  const width = lengths[Math.floor(lengths.length / 20)] ?? 0
  if (width < 36 || width > 160) return null
  const broken = pairs.filter(([line, next]) => isFilled(line, next, width) && !TERMINAL.test(line.text) && !BULLET.test(next.text)).length
  const low = pairs.filter(([line, next]) => LOWER.test(next.text) && !TERMINAL.test(line.text)).length
  return broken >= 0.5 * pairs.length && low >= 0.3 * pairs.length ? width : null
}

const reach = (line: Line): number => line.indent + line.text.length

/** Whether the next line's first word would not have fitted on this one. */
const isFilled = (line: Line, next: Line, width: number): boolean => reach(line) + 1 + Math.max(0, next.text.search(/\s|$/)) > 0.9 * width

const goesOn = (line: Line, next: Line, width: number, before: Line | undefined): boolean => {
  if (BULLET.test(next.text)) return false
  if (!BULLET.test(line.text) && next.indent >= line.indent + 2 && !(before && before.text !== '' && before.indent > line.indent))
    return false
  if (isLoud(line.text) !== isLoud(next.text) && !LOWER.test(next.text) && isLoud(line.text)) return false
  if (isFilled(line, next, width)) return true
  return LOWER.test(next.text) && !TERMINAL.test(line.text)
}

/** Where few lines tell whether a text is wrapped, as in short mails: a long line that ends within a sentence, which the next one takes up in small letters. */
const isBroken = (line: Line, next: Line): boolean =>
  line.text.length >= LONG &&
  !/[.!?:;…,]["”’'»)\]]*$/.test(line.text) &&
  /^\p{Ll}+[\s,]/u.test(next.text) &&
  !BULLET.test(line.text) &&
  !BYLINE.test(next.text)
const LONG = 50
const BYLINE = /^by(?: \p{Lu}[^\s,]*)+(?:,|(?<!\.)$)/u

/** All in capitals. */
const isLoud = (text: string): boolean => /\p{Lu}{2}/u.test(text) && !/\p{Ll}/u.test(text)
