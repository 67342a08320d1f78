import { parseFeed } from 'feedsmith'
import { collect } from './bytes.ts'
import { decodeLoosely } from './decode-loosely.ts'
import { readLinked } from './fetch/read-linked.ts'
import { htmlToText } from './html-text.ts'
import { looseDate } from './loose-date.ts'
import type { Reader } from './reader.ts'
import { tooLarge } from './reading.ts'
import { xmlFault } from './xml.ts'

export type Item = {
  readonly id: string | null
  readonly title: string | null
  readonly url: string | null
  readonly published: string | null
  readonly html: string
}

const first = (...values: readonly unknown[]): string | null =>
  values.find((value): value is string => typeof value === 'string' && value.trim() !== '')?.trim() ?? null

/** The items of any feed in one shape; of several texts the longest. */
const itemsOf = (parsed: ReturnType<typeof parseFeed>): readonly Item[] => {
  const longest = (...texts: readonly (string | undefined)[]): string =>
    texts.reduce<string>((best, text) => ((text?.length ?? 0) > best.length ? (text ?? '') : best), '')
  switch (parsed.format) {
    case 'rss':
      return (parsed.feed.items ?? []).map((i) => ({
        id: first(i.guid?.value, i.link),
        title: first(i.title),
        url: first(i.link),
        published: first(i.pubDate, i.dc?.dates?.[0]),
        html: longest(i.content?.encoded, i.description),
      }))
    case 'atom':
      return (parsed.feed.entries ?? []).map((e) => ({
        id: first(e.id),
        title: first(e.title?.value),
        url: first(e.links?.find((l) => l.rel === undefined || l.rel === 'alternate')?.href),
        published: first(e.published, e.updated),
        html: longest(e.content?.value, e.summary?.value),
      }))
    case 'rdf':
      return (parsed.feed.items ?? []).map((i) => ({
        id: first(i.link),
        title: first(i.title),
        url: first(i.link),
        published: first(i.dc?.dates?.[0]),
        html: longest(i.content?.encoded, i.description),
      }))
    case 'json':
      return (parsed.feed.items ?? []).map((i) => ({
        id: first(i.id, i.url),
        title: first(i.title),
        url: first(i.url),
        published: first(i.date_published, i.date_modified),
        html: longest(i.content_html, i.content_text, i.summary),
      }))
  }
}

/** What the article of an item is called. */
export const nameOf = (item: Item, feed: string, index: number): string => item.id ?? item.url ?? `${feed}#${index + 1}`

/** RSS, Atom, RDF and JSON feeds: each item an article of the text that the feed itself holds. */
export const readFeed: Reader = async function* ({ file, id, published, follow }, chunks) {
  const place = { file }
  const { bytes, size } = await collect(chunks)
  if (bytes === null) {
    yield { place, ...tooLarge(size) }
    return
  }
  const text = await decodeLoosely(bytes, '')
  const fault = text.trimStart().startsWith('{') ? null : xmlFault(text)
  if (fault !== null) {
    yield { place: { ...place, ...(fault.line !== undefined && { line: fault.line }) }, message: fault.message, hint: fault.hint }
    return
  }
  let items: readonly Item[]
  try {
    items = itemsOf(parseFeed(text.trimStart()))
  } catch (error) {
    yield {
      place,
      message: `is no feed: ${error instanceof Error ? error.message : String(error)}`,
      hint: 'RSS, Atom, RDF and JSON feeds are read',
    }
    return
  }
  if (items.length === 0) yield { place, message: 'is a feed without items', hint: 'fetch it again later' }
  if (follow !== undefined) {
    yield* readLinked(items, { file, id, published }, follow)
    return
  }
  for (const [i, item] of items.entries()) {
    const words = await htmlToText(item.html)
    const name = nameOf(item, id, i)
    if (words === '')
      yield {
        place: { ...place, field: `item ${name}` },
        message: 'holds no text',
        hint: 'the feed gives headlines only: with --fetch the pages that it links to are read',
      }
    else
      yield {
        article: { id: name, text: words, published: looseDate(item.published) ?? published, title: item.title, url: item.url, kind: null },
        place: { ...place, field: `item ${name}` },
      }
  }
}
