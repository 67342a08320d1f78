import { answeredPage } from '../answered-page.ts'
import { looseDate } from '../loose-date.ts'
import { type Item, nameOf, wordsOf } from '../read-feed.ts'
import type { Reading } from '../reading.ts'
import { keepFacts } from './feed-facts.ts'
import type { Fetched } from './fetcher.ts'
import type { Follow } from './follow.ts'

const AHEAD = 8

type Feed = { readonly file: string; readonly id: string; readonly published: string | null }

/** The pages that a feed's items link to, some fetched ahead, in the order of the feed. What its site doesn't give for good is taken from the feed itself. */
export async function* readLinked(items: readonly Item[], feed: Feed, follow: Follow): AsyncGenerator<Reading> {
  const pages: (Promise<Fetched> | null)[] = []
  for (const [i, item] of items.entries()) {
    while (pages.length < Math.min(items.length, i + AHEAD)) {
      const { url } = items[pages.length] as Item
      pages.push(url === null ? null : follow.fetch(url))
    }
    const answer = (await pages[i]) ?? null
    pages[i] = null
    const reading = await readItem(item, i, feed, answer)
    if (item.url !== null && reading !== null && 'message' in reading && reading.source && mayComeLater(answer))
      follow.waiting.set(item.url, { feed: feed.file, source: reading.source })
    if (reading !== null) yield reading
    if (answer?.kind === 'page' && item.url !== null && reading !== null && 'article' in reading) follow.taken(item.url, answer.validators)
  }
}

/** Whether an address that could not be had is worth being asked for again. */
export const mayComeLater = (answer: Fetched | null): boolean => answer?.kind === 'fault' && !answer.lasting

const readItem = async (item: Item, index: number, { file, id, published }: Feed, answer: Fetched | null): Promise<Reading | null> => {
  const name = nameOf(item, id, index)
  const facts = { id: name, title: item.title, url: item.url, kind: null }
  const said = looseDate(item.published)
  const source = { file: item.url ?? file, id: name, facts: keepFacts({ title: item.title, published: said }) }
  if (answer?.kind === 'unchanged') return null
  const page = answer?.kind === 'page' ? await answeredPage(answer.body, answer.type, answer.url) : answer
  if (page !== null && 'text' in page)
    return {
      article: {
        ...facts,
        text: page.text,
        title: item.title ?? page.title,
        url: page.url ?? item.url,
        published: said ?? page.published ?? published,
      },
      place: { file: item.url ?? file },
      source,
    }
  const own = page === null || !('lasting' in page) || page.lasting ? await wordsOf(item) : ''
  if (own !== '') return { article: { ...facts, text: own, published: said ?? published }, place: { file, field: `item ${name}` } }
  return page === null
    ? { place: { file, field: `item ${name}` }, message: 'holds no text and no link', hint: 'the feed gives headlines only' }
    : {
        place: { file: item.url ?? file },
        message: page.message,
        hint: page.hint,
        source,
      }
}
