import fc from 'fast-check'
import { parseHTML } from 'linkedom'
import { describe, expect, test } from 'vitest'
import { cutAtMarks, type Mark, type MarkKind, markedText } from '../../src/audit/html/marked-text.ts'

const KINDS: readonly MarkKind[] = ['trigger', 'source', 'target', 'date', 'place', 'other', 'rejected']
const TEXT = 'Russia & NATO <met>.\r\n\r\nIn “Kyiv” 😀 on\tMonday, they "said" so.\0 End'
const mark = fc
  .tuple(fc.nat(TEXT.length), fc.nat(TEXT.length), fc.constantFrom(...KINDS), fc.constantFrom('e1', 'e2'))
  .map(([a, b, kind, of]): Mark => ({ start: Math.min(a, b), end: Math.max(a, b), kind, of }))
const sentence = (index: number, start: number, end: number) => ({ index, start, end, block: 0, section: 0, kind: 'prose' as const })
const sentences = [sentence(0, 0, 20), sentence(1, 24, 60)]

describe('marks in a text', () => {
  test('cut it where they begin and end, and lose nothing', () => {
    fc.assert(
      fc.property(fc.array(mark, { maxLength: 8 }), (marks) => {
        const pieces = cutAtMarks({ start: 0, end: TEXT.length }, marks)
        expect(pieces.map((p) => TEXT.slice(p.start, p.end)).join('')).toBe(TEXT)
        for (const piece of pieces)
          for (const m of marks.filter((x) => x.end > x.start)) {
            const covers = m.start <= piece.start && m.end >= piece.end
            expect(piece.marks.includes(m)).toBe(covers)
            if (!covers) expect(m.end <= piece.start || m.start >= piece.end).toBe(true)
          }
      }),
    )
  })
  test('every text node stands at the offset that its element says, whatever overlaps', () => {
    fc.assert(
      fc.property(fc.array(mark, { maxLength: 8 }), (marks) => {
        const { document } = parseHTML(`<body>${markedText(TEXT, sentences, marks, 1, (id) => `/article?event=${id}`).markup}</body>`)
        const pieces = [...document.querySelectorAll('[data-o]')]
        // What a browser makes of the references &#13; and U+FFFD: as many characters as there were.
        const shown = TEXT.replaceAll('\0', '\ufffd')
        expect(pieces.map((p) => p.textContent).join('')).toBe(shown)
        for (const piece of pieces) {
          const at = Number(piece.getAttribute('data-o'))
          expect(piece.textContent).toBe(shown.slice(at, at + (piece.textContent ?? '').length))
        }
        for (const m of marks.filter((x) => x.end > x.start))
          expect([...document.querySelectorAll(`mark.${m.kind}`)].map((x) => x.textContent).join('').length).toBeGreaterThanOrEqual(
            m.end - m.start,
          )
      }),
    )
  })
  test('an event over two paragraphs is marked in both', () => {
    const { markup } = markedText(TEXT, sentences, [{ start: 9, end: 40, kind: 'source', of: 'e1' }], null, () => null)
    expect(markup.match(/<mark class="source d0"/g)).toHaveLength(3)
  })
})
