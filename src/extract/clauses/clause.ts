/** How an argument came to its predicate: said beside it, or understood from elsewhere in the sentence. */
export type Via = 'own' | 'coordination' | 'relative' | 'control' | 'participle' | 'light' | 'attached' | 'outer'

/**
 * One argument. `slot` is `subject`, `object`, `indirect`, `poss` (possessor of a noun), `modifier` (adjective or compound before a noun) or the
 * preposition that introduces it. `head` is the index of the phrase's head. Passive is undone: the object is always the one acted on.
 */
export type Argument = { readonly slot: string; readonly head: number; readonly via: Via }

/** A clause below: `slot` is `to`, `that`, `ing` or the preposition before a gerund. */
export type Complement = { readonly slot: string; readonly head: number }

export type Mood = 'asserted' | 'future' | 'hypothetical'

/** A predicate with its arguments, read off the tree: pure grammar, no lexicon codes yet. */
export type Clause = {
  readonly head: number
  readonly kind: 'verb' | 'noun' | 'adjective'
  readonly lemma: string
  /** The words of the trigger: the head, its particle, a light verb beside its noun. */
  readonly words: readonly number[]
  readonly particle: string | null
  readonly passive: boolean
  readonly negated: boolean
  readonly mood: Mood
  /** "will not", "would not", "refuses to": the negation is a will of the subject. */
  readonly unwilling: boolean
  readonly args: readonly Argument[]
  readonly complements: readonly Complement[]
  /** The predicate whose complement or adjunct this clause is, with the relation and the marker ("if", "that", "after") between them. */
  readonly governor: number | null
  readonly link: string
  readonly marker: string
  /** The light verb that lends its subject, of an event noun. */
  readonly light: number | null
}

/** The clause with other arguments; spelled out as changeWord is. */
export const withArguments = (clause: Clause, args: readonly Argument[]): Clause => {
  const { head, kind, lemma, words, particle, passive, mood, negated, unwilling, complements, governor, link, marker, light } = clause
  return { head, kind, lemma, words, particle, passive, mood, negated, unwilling, args, complements, governor, link, marker, light }
}
