/** Elements of feeds that hold words, in which anything may stand that people write. */
const WORDS = new Set(['title', 'subtitle', 'description', 'summary', 'content', 'content:encoded', 'itunes:summary', 'media:description'])

const MARK = /<!\[CDATA\[|<!--|<\/?[a-z_][\w:.-]*(?=[\s/>])[^<>]*>/gi

/** Signs that stand for themselves, written as XML wants them. */
const escaped = (text: string): string => text.replace(/&(?!#\d+;|#x[\da-f]+;|[a-z]\w*;)/gi, '&amp;').replaceAll('<', '&lt;')

/**
 * A feed whose XML has slight faults, well-formed: `&` and `<` that stand for themselves, HTML among the words that closes nothing, something before or behind the feed, attributes
 * without quotes. Null where its elements do not close each other in order, or it is cut short: nobody knows what belongs to which item then.
 */
export const mendFeed = (text: string): string | null => {
  const begin = text.search(/<(?:rss|feed|(?:\w+:)?RDF)(?=[\s>])/)
  if (begin < 0) return null
  const open: string[] = []
  let out = ''
  for (let at = begin; ; ) {
    MARK.lastIndex = at
    const mark = MARK.exec(text)
    if (mark === null) return null
    out += escaped(text.slice(at, mark.index))
    const [tag] = mark
    const from = mark.index + tag.length
    if (tag.startsWith('<!')) {
      const end = text.indexOf(tag === '<!--' ? '-->' : ']]>', from)
      if (end < 0) return null
      at = end + 3
      if (tag !== '<!--') out += text.slice(mark.index, at)
      continue
    }
    at = from
    const name = /^<\/?([^\s/>]+)/.exec(tag)?.[1] ?? ''
    if (tag.startsWith('</')) {
      if (open.pop() !== name) return null
      out += `</${name}>`
      if (open.length === 0) return out
      continue
    }
    out += quoted(tag)
    if (tag.endsWith('/>')) continue
    open.push(name)
    if (!WORDS.has(name)) continue
    const end = wordsEnd(text, from, name)
    if (end === null) return null
    out += asWords(text.slice(from, end))
    at = end
  }
}

/** Where an element that holds words is closed, which is not inside a CDATA section that it begins with. */
const wordsEnd = (text: string, from: number, name: string): number | null => {
  const packed = /^\s*<!\[CDATA\[/.test(text.slice(from, from + 200)) ? text.indexOf(']]>', from) : from
  const end = packed < 0 ? -1 : text.indexOf(`</${name}`, packed)
  return end < 0 ? null : end
}

/** Words as they stand where they are in CDATA already, and in it where there is markup among them. */
const asWords = (words: string): string => {
  if (words.includes('<![CDATA['))
    return words.replace(/^(\s*<!\[CDATA\[[\s\S]*\]\]>)?([\s\S]*)$/, (_, packed = '', rest: string) => packed + escaped(rest))
  return /<[a-z/!]/i.test(words) ? `<![CDATA[${words.replaceAll(']]>', ']]&gt;')}]]>` : escaped(words)
}

/** A tag whose attributes all have quotes. */
const quoted = (tag: string): string => tag.replace(/(\s[\w:.-]+)=(?!["'])([^\s"'>]+?)(?=\s|\/?>)/g, '$1="$2"')
