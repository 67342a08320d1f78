import { BLOCKS, SILENT } from './block-text.ts'
import type { DomNode } from './html-text.ts'

/** What stands over or before links to other articles. */
const LABEL =
  /^\W*(?:read(?: more| also| next| on| too)|(?:also|what to|must) read(?: next)?|keep reading|(?:see|watch|listen)(?: also| more)?|see also|also (?:see|on|in)|more(?: (?:on|from|about|in|stories|news|coverage|top|like|to)\b.{0,40})?|related\b.{0,30}|recommended\b.{0,30}|(?:you )?(?:might|may)(?: also)? (?:like|be interested in).{0,20}|don['’]t miss|in case you missed it|(?:top|latest|other|popular|trending|featured) (?:stories|news|articles|posts|headlines)|latest|trending(?: now)?|most (?:read|viewed|popular|watched|shared)\b.{0,30}|up next|(?:go|dig) deeper|explore more\b.{0,30}|further reading)\W*$/i

/** What stands among paragraphs for whoever shows the page. */
const NOTICE =
  /^\W*(?:advertisement|advertising|ad feedback|(?:story|article) continues(?: below)?(?: (?:the |this )?(?:advertisement|ad))?|share(?: this)?(?: page| article| story| post)?|copy link|link copied|about sharing|(?:skip past|after) newsletter promotion|listen to (?:this )?article)\W*$/i

/** Labels that are no beginning of a sentence, so that links may stand behind them in their paragraph without a colon. */
const PLAIN =
  /^\W*(?:(?:read|see|watch|listen) (?:more|also|next)|also (?:read|see)|must read|related (?:stories|news|articles|posts|coverage|links)|up next|further reading|most (?:read|viewed|popular))\W*$/i

/** No page that people wrote is nested deeper. */
const DEEPEST = 150

/** What a label, a notice or a link with a label is no longer than. */
const SHORT = 300
const MOST_WORDS = 7

const ENDS_SENTENCE = /[.!?…]["'”’»)\]]*\s*$/

const HEADING = /^h[1-6]$/

/** Letters and digits beside links and in them, and what they are in. */
type Measure = { bare: number; linked: number; links: number; sentence: boolean; blocks: boolean }

/** `element`: null for words that stand between blocks. */
type Block = {
  readonly element: DomNode | null
  readonly name: string
  readonly size: number
  readonly measure: Measure
  readonly all: string
}

/** Readability writes the names of elements that it makes large. */
const nameOf = (node: DomNode): string => (node.localName ?? '').toLowerCase()

const flat = (text: string): string => text.replace(/\s+/g, ' ').trim()

const empty = (): Measure => ({ bare: 0, linked: 0, links: 0, sentence: false, blocks: false })

const add = (to: Measure, { bare, linked, links, sentence, blocks }: Measure): void => {
  to.bare += bare
  to.linked += linked
  to.links += links
  to.sentence ||= sentence
  to.blocks ||= blocks
}

/** A link to another page: those to a place on the same one are its contents. */
const isAway = (element: DomNode): boolean => {
  const href = nameOf(element) === 'a' ? element.getAttribute?.('href') : null
  return typeof href === 'string' && href !== '' && !href.startsWith('#')
}

/** What each element holds, in one walk from below. Null where elements are nested too deep. */
const measured = (root: DomNode): ReadonlyMap<DomNode, Measure> | null => {
  const measures = new Map<DomNode, Measure>()
  const walk = (node: DomNode, linked: boolean, depth: number): Measure | null => {
    const sum = empty()
    for (const child of node.childNodes) {
      if (child.nodeType === 3) {
        const text = child.textContent
        const size = /[\p{L}\p{N}]/u.test(text) ? text.length : 0
        if (linked) sum.linked += size
        else sum.bare += size
        if (ENDS_SENTENCE.test(text.trimEnd().slice(-6))) sum.sentence = true
      } else if (child.nodeType === 1 && !SILENT.has(nameOf(child))) {
        if (depth > DEEPEST) return null
        const starts = !linked && isAway(child)
        const below = walk(child, linked || starts, depth + 1)
        if (below === null) return null
        add(sum, below)
        if (starts) sum.links += 1
        if (BLOCKS.has(nameOf(child))) sum.blocks = true
      }
    }
    measures.set(node, sum)
    return sum
  }
  return walk(root, false, 0) && measures
}

/** The words of a short element that are no link's. */
const bareText = (node: DomNode): string =>
  node.nodeType === 3 ? node.textContent : node.nodeType !== 1 || isAway(node) ? ' ' : [...node.childNodes].map(bareText).join('')

/** What is links and nothing else, but for signs. */
const isLinks = ({ measure }: Block): boolean => measure.bare === 0 && measure.linked > 0

const isLabel = (text: string): boolean => LABEL.test(text) && !/[.!?]$/.test(text) && text.split(' ').length <= MOST_WORDS

/** A label and the links behind it in one block: "Read more: …". */
const isLed = ({ element, measure, all, size }: Block): boolean => {
  if (element === null || size > SHORT || measure.bare === 0 || measure.linked === 0) return false
  const bare = flat(bareText(element))
  return isLabel(bare) && !NEWS.test(bare) && all.startsWith(bare) && (bare.endsWith(':') || (PLAIN.test(bare) && !measure.sentence))
}

const LISTS: ReadonlySet<string> = new Set(['ul', 'nav'])

/** An item of a list of which others are text, or a cell, stays with them. */
const WHOLE: ReadonlySet<string> = new Set('ul nav p div section article aside h2 h3 h4 h5 h6'.split(' '))

/** Day by day these head a report, too. */
const NEWS = /^\W*(?:latest|trending)\b/i

/** Links that may go where a label stands over them: no sentences, and no list that counts. */
const mayGo = (block: Block): boolean =>
  block.element !== null &&
  isLinks(block) &&
  !block.measure.sentence &&
  WHOLE.has(block.name) &&
  (block.name !== 'p' || block.measure.links === 1)

/** A card that has its label in it. */
const isLabelled = (block: Block): boolean => {
  if (!mayGo(block) || !block.measure.blocks || block.size > SHORT) return false
  for (let node: DomNode | undefined = block.element ?? undefined; node !== undefined; ) {
    const first: DomNode | undefined = [...node.childNodes].find((child) => flat(child.textContent) !== '')
    if (first === undefined || first.nodeType === 3) return false
    if (isLabel(flat(first.textContent))) return true
    node = first
  }
  return false
}

/** The blocks of a text in their order, each as large as it is one thing: a list or a card that is all links, or else a paragraph. */
const blocksIn = (root: DomNode, measures: ReadonlyMap<DomNode, Measure>): readonly Block[] => {
  const blocks: Block[] = []
  const walk = (parent: DomNode): void => {
    let loose: string[] = []
    const end = (): void => {
      const all = flat(loose.join(''))
      loose = []
      if (all !== '') blocks.push({ element: null, name: '', size: all.length, measure: { ...empty(), bare: all.length }, all })
    }
    for (const element of parent.childNodes) {
      const measure = element.nodeType === 1 ? measures.get(element) : undefined
      const name = nameOf(element)
      if (element.nodeType === 3) loose.push(element.textContent)
      if (measure === undefined || measure.bare + measure.linked === 0) continue
      if (!BLOCKS.has(name) && !measure.blocks) {
        loose.push(element.textContent)
        continue
      }
      end()
      const links = measure.bare === 0 && measure.linked > 0
      if (!links && measure.blocks) walk(element)
      else blocks.push({ element, name, size: measure.bare + measure.linked, measure, all: flat(element.textContent) })
    }
    end()
  }
  walk(root)
  return blocks
}

/** From where on links without a full stop end a text, in a row of two or more behind a sentence: lists there may be what the sentence tells of. */
const lastRow = (blocks: readonly Block[]): number => {
  let start = blocks.length
  while (start > 0 && mayGo(blocks[start - 1] as Block) && !HEADING.test(blocks[start - 1]?.name ?? '')) start -= 1
  const before = blocks[start - 1]
  const isRow = blocks.length - start >= 2 && before !== undefined && !HEADING.test(before.name) && ENDS_SENTENCE.test(before.all)
  return isRow && !LISTS.has(blocks[start]?.name ?? '') ? start : blocks.length
}

/**
 * The elements of a main text that lead to other articles, whose headlines tell of other events: "Read more: …", links below such a label with it, and links without a full stop that end
 * the text. What is a sentence stays, what might be one, too. None where so much is linked that the links may be what the page is there for.
 */
export const leadsAway = (root: DomNode): ReadonlySet<DomNode> => {
  const measures = measured(root)
  if (measures === null) return new Set()
  const blocks = blocksIn(root, measures)
  const row = lastRow(blocks)
  const away: boolean[] = []
  let labelled = false
  for (const [i, block] of blocks.entries()) {
    const name = block.name
    // A linked headline may be that of what stands below it.
    const isHeadline = HEADING.test(name) && blocks[i + 1]?.name === 'p'
    const goes: boolean = i > 0 && (isLed(block) || isLabelled(block) || i >= row || (labelled && mayGo(block) && !isHeadline))
    away.push((block.element !== null && NOTICE.test(block.all)) || goes)
    labelled = (labelled && goes) || (block.measure.linked === 0 && isLabel(block.all))
  }
  // From the end, as over what goes may stand a label, and over that another.
  for (let i = blocks.length - 2; i >= 0; i--) {
    const { element, all } = blocks[i] as Block
    if (element !== null && away[i + 1] && !NOTICE.test(blocks[i + 1]?.all ?? '') && isLabel(all)) away[i] = true
  }
  const size = (gone: boolean): number => blocks.reduce((sum, { all }, i) => sum + (away[i] === gone ? all.length : 0), 0)
  return new Set(size(true) > size(false) ? [] : blocks.flatMap(({ element }, i) => (away[i] && element ? [element] : [])))
}
