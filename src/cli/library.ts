import type { Article, Document, Event, Mention, Rejection, Sentence, Timex, Word } from '../document.ts'
import type { Code } from '../lexicon/lexicon.ts'
import type { WorkerSetup } from '../run/worker.ts'
import type { Settings } from '../store/index.ts'

/** An argument of a predicate: the head of its phrase, as an index into the sentence's words. */
type Argument = { readonly slot: string; readonly head: number; readonly via: string }

/** A predicate with its arguments, and the lexicon entries that fit it, best first. */
export type Predicate = {
  readonly clause: {
    readonly head: number
    readonly kind: string
    readonly lemma: string
    readonly words: readonly number[]
    readonly passive: boolean
    readonly negated: boolean
    readonly mood: string
    readonly args: readonly Argument[]
  }
  readonly acts: readonly {
    readonly entry: { readonly id: string; readonly cameo: string }
    readonly score: number
    readonly choice?: Choice | null
  }[]
}

/** Where no entry fits: the root that the fallback's ranker chose, how sure it is, and what made it choose. */
export type Choice = {
  readonly root: string
  readonly sure: number
  readonly threshold: number
  readonly bias: number
  readonly features: readonly { readonly name: string; readonly value: number; readonly weight: number }[]
}

/** All that was seen in a sentence and what became of it. */
export type ReadSentence = {
  readonly sentence: Sentence
  readonly words: readonly Word[]
  readonly mentions: readonly Mention[]
  readonly timexes: readonly Timex[]
  readonly candidates: readonly Predicate[]
  readonly outcomes: readonly (Event | Rejection)[]
}

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
