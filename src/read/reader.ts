import type { Chunks } from './bytes.ts'
import type { Follow } from './fetch/follow.ts'
import type { Reading } from './reading.ts'

/** The columns of a table, or keys of a line of JSON, that hold an article's fields, by their names there. */
export type Columns = Readonly<Partial<Record<'id' | 'text' | 'published' | 'title' | 'url' | 'kind', string>>>

/** What a reader is told beside the bytes: the file's name, what its article is called when it doesn't say, the article.json beside it, the date of what has none. */
export type Input = {
  readonly file: string
  readonly id: string
  readonly facts: string | null
  readonly published: string | null
  readonly columns: Columns
  /** Whether the file is still being written: an unfinished last line is left then. */
  readonly growing?: boolean | undefined
  /** How links are followed, where they are to be. */
  readonly follow?: Follow | undefined
}

/** Reads one format: bytes in, articles and what could not be read out, as they come. */
export type Reader = (input: Input, chunks: Chunks) => AsyncGenerator<Reading>
