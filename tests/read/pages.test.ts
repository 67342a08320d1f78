import { describe, expect, test } from 'vitest'
import type { Article } from '../../src/document.ts'
import { dateInAddress } from '../../src/read/date-in-address.ts'
import { folder, readAll } from './folder.ts'

const read = async (html: string): Promise<Article | undefined> => {
  const [reading] = await readAll([folder({ 'a.html': `<!doctype html><html>${html}</html>` })])
  return reading && 'article' in reading ? reading.article : undefined
}

const TITLE = 'Peru recalls envoy from Chile over fishing boats'
const FIRST =
  'LIMA (Reuters) - Peru recalled its ambassador from Chile on Tuesday after the Chilean navy seized four fishing boats off the port of Ilo, the foreign ministry said.'
const SECOND =
  'Chile rejected the accusation and said that the boats had crossed the line that the court at The Hague had drawn between the two countries in 2014.'
const THIRD =
  'The fishermen, who were held in Arica, should be released within days, a judge told reporters, if their owners paid a fine and handed in their nets.'

const page = (middle: string, end = ''): string =>
  `<head><title>${TITLE} - El Sur</title></head><body><main><h1>${TITLE}</h1><div class="story"><p>${FIRST}</p><p>${SECOND}</p>${middle}<p>${THIRD}</p>${end}</div></main></body>`

const away = '<a href="/mali">Mali expels French envoy after attack on convoy</a>'

