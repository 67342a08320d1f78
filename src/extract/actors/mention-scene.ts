import type { Tree } from '../clauses/tree.ts'
import type { Piece } from './piece.ts'

/** What the lexicon says of words that point back: common nouns that describe an entity ("alliance"), and whose a name is that it lacks. */
export type Describer = {
  readonly describes: (lemma: string) => boolean
  /** Whether a word (lemma) is of a class of the lexicon. */
  readonly isOf: (lemma: string, id: string) => boolean
  /** Whether a noun says what an entity is: "group" of Hezbollah. */
  readonly isWordFor: (lemma: string, entity: string) => boolean
  /** Whether an entity is a part of the world, whose name alone says where ("forces in Europe"). */
  readonly isPartOfWorld: (entity: string) => boolean
  /** Whether a name that the lexicon lacks is a person's. */
  readonly isPerson: (name: string) => boolean
  readonly genderOf: (name: string) => 'male' | 'female' | null
}

/** A sentence whose mentions are looked for: its tree and text, the lexicon's pieces, also by the words in them, and what the lexicon says of others. */
export type Scene = {
  readonly tree: Tree
  readonly text: string
  readonly pieces: readonly Piece[]
  readonly inside: ReadonlyMap<number, Piece>
  readonly describer: Describer
}
