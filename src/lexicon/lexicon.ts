/** The lexicon as plain data (what lexicon/ compiles to) and as the index that the extraction asks. */

export type Dated = { readonly from?: string | undefined; readonly to?: string | undefined }
export type Name = Dated & { readonly text: string; readonly entity?: string | undefined; readonly role?: string | undefined; readonly exact?: boolean | undefined }

export type ActorKind = 'state' | 'region' | 'igo' | 'alliance' | 'group' | 'party' | 'community' | 'ngo' | 'company' | 'media' | 'movement' | 'body'

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
  readonly descriptions: readonly string[]
  readonly members: readonly string[]
  readonly entity: string
  readonly role: string | null
  readonly home: string | null
  readonly code: string
}

export type Office = Dated & { readonly role: string; readonly title: string; readonly entity?: string | undefined }

export type PersonEntry = {
  readonly id: string
  readonly name: string
  readonly names: readonly Name[]
  readonly entity: string
  readonly offices: readonly Office[]
  readonly before: string | null
  readonly after: string | null
  readonly female: boolean
}

export type RoleEntry = { readonly id: string; readonly role: string; readonly words: readonly string[]; readonly kind: 'title' | 'people' | 'body' }

export type Condition =
  | { readonly test: 'class' | 'word' | 'kind'; readonly value: string }
  | { readonly test: 'actor' | 'any' | 'none' | 'clause' }

export type Conditions = Readonly<Record<string, readonly Condition[]>>

export type ActionEntry = {
  readonly id: string
  readonly cameo: string
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
}

export type WordClass = { readonly id: string; readonly words: readonly string[]; readonly roles: readonly string[] }
export type Operator = { readonly verbs: readonly string[]; readonly inner: 'future' | 'hypothetical' | 'reported' | 'asserted' | 'negated'; readonly control: string }
export type Code = { readonly code: string; readonly name: string; readonly goldstein: number; readonly quad: 1 | 2 | 3 | 4; readonly plover: string | null }

export type LexiconData = {
  readonly hash: string
  readonly codebook: readonly Code[]
  readonly actors: readonly ActorEntry[]
  readonly people: readonly PersonEntry[]
  readonly roles: readonly RoleEntry[]
  readonly actions: readonly ActionEntry[]
  readonly classes: readonly WordClass[]
  readonly operators: readonly Operator[]
  readonly lightVerbs: readonly string[]
  readonly nominalizations: readonly { readonly verb: string; readonly nouns: readonly string[] }[]
}
