import { BLOCKS, SILENT } from './block-text.ts'
import type { DomNode } from './html-text.ts'
import { looseDate } from './loose-date.ts'
import { isPlausible } from './plausible-day.ts'

/** A block that is longer is the article's text, below which no day is that of its publication. */
const LONG = 80

const PUBLISHED = /^(?:(?:first |originally )?(?:published|posted|issued)|publication date|date published)(?: (?:on|at))?\b\s*:?\s*/i
const LATER = /^(?:last |date )?(?:updated?|modified|edited|revised|accessed|printed|retrieved)\b/i
const BY_LINE = /^by:?\s+[^\d:]+$/i
const CLOCK_ALONE = /^\d{1,2}[:.]\d\d(?:\s*[ap]\.?m\.?)?(?:\s*[A-Z]{2,4})?$/i

/** "10:02 AM EDT, Tue May 9, 2023". */
const CLOCK = /^\d{1,2}[:.]\d\d(?:\s*[ap]\.?m\.?)?(?:\s*[A-Z]{2,4})?\s*,\s*/i

/** What stands before a day that is another's. */
const OTHER = /:$|^(?:(?:event |start |end |due )?dates?|when|where|deadline|(?:up)?coming(?: events)?|events?|born|died)$/i

const PROSE = /\s\S+\s\S+[.!?]["'”’»)]*$/

const HEADING = /^h[1-6]$/

/** Others' pages or what stands beside an article. */
const BESIDE: ReadonlySet<string> = new Set(['aside', 'footer', 'nav'])

/** What a block tells: a day, that none is to be found, or to look on; whether the next day is not this page's. */
type Verdict = { readonly day?: string | null; readonly others?: boolean }

const GO_ON: Verdict = {}
const STOP: Verdict = { day: null }

const judge = (block: string): Verdict => {
  if (block === '') return GO_ON
  if (block.length > LONG || PROSE.test(block)) return STOP
  const days: string[] = []
  let foreign = false
  for (const part of block.split(/\s[|•·–—-]\s|[•·|]|,?\s+(?=(?:last )?updated\b)/i)) {
    const bare = part.trim()
    if (bare === '' || LATER.test(bare) || BY_LINE.test(bare) || CLOCK_ALONE.test(bare)) continue
    const value = bare.replace(PUBLISHED, '')
    if (value === '') continue
    const day = looseDate(value.replace(CLOCK, ''))
    // A year alone may be that of a copyright.
    if (day !== null && day.length >= 10 && isPlausible(day)) days.push(day)
    else if (PUBLISHED.test(bare)) return STOP
    else foreign = true
  }
  if (days.length > 1) return STOP
  if (days.length === 1 && !foreign) return { day: days[0] ?? null }
  return { others: !PUBLISHED.test(block) && (OTHER.test(block) || (LATER.test(block) && !/\d/.test(block))) }
}

/** A part of a page that is larger is no line with a day. */
const MOST_NODES = 500

/** Whether an element tells of something else than the page: a part of it with a heading of its own. */
const isOthers = (element: DomNode): boolean => {
  const stack = [element]
  for (let i = 0, node = stack.pop(); node !== undefined; i++, node = stack.pop()) {
    if (i > MOST_NODES || HEADING.test(node.localName ?? '')) return true
    for (const child of node.childNodes) if (child.nodeType === 1) stack.push(child)
  }
  return false
}

/**
 * The day that a page shows between its headline and its text, for pages that say it nowhere else: "Published: 9 May 2023". A day above them is the reader's today. Only what stands
 * alone, with its label, a by-line or a clock, is taken, and nothing behind the first sentence.
 */
export const shownDate = (body: DomNode, headline: DomNode): string | null => {
  let reached = false
  let text = ''
  let others = false
  let blocks = 0
  // The end of a block is a block, too.
  const stack: (DomNode | null)[] = [body]
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    const name = node?.localName ?? ''
    if (node !== null && node.nodeType === 3) {
      if (reached) text += node.textContent
      continue
    }
    if (reached && (node === null || BLOCKS.has(name))) {
      const block = text.replace(/\s+/g, ' ').trim()
      text = ''
      const { day, others: next = false } = judge(block)
      if (day !== undefined) return others ? null : day
      if (block !== '') {
        others = next
        blocks += 1
      }
    }
    if (node === null) continue
    if (node === headline) {
      reached = true
      continue
    }
    if (node.nodeType !== 1 || SILENT.has(name)) continue
    if (name === 'br') text += ' | '
    if (BESIDE.has(name)) continue
    if (reached && (HEADING.test(name) || ((name === 'section' || name === 'article') && isOthers(node)))) {
      // One line below a headline may be a heading without being one of something else.
      if (blocks > 0 || name === 'section' || name === 'article') return null
      blocks += 1
      continue
    }
    if (BLOCKS.has(name)) stack.push(null)
    const children = [...node.childNodes]
    for (let i = children.length - 1; i >= 0; i--) stack.push(children[i] as DomNode)
  }
  return null
}
