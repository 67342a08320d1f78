import type { Article } from '../document.ts'
import type { Prepared } from '../store/index.ts'
import { NotBegun, type Runner } from './runner.ts'

const ARTICLES = 16
const CHARACTERS = 48_000

/** Sends a batch of articles out: one answer for each, in their order, or a failure of all. */
export type SendBatch = (articles: readonly Article[]) => Promise<readonly Promise<Prepared>[]>

type Waiting = {
  readonly article: Article
  readonly resolve: (answer: Promise<Prepared>) => void
  readonly reject: (error: unknown) => void
}

/** A runner that gathers articles into batches for `workers` workers, so that messages cost little. A batch goes when it is full, or when nothing more comes at once. */
export const inBatches = (workers: number, send: SendBatch, { stop, close }: Pick<Runner, 'stop' | 'close'>): Runner => {
  let open: Waiting[] = []
  let characters = 0
  let scheduled = false
  const go = (): void => {
    const batch = open
    open = []
    characters = 0
    if (batch.length === 0) return
    send(batch.map(({ article }) => article)).then(
      (answers) => {
        for (const [i, { resolve, reject }] of batch.entries()) {
          const answer = answers[i]
          if (answer === undefined) reject(new Error('the worker gave no answer'))
          else resolve(answer)
        }
      },
      (error) => {
        for (const { reject } of batch) reject(error)
      },
    )
  }
  const later = (): void => {
    if (scheduled) return
    scheduled = true
    // After what is ready to be read now.
    setTimeout(() => {
      scheduled = false
      go()
    }, 1)
  }
  return {
    width: workers * 3 * ARTICLES,
    extract: (article) =>
      new Promise((resolve, reject) => {
        open.push({ article, resolve, reject })
        characters += article.text.length
        if (open.length >= ARTICLES || characters >= CHARACTERS) go()
        else later()
      }),
    stop: () => {
      for (const { reject } of open.splice(0)) reject(new NotBegun())
      characters = 0
      stop()
    },
    close,
  }
}
