import { parseFeed } from 'feedsmith'
import { collect } from './bytes.ts'
import { decodeLoosely } from './decode-loosely.ts'
import { withoutPassword } from './fetch/bare-address.ts'
import { isAddress } from './fetch/is-address.ts'
import { readLinked } from './fetch/read-linked.ts'
import { hasReferences, htmlToText } from './html-text.ts'
import { leadsAway } from './leads-away.ts'
import { looseDate } from './loose-date.ts'
import { mendFeed } from './mend-feed.ts'
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

/** An item as its feed gives it: `marked`, where its title is HTML. */
type Raw = Item & { readonly marked: boolean }

/** An address of a feed, whole; as it stands where nothing tells what it belongs to. */
const whole = (url: string | null, ...bases: readonly (string | undefined)[]): string | null => {
  if (url === null) return null
  const base = bases.reduceRight<string | undefined>((outer, inner) => (inner === undefined ? outer : join(inner, outer)), undefined)
  return isAddress(url) ? url : join(url, base)
}

const join = (url: string, base: string | undefined): string => (URL.canParse(url, base) ? new URL(url, base).href : url)

/** The items of any feed in one shape; of several texts the longest. `address`: where the feed was fetched. */
const itemsOf = (parsed: ReturnType<typeof parseFeed>, address: string | undefined): readonly Raw[] => {
  const longest = (...texts: readonly (string | undefined)[]): string =>
    texts.reduce<string>((best, text) => ((text?.length ?? 0) > best.length ? (text ?? '') : best), '')
  switch (parsed.format) {
    case 'rss':
      return (parsed.feed.items ?? []).map((i) => ({
        id: first(i.guid?.value, i.link),
        title: first(i.title),
        marked: hasReferences(i.title ?? ''),
        url: whole(
          first(i.link, i.guid?.isPermaLink !== false && isAddress(i.guid?.value ?? '') && i.guid?.value),
          parsed.feed.link,
          address,
        ),
        published: first(i.pubDate, i.dc?.dates?.[0]),
        html: longest(i.content?.encoded, i.description),
      }))
    case 'atom':
      return (parsed.feed.entries ?? []).map((e) => ({
        id: first(e.id),
        title: first(e.title?.value),
        marked: e.title?.type === 'html' || e.title?.type === 'xhtml',
        url: whole(
          first(e.links?.find((l) => l.rel === undefined || l.rel === 'alternate')?.href),
          e.xml?.base,
          parsed.feed.xml?.base,
          address,
        ),
        published: first(e.published, e.updated),
        html: longest(e.content?.value, e.summary?.value),
      }))
    case 'rdf':
      return (parsed.feed.items ?? []).map((i) => ({
        id: first(i.link),
        title: first(i.title),
        marked: hasReferences(i.title ?? ''),
        url: whole(first(i.link), parsed.feed.link, address),
        published: first(i.dc?.dates?.[0]),
        html: longest(i.content?.encoded, i.description),
      }))
    case 'json':
      return (parsed.feed.items ?? []).map((i) => ({
        id: first(i.id, i.url),
        title: first(i.title),
        marked: false,
        url: whole(first(i.url), address),
        published: first(i.date_published, i.date_modified),
        html: longest(i.content_html, i.content_text, i.summary),
      }))
  }
}

const plain = async ({ marked, id, title, url, ...item }: Raw): Promise<Item> => ({
  ...item,
  id: id && withoutPassword(id),
  url: url && withoutPassword(url),
  title: marked && title !== null ? first((await htmlToText(title)).replace(/\s+/g, ' ')) : title,
})

/** What the article of an item is called. */
export const nameOf = (item: Item, feed: string, index: number): string => item.id ?? item.url ?? `${feed}#${index + 1}`

/** The last line that WordPress writes into the items of feeds, where it has their headlines once more: posts appear first somewhere in news, too. */
const SIGNED = /(?:^|\n+)The post ([^\n]+) (?:appeared first on|first appeared on) [^\n]+$/

const bare = (text: string): string => text.replace(/[^\p{L}\p{N}]+/gu, '').toLowerCase()

/** The text that an item itself holds. */
export const wordsOf = async ({ html, title }: Item): Promise<string> =>
  (await htmlToText(html, leadsAway)).replace(SIGNED, (line, post: string) => (bare(post) === bare(title ?? '') ? '' : line))

/** RSS, Atom, RDF and JSON feeds: each item an article of the text that the feed itself holds. */
export const readFeed: Reader = async function* ({ file, id, published, follow }, chunks) {
  const place = { file }
  const { bytes, size } = await collect(chunks)
  if (bytes === null) {
    yield { place, ...tooLarge(size) }
    return
  }
  const given = await decodeLoosely(bytes, '')
  const fault = given.trimStart().startsWith('{') ? null : xmlFault(given)
  const mended = fault?.line === undefined ? null : mendFeed(given)
  if (fault !== null && mended === null) {
    yield { place: { ...place, ...(fault.line !== undefined && { line: fault.line }) }, message: fault.message, hint: fault.hint }
    return
  }
  const text = mended ?? given
  let items: readonly Item[]
  try {
    items = await Promise.all(itemsOf(parseFeed(text.trimStart()), isAddress(file) ? file : undefined).map(plain))
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
    const words = await wordsOf(item)
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
