import type { Article } from '../document.ts'
import { type Findings, type Prepared, prepareFindings } from '../store/index.ts'

/** Extraction that can't happen at all: no article is to blame. */
export class RunnerError extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'RunnerError'
  }
}

/** An article that waited when its runner was told to stop: the next run does it. */
export class NotBegun extends Error {
  constructor() {
    super('the run was stopped before this article was begun')
    this.name = 'NotBegun'
  }
}

/** Where extraction happens: in this thread, in others, on other machines. */
export type Runner = {
  /** How many articles it is worth having under way at once. */
  readonly width: number
  /** Rejects where the article can't be extracted: that is no reason to stop, but for a `RunnerError`. */
  readonly extract: (article: Article) => Promise<Prepared>
  /** Those that wait now are rejected with `NotBegun`; those in hand are finished. */
  readonly stop: () => void
  readonly close: () => Promise<void>
}

/** A runner that extracts in this thread, letting signals and readers have their turn between articles. It can't end an article that takes too long. */
export const inThread = (extract: (article: Article) => Findings): Runner => {
  let stops = 0
  return {
    width: 1,
    extract: async (article) => {
      const before = stops
      await new Promise((turn) => setImmediate(turn))
      if (stops > before) throw new NotBegun()
      return prepareFindings(extract(article))
    },
    stop: () => {
      stops += 1
    },
    close: async () => {},
  }
}
