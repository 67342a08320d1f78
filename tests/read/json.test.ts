import { Readable } from 'node:stream'
import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { LARGEST_ARTICLE } from '../../src/read/reading.ts'
import { splitValues } from '../../src/read/split-values.ts'
import { folder, outline, readAll } from './folder.ts'

const read = async (name: string, content: string | Uint8Array, options = {}) => {
  const dir = folder({ [name]: content })
  const readings = await readAll([`${dir}/${name}`], options)
  return { articles: readings.flatMap((r) => ('article' in r ? [r.article] : [])), told: outline(readings, dir), readings }
}
const indented = (value: unknown): string => JSON.stringify(value, null, 2)

describe('a file of JSON', () => {
  const one = { id: 'a', text: 'One.', published: '2023-04-05' }
  const two = { id: 'b', text: 'Two: "[1, {2}]" and \\.' }
  test.each<[string, string | Uint8Array, readonly string[]]>([
    ['one article', JSON.stringify(one), ['a']],
    ['one over many lines', indented(one), ['a']],
    ['a list on one line', JSON.stringify([one, two]), ['a', 'b']],
    ['a list over many lines', indented([one, two]), ['a', 'b']],
    ['a list within an answer', indented({ status: 'ok', total: 2, sources: [{ name: 'x' }], articles: [one, two] }), ['a', 'b']],
    ['a list two steps within', indented({ response: { status: 'ok', results: [one, two] } }), ['a', 'b']],
    ['articles one a line', `${JSON.stringify(one)}\n${JSON.stringify(two)}\n`, ['a', 'b']],
    ['articles one after another', `${indented(one)}\n${indented(two)}\n`, ['a', 'b']],
    ['with a mark at its front', `\ufeff${indented([one, two])}`, ['a', 'b']],
    ['in UTF-16', Buffer.from(`\ufeff${indented([one, two])}`, 'utf16le'), ['a', 'b']],
    ['packed', gzipSync(indented([one, two])), ['a', 'b']],
  ])('%s', async (_, content, ids) => {
    for (const name of ['x.json', 'x.unknown']) {
      const { told, articles } = await read(name, content)
      expect(told).toEqual(ids)
      if (ids.length === 2) expect(articles[1]?.text).toBe(two.text)
    }
  })
  test('a list under the name of JSON Lines is read as the list it is', async () => {
    expect((await read('x.jsonl', indented([one, two]))).told).toEqual(['a', 'b'])
    expect((await read('x.jsonl', JSON.stringify([one, two]))).told).toEqual(['a', 'b'])
  })
  test('what names itself neither by an id nor by an address is called by the file', async () => {
    const texts = [{ text: 'One.' }, { text: 'Two.', url: 'https://example.org/2' }, { text: 'Three.' }]
    expect((await read('x.json', indented(texts[0]))).told).toEqual(['x'])
    expect((await read('x.json', indented(texts))).told).toEqual(['x#1', 'https://example.org/2', 'x#3'])
    expect((await read('x.json', indented({ docs: texts }))).told).toEqual(['x#1', 'https://example.org/2', 'x#3'])
  })
  test('usual keys hold the fields where their own do not', async () => {
    const held = { uuid: 'u-1', headline: 'H', body: 'One.', publishedAt: 'Wed, 05 Apr 2023 10:30:00 GMT', link: 'https://example.org' }
    expect((await read('x.json', indented(held))).articles).toEqual([
      { id: 'u-1', title: 'H', text: 'One.', published: '2023-04-05T10:30:00Z', url: 'https://example.org', kind: null },
    ])
    // Of several the most usual, whatever their order; no list and no object.
    const several = { content: 'Cut …', text: 'Whole.', guid: { $oid: 1 }, url: 'https://example.org', docid: 7 }
    expect((await read('x.json', indented(several))).articles).toMatchObject([{ id: '7', text: 'Whole.' }])
  })
  test('a date under a name that is only usual is left alone where it can be read in two ways, but told where the text is under such a name, too', async () => {
    const date = '05/04/2023'
    expect((await read('x.json', indented({ id: 'a', text: 'One.', date }))).articles).toMatchObject([{ id: 'a', published: null }])
    expect((await read('x.json', indented({ id: 'a', body: 'One.', date }))).told).toEqual([
      'x.json:1: published: "05/04/2023" is no date that annalist knows; write an ISO 8601 date such as 2023-04-05 or 2023-04-05T10:30:00Z, or leave the field out',
    ])
  })
  test('a number under a name that is only usual costs no article its own text', async () => {
    const lines = ['"date": 20230405', '"date": 1680652800', '"headline": 5', '"link": 7'].map(
      (other, i) => `{"id": "${i}", "text": "One.", ${other}}`,
    )
    expect((await read('x.jsonl', lines.join('\n'))).told).toEqual(['0', '1', '2', '3'])
    expect((await read('x.json', indented({ id: 'a', body: 'One.', date: 20230405 }))).told).toEqual([
      expect.stringMatching(/^x\.json:1: published: /),
    ])
  })
  test('keys within keys can be named', async () => {
    const answer = { response: { results: [{ id: 'world/1', fields: { bodyText: 'One.' }, webPublicationDate: '2023-04-05T10:00:00Z' }] } }
    const columns = { text: 'fields.bodyText' }
    expect((await read('x.json', indented(answer), { columns })).articles).toMatchObject([
      { id: 'world/1', text: 'One.', published: '2023-04-05T10:00:00Z' },
    ])
    const line = { _id: 'e1', _source: { story: { full: 'One.' }, day: '5 April 2023' } }
    const named = { id: '_id', text: '_source.story.full', published: '_source.day' }
    expect((await read('x.jsonl', JSON.stringify(line), { columns: named })).articles).toMatchObject([
      { id: 'e1', text: 'One.', published: '2023-04-05' },
    ])
  })
  test.each<[string, string, readonly string[]]>([
    [
      'a member without text',
      indented([one, { id: 'c' }, two]),
      ['a', 'x.json:7: text: is missing; it holds the text of the article', 'b'],
    ],
    [
      'a member of an answer without text',
      indented({ docs: [one, { id: 'c' }] }),
      ['a', 'x.json:1: docs[1].text: is missing; it holds the text of the article'],
    ],
    [
      'a member that is no article',
      indented([one, 7, 'words', [two]]),
      ['a', ...['single value', 'single value', 'list'].map((what, i) => `x.json:${[7, 8, 9][i]}: is JSON, but a ${what}, not an object`)],
    ],
    [
      'a broken member',
      `[\n${JSON.stringify(one)},\n{"id": nonsense},\n${JSON.stringify(two)}]`,
      ['a', expect.stringMatching(/^x\.json:3: is not JSON: /), 'b'],
    ],
    ['one that is cut short', indented([two, one]).slice(0, -20), ['b', expect.stringMatching(/^x\.json:6: is not JSON: /)]],
    ['settings', indented({ port: 80, paths: ['a'] }), ['x.json:1: text: is missing; it holds the text of the article']],
    ['nothing', '[]', ['x.json: is empty: there is no article']],
  ])('%s is told with its place', async (_, content, told) => expect((await read('x.json', content)).told).toEqual(told))
  test('a value of no end is told, and what stands before it is read', async () => {
    const { told } = await read('x.json', `[${JSON.stringify(one)}, {"text": "${'x'.repeat(LARGEST_ARTICLE)}"}]`)
    expect(told).toEqual(['a', `x.json:1: the value has ${LARGEST_ARTICLE + 12} bytes`])
  })
  test('on stdin', async () => {
    const readings = await readAll(['-'], { stdin: Readable.from([Buffer.from(indented([one, two]))]) })
    expect(outline(readings, '')).toEqual(['a', 'b'])
  })
})

