import type { DomNode } from './html-text.ts'

type Page = {
  readonly querySelectorAll: (selector: string) => Iterable<DomNode>
  readonly querySelector: (selector: string) => DomNode | null
}

const words = (node: DomNode | null): string => (node?.textContent ?? '').replace(/\s+/g, ' ').trim()

/** Shorter headings, as the name of the site, may stand in a title, too. */
const ENOUGH = 12

/**
 * The element that holds a page's headline: the heading that its `title` tells beside the name of the site, since that may stand in an `h1` of its own; else an `h1` of the
 * article, else the first. Null for a page without.
 */
export const headlineOf = (page: Page): DomNode | null => {
  const title = words(page.querySelector('title'))
  const headings = [...page.querySelectorAll('h1'), ...page.querySelectorAll('h2'), ...page.querySelectorAll('h3')].filter(
    (heading) => words(heading) !== '',
  )
  const named = headings.filter((heading) => words(heading).length >= ENOUGH && title.includes(words(heading)))
  const first = (selector: string): DomNode | null => [...page.querySelectorAll(selector)].find((heading) => words(heading) !== '') ?? null
  return named[0] ?? first('article h1') ?? first('main h1') ?? first('h1')
}
