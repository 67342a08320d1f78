import type { Event } from '../document.ts'
import type { Settings } from '../store/index.ts'

/** An event with the words of its sentence, where they are known. */
export type Finding = { readonly event: Event; readonly words: string | null }

/** The settings that an article was extracted with, and an id for each difference of them. */
export type Made = Pick<Settings, 'version' | 'lexicon' | 'model' | 'options'>

/** An article of one side. `hash` is of what was read, `digest` of what was found; null where a side doesn't tell. */
export type SideArticle = {
  readonly id: string
  readonly title: string | null
  readonly url: string | null
  readonly hash: string | null
  readonly digest: string | null
  readonly made: Made | null
  readonly findings: () => readonly Finding[]
  /** The words of every sentence, or null where they are not known. */
  readonly sentences: () => readonly string[] | null
}

/** A database or an export to compare: its articles in the order of their ids' bytes. */
export type Side = {
  readonly path: string
  readonly events: number
  readonly articles: () => Iterable<SideArticle>
  /** The entries of a lexicon with their hashes; empty where they are not known. */
  readonly entries: (lexicon: string) => ReadonlyMap<string, string>
  readonly close: () => void
}

/** Where an event's sentence begins, past the blanks in front of it. */
export const startOf = ({ event, words }: Finding): number =>
  event.sentence.start + (words === null ? 0 : words.length - words.trimStart().length)

const lengthOf = ({ event: { sentence } }: Finding): number => sentence.end - sentence.start

/** Whether the sentences of two events have the same words; where words aren't known, the same length. */
export const sameWords = (a: Finding, b: Finding): boolean =>
  a.words === null || b.words === null ? lengthOf(a) === lengthOf(b) : a.words.trim() === b.words.trim()
