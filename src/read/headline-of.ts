import type { DomNode } from './html-text.ts'

type Page = {
  readonly querySelectorAll: (selector: string) => Iterable<DomNode>
  readonly querySelector: (selector: string) => DomNode | null
}

const words = (node: DomNode | null): string => (node?.textContent ?? '').replace(/\s+/g, ' ').trim()

/** Shorter headings, as the name of the site, may stand in a title, too. */
const ENOUGH = 12

/**
 * The element that holds a page's headline: an `h1` of the article, else the one that its `title` names, since the name of the site may stand in an `h1` of its own, else the first of
 * the main part or of all. Where there is none, the lower heading that its `title` begins with. Null for a page without.
 */
export const headlineOf = (page: Page): DomNode | null => {
  const title = words(page.querySelector('title'))
  const all = (selector: string): readonly DomNode[] => [...page.querySelectorAll(selector)].filter((heading) => words(heading) !== '')
  const isLong = (heading: DomNode): boolean => words(heading).length >= ENOUGH
  const first = all('h1')
  if (first.length === 0) return all('h2, h3').find((heading) => isLong(heading) && title.startsWith(words(heading))) ?? null
  const named = first.find((heading) => isLong(heading) && title.includes(words(heading)))
  return all('article h1')[0] ?? named ?? all('main h1')[0] ?? first[0] ?? null
}
