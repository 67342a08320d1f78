import type { Mention } from '../document.ts'

/** An actor that the article has named, as the discourse remembers it. */
export type Referent = {
  readonly entity: string
  readonly role: string | null
  readonly code: string | null
  readonly name: string | null
  readonly kind: Mention['kind']
  readonly rule: string | null
  readonly gender: Mention['gender']
  readonly plural: boolean
  readonly sentence: number
  readonly section: number
  /** Whether it only says where something was ("in Havana"): then no pronoun stands for it. */
  readonly locative: boolean
  /** Whether only the passage told who it is: no weight when the passage is asked again. */
  readonly guessed: boolean
  /** Whether it was the subject of its clause. */
  readonly subject: boolean
  /** The head of its phrase in its sentence, to tell what stood before. */
  readonly head: number
  readonly text: string
  /** Where it stands in the article's text; in the title (sentence -1) these are no offsets of the text. */
  readonly start: number
  readonly end: number
}

/** Two parties that were named together, in order: what "both sides" means. */
export type Pair = { readonly entities: readonly [Referent, Referent]; readonly sentence: number; readonly section: number }

/** What an article has said so far. Only what comes before is ever looked at; the title and dateline stand at the front. */
export type Discourse = { readonly referents: readonly Referent[]; readonly pairs: readonly Pair[] }

export const emptyDiscourse: Discourse = { referents: [], pairs: [] }

const MEMORY = 160

/** Adds referents and pairs; the oldest fall out of memory so that cost stays linear. */
export const remember = (discourse: Discourse, referents: readonly Referent[], pairs: readonly Pair[] = []): Discourse => ({
  referents: [...discourse.referents, ...referents].slice(-MEMORY),
  pairs: [...discourse.pairs, ...pairs].slice(-24),
})
