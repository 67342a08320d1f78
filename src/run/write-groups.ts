import type { Saved, Store, StoreError, ToSave } from '../store/index.ts'

const ARTICLES = 128
const CHARACTERS = 1 << 20
/**
 * Ids are random: the more articles a transaction has, the fewer pages of their indices it writes for each. A kill costs what was found since the last one, so a run waits for a
 * quarter of its age, in milliseconds and within bounds.
 */
const WAIT = { least: 250, most: 2000 }

/** One thing to write, and who is told when it is committed. */
export type Write = { readonly item: ToSave; readonly done: (saved: Saved | StoreError) => void }

/** Gathers articles into transactions, by number, size and time, so that the disk is waited for once for many. */
export type GroupWriter = {
  readonly add: (write: Write) => void
  /** Runs `work` once everything added before is committed. */
  readonly after: (work: () => void) => void
  readonly flush: () => void
}

export const groupWriter = (store: Store, begins: () => void): GroupWriter => {
  let writes: Write[] = []
  let characters = 0
  const started = performance.now()
  let since = started
  let wait = WAIT.least
  const flush = (): void => {
    const group = writes
    writes = []
    characters = 0
    if (group.length === 0) return
    begins()
    const saved = store.saveAll(group.map(({ item }) => item))
    for (const [i, { done }] of group.entries()) done(saved[i] as Saved | StoreError)
  }
  return {
    add: (write) => {
      if (writes.length === 0) {
        since = performance.now()
        wait = Math.min(WAIT.most, Math.max(WAIT.least, (since - started) / 4))
      }
      writes.push(write)
      characters += write.item.findings.article.text.length
      if (writes.length >= ARTICLES || characters >= CHARACTERS || performance.now() - since >= wait) flush()
    },
    after: (work) => {
      flush()
      work()
    },
    flush,
  }
}
