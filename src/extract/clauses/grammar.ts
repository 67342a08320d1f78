/** What the grammar must know of words: the lexicon answers. */
export type Grammar = {
  /** Whether the noun (lemma, lower case) names an event. */
  readonly isEventNoun: (lemma: string) => boolean
  /** Whether the verb (lemma, lower case) tells an act. */
  readonly isEventVerb: (lemma: string) => boolean
  /** Whether the word is part of an actor's name ("Cooperation Council"). */
  readonly isInName: (index: number) => boolean
  /** Whether the adjective (lemma) is an action of the lexicon. */
  readonly isEventAdjective: (lemma: string) => boolean
  /** As what the verb lends its subject to an event noun in its object ("hold talks", "receive a warning"); null where it doesn't. */
  readonly lends: (lemma: string) => 'source' | 'target' | null
  /** Whether the word (lemma) is of a class of the lexicon. */
  readonly isOf: (lemma: string, id: string) => boolean
  /** Whether the verb takes a direct object after this particle ("hand over"). */
  readonly isPhrasal: (lemma: string, particle: string) => boolean
  /** Who does the act below the verb: its subject or its object, or null where the lexicon doesn't say. */
  readonly controlOf: (lemma: string) => string | null
}
