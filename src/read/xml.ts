import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { BLOCKS, blockText, SILENT } from './block-text.ts'
import type { Fault } from './reading.ts'

/** What is wrong with a text as XML, with its line; null where nothing is. Entities of its own are refused: no news needs them, bombs are made of them. */
export const xmlFault = (text: string): (Fault & { readonly line?: number }) | null => {
  if (/<!ENTITY/i.test(text))
    return {
      message: 'declares entities of its own in its DOCTYPE',
      hint: 'write the characters themselves; such files are not read, as they can be made to grow without end',
    }
  const front = blankFront(text)
  const result = XMLValidator.validate(text.slice(front.length), { allowBooleanAttributes: true })
  if (result === true) return null
  const open = /^Invalid '([\s\S]*)' found\.$/.exec(result.err.msg)?.[1]?.match(/[\w:.-]+/g)
  return {
    message: open
      ? `is cut short: it ends inside ${open.map((name) => `<${name}>`).join(' ')}`
      : `is not well-formed XML: ${result.err.msg}`,
    hint: 'correct the file, or fetch it again',
    line: open ? text.split('\n').length : result.err.line + front.split('\n').length - 1,
  }
}

/** Blanks before the declaration, which servers often send and XML does not allow. */
const blankFront = (text: string): string => /^\ufeff?\s*/.exec(text)?.[0] ?? ''

/** An element with its children in order. A text is an element called `#text`. */
export type Xml = {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly Xml[]
  readonly text: string
}

type Raw = Readonly<Record<string, unknown>>

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  removeNSPrefix: true,
  trimValues: false,
  parseTagValue: false,
  parseAttributeValue: false,
  processEntities: true,
  htmlEntities: true,
  maxNestedTags: 500,
})

const fromRaw = (raw: Raw): Xml => {
  const name = Object.keys(raw).find((key) => key !== ':@') ?? ''
  const content = raw[name]
  if (name === '#text') return { name, attributes: {}, children: [], text: String(content) }
  return {
    name,
    attributes: (raw[':@'] ?? {}) as Readonly<Record<string, string>>,
    children: Array.isArray(content) ? content.map((child) => fromRaw(child as Raw)) : [],
    text: '',
  }
}

/** The elements of a well-formed text, without the prefixes of their namespaces. */
export const parseXml = (text: string): readonly Xml[] => (parser.parse(text.slice(blankFront(text).length)) as readonly Raw[]).map(fromRaw)

/** Every element with this name, in the order of the text. */
export const findAll = (nodes: readonly Xml[], name: string): readonly Xml[] =>
  nodes.flatMap((node) => (node.name === name ? [node] : findAll(node.children, name)))

/** The first element that a path of names leads to, at any depth. */
export const find = (nodes: readonly Xml[], ...path: readonly string[]): Xml | null => {
  const [name = '', ...rest] = path
  for (const node of findAll(nodes, name)) {
    const found = rest.length === 0 ? node : find(node.children, ...rest)
    if (found !== null) return found
  }
  return null
}

/** The words of an element, as paragraphs. */
export const xmlText = (node: Xml | null): string => {
  if (node === null) return ''
  const out = blockText()
  const visit = ({ name, children, text }: Xml, pre: boolean): void => {
    if (name === '#text') (pre ? out.lines : out.words)(text)
    else if (name === 'br') out.lineBreak()
    else if (!SILENT.has(name)) {
      if (BLOCKS.has(name)) out.block()
      for (const child of children) visit(child, pre || name === 'pre')
      if (BLOCKS.has(name)) out.block()
    }
  }
  visit(node, false)
  return out.done()
}
