import { escapeBareSigns } from './bare-signs.ts'
import { belowDateline } from './below-dateline.ts'
import { collect } from './bytes.ts'
import { decodeLoosely } from './decode-loosely.ts'
import { htmlToText } from './html-text.ts'
import { looseDate } from './loose-date.ts'
import type { Reader } from './reader.ts'
import { type Fault, type Reading, tooLarge } from './reading.ts'
import { find, findAll, parseXml, type Xml, xmlFault, xmlText } from './xml.ts'

type Found = {
  readonly id: string | null
  readonly text: string
  readonly title: string | null
  readonly published: string | null
  readonly kind: string | null
}

const words = (node: Xml | null): string | null => xmlText(node).replace(/\s+/g, ' ').trim() || null

/** The New York Times Annotated Corpus gives the lead twice, alone and within the whole. */
const withoutLead = (body: Xml | null): Xml | null => {
  const named = (name: string) => (node: Xml) => node.name === 'block' && node.attributes.class === name
  return body?.children.some(named('full_text'))
    ? { ...body, children: body.children.filter((node) => !named('lead_paragraph')(node)) }
    : body
}

/** An article in NITF (IPTC News Industry Text Format): dateline and body; the headline is its title. */
const fromNitf = (nitf: Xml): Found => {
  const dateline = words(find(nitf.children, 'body.head', 'dateline'))
  const body = find(nitf.children, 'body.content') ?? find(nitf.children, 'body')
  const docdata = find(nitf.children, 'docdata')
  const issued = docdata ? find(docdata.children, 'date.issue') : null
  return {
    id: (docdata ? find(docdata.children, 'doc-id') : null)?.attributes['id-string'] ?? null,
    text: [dateline, xmlText(withoutLead(body))].filter((part) => part).join('\n\n'),
    title: words(find(nitf.children, 'hedline', 'hl1')) ?? words(find(nitf.children, 'head', 'title')),
    published:
      looseDate(issued?.attributes.norm) ??
      looseDate(find(nitf.children, 'story.date')?.attributes.norm) ??
      looseDate(find(nitf.children, 'pubdata')?.attributes['date.publication']),
    kind: null,
  }
}

/** An item in NewsML-G2: the dateline stands before its text where only its facts hold one; the text stands as NITF, XHTML or plain text inside. */
const fromNewsItem = async (item: Xml): Promise<Found> => {
  const inner = findAll(item.children, 'inlineXML')[0] ?? null
  const data = find(item.children, 'contentSet', 'inlineData')
  const nitf = inner ? find(inner.children, 'nitf') : null
  const body = nitf ? fromNitf(nitf) : null
  const plain = data ? data.children.map((child) => child.text).join('') : ''
  const inside =
    body?.text ??
    (inner
      ? xmlText(find(inner.children, 'body') ?? inner)
      : /html/.test(data?.attributes.contenttype ?? '')
        ? await htmlToText(plain)
        : plain.trim())
  const dateline = words(find(item.children, 'contentMeta', 'dateline'))
  const dates = [
    find(item.children, 'contentMeta', 'contentCreated'),
    find(item.children, 'itemMeta', 'firstCreated'),
    find(item.children, 'itemMeta', 'versionCreated'),
  ]
  return {
    id: item.attributes.guid ?? body?.id ?? null,
    text: belowDateline(dateline, inside),
    title: words(find(item.children, 'contentMeta', 'headline')) ?? body?.title ?? words(find(item.children, 'itemMeta', 'title')),
    published: dates.map((date) => looseDate(words(date))).find((date) => date !== null) ?? body?.published ?? null,
    kind: null,
  }
}

/** A story of the first Reuters corpus (RCV1), which has a form of its own. */
const fromRcv1 = (item: Xml): Found => ({
  id: item.attributes.itemid ?? null,
  text: belowDateline(words(find(item.children, 'dateline')), xmlText(find(item.children, 'text'))),
  title: words(find(item.children, 'headline')) ?? words(find(item.children, 'title')),
  published: looseDate(item.attributes.date),
  kind: null,
})

/** NITF, NewsML-G2 and RCV1: each news item an article. */
export const readNewsml: Reader = async function* ({ file, id, published }, chunks) {
  const { bytes, size } = await collect(chunks)
  const fault = (what: Fault & { readonly line?: number }): Reading => ({
    place: { file, ...(what.line !== undefined && { line: what.line }) },
    message: what.message,
    hint: what.hint,
  })
  if (bytes === null) {
    yield fault(tooLarge(size))
    return
  }
  const given = await decodeLoosely(bytes, '')
  const wrong = xmlFault(given)
  const text = wrong === null ? given : escapeBareSigns(given)
  if (wrong !== null && xmlFault(text) !== null) {
    yield fault(wrong)
    return
  }
  let root: readonly Xml[]
  try {
    root = parseXml(text)
  } catch (error) {
    yield fault({
      message: `is XML that can't be taken apart: ${error instanceof Error ? error.message : String(error)}`,
      hint: 'correct the file, or fetch it again',
    })
    return
  }
  const items = findAll(root, 'newsItem')
  const found =
    items.length > 0
      ? await Promise.all(items.map(fromNewsItem))
      : [...findAll(root, 'nitf').map(fromNitf), ...findAll(root, 'newsitem').map(fromRcv1)]
  if (found.length === 0)
    yield fault({
      message: `is XML of a kind that annalist doesn't read: <${root.find((node) => !node.name.startsWith('?'))?.name ?? ''}>`,
      hint: 'NITF, NewsML-G2, RCV1, RSS, Atom and documents of TimeML are read',
    })
  for (const [i, item] of found.entries()) {
    const name = item.id ?? (found.length === 1 ? id : `${id}#${i + 1}`)
    if (item.text === '')
      yield {
        place: { file, field: `item ${name}` },
        message: 'holds no text',
        hint: 'items that are pictures or links only can be left out',
      }
    else
      yield {
        article: { id: name, text: item.text, published: item.published ?? published, title: item.title, url: null, kind: item.kind },
        place: found.length === 1 ? { file } : { file, field: `item ${name}` },
      }
  }
}
