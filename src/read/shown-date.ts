import { SILENT } from './block-text.ts'
import type { DomNode } from './html-text.ts'
import { looseDate } from './loose-date.ts'

/** A paragraph that is longer is the article's text, below which no day is that of its publication. */
const LONG = 160

const LABEL =
  /^(?:(?:first |originally )?(?:published|posted|issued|released|created|publication date|release date|date)(?: (?:on|at))?\s*:?\s*)/i
const LATER = /^(?:last )?(?:updated|modified|edited|accessed|printed)\b/i

/** "10:02 AM EDT, Tue May 9, 2023". */
const CLOCK = /^\d{1,2}[:.]\d\d(?:\s*[ap]\.?m\.?)?(?:\s*[A-Z]{2,4})?\s*,\s*/i

const dateIn = (text: string): string | null => {
  for (const part of text.replace(/\s+/g, ' ').split(/\s[|•·–—-]\s|[•·|]/)) {
    const bare = part.trim()
    const date = LATER.test(bare) || bare.length > 60 ? null : looseDate(bare.replace(LABEL, '').replace(CLOCK, ''))
    // A year alone may be that of a copyright.
    if (date !== null && date.length >= 10) return date
  }
  return null
}

/** The day that a page shows between its headline and its text, for pages that say it nowhere else: "Published: 9 May 2023". A day above them is the reader's today. */
export const shownDate = (body: DomNode, headline: DomNode): string | null => {
  let reached = false
  const stack: DomNode[] = [body]
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (node === headline) reached = true
    else if (node.nodeType === 3) {
      if (!reached) continue
      if (node.textContent.trim().length > LONG) return null
      const date = dateIn(node.textContent)
      if (date !== null) return date
    } else if (node.nodeType === 1 && !SILENT.has(node.localName ?? '')) stack.push(...[...node.childNodes].reverse())
  }
  return null
}
