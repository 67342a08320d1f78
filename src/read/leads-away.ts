import { BLOCKS } from './block-text.ts'
import { type DomNode, depthOf } from './html-text.ts'

/** What stands over or before links to other articles. */
const LABEL =
  /^\W*(?:read(?: more| also| next| on| too)|(?:also|what to|must) read(?: next)?|keep reading|(?:see|watch|listen)(?: also| more)?|see also|also (?:see|on|in)|more(?: (?:on|from|about|in|stories|news|coverage|top|like|to)\b.{0,40})?|related\b.{0,30}|recommended\b.{0,30}|(?:you )?(?:might|may)(?: also)? (?:like|be interested in).{0,20}|don['’]t miss|in case you missed it|(?:top|latest|other|popular|trending|featured) (?:stories|news|articles|posts|headlines)|latest|trending(?: now)?|most (?:read|viewed|popular|watched|shared)\b.{0,30}|up next|(?:go|dig) deeper|explore more\b.{0,30}|further reading)\W*$/i

/** What stands among paragraphs for whoever shows the page. */
const NOTICE =
  /^\W*(?:advertisement|advertising|ad feedback|(?:story|article) continues(?: below)?(?: (?:the |this )?(?:advertisement|ad))?|share(?: this)?(?: page| article| story| post)?|copy link|link copied|about sharing|(?:skip past|after) newsletter promotion|listen to (?:this )?article)\W*$/i

/** No page that people wrote is nested deeper; the cost grows with it. */
const DEEPEST = 150

type Block = { readonly element: DomNode; readonly bare: string; readonly all: string }

const isElement = (node: DomNode): boolean => node.nodeType === 1

const flat = (text: string): string => text.replace(/\s+/g, ' ').trim()

const HEADING = /^h[2-6]$/

/** The words of an element that are no link's. */
const bareText = (element: DomNode): string =>
  element.nodeType === 3
    ? element.textContent
    : element.localName === 'a' && element.getAttribute?.('href')
      ? ' '
      : [...element.childNodes].map(bareText).join('')

const hasBlocks = (element: DomNode): boolean =>
  [...element.childNodes].some((child) => isElement(child) && (BLOCKS.has(child.localName ?? '') || hasBlocks(child)))

const blockOf = (element: DomNode): Block => ({ element, bare: flat(bareText(element)), all: flat(element.textContent) })

/** What is a link and nothing else, but for a sign, an hour or a day beside it. */
const isLink = ({ bare, all }: Block): boolean => all.length > bare.length && !/\p{L}/u.test(bare.replace(/\b\d{1,2} \p{L}+\b/gu, ''))

/** Few words, a colon, and a link as long as a headline up to the end. */
const isLed = ({ bare, all }: Block): boolean =>
  bare.endsWith(':') && bare.length < LEAD && all.startsWith(bare) && all.length - bare.length > HEADLINE
const LEAD = 40
const HEADLINE = 25

/** The blocks of a text in their order, each as large as it is one thing: a list or a card that is all links, or else a paragraph. */
const blocksIn = (root: DomNode): readonly Block[] =>
  [...root.childNodes].filter(isElement).flatMap((element): readonly Block[] => {
    const block = blockOf(element)
    if (block.all === '') return []
    if (!BLOCKS.has(element.localName ?? '') && !hasBlocks(element)) return []
    return !isLink(block) && hasBlocks(element) ? blocksIn(element) : [block]
  })

/**
 * The elements of a main text that lead to other articles, whose headlines tell of other events: lists, cards and paragraphs that are links and nothing else, with what stands over
 * them ("Read more:"). None where so much is linked that the links may be what the page is there for.
 */
export const leadsAway = (root: DomNode): ReadonlySet<DomNode> => {
  if (depthOf(root) > DEEPEST) return new Set()
  const blocks = blocksIn(root)
  const away = blocks.map((block, i): boolean => {
    const name = block.element.localName ?? ''
    if (NOTICE.test(block.all)) return true
    if (block.all.length > block.bare.length && (LABEL.test(block.bare) || isLed(block))) return true
    // A linked headline may be that of what stands below it; a list may be what the sentence above it announces.
    if (!isLink(block) || name === 'h1' || HEADING.test(name)) return false
    const before = blocks[i - 1]?.all ?? ''
    return !before.endsWith(':') || LABEL.test(before)
  })
  // From the end, as over what goes may stand a label, and over that a heading.
  for (let i = blocks.length - 1; i >= 0; i--) {
    const { element, all } = blocks[i] as Block
    const below = away[i + 1] ?? true
    if (below && !away[i] && (LABEL.test(all) || (HEADING.test(element.localName ?? '') && isLink(blocks[i] as Block)))) away[i] = true
  }
  const size = (gone: boolean): number => blocks.reduce((sum, { all }, i) => sum + (away[i] === gone ? all.length : 0), 0)
  return new Set(size(true) > size(false) ? [] : blocks.flatMap(({ element }, i) => (away[i] ? [element] : [])))
}
