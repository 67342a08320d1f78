import type { Basis, Mention } from '../../document.ts'
import type { Search } from './antecedents.ts'
import type { Compatriot } from './compatriot-of.ts'
import type { Referent } from './discourse.ts'
import type { Around } from './state-around.ts'
import type { Apart } from './told-apart.ts'

/** What a mention was resolved to, on what basis, why, and by what it was looked for (what else was weighed can be told from that). */
export type Resolution = {
  readonly referents: readonly Referent[]
  readonly basis: Basis
  readonly because: string
  readonly by: Search | 'pair' | 'list' | 'place' | 'owner' | 'group' | 'compatriot' | 'focus'
}

/** Where a mention stands: what the order of candidates depends on. */
export type Standing = {
  readonly sentence: number
  readonly section: number
  readonly subject: boolean
  /** Whether it is what something is done to, or stands behind a preposition: no possessor. */
  readonly object: boolean
  /** Whether it does something: no subject of a passive, and nobody who died. */
  readonly acted: boolean
  /** Whether it is arrested, charged, expelled or freed: the subject of a passive that tells so, or the object. */
  readonly coerced: boolean
  /** Whether it is the subject of a verb of saying. */
  readonly spoke: boolean
  /** Whether it is the subject of a verb that takes up what somebody else did ("condemned"). */
  readonly reacts: boolean
  /** Whether it fights, or is called on to stop, by the act that it stands in: what is said of foes. */
  readonly hostile: boolean
  /** Whether it is the subject of what several do to each other ("condemned each other"). */
  readonly mutual: boolean
  /** Who does what is done to actors alone, where it is the object of that ("accused it of spying"), by entity; else null. */
  readonly addressedBy: readonly string[] | null
  readonly locative: boolean
  /** The subject of the clause that it stands in with those joined to it, by their heads: whose "its" is, and whom "it" doesn't mean; none where none is before it. */
  readonly clauseSubjects: readonly number[]
  /** The word that a pronoun stands for by the grammar of its sentence; -1 where that tells none. */
  readonly bound: number
  /** Who summons or expels an envoy, by entity, where it is whose envoy that is; else null. */
  readonly hosts: readonly string[] | null
  /** Who does something to the subject in what opens the sentence, by their heads: no pronoun as its subject means them. */
  readonly agents: readonly number[]
  /** Whom a pronoun cannot mean for who is quoted. */
  readonly isApart: Apart
  /** "European countries recalled their envoys": whether it is, or belongs to, "their" of a subject whom no mention tells. */
  readonly ofUnknown: boolean
  /** The lower-case lemma of the head. */
  readonly lemma: string
  /** Words before the head in its phrase, lower case ("the two", "both"). */
  readonly before: string
  /** Nouns that may refer back to an entity ("alliance" → NATO …), by lemma. */
  readonly described: ReadonlySet<string>
  /** Whether a word or lemma is of a class of the lexicon. */
  readonly isOf: (word: string, id: string) => boolean
  /** The state that a group or party is at home in. */
  readonly homeOf: (entity: string) => string | null
  /** The entities that are states. */
  readonly states: ReadonlySet<string>
  /** The state in which the sentence says that they are, of people and institutions who are named by none. */
  readonly around: Around | null
  /** Whose people act against them, at home. */
  readonly compatriot: Compatriot | null
  /** The entities that are armed groups. */
  readonly armed: ReadonlySet<string>
  /** The entities that are unions of states. */
  readonly unions: ReadonlySet<string>
  /** Whether they are mostly in their own country. */
  readonly home: boolean
  /** Whether an "of" behind it tells whose it is. */
  readonly whose: boolean
  /** Whose they are by a possessor: "his", "whose", "the rebels'". */
  readonly owners: readonly Referent[]
  /** The states that it deals with as with others, by entity. */
  readonly faced: readonly string[]
  /** Whether it means another than its possessor. */
  readonly counterpart: boolean
  /** The state beside which people or a body stand in the sentence: whose they are. */
  readonly place: Mention | null
}
