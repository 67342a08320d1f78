import type { Article } from '../document.ts'
import type { Findings } from '../store/index.ts'

/** Where extraction happens: in this thread, in others, on other machines. */
export type Runner = {
  /** How many articles it is worth having under way at once. */
  readonly width: number
  /** Rejects where the article can't be extracted: that is no reason to stop. */
  readonly extract: (article: Article) => Promise<Findings>
  readonly close: () => Promise<void>
}

/** A runner that extracts in this thread, letting signals and readers have their turn between articles. */
export const inThread = (extract: (article: Article) => Findings): Runner => ({
  width: 1,
  extract: async (article) => {
    await new Promise((turn) => setImmediate(turn))
    return extract(article)
  },
  close: async () => {},
})
