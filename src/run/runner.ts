import type { Article } from '../document.ts'
import { type Findings, type Prepared, prepareFindings } from '../store/index.ts'

/** Extraction that can't happen at all: no article is to blame. */
export class RunnerError extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'RunnerError'
  }
}

/** Where extraction happens: in this thread, in others, on other machines. */
export type Runner = {
  /** How many articles it is worth having under way at once. */
  readonly width: number
  /** Rejects where the article can't be extracted: that is no reason to stop, but for a `RunnerError`. */
  readonly extract: (article: Article) => Promise<Prepared>
  readonly close: () => Promise<void>
}

/** A runner that extracts in this thread, letting signals and readers have their turn between articles. It can't end an article that takes too long. */
export const inThread = (extract: (article: Article) => Findings): Runner => ({
  width: 1,
  extract: async (article) => {
    await new Promise((turn) => setImmediate(turn))
    return prepareFindings(extract(article))
  },
  close: async () => {},
})
