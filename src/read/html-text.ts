import { BLOCKS, blockText, SILENT } from './block-text.ts'

/** As much of a DOM node as is read here. */
export type DomNode = {
  readonly nodeType: number
  readonly localName?: string
  readonly getAttribute?: (name: string) => string | null
  readonly textContent: string
  readonly childNodes: Iterable<DomNode>
}

/** The words of a DOM tree as paragraphs, but for elements that are `foreign` to them. */
export const textOf = (root: DomNode, foreign: (element: DomNode) => boolean = () => false): string => {
  const out = blockText()
  const stack: { readonly node: DomNode; readonly leave: boolean; readonly pre: boolean }[] = [{ node: root, leave: false, pre: false }]
  for (let top = stack.pop(); top !== undefined; top = stack.pop()) {
    const { node, leave } = top
    if (node.nodeType === 3) (top.pre ? out.lines : out.words)(node.textContent)
    else if (leave) out.block()
    else if (node.nodeType === 1 || node.nodeType === 9 || node.nodeType === 11) {
      const name = node.localName ?? ''
      if (name === 'br') out.lineBreak()
      if (SILENT.has(name) || (node.nodeType === 1 && foreign(node))) continue
      if (BLOCKS.has(name)) {
        out.block()
        stack.push({ node, leave: true, pre: false })
      }
      const pre = top.pre || name === 'pre'
      for (const child of [...node.childNodes].reverse()) stack.push({ node: child, leave: false, pre })
    }
  }
  return out.done()
}

const VOID = new Set('area base br col embed hr img input link meta source track wbr p li td tr option'.split(' '))
const MOST_OPEN = 20_000

/**
 * Whether elements stand open in each other by the ten thousand, which no page that people wrote has, and which the parser takes a time over that grows with the square.
 * Those that nothing stands in, and those that the next one ends, don't count.
 */
export const isBottomless = (html: string): boolean => {
  let open = 0
  for (const [tag, end, name = ''] of html.matchAll(/<(\/?)([a-z][a-z0-9]*)[^<>]*/gi)) {
    if (tag.endsWith('/') || VOID.has(name.toLowerCase())) continue
    open = end ? Math.max(0, open - 1) : open + 1
    if (open > MOST_OPEN) return true
  }
  return false
}

/** What WordPress puts into the items of feeds beside their text: buttons to share it, other articles, the link to the rest. */
const WORDPRESS = /(?:^|\s)(?:sharedaddy|jp-relatedposts|more-link|screen-reader-text)(?:\s|$)/

const isBeside = (element: DomNode): boolean => WORDPRESS.test(element.getAttribute?.('class') ?? '')

/** Whether an element is there for no reader, as the previews of newsletters. */
const isHidden = (element: DomNode): boolean =>
  (element.getAttribute?.('hidden') ?? null) !== null || /display\s*:\s*none(?![\w-])/i.test(element.getAttribute?.('style') ?? '')

/**
 * The text of a piece of HTML, as in a feed's item: every word of it that is shown, no main text sought, but for elements that `beside` finds in it. Where none is, what is hidden: a style
 * sheet may show it.
 */
export const htmlToText = async (html: string, beside?: (body: DomNode) => ReadonlySet<DomNode>): Promise<string> => {
  if (!/[<&]/.test(html)) return html.trim()
  if (isBottomless(html)) return html.replace(/<[^<>]*>?/g, ' ').trim()
  const { parseHTML } = await import('linkedom')
  const body = parseHTML(`<!doctype html><html><body>${html}</body></html>`).document.body as unknown as DomNode
  const away = beside?.(body)
  return textOf(body, (element) => isBeside(element) || isHidden(element) || away?.has(element) === true) || textOf(body, isBeside)
}

/** Whether a text has character references in it, though it is no HTML by rights: who writes them means their signs. */
export const hasReferences = (text: string): boolean => /&(#\d+|#x[\da-f]+|[a-z]{2,8});/i.test(text)

/** How deep a tree's elements are nested. */
export const depthOf = (root: DomNode): number => {
  let level: readonly DomNode[] = [root]
  let depth = 0
  while (level.length > 0) {
    depth += 1
    level = level.flatMap((node) => [...node.childNodes].filter((child) => child.nodeType === 1))
  }
  return depth
}
