import { pageFrom } from '../page-from.ts'
import { readStream, type SourceOptions } from '../read-source.ts'
import type { Reading, Source } from '../reading.ts'
import type { Follow } from './follow.ts'

/** Reads an address: a page as one article, anything else as a file of its kind; of a feed the pages that it links to. Nothing, where it is as it was the last time. */
export async function* readAddress(source: Source, follow: Follow | undefined, options: SourceOptions): AsyncGenerator<Reading> {
  const { file: url, id } = source
  const place = { file: url }
  if (follow === undefined) {
    yield { place, message: 'is an address on the web', hint: 'with --fetch it is fetched', source }
    return
  }
  const answer = await follow.fetch(url)
  if (answer.kind === 'unchanged') return
  if (answer.kind === 'fault') {
    yield { place, message: answer.message, hint: answer.hint, source }
    return
  }
  const html = options.format === undefined || options.format === 'html' ? /^(text\/html|application\/xhtml)/i.test(answer.type) : false
  if (html) {
    const page = await pageFrom(answer.body, answer.type, answer.url)
    if ('message' in page) yield { place, message: page.message, hint: page.hint, source }
    else
      yield {
        article: { id, ...page, url: page.url ?? answer.url, published: page.published ?? options.published, kind: null },
        place,
        source,
      }
  } else yield* readStream(source, whole(answer.body), { ...options, follow })
  follow.taken(url, answer.validators)
}

async function* whole(body: Buffer): AsyncGenerator<Uint8Array> {
  yield body
}
