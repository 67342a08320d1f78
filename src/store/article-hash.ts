import { createHash } from 'node:crypto'
import type { Article } from '../document.ts'

const hash = (parts: readonly unknown[]): string => createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32)

/** The hash of an article as it was read, its text and facts: 32 hexadecimal digits. */
export const articleHash = ({ id, text, published, title, url, kind }: Article): string => hash([id, text, published, title, url, kind])

/** What makes a run's results: equal settings give equal events. `lexicon` and `model` are hashes of their content. */
export type Settings = {
  readonly version: string
  readonly lexicon: string
  readonly model: string
  readonly options: Readonly<Record<string, unknown>>
  /** The lexicon's entries with the hash of each; asked for when a database does not know this lexicon yet. */
  readonly entries?: (() => ReadonlyMap<string, string>) | undefined
}

/** The id of a run: the hash of its settings. */
export const runId = ({ version, lexicon, model, options }: Settings): string =>
  hash([version, lexicon, model, Object.entries(options).sort(([a], [b]) => (a < b ? -1 : 1))])
