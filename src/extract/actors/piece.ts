/** How a stretch of words names an actor. `title` stands before or after a name ("President"), `people` and `body` stand for themselves. */
export type PieceKind = 'name' | 'demonym' | 'capital' | 'seat' | 'body' | 'person' | 'title' | 'people' | 'institution' | 'description'

/** One stretch of words that the lexicon knows, resolved at the article's date: words `first` to `last`, both included. */
export type Piece = {
  readonly first: number
  readonly last: number
  readonly kind: PieceKind
  readonly entity: string | null
  readonly role: string | null
  readonly code: string | null
  readonly name: string | null
  readonly rule: string
  readonly gender: 'male' | 'female' | null
}
