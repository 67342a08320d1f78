import { spawnSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import * as zlib from 'node:zlib'
import { deflateSync, gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import type { Article } from '../../src/document.ts'
import { isBottomless } from '../../src/read/html-text.ts'
import { zstdFrames } from '../../src/read/zstd-frames.ts'
import { folder, outline, readAll } from './folder.ts'

const articles = async (files: Readonly<Record<string, string | Uint8Array>>, options = {}): Promise<readonly Article[]> => {
  const dir = folder(files)
  const readings = await readAll([dir], options)
  expect(
    outline(
      readings.filter((r) => !('article' in r)),
      dir,
    ),
  ).toEqual([])
  return readings.flatMap((r) => ('article' in r ? [r.article] : []))
}
const told = async (files: Readonly<Record<string, string | Uint8Array>>, options = {}): Promise<readonly string[]> => {
  const dir = folder(files)
  return outline(await readAll([dir], options), dir).map((text) => text.replaceAll(`${dir}/`, ''))
}

const paragraph =
  'The foreign minister said on Tuesday that the two governments had agreed to reopen the border crossing, which has been closed since the fighting in March, and that talks on a prisoner exchange would go on in Geneva next week. '
const page = (
  head: string,
  body: string,
) => `<!DOCTYPE html>\n<html lang="en"><head><title>Site | Border reopens</title>${head}</head><body>
<nav><a href="/">Home</a> <a href="/world">World</a></nav>
<article><h1>Border reopens</h1><p>${paragraph}</p><p>“It is a start,” she&nbsp;said.<br>She left at once.</p><script>var x = "not text"</script><ul><li>${paragraph}</li></ul>${body}</article>
<footer>© The Daily</footer></body></html>`

describe('web pages', () => {
  test('the main text comes in paragraphs, without menus and scripts', async () => {
    const [article] = await articles({ 'a.html': page('', '') })
    expect(article?.id).toBe('a')
    expect(article?.title).toBe('Border reopens')
    expect(article?.text).toContain(`${paragraph.trim()}\n\n“It is a start,” she said.\nShe left at once.\n\n${paragraph.trim()}`)
    expect(article?.text).not.toMatch(/Home|World|not text|The Daily/)
  })

  test.each<[string, string, string | null]>([
    [
      'JSON-LD',
      '<script type="application/ld+json">{"@graph":[{"@type":"WebSite"},{"@type":"NewsArticle","headline":"The headline","datePublished":"2023-04-05T10:00:00+02:00"}]}</script>',
      '2023-04-05T10:00:00+02:00',
    ],
    ['Open Graph', '<meta property="article:published_time" content="2023-04-05T10:00:00Z">', '2023-04-05T10:00:00Z'],
    ['Dublin Core', '<meta name="DC.date.issued" content="2023-04-05">', '2023-04-05'],
    ['a date in words', '<meta name="date" content="April 5, 2023">', '2023-04-05'],
    ['a date that could be read in two ways', '<meta name="date" content="05/04/2023">', null],
    ['broken JSON-LD', '<script type="application/ld+json">{"datePublished": "2023-</script>', null],
    [
      'the article, not a video beside it',
      '<script type="application/ld+json">{"@type":"VideoObject","datePublished":"2019-01-01"}</script><script type="application/ld+json">{"@type":"NewsArticle","headline":"The headline","datePublished":"2023-04-05"}</script>',
      '2023-04-05',
    ],
    [
      'the page, where the article gives none',
      '<script type="application/ld+json">{"@graph":[{"@type":"NewsArticle","headline":"The headline"},{"@type":"WebPage","datePublished":"2023-04-05"}]}</script>',
      '2023-04-05',
    ],
    [
      'an article inside a page',
      '<script type="application/ld+json">{"@type":"WebPage","mainEntity":{"@type":["NewsArticle"],"datePublished":"2023-04-05"}}</script>',
      '2023-04-05',
    ],
    [
      'JSON-LD wrapped for XML',
      '<script type="application/ld+json">\n//<![CDATA[\n{"@type":"NewsArticle","datePublished":"2023-04-05"}\n//]]>\n</script>',
      '2023-04-05',
    ],
    [
      'JSON-LD with a line end in a text',
      '<script type="application/ld+json">{"description":"two\nlines","datePublished":"2023-04-05"}</script>',
      '2023-04-05',
    ],
    [
      'the second name where the first holds no date',
      '<meta name="date" content="now"><meta name="pubdate" content="2023-04-05">',
      '2023-04-05',
    ],
    ['a created date of Dublin Core', '<meta name="DC.Date.Created" content="2023-04-05">', '2023-04-05'],
  ])('the publication date from %s', async (_, head, date) => {
    expect((await articles({ 'a.html': page(head, '') }))[0]?.published).toBe(date)
  })

  test.each<[string, string, string]>([
    ['shows its first lines and asks for a subscription', '“Peru &amp; Chile”.\\n\\nThey parted.', '“Peru & Chile”.\n\nThey parted.'],
    ['shows that its scripts must run', '<p>Peru &lt;&lt;</p><p>Two.</p>', '\n\nPeru <<\n\nTwo.'],
    ['tells it with escaped tags', '&lt;p&gt;Peru &amp;amp; Chile.&lt;/p&gt;&lt;p&gt;Two.&lt;/p&gt;', '\n\nPeru & Chile.\n\nTwo.'],
  ])('the text is that of JSON-LD where a page %s', async (_, end, ending) => {
    const told = `{"@type":"NewsArticle","headline":"Peru &#8216;met&#8217; Chile","articleBody":"${paragraph.repeat(3).trim()}${end}"}`
    const barrier = `<p>The foreign minister said.</p><div><h2>Subscribe</h2><p>${'Only one euro a week, for ever. '.repeat(9)}</p></div>`
    const html = `<html><head><script type="application/ld+json">${told}</script></head><body>${barrier}</body></html>`
    expect(await articles({ 'a.html': html })).toMatchObject([
      { title: 'Peru ‘met’ Chile', text: `${paragraph.repeat(3).trim()}${ending}` },
    ])
    const whole = page(`<script type="application/ld+json">${told}</script>`, '')
    expect((await articles({ 'a.html': whole }))[0]?.text).toBe((await articles({ 'a.html': page('', '') }))[0]?.text)
  })

  test('the text of another article that JSON-LD tells of is not the text', async () => {
    const other = `{"@type":"NewsArticle","headline":"Other","articleBody":"${paragraph.repeat(9)}"}`
    const html = page(`<script type="application/ld+json">[{"@type":"NewsArticle","headline":"Border reopens"},${other}]</script>`, '')
    expect((await articles({ 'a.html': html }))[0]?.text).toBe((await articles({ 'a.html': page('', '') }))[0]?.text)
  })

  const brief = '<main><article><h1>Talks</h1><p>Peru met Chile.</p></article></main>'
  const words = 'We and our partners keep what we know of you. Britain sued us. '.repeat(9)
  test.each([
    [`<div id="onetrust-consent-sdk"><div><p>${words}</p></div></div>${brief}`],
    [`<div role="dialog" aria-modal="true"><p>${words}</p></div>${brief}`],
    [`${brief}<footer><p>© The Daily. Spain sued Portugal.</p></footer>`],
    [`${brief}<section id="comments"><h2>3 comments</h2><p>${words}</p></section>`],
    [
      `${brief}<div id="comments"><h2>1 comment</h2><ol><li class="comment"><article class="comment-body"><p>${words}</p></article></li></ol></div>`,
    ],
  ])('a short article is not taken for less than what stands beside it: %#', async (body) =>
    expect((await articles({ 'a.html': `<!doctype html><html><body>${body}</body></html>` }))[0]?.text).toBe('Talks\n\nPeru met Chile.'),
  )
  const plain = '<h1>Talks</h1><p>Peru met Chile on Tuesday.</p>'
  test.each([
    [
      `<div class="entry">${plain}</div><div id="comments"><article class="comment-body"><p>I think that Spain sued Portugal.</p></article></div>`,
    ],
    [`<main>${plain}</main><aside><article class="card"><h1><a href="/x">Spain sues Portugal</a></h1></article></aside>`],
    [
      `<div id="content">${plain}</div><section><article><h3><a href="/m">Spain sues Portugal</a></h3><p>Spain sued Portugal.</p></article></section>`,
    ],
    [`<article>${plain}<div class="social-share"><ul><li><a href="/s">Spain</a></li></ul></div><p>Mali left.</p></article>`],
  ])('text that stands in no article, or in parts of one, is not taken for less than a teaser or the whole: %#', async (body) => {
    const text = (await articles({ 'a.html': `<!doctype html><html><head><title>Talks</title></head><body>${body}</body></html>` }))[0]
      ?.text
    expect(text).toContain('Peru met Chile on Tuesday.')
    expect(text).not.toContain('Spain')
  })
  test('an article that opens as a dialog is one', async () => {
    const html = `<!doctype html><html><body><div role="dialog">${brief}</div></body></html>`
    expect((await articles({ 'a.html': html }))[0]?.text).toContain('Peru met Chile.')
  })

  test('in preformatted text the lines stay, and the paragraphs between empty ones', async () => {
    const wire = 'KYIV, April 4 - Peru met Chile on\nTuesday.\r\n \n\n   Iran <b>left</b>\n  the talks.\n'
    const [article] = await articles({ 'a.html': `<html><body><pre>\n${wire}</pre></body></html>` })
    expect(article?.text).toBe('KYIV, April 4 - Peru met Chile on\nTuesday.\n\nIran left\nthe talks.')
  })

  test('preformatted text of many lines costs no more than its length', { timeout: 5_000 }, async () => {
    const [article] = await articles({
      'a.eml': `Subject: S\nContent-Type: text/html\n\n<pre>${'Peru met Chile on Tuesday, it was told.\n'.repeat(40_000)}</pre>`,
    })
    expect(article?.text).toHaveLength(40 * 40_000 - 1)
  })

  test('the publication date from a time element, and the address from its link', async () => {
    const [article] = await articles({
      'a.html': page('<link rel="canonical" href="https://example.org/border">', '<time datetime="2023-04-05">5 April</time>'),
    })
    expect(article).toMatchObject({ published: '2023-04-05', url: 'https://example.org/border' })
  })

  test.each<[string, string, string]>([
    [
      'of the article before one beside it',
      '<aside><time datetime="2020-01-01">old</time></aside>',
      '<time datetime="2023-04-05">5 April</time>',
    ],
    [
      'that is marked before any other',
      '<time datetime="2020-01-01">old</time>',
      '<time itemprop="datePublished" datetime="2023-04-05">5 April</time>',
    ],
    ['as Blogger marks it', '', '<abbr class="published" itemprop="datePublished" title="2023-04-05">10:02 AM</abbr>'],
    ['of any element that is marked', '', '<span itemprop="datePublished" content="2023-04-05">5 April</span>'],
  ])('the publication date %s', async (_, before, inside) => {
    const html = page('', inside).replace('<nav>', `${before}<nav>`)
    expect((await articles({ 'a.html': html }))[0]?.published).toBe('2023-04-05')
  })

  test.each<[string, Buffer]>([
    ['by its meta element', Buffer.from(page('<meta charset="windows-1252">', '<p>Caf\u00e9 \u0097 Z\u00fcrich</p>'), 'latin1')],
    ['by its looks', Buffer.from(page('', '<p>Caf\u00e9, na\u00efve, Z\u00fcrich</p>'), 'latin1')],
    ['by its mark', Buffer.from(`\ufeff${page('', '<p>Café in Zürich</p>')}`, 'utf16le')],
  ])('another character set is known %s', async (_, bytes) => {
    expect((await articles({ 'a.html': bytes }))[0]?.text).toMatch(/Café.*Zürich/)
  })

  test.each<[string, string, string | null]>([
    ['of html, head and body', `<p>${paragraph}</p><p>Second.</p>`, null],
    ['of body', `<html><head><title>A title</title></head>\n<p>${paragraph}</p><p>Second.</p></html>`, 'A title'],
    [
      'of html, head and body, with a head',
      `<!DOCTYPE html>\n<!-- saved --><meta charset=utf-8><title>A title</title>\n<p>${paragraph}<p>Second.`,
      'A title',
    ],
    ['of html and head', `<title>A title</title><body class="x"><p>${paragraph}</p><p>Second.</p></body>`, 'A title'],
  ])('tags that may be left out: a page without those %s', async (_, html, title) => {
    expect(await articles({ 'a.html': html })).toMatchObject([{ title, text: `${paragraph.trim()}\n\nSecond.` }])
  })

  test.each(['', '\n', '<!-- nothing -->'])('a page of nothing (%j) is told as that', async (html) => {
    expect(await told({ 'a.html': html })).toEqual(['a.html: is a web page without text'])
  })

  test.each([
    ['<link rel="canonical" href="/1"><meta property="og:url" content="https://example.org/1">', 'https://example.org/1'],
    ['<base href="https://example.org/news/"><link rel="canonical" href="1">', 'https://example.org/news/1'],
    ['<base href="/"><link rel="canonical" href="https://example.org/1">', 'https://example.org/1'],
    ['<link rel="canonical" href="/1">', '/1'],
  ])('the address is whole where the page tells its site: %s', async (head, url) =>
    expect((await articles({ 'a.html': page(head, '') }))[0]?.url).toBe(url),
  )

  test('a page that is called a text is known by its content', async () => {
    expect((await articles({ 'a.txt': page('', '') }))[0]?.text).not.toContain('<p>')
  })

  test('a page without text is told, and one that is nested without end is no harm', async () => {
    expect(await told({ 'a.html': '<!doctype html><html><body><script>1</script></body></html>' })).toEqual([
      'a.html: is a web page without text',
    ])
    const used = process.cpuUsage()
    const deep = '<div>'.repeat(400_000)
    expect(await told({ 'a.html': `<!doctype html><html><body>${deep}x`, 'b.txt': 'B.' })).toEqual([
      "a.html: is a web page that can't be taken apart: its elements are nested too deep",
      'b',
    ])
    const feed = `<rss version="2.0"><channel><title>F</title><item><guid>g</guid><title>T</title><description><![CDATA[${deep}Words.]]></description></item></channel></rss>`
    expect((await articles({ 'a.xml': feed }))[0]?.text).toMatch(/^(T\s+)?Words\.$/)
    expect(process.cpuUsage(used).user / 1e6).toBeLessThan(10)
  })

  test.each<[string, string, boolean]>([
    ['items and paragraphs that are never closed', '<li>One.<p>Two.<br><img src=a>', false],
    ['elements that are closed', '<div><B>One.</b></div><svg/>', false],
    ['elements that are not', '<div>One. ', true],
    ['marks that are no tags', 'a < b <3 < ', false],
  ])('%s, by the ten thousand: without end?', (_, html, endless) => {
    expect(isBottomless(html.repeat(30_000))).toBe(endless)
  })
})

describe('tables', () => {
  test('columns are known by their usual names, in any order, with cells of several lines', async () => {
    const csv =
      '\ufeffDate,Headline,doc_id,Body,other\r\n2023-04-05,One,a,"He said ""no"".\nThen left.",x\r\n"Wed, 05 Apr 2023 10:30:00 GMT",,b,Two.,\r\n'
    expect(await articles({ 'a.csv': csv })).toEqual([
      { id: 'a', text: 'He said "no".\nThen left.', published: '2023-04-05', title: 'One', url: null, kind: null },
      { id: 'b', text: 'Two.', published: '2023-04-05T10:30:00Z', title: null, url: null, kind: null },
    ])
  })
  test.each([
    ['semicolons', 'id;text\na;One, two.\n'],
    ['tabs', 'id\ttext\na\tOne, two.\n'],
    ['empty lines before the header', '\n\nid;text\na;One, two.\n'],
    ["Excel's line about the sign between cells", '\ufeffsep=|\r\nid|text\r\na|One, two.\r\n'],
    ['UTF-16 with its mark', Buffer.from('\ufeffid;text\na;One, two.\n', 'utf16le')],
    ['bars', 'id|text\na|One, two.\n'],
    ['bars in a name', 'id,text,kind (news|blog|wire)\na,"One, two.",news\n'],
    ['signs in a name in quotes', 'id,text,"kind (news;blog|wire;other)"\na,"One, two.",news\n'],
    ['two columns for what it can do without', 'id,text,title,Title\na,"One, two.",T,U\n'],
    ['cells at the end that hold nothing', 'id,text,\na,"One, two.",,\n'],
  ])('%s', async (_, csv) => expect(await articles({ 'a.csv': csv })).toMatchObject([{ id: 'a', text: 'One, two.' }]))
  test('columns can be named', async () => {
    expect(
      await articles({ 'a.csv': 'key,story_text,text\n7,Right.,Wrong.\n' }, { columns: { id: 'key', text: 'story_text' } }),
    ).toMatchObject([{ id: '7', text: 'Right.' }])
  })
  test.each<[string, string | Buffer, object, readonly string[]]>([
    ['no column for the text', 'a,b\n1,2\n', {}, ['a.csv:1: no column is known to hold the text: there are a, b']],
    [
      'a column that is not there',
      'id,text\n1,2\n',
      { columns: { text: 'body' } },
      ['a.csv:1: there is no column "body": there are id, text'],
    ],
    [
      'two columns for the text',
      'id,text,Text\n1,A.,B.\n',
      {},
      ['a.csv:1: two columns are called "text", and one alone can hold the text: call the other one otherwise'],
    ],
    [
      'a column that is named and there twice',
      'id,body,body\n1,A.,B.\n',
      { columns: { text: 'body' } },
      ['a.csv:1: two columns are called "body", and one alone can hold the text: call the other one otherwise'],
    ],
    [
      'two columns for the id',
      'id,text,ID\n1,A.,2\n',
      {},
      ['a.csv:1: two columns are called "id", and one alone can hold the id: call the other one otherwise'],
    ],
    ['an empty text', 'id,text\na,\nb,B.\n', {}, ['a.csv:2: text: is empty', 'b']],
    [
      'an unknown date',
      'id,text,date\na,A.,05/04/2023\nb,B.,\n',
      {},
      ['a.csv:2: published: "05/04/2023" is no date that annalist knows', 'b'],
    ],
    [
      'a row behind cells with line ends',
      'id,text,date\na,"One\n\ntwo",2020-01-01\nb,"One\ntwo",soon\nc,C.,soon\n',
      {},
      ['a', 'a.csv:5: published: "soon" is no date that annalist knows', 'a.csv:7: published: "soon" is no date that annalist knows'],
    ],
    [
      'a row behind cells with the line ends of Windows',
      'id,text,date\r\na,"One\r\n\r\ntwo",2020-01-01\r\nb,"One\r\ntwo",soon\r\nc,C.,soon\r\n',
      {},
      ['a', 'a.csv:5: published: "soon" is no date that annalist knows', 'a.csv:7: published: "soon" is no date that annalist knows'],
    ],
    ['an empty file', '', {}, ['a.csv: is empty: there is no row']],
    [
      'a row in another encoding',
      Buffer.from('id,text\na,Caf\u00e9.\nb,B.\n', 'latin1'),
      {},
      ['a.csv:2: a cell is not UTF-8: 0xE9 at byte 3 (line 1) begins no character', 'b'],
    ],
    [
      'a text with a comma that is not in quotes',
      'id,date,text\na,2023-04-05,Mali said no, and left.\nb,,B.\n',
      {},
      ['a.csv:2: the row has 4 cells, and the header names 3', 'b'],
    ],
  ])('%s is told', async (_, csv, options, expected) => expect(await told({ 'a.csv': csv }, options)).toEqual(expected))
  test('a stray quote is part of its cell; one that is never closed is told', async () => {
    const csv = 'id,text\na,One.\nb,"Two" and more" text\nc,Three.\n'
    expect(await articles({ 'a.csv': csv })).toMatchObject([{ text: 'One.' }, { text: '"Two" and more" text' }, { text: 'Three.' }])
    const lines = await told({ 'a.csv': `${csv}d,"Four\ne,Five.\n` })
    expect(lines.slice(0, 3)).toEqual(['a', 'b', 'c'])
    expect(lines.slice(3)).toEqual([expect.stringMatching(/^a\.csv:6: is no row of a table: Quote Not Closed/)])
  })
})

describe('lines of JSON', () => {
  test('other keys can be named, where a line has them', async () => {
    const line = { url: 'https://example.org/1', maintext: 'One.', date_publish: '2023-04-05 10:00:00', title: 'T' }
    const feed = { ...line, url: 'https://example.org/2', date_publish: 'Wed, 05 Apr 2023 10:30:00 GMT' }
    const own = { id: 'a', text: 'Two.', published: '2023-04-06' }
    const files = { 'a.jsonl': [line, feed, own].map((value) => JSON.stringify(value)).join('\n') }
    expect(await articles(files, { columns: { id: ' url', text: 'maintext ', published: 'date_publish' } })).toMatchObject([
      { id: 'https://example.org/1', text: 'One.', published: '2023-04-05T10:00:00', title: 'T', url: 'https://example.org/1' },
      { id: 'https://example.org/2', text: 'One.', published: '2023-04-05T10:30:00Z' },
      { id: 'a', text: 'Two.', published: '2023-04-06' },
    ])
  })
  test('a key that is named and that no line has is told, where nothing else gives its field', async () => {
    const lines = '{"id": "a", "text": "One.", "day": "2023-04-05"}\n{"id": "b", "text": "Two."}\n'
    const columns = { published: 'date', title: 'headline' }
    expect(await told({ 'a.jsonl': lines }, { columns })).toEqual([
      'a',
      'b',
      'a.jsonl: published: no line has the key "date": there are id, text, day',
      'a.jsonl: title: no line has the key "headline": there are id, text, day',
    ])
    const some = `${lines}{"id": "c", "text": "Three.", "date": null, "title": "T"}\n`
    expect(await told({ 'a.jsonl': some }, { columns })).toEqual(['a', 'b', 'c'])
  })
  test('a line whose fields other keys hold is told how to name them', async () => {
    const [reading] = await readAll([folder({ 'a.jsonl': '{"url": "x", "words": "One."}\n' })])
    expect(reading).toMatchObject({ hint: expect.stringMatching(/--columns id=KEY,text=BODY \(there are url, words\)$/) })
  })
  const lines = '{"id": "a", "text": "Café."}\r\n\r\n{"id": "b", "text": "Łódź 🙂."}\r\n{"id": "c"}\r\n'
  const swapped = (bytes: Buffer): Buffer => Buffer.from(bytes).swap16()
  test.each<[string, Buffer]>([
    ['with its mark', Buffer.from(`\ufeff${lines}`, 'utf16le')],
    ['with its mark, the greater byte first', swapped(Buffer.from(`\ufeff${lines}`, 'utf16le'))],
    ['without a mark', Buffer.from(lines, 'utf16le')],
    ['without a mark, the greater byte first', swapped(Buffer.from(lines, 'utf16le'))],
  ])('in UTF-16, %s', async (_, bytes) => {
    for (const packed of [bytes, gzipSync(bytes)]) {
      expect(await told({ 'a.jsonl': packed })).toEqual(['a', 'b', 'a.jsonl:4: text: is missing; it holds the text of the article'])
      expect(
        (await readAll(['-'], { format: 'jsonl', stdin: Readable.from([...packed].map((byte) => Buffer.of(byte))) })).slice(0, 2),
      ).toMatchObject([{ article: { id: 'a', text: 'Café.' } }, { article: { id: 'b', text: 'Łódź 🙂.' } }])
    }
  })
})

describe('feeds', () => {
  const rss = `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>News</title>
    <item><title>One &amp; two</title><link>https://example.org/1</link><guid>g-1</guid><pubDate>Wed, 05 Apr 2023 10:30:00 +0200</pubDate><description>Short.</description><content:encoded><![CDATA[<p>The longer text.</p><p>In two paragraphs.</p>]]></content:encoded></item>
    <item><title>Headline only</title><link>https://example.org/2</link></item></channel></rss>`
  test('RSS: each item with the longest text it has', async () => {
    const dir = folder({ 'a.xml': rss })
    const readings = await readAll([dir])
    expect(readings[0]).toMatchObject({
      article: {
        id: 'g-1',
        title: 'One & two',
        url: 'https://example.org/1',
        published: '2023-04-05T10:30:00+02:00',
        text: 'The longer text.\n\nIn two paragraphs.',
      },
    })
    expect(outline(readings, dir)[1]).toBe('a.xml: item https://example.org/2: holds no text')
  })
  test('what WordPress writes beside the text is left out', async () => {
    const share = '<div class="sharedaddy sd-sharing-enabled"><h3>Share this:</h3><ul><li>Mail</li></ul></div>'
    const signed = '<p>The post <a href="x">Peru sued Chile</a> appeared first on <a href="y">The Wire</a>.</p>'
    const more = '<a class="more-link" href="x">Continue reading <span class="screen-reader-text">Peru sued Chile</span></a>'
    const post = '<p>The post that sued Chile first appeared on Facebook.</p>'
    const items = [`<p>Peru met Chile.</p>${share}${signed}`, `Peru met Chile. ${more}`, post]
    const feed = `<rss version="2.0"><channel>${items.map((html, i) => `<item><guid>${i}</guid><title>Peru sued Chile</title><description><![CDATA[${html}]]></description></item>`).join('')}</channel></rss>`
    expect((await articles({ 'a.rss': feed })).map(({ text }) => text)).toEqual([
      'Peru met Chile.',
      'Peru met Chile.',
      'The post that sued Chile first appeared on Facebook.',
    ])
  })

  test('Atom', async () => {
    const atom =
      '<feed xmlns="http://www.w3.org/2005/Atom"><title>N</title><id>f</id><updated>2023-04-05T00:00:00Z</updated><entry><id>urn:1</id><title>One</title><updated>2023-04-05T08:00:00Z</updated><link href="https://example.org/1"/><summary type="html">&lt;b&gt;Text&lt;/b&gt; here.</summary></entry></feed>'
    expect(await articles({ 'feed.atom': atom })).toEqual([
      { id: 'urn:1', text: 'Text here.', published: '2023-04-05T08:00:00Z', title: 'One', url: 'https://example.org/1', kind: null },
    ])
  })
  test('titles that are marked up are their words', async () => {
    const entry = (id: string, title: string): string => `<entry><id>${id}</id>${title}<summary>Text.</summary></entry>`
    const atom = `<feed xmlns="http://www.w3.org/2005/Atom">${entry('a', '<title type="html">Talks &lt;b&gt;open&lt;/b&gt;, AT&amp;amp;T says</title>')}${entry('b', '<title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">Talks <i>open</i></div></title>')}${entry('c', '<title>x &lt;b&gt; y</title>')}</feed>`
    const wordpress =
      '<rss version="2.0"><channel><title>F</title><item><guid>d</guid><title><![CDATA[Chad&#8217;s talks &amp; more]]></title><description>Text.</description></item></channel></rss>'
    expect((await articles({ 'a.atom': atom, 'b.rss': wordpress })).map(({ title }) => title)).toEqual([
      'Talks open, AT&T says',
      'Talks open',
      'x <b> y',
      'Chad’s talks & more',
    ])
  })
  test('links are whole addresses, whatever they are told from', async () => {
    const rss =
      '<rss version="2.0"><channel><title>F</title><link>https://example.org/en/</link><item><link>/1</link><description>Text.</description></item><item><guid>https://example.org/2</guid><description>Text.</description></item><item><guid isPermaLink="false">https://example.org/3</guid><description>Text.</description></item></channel></rss>'
    const atom =
      '<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://example.org/a/"><entry xml:base="b/"><id>4</id><link href="4"/><summary>Text.</summary></entry><entry><id>5</id><link href="5"/><summary>Text.</summary></entry></feed>'
    expect((await articles({ 'a.rss': rss, 'b.atom': atom })).map(({ id, url }) => [id, url])).toEqual([
      ['/1', 'https://example.org/1'],
      ['https://example.org/2', 'https://example.org/2'],
      ['https://example.org/3', null],
      ['4', 'https://example.org/a/b/4'],
      ['5', 'https://example.org/a/5'],
    ])
  })
  test('JSON Feed from stdin', async () => {
    const feed = JSON.stringify({
      version: 'https://jsonfeed.org/version/1.1',
      title: 'N',
      items: [{ id: '1', content_text: 'Text.', date_published: '2023-04-05T08:00:00Z' }],
    })
    expect(await readAll(['-'], { stdin: Readable.from([Buffer.from(feed)]), format: 'feed' })).toMatchObject([
      { article: { id: '1', text: 'Text.' } },
    ])
  })
  const short = '<rss version="2.0"><channel><title>N</title><item><guid>1</guid><description>Text.</description></item></channel></rss>'
  test.each<[string, string | Buffer]>([
    ['blanks before its declaration', `\ufeff\n \n<?xml version="1.0"?>\n${short}`],
    ['UTF-16', Buffer.from(`\ufeff<?xml version="1.0" encoding="utf-16"?>${short}`, 'utf16le')],
  ])('a feed with %s', async (_, feed) => {
    expect(await articles({ 'a.xml': feed })).toMatchObject([{ id: '1', text: 'Text.' }])
  })
  const slight = (item: string, before = '', behind = ''): string =>
    `${before}<?xml version="1.0"?>\n<rss version="2.0"><channel><title>R&D</title>\n<item><guid>1</guid>${item}</item><item><guid>2</guid><description>Next.</description></item></channel></rss>${behind}`
  test.each<[string, string, object]>([
    [
      'a bare &',
      slight('<title>AT&T & Co</title><link>http://x.example/?a=1&b=2</link><description>Text.</description>'),
      { title: 'AT&T & Co', url: 'http://x.example/?a=1&b=2' },
    ],
    ['a bare <', slight('<title>x < 5 &lt; 7</title><description>Text.</description>'), { title: 'x < 5 < 7' }],
    [
      'tags of HTML that close nothing',
      slight('<description>Text.<br>More &amp; <img src=a.png>more.<p>End.</description>'),
      { text: 'Text.\nMore & more.\n\nEnd.' },
    ],
    [
      'an attribute without quotes',
      slight('<enclosure url=http://x.example/a.mp3 /><description>Text.</description>').replace('<guid>1', '<guid isPermaLink=false>1'),
      {},
    ],
    [
      'a bare & beside a section of its own',
      slight('<title>A & B</title><description><![CDATA[Text & <b>more</b></description>.]]></description>'),
      { title: 'A & B', text: 'Text & more.' },
    ],
    [
      'words before and behind it',
      slight('<description>Text.</description>', '<br />\n<b>Warning</b>: no date\n', '\n<script>x && y</script>'),
      { text: 'Text.' },
    ],
    ['a comment with a tag in it', slight('<!-- <item> & --><title>A & B</title><description>Text.</description>'), { title: 'A & B' }],
  ])('a feed with slight faults is read: %s', async (_, xml, first) => {
    expect(await articles({ 'a.rss': xml })).toMatchObject([
      { id: '1', ...first },
      { id: '2', text: 'Next.' },
    ])
  })
  test('an Atom feed with a bare &', async () => {
    const atom =
      '<feed xmlns="http://www.w3.org/2005/Atom"><entry><id>1</id><title type="html">A & &lt;b&gt;B&lt;/b&gt;</title><link href="http://x.example/1"/><content type="xhtml"><div><p>Text & more.</p></div></content></entry></feed>'
    expect(await articles({ 'a.atom': atom })).toMatchObject([{ id: '1', title: 'A & B', text: 'Text & more.', url: 'http://x.example/1' }])
  })
  test('a feed whose faults are many is told in no time', async () => {
    const many = (text: string): string => text.repeat(300_000)
    for (const xml of ['<title>', '<![CDATA[', '<!--', '<a ', '</', '<title><![CDATA[', '<title>a</title>&', '<x a=b '])
      expect((await told({ 'a.rss': `<rss version="2.0"><channel>${many(xml)}` }))[0]).toMatch(/^a\.rss/)
  }, 20_000)
  test.each<[string, string, RegExp]>([
    [
      'a feed that is cut short',
      '\n<rss version="2.0">\n<channel><item><title>T',
      /^a\.rss:3: is cut short: it ends inside <rss> <channel> <item> <title>$/,
    ],
    ['broken XML, with its line', '<rss version="2.0">\n<channel>\n<item></channel></rss>', /^a\.rss:3: is not well-formed XML/],
    [
      'an item that is closed by another',
      '<rss><channel><item><a></item></a></channel></rss>',
      /^a\.rss:1: is not well-formed XML: Expected closing tag 'a'/,
    ],
    [
      'a bomb of entities',
      '<!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><rss><channel><title>&b;</title></channel></rss>',
      /^a\.rss: declares entities of its own/,
    ],
    ['no feed', '<?xml version="1.0"?><html-like/>', /^a\.rss: is no feed/],
  ])('%s is told', async (_, xml, message) => expect((await told({ 'a.rss': xml }))[0]).toMatch(message))
})

describe('news XML', () => {
  const nitf = `<?xml version="1.0"?><nitf><head><title>Wrong</title><docdata><doc-id id-string="urn:nitf:1"/><date.issue norm="20230405T103000Z"/></docdata></head>
    <body><body.head><hedline><hl1>Talks <em>open</em></hl1></hedline><dateline><location>GENEVA</location> (AP) —</dateline></body.head>
    <body.content><block><p>First &amp; foremost, <person>Ms. A</person> spoke.</p><media><media-reference/><media-caption>A picture</media-caption></media><p>Second.</p></block></body.content></body></nitf>`
  test('NITF', async () => {
    const [article] = await articles({ 'a.xml': nitf })
    expect(article).toMatchObject({ id: 'urn:nitf:1', title: 'Talks open', published: '2023-04-05T10:30:00Z' })
    expect(article?.text).toMatch(/^GENEVA \(AP\) —\n\nFirst & foremost, Ms\. A spoke\./)
    expect(article?.text).toMatch(/Second\.$/)
  })
  test('NITF with preformatted text', async () => {
    const [article] = await articles({
      'a.xml': '<nitf><body><body.content><pre>One line\nand another.\n\nMore.</pre></body.content></body></nitf>',
    })
    expect(article?.text).toBe('One line\nand another.\n\nMore.')
  })

  test('NITF of the New York Times, whose lead stands there twice', async () => {
    const block = (name: string, words: string) => `<block class="${name}">${words}</block>`
    const body = block('lead_paragraph', '<p>One.</p>') + block('full_text', '<p>One.</p><p>Two.</p>')
    const read = async (content: string) =>
      (await articles({ 'a.xml': `<nitf><body><body.content>${content}</body.content></body></nitf>` }))[0]?.text
    expect(await read(body)).toBe('One.\n\nTwo.')
    expect(await read(block('lead_paragraph', '<p>One.</p>'))).toBe('One.')
  })

  test('NITF with signs that stand for themselves', async () => {
    const xml = nitf.replace('First &amp; foremost', 'AT&T, 5 < 6 & <![CDATA[R&D]]>').replace('urn:nitf:1', 'a&b')
    const [article] = await articles({ 'a.xml': xml })
    expect(article).toMatchObject({ id: 'a&b', text: expect.stringContaining('AT&T, 5 < 6 & R&D, Ms. A spoke.') })
  })
  test('NITF that tells its day with the publication', async () => {
    const xml = nitf.replace(/<date\.issue[^>]*>/, '').replace('</head>', '<pubdata date.publication="20230405"/></head>')
    expect((await articles({ 'a.xml': xml }))[0]?.published).toBe('2023-04-05')
  })
  test.each([
    ['<p>Peru met Chile.</p>', 'Geneva, April 5, 2023 (AFP) -\n\nPeru met Chile.'],
    ['<p>GENEVA (AFP) - Peru met Chile.</p>', 'GENEVA (AFP) - Peru met Chile.'],
    ['<p>Geneva April 5 - Peru met Chile.</p>', 'Geneva April 5 - Peru met Chile.'],
    ['<p>Geneva met Chile.</p>', 'Geneva, April 5, 2023 (AFP) -\n\nGeneva met Chile.'],
    ['<p>New rules bind Peru.</p>', 'NEW YORK (AFP) -\n\nNew rules bind Peru.', 'NEW YORK (AFP) -'],
    ['<p>New York - Peru met Chile.</p>', 'New York - Peru met Chile.', 'NEW YORK (AFP) -'],
  ])(
    'NewsML-G2: a dateline among the facts begins the text, where that has none: %s',
    async (body, text, dateline = 'Geneva, April 5, 2023 (AFP) -') => {
      const facts = `<contentMeta><dateline>${dateline}</dateline></contentMeta>`
      const xml = `<newsItem guid="1">${facts}<contentSet><inlineXML><html><body>${body}</body></html></inlineXML></contentSet></newsItem>`
      expect((await articles({ 'a.xml': xml }))[0]?.text).toBe(text)
    },
  )

  test('NewsML-G2: every item of a message', async () => {
    const item = (guid: string, inner: string) =>
      `<newsItem guid="${guid}"><itemMeta><versionCreated>2023-04-05T09:00:00Z</versionCreated></itemMeta><contentMeta><headline>H ${guid}</headline></contentMeta><contentSet>${inner}</contentSet></newsItem>`
    const xml = `<n:newsMessage xmlns:n="x"><n:itemSet>${item('1', '<inlineXML><html xmlns="http://www.w3.org/1999/xhtml"><head><title>No</title></head><body><p>One.</p><p>Two.</p></body></html></inlineXML>')}${item('2', '<inlineData contenttype="text/plain">Plain text.</inlineData>')}${item('3', `<inlineXML>${nitf.replace(/<\?xml.*?\?>/, '')}</inlineXML>`)}</n:itemSet></n:newsMessage>`
    const found = await articles({ 'a.xml': xml })
    expect(found.map((a) => [a.id, a.title, a.published])).toEqual([
      ['1', 'H 1', '2023-04-05T09:00:00Z'],
      ['2', 'H 2', '2023-04-05T09:00:00Z'],
      ['3', 'H 3', '2023-04-05T09:00:00Z'],
    ])
    expect(found.map((a) => a.text.slice(0, 12))).toEqual(['One.\n\nTwo.', 'Plain text.', 'GENEVA (AP) '])
  })
  test('stories of the first Reuters corpus (RCV1)', async () => {
    const xml =
      '<?xml version="1.0" encoding="iso-8859-1" ?>\n<newsitem itemid="7" id="root" date="1996-08-20" xml:lang="en"><title>PERU: Talks open.</title><headline>Talks open.</headline><dateline>LIMA 1996-08-20</dateline><text>\n<p>Peru met Chile.</p>\n<p>It rained.</p>\n</text><copyright>(c) Nobody</copyright></newsitem>'
    expect(await articles({ 'a.xml': xml })).toMatchObject([
      { id: '7', title: 'Talks open.', published: '1996-08-20', text: 'LIMA 1996-08-20\n\nPeru met Chile.\n\nIt rained.' },
    ])
  })
  test('XML of another kind is told', async () =>
    expect(await told({ 'a.xml': '<recipe><p>Eggs</p></recipe>' })).toEqual([
      "a.xml: is XML of a kind that annalist doesn't read: <recipe>",
    ]))
})

describe('mail', () => {
  const plain =
    'Message-ID: <m1@example.org>\r\nDate: Wed, 5 Apr 2023 10:30:00 +0200\r\nSubject: =?utf-8?Q?Caf=C3=A9_talks?=\r\n =?utf-8?B?IGVuZA==?=\r\nContent-Type: text/plain; charset=iso-8859-1\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\nThe caf=E9 talks =\r\nended.\r\n'
  test('its text is decoded, the subject is the title', async () => {
    expect(await articles({ 'a.eml': plain })).toEqual([
      {
        id: 'm1@example.org',
        text: 'The café talks ended.\r\n',
        published: '2023-04-05T10:30:00+02:00',
        title: 'Café talks end',
        url: null,
        kind: null,
      },
    ])
  })
  test('of several parts the plain one is read, else the page; attachments never', async () => {
    const multi = (parts: string) =>
      `From: a@b\r\nSubject: S\r\nContent-Type: multipart/mixed; boundary="x.y"\r\n\r\npreamble\r\n--x.y\r\nContent-Type: multipart/alternative; boundary=z\r\n\r\n${parts}--z--\r\n--x.y\r\nContent-Type: text/plain\r\nContent-Disposition: attachment; filename=a.txt\r\n\r\nAttached.\r\n--x.y--\r\n`
    const html =
      '--z\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: base64\r\n\r\n' +
      Buffer.from('<p>One.</p><p>Two.</p>').toString('base64') +
      '\r\n'
    expect(
      await articles({ 'a.eml': multi(`${html}--z\r\nContent-Type: text/plain\r\n\r\nPlain.\r\n`), 'b.eml': multi(html) }),
    ).toMatchObject([
      { id: 'a', text: 'Plain.' },
      { id: 'b', text: 'One.\n\nTwo.' },
    ])
  })
  test.each([
    ['From: <Saved by Blink>\r\nSnapshot-Content-Location: https://example.org/1\r\n', 'https://example.org/1'],
    ['From: "Saved by Windows Internet Explorer 11"\r\n', null],
  ])('a page that a browser has saved is read as the page, and its date is not the day of saving: %s', async (from, url) => {
    const html = page('', '').replace(
      /[“”©]|&nbsp;/g,
      (sign) => `=${[...Buffer.from(sign)].map((byte) => byte.toString(16).toUpperCase()).join('=')}`,
    )
    const head = `${from}Subject: Saved\r\nDate: Wed, 10 May 2023 10:30:00 -0000\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="B"\r\n\r\n`
    const parts = `--B\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\nContent-Location: https://example.org/1\r\n\r\n${html.replaceAll('="', '=3D"')}\r\n--B\r\nContent-Type: text/css\r\n\r\na { }\r\n--B\r\nContent-Type: text/plain\r\n\r\nA frame.\r\n--B--\r\n`
    const [article] = await articles({ 'saved.mhtml': head + parts })
    expect(article).toMatchObject({ id: 'saved', url, title: 'Border reopens', published: null })
    expect(article?.text).toBe((await articles({ 'a.html': page('', '') }))[0]?.text)
  })

  test.each([
    ['<div class="desk" style="display:none"><p>Peru met Chile.</p></div>'],
    ['<p style="display:nonexistent">Peru met Chile.</p>'],
  ])('what a style sheet shows is read where there is nothing else: %s', async (html) => {
    const style = '<style>@media (min-width:600px){.desk{display:block!important}}</style>'
    expect((await articles({ 'a.eml': `Subject: S\nContent-Type: text/html\n\n${style}${html}` }))[0]?.text).toBe('Peru met Chile.')
  })

  test('who is called as browsers call themselves writes mails', async () => {
    const mail =
      'From: Saved by Grace <news@example.org>\nDate: Wed, 5 Apr 2023 10:30:00 +0000\nSubject: News\nContent-Type: text/html\n\n<p>Peru met Chile.</p>'
    expect(await articles({ 'a.eml': mail })).toMatchObject([{ title: 'News', published: '2023-04-05T10:30:00+00:00' }])
  })

  test('what a newsletter shows to nobody is not read', async () => {
    const html = '<body><div style="font-size:0; display: none">Iran sued Iraq.</div><p hidden>Mali left.</p><p>Peru met Chile.</p></body>'
    expect((await articles({ 'a.eml': `Subject: News\nContent-Type: text/html\n\n${html}` }))[0]?.text).toBe('Peru met Chile.')
  })

  test('a mailbox is many', async () => {
    const box = `From x@y Wed Apr  5 10:30:00 2023\n${plain.replaceAll('\r', '')}\n>From here on it is quoted.\n\nFrom x@y Wed Apr  5 11:30:00 2023\nSubject: Two\n\nSecond.\n`
    expect((await articles({ 'a.mbox': box })).map((a) => [a.id, a.title, a.text.trim()])).toEqual([
      ['m1@example.org', 'Café talks end', 'The café talks ended.\n\nFrom here on it is quoted.'],
      ['a#2', 'Two', 'Second.'],
    ])
  })
  test('in a mailbox a paragraph that begins with "From" begins no mail; a line with address and date does, also without an empty one before', async () => {
    const box =
      'From x@y Wed Apr  5 10:30:00 2023\nSubject: One\n\nFirst.\n\nFrom Moscow it is told at 10:30.\nFrom - Wed Apr 05 11:30:00 2023\nSubject: Two\n\nSecond.\n\nFrom z@y\nSubject: Three\n\nThird.\n'
    expect((await articles({ 'a.mbox': box })).map((a) => [a.title, a.text.trim()])).toEqual([
      ['One', 'First.\n\nFrom Moscow it is told at 10:30.'],
      ['Two', 'Second.'],
      ['Three', 'Third.'],
    ])
  })
  const mixed = (boundary: string, body: string) => `Subject: S\r\nContent-Type: multipart/mixed; boundary=${boundary}\r\n\r\n${body}`
  test.each<[string, string]>([
    ['its last boundary', mixed('z', '--z\r\nContent-Type: text/plain\r\n\r\nThe text.\r\n')],
    ['its end', mixed('z', '--z\r\nContent-Type: text/plain\r\n\r\nThe te')],
  ])('a mail of several parts without %s is read as far as it goes', async (_, mail) => {
    expect((await articles({ 'a.eml': mail }))[0]?.text).toMatch(/^The te/)
  })
  test('all of its texts are read, one after the other; of those that stand for each other one', async () => {
    const alternative =
      'Content-Type: multipart/alternative; boundary=y\r\n\r\n--y\r\n\r\nThe news.\r\n--y\r\nContent-Type: text/html\r\n\r\n<p>The news!</p>\r\n--y--\r\n'
    const parts = `--z\r\n${alternative}--z\r\nContent-Type: image/png\r\n\r\nabc\r\n--z\r\nContent-Type: text/html\r\n\r\n<p>More of it.</p>\r\n--z\r\nContent-Disposition: inline\r\n\r\nUnsubscribe.\r\n--z--\r\n`
    expect(await articles({ 'a.eml': mixed('z', parts) })).toMatchObject([{ id: 'a', text: 'The news.\n\nMore of it.\n\nUnsubscribe.' }])
  })
  test('mails that are forwarded in it are articles of their own', async () => {
    const inner = 'Subject: Daily\r\nMessage-ID: <d@x>\r\nDate: Tue, 4 Apr 2023 08:00:00 +0000\r\n\r\nThe daily text.\r\n'
    const forwarded = `--z\r\nContent-Type: message/rfc822\r\nContent-Disposition: attachment; filename=a.eml\r\n\r\n${inner}--z--\r\n`
    const outer = `Date: Wed, 5 Apr 2023 10:30:00 +0200\r\nMessage-ID: <f@y>\r\n${mixed('z', `--z\r\n\r\nFor you.\r\n${forwarded}`)}`
    expect(await articles({ 'a.eml': outer })).toMatchObject([
      { id: 'f@y', title: 'S', text: 'For you.', published: '2023-04-05T10:30:00+02:00' },
      { id: 'f@y#1', title: 'Daily', text: 'The daily text.', published: '2023-04-04T08:00:00+00:00' },
    ])
    const digest = `Subject: D\r\nContent-Type: multipart/digest; boundary=q\r\n\r\n--q\r\n\r\n${inner}\r\n--q\r\n\r\nSubject: Two\r\n\r\nSecond.\r\n--q--\r\n`
    const box = `From x@y Wed Apr  5 10:30:00 2023\n${digest.replaceAll('\r', '')}\nFrom x@y Wed Apr  5 11:30:00 2023\n${mixed('z', forwarded).replaceAll('\r', '')}`
    expect((await articles({ 'b.mbox': box })).map((a) => [a.id, a.title])).toEqual([
      ['b#1#1', 'Daily'],
      ['b#1#2', 'Two'],
      ['b#2#1', 'Daily'],
    ])
    expect(await told({ 'c.eml': mixed('z', forwarded.replace('The daily text.', '')) })).toEqual(['c.eml: is a mail without text'])
  })
  test('a boundary in quotes may hold any sign, and a part have no headers', async () => {
    expect(await articles({ 'a.eml': mixed('"a;=_b"', '--a;=_b\r\n\r\nThe text.\r\n--a;=_b--\r\n') })).toMatchObject([
      { text: 'The text.' },
    ])
  })
  test('an invitation beside the text is not the text', async () => {
    const parts =
      '--z\r\nContent-Type: text/calendar\r\n\r\nBEGIN:VCALENDAR\r\n--z\r\nContent-Type: text/html\r\n\r\n<p>The text.</p>\r\n--z--\r\n'
    expect(await articles({ 'a.eml': mixed('z', parts) })).toMatchObject([{ text: 'The text.' }])
  })
  test('one without text is told', async () =>
    expect(await told({ 'a.eml': 'Subject: X\r\nContent-Type: image/png\r\n\r\nabc' })).toEqual(['a.eml: is a mail without text']))
})

describe('web archives', () => {
  const record = (type: string, uri: string, body: Buffer, contentType = 'application/http; msgtype=response'): Buffer =>
    Buffer.concat([
      Buffer.from(
        `WARC/1.0\r\nWARC-Type: ${type}\r\nWARC-Record-ID: <urn:uuid:${uri}>\r\nWARC-Date: 2023-04-06T00:00:00Z\r\nWARC-Target-URI: ${uri}\r\nContent-Type: ${contentType}\r\nContent-Length: ${body.length}\r\n\r\n`,
      ),
      body,
      Buffer.from('\r\n\r\n'),
    ])
  const http = (status: number, type: string, body: Buffer, more = ''): Buffer =>
    Buffer.concat([Buffer.from(`HTTP/1.1 ${status} X\r\nContent-Type: ${type}\r\n${more}Content-Length: ${body.length}\r\n\r\n`), body])
  const html = Buffer.from(page('<meta property="article:published_time" content="2023-04-05">', ''))
  const records = [
    record('warcinfo', 'x', Buffer.from('software: test\r\n'), 'application/warc-fields'),
    record('request', 'https://example.org/1', Buffer.from('GET / HTTP/1.1\r\n\r\n'), 'application/http; msgtype=request'),
    record('response', 'https://example.org/1', http(200, 'text/html', html)),
    record('response', 'https://example.org/img', http(200, 'image/png', Buffer.from([1, 2, 3]))),
    record('response', 'https://example.org/gone', http(404, 'text/html', html)),
    record('response', 'https://example.org/2', http(200, 'text/html; charset=utf-8', deflateSync(html), 'Content-Encoding: deflate\r\n')),
    record('resource', 'https://example.org/3', Buffer.from('A plain text.'), 'text/plain'),
  ]
  test('pages and texts that were answered with 200 are read, plain and packed', async () => {
    for (const bytes of [Buffer.concat(records), Buffer.concat(records.map((r) => gzipSync(r)))]) {
      const found = await articles({ 'crawl.warc.gz': bytes })
      expect(found.map((a) => [a.id, a.url, a.published])).toEqual([
        ['https://example.org/1', 'https://example.org/1', '2023-04-05'],
        ['https://example.org/2', 'https://example.org/2', '2023-04-05'],
        ['https://example.org/3', 'https://example.org/3', null],
      ])
      expect(found[1]?.text).toContain(paragraph.trim())
    }
  })
  test('what the program that made it tells of itself is no article', async () => {
    const own = [
      'metadata://gnu.org/software/wget/warc/wget_arguments.txt',
      'metadata://gnu.org/software/wget/warc/wget.log',
      'urn:X-wpull:log',
    ]
    const logs = own.map((uri, i) => record('resource', uri, Buffer.from('--warc-file=crawl'.repeat(i % 2)), 'text/plain'))
    expect(await told({ 'a.warc': Buffer.concat([...logs, records[6] as Buffer]) })).toEqual(['https://example.org/3'])
  })
  test('an address that a page tells by its path is of the site that answered, whatever the base of its links', async () => {
    const paths = page('<base href="/"><link rel="canonical" href="/2">', '')
    const answer = record('response', 'https://example.org/1', http(200, 'text/html; charset=utf-8', Buffer.from(paths)))
    expect(await articles({ 'a.warc': answer })).toMatchObject([{ id: 'https://example.org/1', url: 'https://example.org/2' }])
  })
  test('the texts of Common Crawl are found by their name', async () => {
    const text = record('conversion', 'https://example.org/1', Buffer.from('Peru met Chile.'), 'text/plain')
    expect(await articles({ 'CC-MAIN-1.warc.wet.gz': gzipSync(text) })).toMatchObject([
      { id: 'https://example.org/1', text: 'Peru met Chile.' },
    ])
  })
  test('what sites tell programs is no article', async () => {
    const paths = ['robots.txt', 'ads.txt', '.well-known/security.txt', 'news/robots.txt', '1']
    const answers = paths.map((path) => record('response', `https://example.org/${path}`, http(200, 'text/plain', Buffer.from('A text.'))))
    expect((await articles({ 'a.warc': Buffer.concat(answers) })).map(({ id }) => id)).toEqual([
      'https://example.org/news/robots.txt',
      'https://example.org/1',
    ])
  })
  test('one that is cut short gives what came before, and says so', async () => {
    const whole = Buffer.concat(records.slice(0, 6))
    const cut = Buffer.concat(records.map((r) => gzipSync(r)))
    for (const bytes of [
      whole.subarray(0, whole.length - 500),
      gzipSync(whole.subarray(0, whole.length - 500)),
      cut.subarray(0, cut.length - 20),
    ]) {
      const lines = await told({ 'crawl.warc': bytes, 'zz.txt': 'Z.' })
      expect(lines[0]).toBe('https://example.org/1')
      expect(lines.at(-2)).toMatch(/^crawl\.warc: is cut short/)
      expect(lines.at(-1)).toBe('zz')
      expect(lines.filter((l) => !l.includes('crawl.warc')).length).toBeLessThanOrEqual(3)
    }
  })
  const text = (n: number | string, body = `Text ${n}.`) => record('resource', `https://example.org/${n}`, Buffer.from(body), 'text/plain')
  const length = (bytes: Buffer, size: number | string) =>
    Buffer.from(bytes.toString('latin1').replace(/(?<=Content-Length: )\d+/, String(size)), 'latin1')
  const six = '.'.repeat(6)
  test.each<[string, Buffer, string]>([
    ['too short', length(text('lost'), 4), 'is not as long as it says (4 bytes)'],
    ['none', length(text('lost'), 0), 'is not as long as it says (0 bytes)'],
    ['longer than it', length(text('lost'), 40), 'is not as long as it says (40 bytes)'],
    ['longer than all', length(text('lost'), 5000), 'is not as long as it says (5000 bytes)'],
    ['longer than any article', length(text('lost'), 2 ** 40), `is not as long as it says (${2 ** 40} bytes)`],
    ['no number', length(text('lost'), 'x'), 'should begin is none'],
    [
      'not told',
      Buffer.from(
        text('lost')
          .toString('latin1')
          .replace(/Content-Length: \d+\r\n/, ''),
      ),
      'should begin is none',
    ],
    [
      'that of what stands in front of something else',
      Buffer.concat([text('own'), Buffer.from(`${six}\r\n`), text('lost', '').subarray(3)]),
      'should begin is none',
    ],
  ])('of a record whose length is %s, what stands behind it is read', async (_, broken, message) => {
    for (const bytes of [
      Buffer.concat([text(1), broken, text(2), text(3)]),
      Buffer.concat([text(1), broken, text(2), text(3)].map((r) => gzipSync(r))),
    ]) {
      const lines = (await told({ 'a.warc': bytes })).filter((line) => line !== 'https://example.org/own')
      expect(lines).toEqual([
        'https://example.org/1',
        expect.stringMatching(/^a\.warc: record [23]: /),
        'https://example.org/2',
        'https://example.org/3',
      ])
      expect(lines[1]).toContain(message)
    }
  })
  test('of a packed archive a member that is damaged anywhere costs only itself', async () => {
    const noise = Array.from({ length: 3000 }, (_, i) => ((i * 7919) % 9973).toString(36)).join(' ')
    const members = ['1', 'lost', '2', '3'].map((n) => gzipSync(text(n, `Text ${n}. ${noise}`)))
    const lost = members[1] as Buffer
    for (const at of [0, 3, 11, 12, 30, 500, 5000, lost.length - 1000, lost.length - 9, lost.length - 8, lost.length - 2]) {
      const bytes = Buffer.from(lost)
      bytes[at] = (bytes[at] as number) ^ 0xe4
      const found = await told({ 'a.warc.gz': Buffer.concat(members.map((member, i) => (i === 1 ? bytes : member))) })
      expect(
        found.filter((line) => !line.startsWith('https://example.org/lost')),
        `byte ${at}`,
      ).toEqual([
        'https://example.org/1',
        expect.stringMatching(/^a\.warc\.gz: record [23]: /),
        'https://example.org/2',
        'https://example.org/3',
      ])
    }
    const cut = await told({ 'a.warc.gz': Buffer.concat([members[0] as Buffer, lost.subarray(0, 3000), members[2] as Buffer]) })
    expect(cut).toEqual(['https://example.org/1', expect.stringMatching(/^a\.warc\.gz: record 2: /), 'https://example.org/2'])
    expect(await told({ 'a.warc.gz': Buffer.concat([...members, Buffer.alloc(700)]) })).toHaveLength(4)
    expect((await told({ 'a.warc.gz': Buffer.concat([...members, Buffer.from('and more')]) })).at(-1)).toMatch(
      /^a\.warc\.gz: is damaged: the gzip stream breaks off \(Z_DATA_ERROR\)/,
    )
    const named = Buffer.concat([
      Buffer.from([0x1f, 0x8b, 8, 8 + 16 + 4 + 2, 0, 0, 0, 0, 0, 3, 3, 0, 1, 2, 3]),
      Buffer.from('name\0comment\0xx'),
      members[2]?.subarray(10) as Buffer,
    ])
    expect(await told({ 'a.warc.gz': Buffer.concat([members[0] as Buffer, named]) })).toEqual([
      'https://example.org/1',
      'https://example.org/2',
    ])
  })
  test('a record is as long as it says, whatever it holds, and however it ends', async () => {
    const within = `A text.\r\n\r\n${text('inner').toString('latin1')}`
    const bare = text(2).subarray(0, -4)
    expect(
      (await articles({ 'a.warc': Buffer.concat([text(1, within), bare, text(3), Buffer.from('\n'), text(4).subarray(0, -3)]) })).map(
        ({ id }) => id,
      ),
    ).toEqual([1, 2, 3, 4].map((n) => `https://example.org/${n}`))
  })
  test('a page that was damaged on its way costs only itself', async () => {
    const broken = record(
      'response',
      'https://example.org/broken',
      http(200, 'text/html', Buffer.from('not gzip'), 'Content-Encoding: gzip\r\n'),
    )
    const chunked = record(
      'response',
      'https://example.org/chunked',
      http(
        200,
        'text/html',
        Buffer.concat([Buffer.from(`${html.length.toString(16)}\r\n`), html, Buffer.from('\r\n0\r\n\r\n')]),
        'Transfer-Encoding: chunked\r\n',
      ),
    )
    const lines = await told({ 'a.warc': Buffer.concat([broken, chunked]) })
    expect(lines).toEqual([
      expect.stringMatching(/^a\.warc: record https:\/\/example\.org\/broken: can't be unpacked/),
      'https://example.org/chunked',
    ])
  })
  test.each<[string, Buffer]>([
    [
      'a text in another character set, as its server says',
      http(200, 'text/plain; charset=ISO-8859-1', Buffer.from('Caf\u00e9.', 'latin1')),
    ],
    [
      'header lines that end without a return',
      Buffer.from('HTTP/1.1 200 OK\nContent-Type: text/html; charset=utf-8\n\n<html><body><p>Café.</p>\r\n\r\n</body></html>'),
    ],
    [
      'a body unpacked under a header that says it is packed',
      http(200, 'text/html; charset=utf-8', Buffer.from('<html><body><p>Café.</p></body></html>'), 'Content-Encoding: gzip\r\n'),
    ],
  ])('%s', async (_, answer) => {
    expect(await articles({ 'a.warc': record('response', 'https://example.org/1', answer) })).toMatchObject([{ text: 'Café.' }])
  })
  test('an address that is there twice is told with its record, or item', async () => {
    const twice = [1, 2].map((n) => record('resource', `https://example.org/${n}`, Buffer.from('A text.'), 'text/plain'))
    const [, again] = await readAll([folder({ 'a.warc': Buffer.concat([...twice.slice(0, 1), ...twice.slice(0, 1)]) })])
    expect(again).toMatchObject({ hint: expect.stringMatching(/fetched again the first counts/) })
    expect((await told({ 'a.warc': Buffer.concat([...twice, ...twice]) })).slice(2)).toEqual(
      [1, 2].map((n) =>
        expect.stringMatching(`^a\\.warc: record https://example.org/${n}: "https://example.org/${n}" is the id of another article`),
      ),
    )
    const items = ['g1', 'g2', 'g1', 'g2'].map((guid) => `<item><guid>${guid}</guid><description>A text.</description></item>`).join('')
    expect((await told({ 'a.rss': `<rss version="2.0"><channel><title>T</title>${items}</channel></rss>` })).slice(2)).toEqual(
      ['g1', 'g2'].map(
        (guid) => `a.rss: item ${guid}: "${guid}" is the id of another article, at a.rss: item ${guid}; this one is left out`,
      ),
    )
  })
  test('an archive of nothing is told', async () => expect((await told({ 'a.warc': 'WARC/1.0\r\n' }))[0]).toMatch(/^a\.warc: /))
})

describe('packed files', () => {
  const lines = Array.from({ length: 500 }, (_, i) => `${JSON.stringify({ id: String(i), text: `Text ${i}.` })}\n`).join('')
  test('gzip of any format, in one member or many, whatever it is called', async () => {
    const half = lines.indexOf('\n', lines.length / 2) + 1
    const many = Buffer.concat([gzipSync(lines.slice(0, half)), gzipSync(lines.slice(half))])
    expect(await articles({ 'a.jsonl.gz': gzipSync(lines) })).toHaveLength(500)
    expect(await articles({ 'a.jsonl': many })).toHaveLength(500)
    expect(await articles({ 'x.txt.gz': gzipSync('A text.') })).toMatchObject([{ id: 'x', text: 'A text.' }])
  })
  test('one that is cut short gives what came before, and says so', async () => {
    const bytes = gzipSync(lines)
    const found = await told({ 'a.jsonl.gz': bytes.subarray(0, bytes.length / 2) })
    expect(found.length).toBeGreaterThan(50)
    expect(found.at(-1)).toBe('a.jsonl.gz: is cut short: the gzip stream ends before its end')
  })
  test('one that is damaged says so', async () => {
    const bytes = Buffer.from(gzipSync(lines))
    bytes.fill(0x55, bytes.length / 2, bytes.length / 2 + 40)
    expect((await told({ 'a.jsonl.gz': bytes })).at(-1)).toMatch(/^a\.jsonl\.gz: is (damaged|cut short)/)
  })
  test('zeros behind the last member, as tapes leave them, are no part of it', async () => {
    for (const zeros of [1, 512, 100_000])
      expect(await articles({ 'a.jsonl.gz': Buffer.concat([gzipSync(lines), Buffer.alloc(zeros)]) })).toHaveLength(500)
  })
  test('a bomb of one endless line is measured, not kept', async () => {
    const bomb = gzipSync(Buffer.alloc(64 << 20, 'a'))
    expect(await told({ 'a.jsonl.gz': bomb })).toEqual(['a.jsonl.gz:1: the line has 67108864 bytes'])
    expect((await told({ 'a.txt.gz': bomb }))[0]).toMatch(/has 67108864 bytes/)
  })
  const zstd = (text: string, ...how: readonly string[]): Buffer => spawnSync('zstd', ['-c', ...how], { input: text }).stdout
  const noZstd = spawnSync('zstd', ['--version']).status !== 0
  const SKIPPED = Buffer.from([0x53, 0x2a, 0x4d, 0x18, 3, 0, 0, 0, 1, 2, 3])
  test.skipIf(noZstd)('zstd, where Node knows it; else it is told what to do', async () => {
    const found = await told({ 'a.jsonl.zst': zstd(lines) })
    if ('createZstdDecompress' in zlib) expect(found).toHaveLength(500)
    else expect(found).toEqual(['a.jsonl.zst: is zstd-compressed, which Node reads from version 22.15 on'])
  })
  test.skipIf(noZstd || !('createZstdDecompress' in zlib))('zstd in many frames, cut short, damaged', async () => {
    const half = lines.indexOf('\n', lines.length / 2) + 1
    const [first, second] = [zstd(lines.slice(0, half)), zstd(lines.slice(half), '--no-check', '-19')]
    expect(await articles({ 'a.jsonl.zst': Buffer.concat([SKIPPED, first, SKIPPED, second, SKIPPED]) })).toHaveLength(500)
    const cut = await told({ 'a.jsonl.zst': Buffer.concat([first, second.subarray(0, second.length - 1)]) })
    expect(cut.length).toBeGreaterThan(250)
    expect(cut.at(-1)).toBe('a.jsonl.zst: is cut short: the zstd stream ends before its end')
    const broken = await told({ 'a.jsonl.zst': Buffer.concat([first, Buffer.from('what is this?')]) })
    expect(broken).toHaveLength(lines.slice(0, half).split('\n').length)
    expect(broken.at(-1)).toBe('a.jsonl.zst: is damaged: the zstd stream breaks off')
  })
  test.skipIf(noZstd)('the frames of a zstd stream, in whatever pieces it comes', async () => {
    const texts = [zstd(lines), zstd('x'), zstd(''), zstd(lines, '--no-check', '-19'), zstd('a'.repeat(1 << 20))]
    const stream = Buffer.concat(texts.flatMap((frame) => [frame, SKIPPED]))
    const split = async (size: number, bytes: Buffer): Promise<readonly Buffer[]> => {
      async function* pieces() {
        for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
      }
      const frames: Buffer[] = []
      for await (const frame of zstdFrames(pieces())) {
        const parts: Uint8Array[] = []
        for await (const part of frame) parts.push(part)
        frames.push(Buffer.concat(parts))
      }
      return frames
    }
    for (const size of [1, 7, 4096, 1 << 20]) expect((await split(size, stream)).map(String)).toEqual(texts.map(String))
    const [first = Buffer.alloc(0)] = texts
    for (let end = 1; end < first.length; end += 97) await expect(split(64, first.subarray(0, end))).rejects.toThrow('cut')
    await expect(split(64, Buffer.concat([first, Buffer.from('none')]))).rejects.toThrow('damaged')
  })
})

describe('patterns and stdin', () => {
  test('a pattern that the shell left alone is expanded, in order', async () => {
    const dir = folder({ 'b/2.txt': 'B.', 'a/1.txt': 'A.', 'a/notes.md': 'N.' })
    expect(outline(await readAll([`${dir}/**/*.txt`]), dir)).toEqual(['1', '2'])
    expect(outline(await readAll([`${dir}/*.nothing`]), dir)).toEqual(['*.nothing: there is no such file or folder'])
  })
  test('a file whose name has the signs of a pattern is itself', async () => {
    const dir = folder({ 'a[1].txt': 'A.' })
    expect(outline(await readAll([join(dir, 'a[1].txt')]), dir)).toEqual(['a[1]'])
  })
  test('stdin is known by its content', async () => {
    const ids = async (text: string | Buffer) =>
      (await readAll(['-'], { stdin: Readable.from([Buffer.from(text)]) })).map((r) => ('article' in r ? r.article.id : r.message))
    expect(await ids('{"id": "a", "text": "A."}\n{"id": "b", "text": "B."}\n')).toEqual(['a', 'b'])
    expect(await ids(gzipSync('{"id": "a", "text": "A."}\n'))).toEqual(['a'])
    expect(await ids('Plain text.')).toEqual(['stdin'])
    expect(await ids('{brackets} begin this text.')).toEqual(['stdin'])
  })
  test('a folder of thousands of files', { timeout: 120_000 }, async () => {
    const dir = folder({})
    for (let d = 0; d < 5; d++) {
      mkdirSync(join(dir, String(d)))
      for (let i = 0; i < 1000; i++) writeFileSync(join(dir, String(d), `${i}.txt`), 'Text.')
    }
    expect(await readAll([dir])).toHaveLength(5000)
  })
})
