import { BLOCKS, blockText, SILENT } from './block-text.ts'

/** As much of a DOM node as is read here. */
export type DomNode = {
  readonly nodeType: number
  readonly localName?: string
  readonly textContent: string
  readonly childNodes: Iterable<DomNode>
}

/** The words of a DOM tree as paragraphs. */
export const textOf = (root: DomNode): string => {
  const out = blockText()
  const stack: { readonly node: DomNode; readonly leave: boolean }[] = [{ node: root, leave: false }]
  for (let top = stack.pop(); top !== undefined; top = stack.pop()) {
    const { node, leave } = top
    if (node.nodeType === 3) out.words(node.textContent)
    else if (leave) out.block()
    else if (node.nodeType === 1 || node.nodeType === 9 || node.nodeType === 11) {
      const name = node.localName ?? ''
      if (name === 'br') out.lineBreak()
      if (SILENT.has(name)) continue
      if (BLOCKS.has(name)) {
        out.block()
        stack.push({ node, leave: true })
      }
      for (const child of [...node.childNodes].reverse()) stack.push({ node: child, leave: false })
    }
  }
  return out.done()
}

/** The text of a piece of HTML, as in a feed's item: every word of it, no main text sought. */
export const htmlToText = async (html: string): Promise<string> => {
  if (!/[<&]/.test(html)) return html.trim()
  const { parseHTML } = await import('linkedom')
  return textOf(parseHTML(`<!doctype html><html><body>${html}</body></html>`).document.body as unknown as DomNode)
}

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
