import { readFile } from 'node:fs/promises'
import { collect } from './bytes.ts'
import { decodeText } from './decode-text.ts'
import { deliveredIn } from './delivered.ts'
import { pathFault } from './find-sources.ts'
import { faultOf, parseJson } from './json.ts'
import type { Reader } from './reader.ts'
import { keptBytes, tooLarge, type Unreadable } from './reading.ts'

const FACTS_HINT = 'article.json holds {"id", "title", "published", "url", "kind"}, each as it is known'

import type { Facts } from './article-schema.ts'

/** A plain text as one article, with the facts of the article.json beside it where there is one; the documents of a delivery of LexisNexis or Factiva each as its own. */
export const readText: Reader = async function* ({ file, id, facts, published }, chunks) {
  const place = { file }
  const told = facts === null ? null : await readFacts(facts)
  if (told !== null && 'message' in told) {
    yield told
    return
  }
  const { bytes, size } = await collect(chunks)
  const text = bytes === null ? tooLarge(size) : await decodeText(bytes)
  if (typeof text !== 'string') {
    yield { place, ...text, ...keptBytes(file, bytes) }
    return
  }
  const delivered = told === null ? deliveredIn(text) : null
  for (const [i, document] of delivered?.entries() ?? []) {
    const name = document.id ?? (delivered?.length === 1 ? id : `${id}#${i + 1}`)
    const where = { file, field: `document ${i + 1}` }
    if (document.text === '') yield { place: where, message: 'holds no text', hint: 'look for its head and its text in the file' }
    else yield { article: { ...document, id: name, published: document.published ?? published, url: null, kind: null }, place: where }
  }
  if (delivered === null)
    yield {
      article: {
        id: told?.id ?? id,
        text,
        published: told?.published ?? published,
        title: told?.title ?? null,
        url: told?.url ?? null,
        kind: told?.kind ?? null,
      },
      place,
    }
}

/** An article.json that holds the text itself. */
export const readFactsAlone: Reader = async function* ({ file, id, published }) {
  const told = await readFacts(file)
  if ('message' in told) yield told
  else if (told.text == null)
    yield {
      place: { file, field: 'text' },
      message: 'is missing, and there is no article.txt beside it',
      hint: 'write the text into article.txt',
    }
  else
    yield {
      article: {
        id: told.id ?? id,
        text: told.text,
        published: told.published ?? published,
        title: told.title,
        url: told.url,
        kind: told.kind,
      },
      place: { file },
    }
}

const readFacts = async (file: string): Promise<Facts | Unreadable> => {
  const { factsSchema } = await import('./article-schema.ts')
  try {
    const text = await decodeText(await readFile(file))
    if (typeof text !== 'string') return { place: { file }, ...text }
    const parsed = parseJson(text)
    if ('fault' in parsed) return { place: { file }, message: `is not JSON: ${parsed.fault}`, hint: FACTS_HINT }
    const result = factsSchema.safeParse(parsed.value)
    return result.success ? result.data : faultOf({ file }, result.error, FACTS_HINT)
  } catch (error) {
    return pathFault(file, error)
  }
}
