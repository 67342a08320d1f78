import type { Validators } from '../read/fetch/fetcher.ts'
import type { Store } from '../store/index.ts'

/**
 * What was said of pages when they were taken in before this look at the input, which may link to one twice; nothing, where that was done with other settings, or all is to be done
 * again.
 */
export const fetchedPages = (store: Store, run: string, { force, retry }: { readonly force: boolean; readonly retry: boolean }) => {
  const met = new Set<string>()
  let asks = !force && !retry
  // A page that fails now is asked for again by a later look, or run: what was said of it before would leave it as it is.
  if (force || store.sessions()[0]?.run !== run) store.fetched.clear()
  return {
    known: (url: string): Validators | null => (asks && !met.has(url) ? store.fetched.validators(url) : null),
    met: (url: string): void => void met.add(url),
    /** Another look begins. */
    again: (): void => {
      met.clear()
      asks = true
    },
  }
}
