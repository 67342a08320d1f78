import type { Block, BlockKind } from '../../document.ts'

type Line = { readonly start: number; readonly end: number; readonly text: string }

/** Cuts a text into paragraphs, headings, captions, bullets and source lines. Hard-wrapped lines are joined by the text's own shape. */
export const findBlocks = (text: string): readonly Block[] => {
  const lines = linesOf(text)
  const wrapped = isHardWrapped(lines)
  const blocks: Block[] = []
  let section = 0
  let group: Line[] = []
  const close = (): void => {
    const [first, last] = [group[0], group.at(-1)]
    group = []
    if (!first || !last) return
    const kind = kindOf(text.slice(first.start, last.end), blocks.length)
    if (kind === 'heading') section++
    blocks.push({ start: first.start, end: last.end, index: blocks.length, section, kind })
  }
  for (const line of lines) {
    if (line.text === '') close()
    else {
      if (!wrapped || BULLET.test(line.text) || group.length === 0 || !continues(group, line)) close()
      group.push(line)
    }
  }
  close()
  return blocks
}

/** Lines without the white space around them. */
const linesOf = (text: string): readonly Line[] => {
  const lines: Line[] = []
  for (const match of text.matchAll(/[^\r\n\u2028\u2029\f]*(?:\r\n|[\r\n\u2028\u2029\f]|$)/g)) {
    const raw = match[0]
    if (raw === '' && match.index === text.length) break
    const lead = raw.length - raw.trimStart().length
    const trimmed = raw.trim().replace(/^\uFEFF/, '')
    const start = (match.index ?? 0) + (trimmed === '' ? 0 : raw.indexOf(trimmed, Math.min(lead, raw.length)))
    lines.push({ start, end: start + trimmed.length, text: trimmed })
  }
  return lines
}

/** Most lines that another one follows are of about the same length and break inside a sentence. */
const isHardWrapped = (lines: readonly Line[]): boolean => {
  const pairs = lines.flatMap((line, i) => {
    const next = lines[i + 1]
    return line.text !== '' && next && next.text !== '' ? [{ line, next }] : []
  })
  if (pairs.length === 0) return false
  const longest = pairs.map(({ line }) => line.text.length).sort((a, b) => b - a)[Math.floor(pairs.length / 20)] ?? 0
  const broken = pairs.filter(
    ({ line, next }) => line.text.length > 0.6 * longest && !/[.!?:"”’)]$/.test(line.text) && !BULLET.test(next.text),
  ).length
  return longest <= 132 && broken >= 0.5 * pairs.length
}

/** A wrapped line goes on unless the one before was short, as at the end of a paragraph or in a heading. */
const continues = (group: readonly Line[], line: Line): boolean => {
  const before = group.at(-1)
  if (!before) return false
  const width = Math.max(...group.map((l) => l.text.length), line.text.length)
  return before.text.length >= 0.6 * width || !/[.!?]["”’]?$/.test(before.text)
}

const BULLET = /^(?:[•‣▪●◦*]|[-–—](?=\s)|\d{1,2}[.)](?=\s))\s*/
const SOURCE = /^(?:source|sources|photo|image|credit|by|reporting by|editing by|additional reporting)\b[^.]{0,120}$/i
const CAPTION =
  /^(?=.{1,400}$)[^\n]*\((?:Reuters|AP|AFP|EPA|Getty(?: Images)?|Anadolu|Anatolia|Al Jazeera|Xinhua|TASS|File(?: photo)?|[A-Z][\w ./-]{1,40}\/[A-Z][\w ./-]{1,30})\)\.?$/s

const kindOf = (text: string, index: number): BlockKind => {
  if (CAPTION.test(text) && !/[.!?]\s+[A-Z].*[.!?]\s+[A-Z]/.test(text)) return 'caption'
  if (SOURCE.test(text)) return 'source'
  if (isHeading(text, index)) return 'heading'
  return BULLET.test(text) ? 'bullet' : 'prose'
}

/** Short, without a full stop at its end and without the shape of a sentence that goes on; or a year, or a short question. */
const isHeading = (text: string, index: number): boolean => {
  if (text.length > 110 || text.includes('\n') || BULLET.test(text)) return false
  if (/^\d{3,4}s?(?:\s*[-–]\s*\d{2,4})?:?$/.test(text)) return true
  if (/[.!;,]["”’]?$/.test(text) || /(?:—|–|-)$/.test(text)) return false
  const words = text.split(/\s+/).length
  if (text.endsWith('?')) return words <= 9
  return words <= 14 || index === 0
}