test('of a folder those files of JSON are read that hold a text', async () => {
  const dir = folder({
    'a.json': indented({ title: 'A', text: 'One.' }),
    'b.json': indented([{ url: 'https://example.org/b', maintext: 'Two.' }]),
    'package.json': indented({ name: 'x', scripts: { text: {} } }),
    'c.json.gz': gzipSync(indented({ article_text: 'Three.' })),
    'd.txt': 'Four.',
    'd.json': indented({ author: 'the metadata of d.txt' }),
    'broken.json': '{"text": "Fi',
    'e/article.txt': 'Five.',
    'e/gold.json': indented({ text: 'Not read.' }),
  })
  expect(outline(await readAll([dir]), dir)).toEqual([
    'a',
    'https://example.org/b',
    expect.stringMatching(/^broken\.json:1: is not JSON/),
    'c',
    'd',
    'e',
  ])
})

test('of a folder those are read, too, whose text is under the key that was named', async () => {
  const dir = folder({ 'a.json': indented({ id: 'a', fields: { words: 'One.' } }), 'package.json': indented({ name: 'x' }) })
  expect(outline(await readAll([dir], { columns: { text: 'fields.words' } }), dir)).toEqual(['a'])
})

test('values are cut alike however their bytes come', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.json({ maxDepth: 3 }), { maxLength: 5 }), fc.boolean(), fc.nat(7), async (values, isList, size) => {
      const bytes = Buffer.from(isList ? `[${values.join(' ,\n')}]` : values.map((v) => `{"v":${v}}`).join('\n'))
      const pieces = Array.from({ length: Math.ceil(bytes.length / (size + 1)) }, (_, i) =>
        bytes.subarray(i * (size + 1), (i + 1) * (size + 1)),
      )
      const found: unknown[] = []
      for await (const value of splitValues(Readable.from(pieces), 1 << 20)) found.push(JSON.parse(String(value.bytes)))
      expect(found).toEqual(values.map((v) => (isList ? JSON.parse(v) : { v: JSON.parse(v) })))
    }),
  )
})
