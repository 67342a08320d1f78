import type { Article, Basis, Mention, Sentence, Timex, Word } from '../document.ts'
import type { Choice } from '../extract/acts/fallback.ts'

/** A predicate with its arguments (heads of phrases, as indexes into the sentence's words), and the lexicon entries that fit it, best first. */
export type Predicate = {
  readonly clause: {
    readonly head: number
    readonly kind: string
    readonly lemma: string
    readonly words: readonly number[]
    readonly passive: boolean
    readonly negated: boolean
    readonly mood: string
    readonly args: readonly { readonly slot: string; readonly head: number; readonly via: string }[]
  }
  readonly acts: readonly {
    readonly entry: { readonly id: string; readonly cameo: string }
    readonly score: number
    /** Of the fallback: what made it choose the root. */
    readonly choice?: Choice | null
  }[]
}

/** What a sentence was read as: the part of the extraction that the audit and `explain` show. */
export type Reading = {
  readonly sentence: Sentence
  readonly words: readonly Word[]
  readonly mentions: readonly Mention[]
  readonly timexes: readonly Timex[]
  readonly candidates: readonly Predicate[]
  /** What the mentions were resolved to, by their head. */
  readonly resolutions?: ReadonlyMap<
    number,
    { readonly referents: readonly { readonly entity: string; readonly text: string }[]; readonly basis: Basis; readonly because: string }
  >
}

/** An entry of the lexicon's actions as its file has it. */
export type Rule = {
  readonly id: string
  readonly file: string
  readonly line: number
  readonly cameo: string
  readonly examples: readonly { readonly text: string; readonly source: string | null; readonly target: string | null }[]
  readonly counterexamples: readonly string[]
  /** Everything else that the entry says, key by key. */
  readonly says: readonly { readonly key: string; readonly value: string }[]
}

export type CodeEntry = {
  readonly code: string
  readonly name: string
  readonly quad: number
  readonly goldstein: number
  readonly plover: string | null
}

/** What the audit asks of the rest of the program and of the world. */
export type Ports = {
  /** Reads a stored article again, as the extraction did. */
  readonly explain: (article: Article) => Promise<readonly Reading[]>
  readonly drawTree: (words: readonly Word[]) => string
  readonly ruleOf: (id: string) => Rule | null
  readonly codebook: readonly CodeEntry[]
  /** The name of an entity, or null where the lexicon has none. */
  readonly nameOfEntity: (entity: string) => string | null
  readonly version: string
  /** Now, as ISO 8601 in UTC. */
  readonly now: () => string
  /** An id that was never given before. */
  readonly newId: () => string
}