describe('what leads to other articles is no part of the text', () => {
  test.each<[string, string]>([
    ['a list of links under a heading', `<h3>Related stories</h3><ul><li>${away}</li></ul>`],
    ['a list of links under a label in bold', `<p><strong>Also read:</strong></p><ul><li>${away}</li></ul>`],
    ['a paragraph that is a link under a label', `<p>See also:</p><p>${away}</p>`],
    ['a paragraph with a label and a link', `<p><em>READ MORE: ${away}</em></p>`],
    ['a card', `<div class="card"><a href="/mali"><span>See also</span><h4>Mali expels French envoy after attack</h4></a></div>`],
    ['links under headings', `<section><h2>More on this story</h2><div><h4>${away}</h4></div></section>`],
    ['a notice of advertising', '<div><div>ADVERTISEMENT</div></div>'],
    ['a notice that there is more', '<p>Story continues below advertisement</p>'],
    [
      'a form for a newsletter',
      '<div class="newsletter-box"><p>Get the news of Mali and its war by mail every morning, and the best of our reports from the field.</p><form><input name="mail"></form></div>',
    ],
    ['what is read aloud', '<p><span class="visually-hidden">list 1 of 3</span></p>'],
  ])('%s', async (_, beside) => {
    expect((await read(page(beside)))?.text).toBe(`${FIRST}\n\n${SECOND}\n\n${THIRD}`)
  })

  test.each<[string, string, string]>([
    [
      'a paragraph with links in it',
      `<p>The dispute began when <a href="/x">the court drew the line</a>.</p>`,
      'The dispute began when the court drew the line.',
    ],
    [
      'a list that a sentence announces',
      '<p>Those who left are:</p><ul><li><a href="/a">Chad</a></li><li><a href="/b">Mali</a></li></ul>',
      'Chad\n\nMali',
    ],
    [
      'a linked headline with its text below',
      `<h3>${away}</h3><p>The envoy left on Monday.</p>`,
      'Mali expels French envoy after attack on convoy',
    ],
    ['a heading of the article', '<h2>More boats</h2><p>Two more boats were seized.</p>', 'More boats\n\nTwo more boats were seized.'],
    ['a caption', '<figure><img src="x.jpg"><figcaption>Boats off Ilo.</figcaption></figure>', 'Boats off Ilo.'],
  ])('but %s is', async (_, own, text) => {
    expect((await read(page(own)))?.text).toContain(text)
  })

  test.each<[string, string]>([
    ['a paragraph that is a linked sentence', '<p><a href="/x">Mali sued Chad.</a></p>'],
    ['a linked sentence in quotation marks', '<p><a href="/x">“Mali sued Chad.”</a></p>'],
    ['a linked sentence under a label', '<h3>Latest</h3><p><a href="/x">Mali sued Chad.</a></p>'],
    ['a paragraph that is a link alone', '<p><a href="/x">Mali sued Chad</a></p>'],
    ['a sentence whose middle is linked', '<p>More from <a href="/x">Mali sued Chad</a> on Friday.</p>'],
    ['a sentence that begins as a label', '<p>More <a href="/x">of those whom Mali sued Chad</a> for.</p>'],
    ['what somebody says', '<p>The Taliban said: <a href="/x">Mali sued Chad</a></p>'],
    ['what somebody tells', '<p>President Putin told reporters: <a href="/x">“Mali sued Chad”</a></p>'],
    ['a lead-in', '<p>‘A disgrace’: <a href="/x">Mali sued Chad</a></p>'],
    ['a number before a link', '<p>12 killed <a href="/x">as Mali sued Chad</a>.</p>'],
    ['a day before a link', '<p>9 May: <a href="/x">Mali sued Chad</a></p>'],
    ['an hour before a link', '<p>09:30 <a href="/x">Mali sued Chad</a></p>'],
    [
      'a timeline',
      '<h3>Latest</h3><ul><li>9 May: <a href="/x">Mali sued Chad</a></li><li>10 May: <a href="/y">Chad sued Mali</a></li></ul>',
    ],
    ['a list of sentences', '<h3>Latest</h3><ul><li><a href="/x">Mali sued Chad.</a></li><li><a href="/y">Chad sued Mali.</a></li></ul>'],
    [
      'a list behind a sentence',
      '<p>These are the cases.</p><ul><li><a href="/x">Mali sued Chad</a></li><li><a href="/y">Chad sued Mali</a></li></ul>',
    ],
    ['an ordered list', '<ol><li><a href="/x">Mali sued Chad</a></li><li><a href="/y">Chad sued Mali</a></li></ol>'],
    [
      'a list of what stands on the page',
      '<p>Latest</p><ul><li><a href="#x">Mali sued Chad</a></li><li><a href="#y">Chad sued Mali</a></li></ul>',
    ],
  ])('nor is %s lost, in the midst or at the end', async (_, own) => {
    const heard = 'Mali sued Chad'
    expect((await read(page(own)))?.text).toContain(heard)
    expect((await read(page('', own)))?.text).toContain(heard)
  })

  test('a label without a link below it stays', async () => {
    expect((await read(page('', '<p>More in Lyon were arrested on Sunday.</p>')))?.text).toContain('More in Lyon')
    expect((await read(page('', '<p>More in Lyon</p>')))?.text).toContain('More in Lyon')
  })

  test('a row of links at the end goes', async () => {
    expect((await read(page('', `<p>${away}</p><p><a href="/2">Chad bombs rebel camp</a></p>`)))?.text).toBe(
      `${FIRST}\n\n${SECOND}\n\n${THIRD}`,
    )
  })

  test('the first sentence stays where it is a link', async () => {
    const html = `<head><title>${TITLE}</title></head><body><article><h1>${TITLE}</h1><p><a href="/x">Peru recalled its envoy</a></p><p>${SECOND}</p></article></body>`
    expect((await read(html))?.text).toContain('Peru recalled its envoy')
  })

  test('markup that is nested deep costs a walk', async () => {
    const deep = `${'<span>'.repeat(140)}Chad ${'</span>'.repeat(140)}`
    expect((await read(`<body><h1>${TITLE}</h1><p>${deep.repeat(20)}</p></body>`))?.text).toContain('Chad Chad')
  })

  test('nor of the items of feeds', async () => {
    const item = (html: string): string =>
      `<item><title>${TITLE}</title><link>https://example.org/1</link><description><![CDATA[${html}]]></description></item>`
    const feed = (html: string): string =>
      `<?xml version="1.0"?><rss version="2.0"><channel><title>El Sur</title>${item(html)}</channel></rss>`
    const text = async (html: string): Promise<unknown> => {
      const [reading] = await readAll([folder({ 'a.xml': feed(html) })])
      return reading && 'article' in reading && reading.article.text
    }
    expect(await text(`<p>${FIRST}</p><p>Read also: ${away}</p><p>${SECOND}</p>`)).toBe(`${FIRST}\n\n${SECOND}`)
    expect(await text(`<p><a href="/x">Ukraine shot down a jet.</a></p><p>${SECOND}</p>`)).toContain('Ukraine shot down a jet.')
    expect(await text(`<ul><li>09:30 ${away}</li><li>10:30 ${away}</li></ul><p>${SECOND}</p>`)).toContain('Mali expels')
    expect(await text(`<ol><li>${away} <font>El Norte</font></li><li>${away}</li></ol>`)).toContain('Mali expels')
    expect(await text(`${away}`)).toContain('Mali expels')
  })

  test('a page of links keeps them', async () => {
    const links = Array.from({ length: 12 }, (_, i) => `<li><a href="/${i}">Mali expels envoy number ${i} after attack on convoy</a></li>`)
    expect((await read(`<body><main><h1>News</h1><ul>${links.join('')}</ul></main></body>`))?.text).toContain('Mali expels envoy number 3')
  })
})

