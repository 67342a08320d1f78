import type { Article } from '../document.ts'
import { dateInAddress } from './date-in-address.ts'
import { decodeLoosely } from './decode-loosely.ts'
import { dropBeside } from './drop-beside.ts'
import { withoutPassword } from './fetch/bare-address.ts'
import { isAddress } from './fetch/is-address.ts'
import { headlineOf } from './headline-of.ts'
import { type DomNode, depthOf, hasReferences, htmlToText, isBottomless, textOf } from './html-text.ts'
import { withImpliedTags } from './implied-tags.ts'
import { leadsAway } from './leads-away.ts'
import { linkedData } from './linked-data.ts'
import { looseDate } from './loose-date.ts'
import { metadataOf } from './metadata-of.ts'
import type { Fault } from './reading.ts'
import { shownDate } from './shown-date.ts'

/** What a page tells: its text and facts. */
export type Page = Pick<Article, 'text' | 'title' | 'published' | 'url'>

/** What pages call the day of their publication, in small letters, beside JSON-LD. */
const PUBLISHED = [
  'article:published_time',
  'datepublished',
  'og:published_time',
  'og:article:published_time',
  'article.published',
  'parsely-pub-date',
  'date',
  'dc.date',
  'dc.date.issued',
  'dc.date.created',
  'dcterms.date',
  'dcterms.issued',
  'dcterms.created',
  'pubdate',
  'publishdate',
  'publisheddate',
  'publish_date',
  'originalpublicationdate',
  'displaydate',
  'publish-date',
  'publication_date',
  'citation_publication_date',
  'cxenseparse:recs:publishtime',
  'sailthru.date',
]

/** The main text of a web page with its title, date and address, as its metadata give them. Or the fault why there is none. */
export const pageFrom = async (bytes: Uint8Array, contentType: string, address: string | null): Promise<Page | Fault> => {
  const html = await decodeLoosely(bytes, contentType)
  if (isBottomless(html)) return apart('its elements are nested too deep')
  const [{ parseHTML }, { Readability }] = await Promise.all([import('linkedom'), import('@mozilla/readability')])
  try {
    const { document } = parseHTML(withImpliedTags(html))
    const metadata = metadataOf(document.querySelectorAll('meta'))
    const meta = (name: string): string | null => metadata.get(name) || null
    const linked = linkedData(
      [...document.querySelectorAll('script[type="application/ld+json"]')].map((script) => script.textContent ?? ''),
    )
    const attribute = (name: string, ...selectors: readonly string[]): readonly (string | null)[] =>
      selectors.flatMap((selector) => [...document.querySelectorAll(selector)].slice(0, 1).map((element) => element.getAttribute(name)))
    const dates = [
      linked.published,
      ...PUBLISHED.map(meta),
      ...attribute('content', '[itemprop="datePublished"][content]'),
      ...attribute('title', '[itemprop="datePublished"][title]', 'abbr.published[title]'),
      ...attribute('datetime', 'time[itemprop="datePublished"]', 'time[datetime][pubdate]', 'article time[datetime]', 'time[datetime]'),
    ]
    const named = (selector: string): string | null => document.querySelector(selector)?.getAttribute('href') || null
    const urls = [named('link[rel="canonical"]'), meta('og:url'), address].flatMap((url) =>
      url ? [absolute(url, absolute(named('base[href]') ?? '', address) || address)] : [],
    )
    const body = document.body as unknown as DomNode | null
    const headline = headlineOf(document as unknown as Parameters<typeof headlineOf>[0])
    const title =
      linked.title ??
      meta('og:title') ??
      meta('headline') ??
      headline?.textContent.replace(/\s+/g, ' ').trim() ??
      document.querySelector('title')?.textContent?.trim() ??
      null
    // Before Readability takes the page apart.
    const published =
      [
        ...dates.map((date) => looseDate(date)),
        ...urls.filter(isAddress).map(dateInAddress),
        body && headline ? shownDate(body, headline) : null,
      ].find((date) => date !== null) ?? null
    dropBeside(document)
    const whole = body ? ownText(body) : ''
    const articles = [...document.querySelectorAll('article')].filter((article) => article.closest('aside, #comments, .comment') === null)
    const brief = articles.length === 1 && articles[0]?.querySelector('h1') ? ownText(articles[0] as unknown as DomNode) : ''
    const main =
      body && depthOf(body) <= DEEPEST ? mainPart(document as unknown as ConstructorParameters<typeof Readability>[0], Readability) : null
    const found = main ? ownText(main) : ''
    const apartFrom = !found.split('\n\n').some((part) => brief.includes(part))
    const shown = (found.length < SHORT && apartFrom && brief) || found || whole
    const told = linked.body === null ? '' : await bodyText(linked.body)
    const text = told.length > MUCH_MORE * shown.length ? told : shown
    if (text === '') return { message: 'is a web page without text', hint: 'save the page after its scripts have run, or give its text' }
    return {
      text,
      title: (title && hasReferences(title) ? (await htmlToText(title)).replace(/\s+/g, ' ') : title) || null,
      published,
      // A page that tells of itself by its path alone may tell its site elsewhere.
      url: urls.find(isAddress) ?? urls[0] ?? null,
    }
  } catch (error) {
    return apart(error instanceof RangeError ? 'its elements are nested too deep' : error instanceof Error ? error.message : String(error))
  }
}

/** The words of an element without what leads to other articles. */
const ownText = (root: DomNode): string => {
  const away = leadsAway(root)
  return textOf(root, (element) => away.has(element))
}

/** The text of JSON-LD may be plain or HTML, and that with its tags escaped. */
const bodyText = async (body: string): Promise<string> => {
  const text = await htmlToText(/<[a-z]/i.test(body) ? body : `<pre>${body}</pre>`)
  return /<(?:\/[a-z]|br\b)/i.test(text) ? htmlToText(text) : text
}

/** By how much the text that JSON-LD gives is longer where a page shows the start of it, or only what asks for a subscription or for scripts. */
const MUCH_MORE = 1.5

/** What Readability takes for an article at its first, strictest try. */
const ENOUGH = 200

/** Shorter text that it finds is no more than a guess: where none of it stands in the one article of a page, which holds its headline, that is it. */
const SHORT = 200

const apart = (why: string): Fault => ({ message: `is a web page that can't be taken apart: ${why}`, hint: 'give its text instead' })

// Beyond this depth, which no page that people wrote has, Readability takes minutes: its cost grows with the cube.
const DEEPEST = 150

const mainPart = (
  document: ConstructorParameters<typeof import('@mozilla/readability').Readability>[0],
  Readability: typeof import('@mozilla/readability').Readability,
): DomNode | null => {
  try {
    return (
      new Readability(document, {
        charThreshold: ENOUGH,
        maxElemsToParse: 100_000,
        serializer: (node) => node as unknown as DomNode,
      }).parse()?.content ?? null
    )
  } catch {
    return null
  }
}

const absolute = (url: string, base: string | null): string => {
  try {
    return withoutPassword(new URL(url, base ?? undefined).href)
  } catch {
    return withoutPassword(url)
  }
}
