import { XMLParser } from 'fast-xml-parser'
import { describe, expect, it } from 'vitest'
import { timeml } from '../../src/cli/timeml.ts'
import type { Article, Timex } from '../../src/document.ts'
import { datesOf, readCases } from '../normalize/dates/cases.ts'

type Node = { readonly [name: string]: readonly Node[] | string | Readonly<Record<string, string>> }

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  trimValues: false,
  processEntities: true,
  htmlEntities: true,
})

/** The text and its marks as another tool reads them back out of the XML. */
const readBack = (
  document: string,
): { readonly text: string; readonly marks: readonly (Readonly<Record<string, string | number>> & { start: number; end: number })[] } => {
  const find = (nodes: readonly Node[], name: string): readonly Node[] =>
    nodes.flatMap((n) => (n[name] ? [n] : Object.values(n).flatMap((v) => (Array.isArray(v) ? find(v as readonly Node[], name) : []))))
  const body = find(parser.parse(document) as readonly Node[], 'TEXT')[0]?.TEXT as readonly Node[]
  let text = ''
  const marks: (Readonly<Record<string, string | number>> & { start: number; end: number })[] = []
  for (const node of body) {
    const start = text.length
    if (node.TIMEX3) {
      text += String((node.TIMEX3 as readonly Node[])[0]?.['#text'] ?? '')
      marks.push({ ...(node[':@'] as Readonly<Record<string, string>>), start, end: text.length })
    } else text += String(node['#text'] ?? '')
  }
  return { text, marks }
}

const article = (text: string, published: string | null = '2013-03-22', kind: string | null = 'wire'): Article => ({
  id: 'a',
  text,
  published,
  kind,
  title: null,
  url: null,
})

describe('TimeML', () => {
  it('gives back the text, the spans and the attributes of every case in fixtures/dates', () => {
    for (const { text, published, kind } of readCases()) {
      const found = datesOf(text, published, kind)
      const { text: read, marks } = readBack(timeml(article(text, published, kind), found))
      expect(read.trimEnd()).toBe(text.trimEnd())
      expect(marks.map((m) => [m.start, m.end, m.type, m.mod ?? null])).toEqual(found.map((t) => [t.start, t.end, t.type, t.mod]))
      expect(marks.every((m) => String(m.value ?? '').length > 0)).toBe(true)
      const ids = new Set(['t0', ...marks.map((m) => m.tid)])
      expect(marks.every((m) => m.anchorTimeID === undefined || ids.has(m.anchorTimeID))).toBe(true)
    }
  })

  const tags = (text: string): readonly string[] => {
    const found = datesOf(text, '2013-03-22', 'wire')
    return [...timeml(article(text), found).matchAll(/<TEXT>.*<\/TEXT>/gs)].flatMap(([body]) => body.match(/<TIMEX3[^>]*>/g) ?? [])
  }

  it.each([
    ['They meet twice a week.', 'type="SET" value="P1W" freq="2X"'],
    ['They meet every Monday.', 'type="SET" value="XXXX-WXX-1" quant="EVERY"'],
    ['They met on Monday.', 'value="2013-03-18" temporalFunction="true" functionInDocument="NONE" anchorTimeID="t0"'],
    ['It was dated 30 February 2012.', 'type="DATE" value="XXXX-XX-XX"'],
    ['They waited for nearly two decades.', 'type="DURATION" value="P2DE" mod="LESS_THAN"'],
  ])('%s', (text, expected) => {
    expect(tags(text).join()).toContain(expected)
  })

  it('counts from an expression before by its id', () => {
    expect(tags('On 3 May 2012 they met. Two days later they left.')[1]).toContain('anchorTimeID="t1"')
  })

  it('has no creation time where nobody knows it, and no anchor on it', () => {
    const found: readonly Timex[] = datesOf('In May 1997 they met.', null, 'history')
    expect(timeml(article('In May 1997 they met.', null), found)).not.toMatch(/<DCT>|t0/)
  })
})