describe('what is called a newsletter', () => {
  const attack = 'Iran attacked Iraq on Monday with rockets, the army said.'
  test.each<[string, string]>([
    ['the text', `<body><h1>${TITLE}</h1><div class="newsletter-content"><p>${attack}</p></div><p>By Jo</p></body>`],
    ['the article', `<body><h1>${TITLE}</h1><article class="post newsletter-post"><p>${attack} Subscribe</p></article></body>`],
    ['the page', `<body class="page newsletter-on"><h2>${TITLE}</h2><p>${attack}</p><form><input></form></body>`],
  ])('is kept where it is %s', async (_, html) => {
    expect((await read(html))?.text).toContain(attack)
  })
})

test('what is read aloud in the place of what is shown is text', async () => {
  const words =
    '<p>Iran <span class="sr-only">attacked</span><span aria-hidden="true">hit</span> Iraq.</p><div class="sr-only">Mali sued Chad.</div>'
  const text = (await read(page(words)))?.text
  expect(text).toMatch(/Iran attacked\s*(?:hit)? Iraq/)
  expect(text).toContain('Mali sued Chad.')
})

describe('the title where only headings tell it', () => {
  test.each<[string, string, string]>([
    [
      'the name of the site stands in an h1, too',
      `<title>${TITLE} – El Sur</title>`,
      `<h1>El Sur</h1><article><h1>${TITLE}</h1><p>${FIRST}</p></article>`,
    ],
    ['the headline is an h2', `<title>${TITLE} | Ministry</title>`, `<h2>${TITLE}</h2><p>${FIRST}</p>`],
    ['the name of the site comes first', `<title>El Sur: ${TITLE}</title>`, `<h1>El Sur</h1><h1>${TITLE}</h1><p>${FIRST}</p>`],
    [
      'the title names a heading beside the article',
      '<title>Peru recalls envoy | Americas news today</title>',
      `<h2>Americas news today</h2><article><h1>${TITLE}</h1><p>${FIRST}</p></article>`,
    ],
    ['no title element names it', '<title>El Sur</title>', `<h1>El Sur</h1><main><h1>${TITLE}</h1><p>${FIRST}</p></main>`],
  ])('%s', async (_, head, body) => {
    expect((await read(`<head>${head}</head><body>${body}</body>`))?.title).toBe(TITLE)
  })
})

