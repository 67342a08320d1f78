/**
 * The plain readonly data that flows through Annalist, from an article to its events.
 * Every offset is a half-open UTF-16 offset into the article's text as it was read.
 */

/** A half-open range of UTF-16 offsets: `text.slice(start, end)` is the quotation. */
export type Span = { readonly start: number; readonly end: number }

// ── read ────────────────────────────────────────────────────────────────────────────────────────

/** An article as it was read. `published` is an ISO 8601 date, with or without time. */
export type Article = {
  readonly id: string
  readonly text: string
  readonly published: string | null
  readonly title: string | null
  readonly url: string | null
  /** `wire`, `timeline`, `explainer`, `bulletin`, `feature`, `history` … or null when it is to be recognised. */
  readonly kind: string | null
}

// ── extract: layout ─────────────────────────────────────────────────────────────────────────────

export type BlockKind = 'prose' | 'heading' | 'caption' | 'bullet' | 'source'

/** A paragraph, heading, caption, bullet or source line. `section` counts the headings before it. */
export type Block = Span & { readonly index: number; readonly section: number; readonly kind: BlockKind }

/** "MOSCOW (AP) —": its places and its date, cut off the front of the sentence that follows. */
export type Dateline = Span & { readonly block: number; readonly places: readonly Span[]; readonly date: Span | null }

export type Sentence = Span & { readonly index: number; readonly block: number; readonly section: number; readonly kind: BlockKind }

/** How the text is recognised to tell time: news anchors on publication, a narrative on itself. */
export type Telling = 'news' | 'narrative'

export type Document = {
  readonly article: Article
  readonly telling: Telling
  readonly blocks: readonly Block[]
  readonly datelines: readonly Dateline[]
  readonly sentences: readonly Sentence[]
}

// ── syntax ──────────────────────────────────────────────────────────────────────────────────────

/** A word as Universal Dependencies cuts it: `do` + `n't`, `Russia` + `'s`. */
export type Token = Span & { readonly text: string }

export type Upos =
  | 'ADJ'
  | 'ADP'
  | 'ADV'
  | 'AUX'
  | 'CCONJ'
  | 'DET'
  | 'INTJ'
  | 'NOUN'
  | 'NUM'
  | 'PART'
  | 'PRON'
  | 'PROPN'
  | 'PUNCT'
  | 'SCONJ'
  | 'SYM'
  | 'VERB'
  | 'X'

/** A token in its tree. `head` is the index of the governing word in the sentence, -1 for the root; `deprel` is UD 2 with subtypes. */
export type Word = Token & {
  readonly index: number
  readonly upos: Upos
  readonly lemma: string
  readonly head: number
  readonly deprel: string
}

// ── extract: mentions and candidates ────────────────────────────────────────────────────────────

/** How a mention came to its entity. */
export type Basis = 'name' | 'demonym' | 'capital' | 'person' | 'role' | 'coreference' | 'discourse' | 'unresolved'

/**
 * What a mention is made of: a proper name of a state, organisation or group; a person by name; people of a kind ("rebels", "Russians"); an institution
 * ("the army"); a word that points at one named before ("it", "the alliance", "the two sides"); or a name that the lexicon doesn't know.
 */
export type MentionKind = 'name' | 'person' | 'people' | 'body' | 'pronoun' | 'description' | 'unknown'

/** An actor in a sentence, as its own words name it; what only the discourse can tell is still open (`entity: null`). */
export type Mention = Span & {
  readonly kind: MentionKind
  /** The word that heads the noun phrase, as an index into the sentence's words. */
  readonly head: number
  readonly text: string
  /** The lexicon's entity (`RUS`, `NATO`), or null. */
  readonly entity: string | null
  /** CAMEO role (`GOV`, `MIL`, `REB` …), or null. */
  readonly role: string | null
  /** CAMEO actor code (`RUSGOV`, `IGOWSTNAT`), or null. */
  readonly code: string | null
  readonly name: string | null
  readonly basis: Basis
  /** The lexicon entry's id, or null for a name that the lexicon doesn't know. */
  readonly rule: string | null
  readonly plural: boolean
  readonly gender: 'male' | 'female' | null
  /** The head of the mention that it belongs to ("its army"), where that one has still to be resolved. */
  readonly owner: number | null
}

