import { isUtf8 } from 'node:buffer'
import { answeredPage, isPage } from '../answered-page.ts'
import { decodeLoosely } from '../decode-loosely.ts'
import { compressionOf } from '../decompress.ts'
import { readStream, type SourceOptions } from '../read-source.ts'
import type { Reading, Source } from '../reading.ts'
import { factsOf } from './feed-facts.ts'
import type { Follow } from './follow.ts'
import { mayComeLater } from './read-linked.ts'

/** Reads an address, which is `asked` for with the password that it may have: a page as one article, anything else as a file of its kind; of a feed the pages that it links to. Nothing, where it is as it was the last time. */
export async function* readAddress(
  source: Source,
  asked: string,
  follow: Follow | undefined,
  options: SourceOptions,
): AsyncGenerator<Reading> {
  const { file: url, id } = source
  const place = { file: url }
  if (follow === undefined) {
    yield { place, message: 'is an address on the web', hint: 'annalist run --fetch fetches it', source }
    return
  }
  const answer = await follow.fetch(asked)
  if (!mayComeLater(answer)) follow.waiting.delete(url)
  if (answer.kind === 'unchanged') {
    // A feed that is as it was tells no more of its pages.
    for (const { feed, source: page } of [...follow.waiting.values()])
      if (feed === url) yield* readAddress(page, page.file, follow, options)
    return
  }
  if (answer.kind === 'fault') {
    yield { place, message: answer.message, hint: answer.hint, source }
    return
  }
  const told = factsOf(source)
  const html = (options.format === undefined || options.format === 'html') && isPage(answer.type, answer.body)
  if (html || told !== null) {
    const page = await answeredPage(answer.body, answer.type, answer.url)
    if ('message' in page) {
      yield { place, message: page.message, hint: page.hint, source }
      return
    }
    yield {
      article: {
        id,
        ...page,
        title: told?.title ?? page.title,
        url: page.url ?? answer.url,
        published: told?.published ?? page.published ?? options.published,
        kind: null,
      },
      place,
      source,
    }
  } else {
    let whole = true
    for await (const reading of readStream(source, streamOf(await inUtf8(answer.body, answer.type)), { ...options, follow })) {
      whole &&= 'article' in reading || reading.place.file !== url || reading.place.field !== undefined || reading.place.line !== undefined
      yield 'article' in reading && reading.article.id === id && reading.article.url === null
        ? { ...reading, article: { ...reading.article, url: answer.url } }
        : reading
    }
    if (!whole) return
  }
  // What can't be read is no page that was taken in: it comes whole again.
  follow.taken(url, answer.validators)
}

/** The body in UTF-8, marked as that, where only its server tells that it is in another character set. */
const inUtf8 = async (body: Buffer, type: string): Promise<Buffer> =>
  !/charset=(?!["']?utf-?8)/i.test(type) || isUtf8(body) || compressionOf(body) !== null || DECLARED.test(body.toString('latin1', 0, 200))
    ? body
    : Buffer.from(`\ufeff${await decodeLoosely(body, type)}`)

const DECLARED = /^\s*<\?xml[^>]+encoding=/

async function* streamOf(body: Buffer): AsyncGenerator<Uint8Array> {
  yield body
}
