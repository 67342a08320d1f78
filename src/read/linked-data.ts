type Item = Readonly<Record<string, unknown>>

const isItem = (value: unknown): value is Item => typeof value === 'object' && value !== null

/** An item with those that it holds: a page its article, a graph its nodes. */
const itemsIn = (value: unknown): readonly Item[] => {
  if (Array.isArray(value)) return value.flatMap(itemsIn)
  if (!isItem(value)) return []
  return [value, ...itemsIn(value['@graph']), ...itemsIn(value.mainEntity)]
}

/** Scripts are often wrapped for parsers of XML, and line ends stand in their strings as they do not in JSON. */
const itemsOf = (script: string): readonly Item[] => {
  const bare = script.replace(/^\s*(?:<!--|(?:\/\/|\/\*)? ?<!\[CDATA\[(?:\s*\*\/)?)|(?:-->|(?:\/\/|\/\*)? ?\]\]>(?:\s*\*\/)?)\s*$/g, '')
  try {
    return itemsIn(JSON.parse(bare.replace(/\p{Cc}+/gu, ' ')))
  } catch {
    return []
  }
}

/** Articles tell of the page before the page itself does, and that before the videos and other pages in it. */
const rank = (item: Item): number => {
  const types = [item['@type']].flat().map(String)
  if (types.some((type) => /Article|Posting|Report/.test(type))) return 0
  return item['@type'] === undefined || types.some((type) => type.endsWith('Page')) ? 1 : 2
}

const textOf = (value: unknown): string | null => {
  const [first] = [value].flat()
  return typeof first === 'string' && first.trim() !== '' ? first.trim() : null
}

export type LinkedData = { readonly title: string | null; readonly published: string | null; readonly body: string | null }

/** Headline, date and text of the article that a page's JSON-LD (schema.org) tells of; the text only of the one with that headline, as others may stand beside it. */
export const linkedData = (scripts: readonly string[]): LinkedData => {
  const items = scripts.flatMap(itemsOf).toSorted((a, b) => rank(a) - rank(b))
  const first = (name: string): string | null => items.map((item) => textOf(item[name])).find((text) => text !== null) ?? null
  const title = first('headline')
  const own = items.filter((item) => textOf(item.headline) === title)
  return {
    title,
    published: first('datePublished'),
    body: own.map((item) => textOf(item.articleBody)).find((text) => text !== null) ?? null,
  }
}