export type TimexType = 'DATE' | 'TIME' | 'DURATION' | 'SET'
export type TimexMod =
  | 'START'
  | 'MID'
  | 'END'
  | 'APPROX'
  | 'BEFORE'
  | 'AFTER'
  | 'MORE_THAN'
  | 'LESS_THAN'
  | 'EQUAL_OR_MORE'
  | 'EQUAL_OR_LESS'
export type Precision = 'time' | 'day' | 'week' | 'month' | 'quarter' | 'season' | 'year' | 'decade' | 'century' | 'range'

/**
 * A time expression with its TIMEX3 value. `first` and `last` are the first and last day that it covers (ISO dates, BC years as `-0043-…`),
 * null where it names no stretch of the calendar (durations, sets, PRESENT_REF).
 */
export type Timex = Span & {
  readonly text: string
  readonly type: TimexType
  readonly value: string | null
  readonly mod: TimexMod | null
  /** Of a SET: `EVERY`, and how often in each (`2X`), where the words say so. */
  readonly quant?: 'EVERY'
  readonly freq?: string
  readonly first: string | null
  readonly last: string | null
  readonly precision: Precision | null
  /** What the value was reckoned from: `publication`, `text:START-END` (offsets of the anchoring expression) or null when the words suffice. */
  readonly anchor: string | null
  /** The parser or refiner that found it. */
  readonly rule: string
  /** Why there is no value (`no-such-day`, `beyond-publication` …), else null. */
  readonly fault: string | null
}

// ── normalize: events ───────────────────────────────────────────────────────────────────────────

export type Status = 'asserted' | 'reported' | 'future' | 'hypothetical'
export type Quad = 1 | 2 | 3 | 4

/** One party of an event. */
export type Party = Span & {
  readonly entity: string | null
  readonly role: string | null
  readonly code: string | null
  readonly name: string | null
  readonly text: string
  readonly basis: Basis
}

export type Action = {
  readonly cameo: string
  readonly root: string
  readonly plover: string | null
  readonly modes: readonly string[]
  readonly quad: Quad
  readonly goldstein: number
  readonly status: Status
  readonly negated: boolean
}

/** A number that the clause gives ("at least 12"): `max` is null when it is open. */
export type Magnitude = Span & { readonly min: number; readonly max: number | null }

export type EventDate = {
  readonly value: string
  readonly start: string
  readonly end: string
  readonly precision: Precision
  readonly basis: 'text' | 'context' | 'publication'
  readonly span: Span | null
}

export type Place = Span & {
  readonly name: string
  readonly country: string | null
  readonly latitude?: number
  readonly longitude?: number
}

export type Trigger = Span & { readonly text: string; readonly lemma: string }
export type SentenceRef = Span & { readonly index: number }

/** Who did what to whom, when and where: the event record. Its fields stand in this order in NDJSON. */
export type Event = {
  readonly id: string
  readonly document: string
  readonly sentence: SentenceRef
  readonly trigger: Trigger
  readonly action: Action
  readonly contexts: readonly string[]
  readonly magnitude: { readonly dead?: Magnitude; readonly injured?: Magnitude; readonly size?: Magnitude }
  readonly source: readonly Party[]
  readonly target: readonly Party[]
  readonly date: EventDate | null
  readonly place: Place | null
  readonly confidence: number
  readonly rule: string
}

export type Reason = 'no-code' | 'no-actor' | 'no-recipient' | 'not-an-event' | 'not-political' | 'duplicate'

/** A candidate that became no event, and why: what a lexicon grows from. */
export type Rejection = {
  readonly id: string
  readonly document: string
  readonly sentence: SentenceRef
  readonly trigger: Trigger
  readonly reason: Reason
  readonly detail: string
  readonly rule: string | null
}
