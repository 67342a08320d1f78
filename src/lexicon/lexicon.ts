import type { Dated } from './dated.ts'

/** The lexicon as plain data: what the YAML files of lexicon/ compile to (docs/lexicon.md). */

export type { Dated } from './dated.ts'

/** A name and what it stands for when it isn't what its entry says: dated, with another entity or role, or only beside some words. */
export type Name = Dated & {
  readonly text: string
  readonly entity?: string | undefined
  readonly role?: string | undefined
  /** Never matched in other letter case. */
  readonly exact?: boolean | undefined
  /** Holds only in a sentence with one of these words; then it goes before the readings without such words. */
  readonly near?: readonly string[] | undefined
}

export type ActorKind =
  | 'state'
  | 'region'
  | 'igo'
  | 'alliance'
  | 'group'
  | 'party'
  | 'community'
  | 'ngo'
  | 'company'
  | 'media'
  | 'movement'
  | 'body'

export type ActorEntry = Dated & {
  readonly id: string
  readonly kind: ActorKind
  readonly name: string
  readonly names: readonly Name[]
  readonly demonyms: readonly Name[]
  readonly people: readonly Name[]
  readonly capitals: readonly Name[]
  readonly seats: readonly Name[]
  readonly bodies: readonly Name[]
  /** Words that may refer back to it ("the alliance"). */
  readonly descriptions: readonly string[]
  readonly members: readonly string[]
  readonly entity: string
  readonly role: string | null
  readonly home: string | null
  /** CAMEO actor code. */
  readonly code: string
  /** The entity that its names stand for before `from` (a Soviet republic: SUN). */
  readonly before: string | null
}

export type Office = Dated & { readonly role: string; readonly title: string; readonly entity?: string | undefined }

export type PersonEntry = {
  readonly id: string
  readonly name: string
  readonly names: readonly Name[]
  readonly entity: string
  /** In order of time. */
  readonly offices: readonly Office[]
  readonly before: string | null
  readonly after: string | null
  readonly female: boolean
}

export type RoleEntry = {
  readonly id: string
  readonly role: string
  readonly words: readonly string[]
  readonly kind: 'title' | 'people' | 'body'
  /** Phrases that hold a word of it and mean something else ("general election"). */
  readonly not: readonly string[]
}

export type Condition =
  | { readonly test: 'class' | 'word' | 'kind'; readonly value: string }
  | { readonly test: 'actor' | 'any' | 'none' | 'clause' }

/** By slot (`object`, `subject`, `with` …); one of a slot's conditions must hold. */
export type Conditions = Readonly<Record<string, readonly Condition[]>>

export type ActionEntry = {
  readonly id: string
  readonly cameo: string
  /** The code of leaving the act undone, where CAMEO has one of its own: to comment 010, not to comment 011. */
  readonly negated: string | null
  /** PLOVER's type where it isn't the one that the code maps to. */
  readonly plover: string | null
  readonly modes: readonly string[]
  readonly contexts: readonly string[]
  /** Each with the words that belong to it: `pull out of`. */
  readonly verbs: readonly string[]
  readonly nouns: readonly string[]
  readonly adjectives: readonly string[]
  readonly when: Conditions
  readonly except: Conditions
  readonly source: string | null
  readonly target: string | null
  readonly joint: boolean
  /** Whether it may be taken where not all of its conditions hold. */
  readonly fallback: boolean
}

/** A verb that lends its subject to an event noun in its object, as its source ("held talks") or its target ("received a warning"). */
export type LightVerb = { readonly verb: string; readonly lends: 'source' | 'target' }

/** `words` and `roles` hold those of the included classes too. */
export type WordClass = { readonly id: string; readonly words: readonly string[]; readonly roles: readonly string[] }
export type Operator = {
  readonly verbs: readonly string[]
  readonly inner: 'future' | 'hypothetical' | 'reported' | 'asserted' | 'negated'
  readonly control: string
}
export type Code = {
  readonly code: string
  readonly name: string
  readonly goldstein: number
  readonly quad: 1 | 2 | 3 | 4
  readonly plover: string | null
}
/** What a paragraph may be about, and the words that tell. */
export type Topic = { readonly id: string; readonly words: readonly string[] }
/** One of PLOVER's contexts by the words (text or lemma, in small letters) that tell of it; phrases in `not` mean something else. */
export type ContextEntry = { readonly id: string; readonly words: readonly string[]; readonly not: readonly string[] }
export type Nominalization = { readonly verb: string; readonly nouns: readonly string[] }

export type LexiconData = {
  /** Of the entries as they were read: what a run records. */
  readonly hash: string
  readonly codebook: readonly Code[]
  readonly actors: readonly ActorEntry[]
  readonly people: readonly PersonEntry[]
  readonly roles: readonly RoleEntry[]
  /** Names that hold an actor's name and are no actor ("Berlin Wall"). */
  readonly notActors: readonly string[]
  readonly givenNames: readonly { readonly gender: 'female' | 'male' | 'both'; readonly names: readonly string[] }[]
  readonly actions: readonly ActionEntry[]
  readonly classes: readonly WordClass[]
  readonly operators: readonly Operator[]
  readonly lightVerbs: readonly LightVerb[]
  /** In the codebook's order. */
  readonly contexts: readonly ContextEntry[]
  readonly nominalizations: readonly Nominalization[]
  readonly topics: readonly Topic[]
}