describe('the publication date where no metadata tell it', () => {
  const dated = (line: string, above = ''): string =>
    `<head><title>${TITLE}</title></head><body>${above}<h1>${TITLE}</h1>${line}<p>${FIRST}</p><p>${SECOND}</p><p>12 May 2023</p></body>`
  test.each<[string, string | null]>([
    ['<div>9 May 2023</div>', '2023-05-09'],
    ['<p>By Ana Rojas | Published: Tuesday, May 9, 2023</p>', '2023-05-09'],
    ['<span>Published on 9 May 2023</span>', '2023-05-09'],
    ['<p>Last updated 11 May 2023</p><p>9 May 2023</p>', '2023-05-09'],
    ['<p>10:02 AM EDT, Tue May 9, 2023</p>', '2023-05-09'],
    ['<p><b>Published:</b> 9 May 2023</p>', '2023-05-09'],
    ['<dl><dt>Published</dt><dd>9 May 2023</dd></dl>', '2023-05-09'],
    ['<p>By Ana Rojas<br>9 May 2023, updated 10 May 2023</p>', '2023-05-09'],
    ['<p>05/09/2023</p>', null],
    ['<p>Published 05/09/2023</p><p>2 May 2023</p>', null],
    ['<p><b>Updated:</b> 12 May 2023</p>', null],
    ['<dl><dt>Updated</dt><dd>12 May 2023</dd></dl>', null],
    ['<dl><dt>When:</dt><dd>9 May 2023</dd></dl>', null],
    ['<p>Date: 9 May 2023</p>', null],
    ['<p>9 May 2023 – 12 May 2023</p>', null],
    ['<p>Lima Hall | 9 May 2023</p>', null],
    ['<p>9 May 2123</p>', null],
    ['<h2>1 July 1916</h2>', null],
    ['<h2>9 May 2023</h2>', null],
    ['<p>The talks began on <a href="/x">9 May 2023</a> in Lima.</p>', null],
    ['<p>Peru recalled its envoy.</p><span>9 May 2023</span>', null],
    ['<aside><p>9 May 2023</p></aside>', null],
    ['<section><h3>More</h3><span>9 May 2023</span></section>', null],
    ['<p>The talks of 9 May 2023 failed.</p>', null],
    ['', null],
  ])('%s: %s', async (line, date) => {
    expect((await read(dated(line)))?.published).toBe(date)
  })
  test("a day above the headline is the reader's today", async () => {
    expect((await read(dated('', '<div>10 June 2024</div>')))?.published).toBeNull()
  })
  test.each<[string, string | null]>([
    ['https://example.org/world/2023/05/09/peru-chile', '2023-05-09'],
    ['https://example.org/2023-05-09/peru-chile.html', '2023-05-09'],
    ['https://example.org/20231399/2023/05/09/peru', '2023-05-09'],
    ['https://example.org/2023-05-09-peru-chile.html', null],
    ['https://www.example.org/news/world-asia-20121015', null],
    ['https://example.org/wiki/2001/09/11_attacks', null],
    ['https://example.org/history/1991/05/08/surrender', null],
    ['https://example.org/on-this-day/2001/05/08/surrender', null],
    ['https://example.org/events/2021/07/11/summit', null],
    ['https://example.org/1945/05/08/surrender', null],
    ['https://example.org/2099/07/11/summit', null],
    ['https://example.org/2023/marine/12/a', null],
    ['https://example.org/2023/mars/12/a', null],
    ['https://example.org/dump/2024-11-28/site/2019/03/04/a', null],
    ['file:///data/2024-11-28/crawl/a.html', null],
    ['https://example.org/world/2023/may/09/peru-chile', '2023-05-09'],
    ['https://example.org/20230509/c12.htm', '2023-05-09'],
    ['https://example.org/2023/05/peru', null],
    ['https://example.org/2023/13/45/peru', null],
    ['https://example.org/article-120230509', null],
    ['https://example.org/a?day=/2023/05/09/', null],
  ])('in the address %s: %s', (address, date) => {
    expect(dateInAddress(address)).toBe(date)
  })
  test('of the canonical address', async () => {
    const html = dated('').replace('<head>', '<head><link rel="canonical" href="https://example.org/2023/05/09/peru">')
    expect((await read(html))?.published).toBe('2023-05-09')
  })
})
