import { collect } from './bytes.ts'
import { pageFrom } from './page-from.ts'
import type { Reader } from './reader.ts'
import { tooLarge } from './reading.ts'

/** A web page as one article: its main text, with title, date and address from its metadata. */
export const readHtml: Reader = async function* ({ file, id, published }, chunks) {
  const place = { file }
  const { bytes, size } = await collect(chunks)
  const page = bytes === null ? tooLarge(size) : await pageFrom(bytes, '', null)
  if ('message' in page) yield { place, ...page }
  else yield { article: { id, ...page, published: page.published ?? published, kind: null }, place }
}
