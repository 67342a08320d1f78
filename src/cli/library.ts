import type { Reading } from '../audit/ports.ts'
import type { Article, Document, Event, Rejection, Timex, Word } from '../document.ts'
import type { Code } from '../lexicon/lexicon.ts'
import type { Reasons } from '../normalize/reasons/explain-sentence.ts'
import type { WorkerSetup } from '../run/worker.ts'
import type { Settings } from '../store/index.ts'

/** All that was seen in a sentence, what became of it, and what else was considered. */
export type ReadSentence = Reading & { readonly outcomes: readonly (Event | Rejection)[]; readonly reasons: () => Reasons }

/** What the extraction gives of an article. */
export type Extraction = {
  readonly document: Document
  readonly events: readonly Event[]
  readonly rejections: readonly Rejection[]
  readonly readings: readonly ReadSentence[]
}

/** The part of the library that the commands call, loaded when it is needed. */
export type Library = {
  readonly extract: (article: Article) => Extraction
  readonly dates: (article: Article) => readonly Timex[]
  readonly settings: Settings
  /** What worker threads load to extract the same, where they can. */
  readonly worker?: WorkerSetup | undefined
  /** The name of a CAMEO code. */
  readonly nameOf: (code: string) => string
  /** The name of a country, organisation or group, or null where the lexicon has none. */
  readonly nameOfEntity: (entity: string) => string | null
  readonly codebook: readonly Code[]
  /** A sentence's words as a tree drawn with lines of text. */
  readonly drawTree: (words: readonly Word[]) => string
}
export type LoadLibrary = () => Promise<Library>
