import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import type { Article } from '../../src/document.ts'
import { folder, outline, readAll } from './folder.ts'

const read = async (name: string, content: string | Uint8Array) => {
  const dir = folder({ [name]: content })
  const readings = await readAll([`${dir}/${name}`])
  return {
    articles: readings.flatMap((r): readonly Article[] => ('article' in r ? [r.article] : [])),
    told: outline(
      readings.filter((r) => !('article' in r)),
      dir,
    ),
  }
}
const gigaword = (id: string, text: string, head = '') => `<DOC id="${id}" type="story" >\n${head}<TEXT>\n${text}\n</TEXT>\n</DOC>\n`

describe('Gigaword', () => {
  const head = '<HEADLINE>\nPeru expels\nenvoy\n</HEADLINE>\n<DATELINE>\nLima, Dec 1, 2010 (AFP)\n</DATELINE>\n'
  const paragraphs = '<P>\nPeru expelled the envoy\nof Chile.\n</P>\n<P>\nChile &amp; Bolivia protested.\n</P>'
  test.each(['afp.sgml', 'afp_eng_201012.gz'])('each document of %s is an article, its day the one of its name', async (name) => {
    const file = gigaword('AFP_ENG_20101201.0001', paragraphs, head) + gigaword('AFP_ENG_20101202.0002', 'Rain fell.\nAll day.')
    const { articles, told } = await read(name, name.endsWith('.gz') ? gzipSync(file) : file)
    expect(told).toEqual([])
    expect(articles).toEqual([
      {
        id: 'AFP_ENG_20101201.0001',
        title: 'Peru expels envoy',
        published: '2010-12-01',
        text: 'Lima, Dec 1, 2010 (AFP)\n\nPeru expelled the envoy of Chile.\n\nChile & Bolivia protested.',
        url: null,
        kind: null,
      },
      { id: 'AFP_ENG_20101202.0002', title: null, published: '2010-12-02', text: 'Rain fell.\nAll day.', url: null, kind: null },
    ])
  })
  test('what is cut short or empty is told, and the rest is read', async () => {
    const { articles, told } = await read(
      'a.sgml',
      `${gigaword('A_20101201.0001', '')}<DOC id="A_20101201.0002" type="story" >\n<TEXT>\nHalf a\n${gigaword('A_20101201.0003', 'Whole.')}<DOC id="A_20101201.0004">\n<TEXT>`,
    )
    expect(articles.map(({ id, text }) => [id, text])).toEqual([['A_20101201.0003', 'Whole.']])
    expect(told).toEqual([
      'a.sgml:1: is a document without text',
      'a.sgml:6: is cut short: the document has no end',
      'a.sgml:14: is cut short: the document has no end',
    ])
  })
  test('a file without documents is told', async () =>
    expect((await read('a.sgml', 'Nothing here.')).told).toEqual(['a.sgml: holds no documents']))
})

describe('TREC', () => {
  const document = (name: string, text: string, more = '') =>
    `<DOC>\n<DOCNO> ${name} </DOCNO>\n<HEAD>Talks & tea</HEAD>\n${more}<TEXT>\n${text}\n</TEXT>\n</DOC>\n`
  test('paragraphs whose first line is set in', async () => {
    const { articles } = await read('trec', document('AP880212-0001', '   Peru met Chile\nin Lima.\n   Chile < Peru & both\nwere late.'))
    expect(articles).toMatchObject([
      {
        id: 'AP880212-0001',
        title: 'Talks & tea',
        published: '1988-02-12',
        text: 'Peru met Chile\nin Lima.\n\nChile < Peru & both\nwere late.',
      },
    ])
  })
  test.each([
    ['AP880212-0001', '', '1988-02-12'],
    ['CNN19981002.1130.0000', '', '1998-10-02'],
    ['AP880212-0001', '<DATE>April 5, 1989</DATE>\n', '1989-04-05'],
    ['AP880212-0001', '<DATE_TIME> 1998-01-08 10:30:00 </DATE_TIME>\n', '1998-01-08T10:30:00'],
    // Month, day, year: no date by the other order.
    ['LA010189-0001', '', null],
    ['FT911-3', '', null],
    ['doc-1234567890', '', null],
  ])('the day of %s %s is %s', async (name, head, day) =>
    expect((await read('a.sgml', document(name, 'Peru met Chile.', head))).articles[0]?.published).toBe(day),
  )
})

test('documents on one line, texts in several parts, a lead before its text', async () => {
  const file =
    '<DOC><DOCNO>A</DOCNO><TEXT>One.</TEXT><TEXT>Two.</TEXT></DOC><DOC><DOCNO>B</DOCNO><LP>\nThree.\n</LP>\n<TEXT>\nFour.</TEXT></DOC>\n'
  expect((await read('a.sgml', file)).articles.map(({ id, text }) => [id, text])).toEqual([
    ['A', 'One.\n\nTwo.'],
    ['B', 'Three.\n\nFour.'],
  ])
})

test.each(['<HEAD><DATELINE><DATE ', '<TIMEX3 ', '<TEXT>'])(
  'a file of %s only is told in no time',
  async (mark) => {
    const { articles, told } = await read('a.sgml', `<DOC>\n${mark.repeat(100_000)}\n</DOC>\n`)
    expect(articles).toEqual([])
    expect(told).toEqual(['a.sgml:1: is a document without text'])
  },
  5000,
)

describe('TimeML', () => {
  const dct = (what: string) => `<TIMEX3 tid="t0" type="DATE" value="2013-03-22" functionInDocument="${what}">22/03/2013</TIMEX3>`
  test.each([
    [
      'in parts',
      `<DOCID>peru</DOCID>\n<DCT>${dct('CREATION_TIME')}</DCT>\n<TITLE>Peru</TITLE>\n<TEXT>`,
      '</TEXT>',
      'peru',
      '2013-03-22',
      'Peru',
    ],
    ['without parts', '', '', 'a#1', null, null],
    ['whose time is none of making', `<DCT>${dct('NONE')}</DCT>\n<TEXT>`, '</TEXT>', 'a#1', null, null],
  ])('a document %s, without its marks', async (_, front, back, id, published, title) => {
    const marked =
      'Peru <EVENT eid="e1">expelled</EVENT> the envoy <TIMEX3 tid="t1" value="2013-03-21">on Thursday</TIMEX3>.\n\nIt was late.'
    const xml = `<?xml version="1.0" ?>\n<TimeML xmlns:xsi="x">\n${front}\n${marked}\n${back}\n</TimeML>\n`
    expect((await read('a.tml', xml)).articles).toMatchObject([
      { id, published, title, text: 'Peru expelled the envoy on Thursday.\n\nIt was late.' },
    ])
  })
})
