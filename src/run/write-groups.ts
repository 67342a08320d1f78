import type { Saved, Store, StoreError, ToSave } from '../store/index.ts'

const ARTICLES = 128
const CHARACTERS = 1 << 20
const MILLISECONDS = 500

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
  let since = 0
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
      if (writes.length === 0) since = performance.now()
      writes.push(write)
      characters += write.item.findings.document.article.text.length
      if (writes.length >= ARTICLES || characters >= CHARACTERS || performance.now() - since >= MILLISECONDS) flush()
    },
    after: (work) => {
      flush()
      work()
    },
    flush,
  }
}
