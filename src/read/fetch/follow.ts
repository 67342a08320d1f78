import type { Source } from '../reading.ts'
import { withoutPassword } from './bare-address.ts'
import type { Fetched, Fetcher, Validators } from './fetcher.ts'

/** How links are followed: what is fetched, and who is told that it was taken in. */
export type Follow = {
  /** Fetches an address; unchanged pages come without a body. */
  readonly fetch: (url: string) => Promise<Fetched>
  /** What came before this in the order of readings includes this page. */
  readonly taken: (url: string, validators: Validators) => void
  /** Pages that feeds linked to and that could not be had for now, by their addresses. */
  readonly waiting: Map<string, { readonly feed: string; readonly source: Source }>
}

/** Follows links with a fetcher. `known` gives what was said of a page's last version; without it, every page comes whole. */
export const followWith = (fetcher: Fetcher, known: (url: string) => Validators | null, taken: Follow['taken']): Follow => ({
  fetch: (url) => fetcher(url, known(withoutPassword(url))),
  taken: (url, validators) => {
    if (validators.etag !== null || validators.modified !== null) taken(url, validators)
  },
  waiting: new Map(),
})

/** Whether a feed links to pages that could not be had for now. */
export const isWaitedFor = (feed: string, follow: Follow | undefined): boolean =>
  [...(follow?.waiting.values() ?? [])].some((page) => page.feed === feed)
