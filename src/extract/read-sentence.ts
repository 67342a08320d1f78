import type { Mention, Sentence, Word } from '../document.ts'
import { isPartOfWorld } from '../lexicon/part-of-world.ts'
import { type Describer, findMentions } from './actors/find-mentions.ts'
import { findPieces } from './actors/find-pieces.ts'
import type { Piece } from './actors/piece.ts'
import { type Act, findActs } from './acts/find-act.ts'
import { followSuit } from './acts/follow-suit.ts'
import type { Clause } from './clauses/clause.ts'
import { findClauses } from './clauses/find-clauses.ts'
import { mendNames } from './clauses/mend-names.ts'
import { mendParse } from './clauses/mend-parse.ts'
import { plantTree, type Tree } from './clauses/tree.ts'
import { isPersonName, type NameReader } from './nlp.ts'

/** A clause with the action entries that fit it, best first; none is a `no-code` rejection where an actor takes part. */
export type Candidate = { readonly clause: Clause; readonly acts: readonly Act[] }

/** All that a sentence's own words say: what the discourse resolves comes after. */
export type SentenceReading = {
  readonly sentence: Sentence
  readonly words: readonly Word[]
  readonly tree: Tree
  readonly pieces: readonly Piece[]
  readonly mentions: readonly Mention[]
  readonly candidates: readonly Candidate[]
}

/** Reads a parsed sentence: actors, predicates with their arguments, and the actions of the lexicon that fit them. `date` is the article's day, `told` the main act of the sentence before. */
export const readSentence = (
  sentence: Sentence,
  parsed: readonly Word[],
  text: string,
  reader: NameReader,
  date: string | null,
  told: Act | null = null,
): SentenceReading => {
  const { lexicon } = reader
  const mended = mendParse(parsed)
  const pieces = findPieces(mended, lexicon, date)
  const words = mendNames(
    mended,
    pieces.filter(({ kind }) => kind === 'name'),
  )
  const tree = plantTree(words)
  const mentions = findMentions(tree, text, pieces, describerOf(reader))
  const scene = { tree, lexicon, mentions: new Map(mentions.map((m) => [m.head, m])) }
  const clauses = findClauses(tree, {
    isEventNoun: (lemma) => lexicon.actions.get(lemma)?.some((a) => a.part === 'noun') ?? false,
    isInName: (index) => pieces.some((p) => p.first <= index && index <= p.last && p.last > p.first),
    isEventAdjective: (lemma) => lexicon.actions.get(lemma)?.some((a) => a.part === 'adjective') ?? false,
    lends: (lemma) => lexicon.lightVerbs.get(lemma) ?? null,
    reacts: (lemma) => lexicon.classesOf.get(lemma)?.has('reacting') === true,
    answers: (lemma) => lexicon.classesOf.get(lemma)?.has('answering') === true,
    answersFor: (lemma) => lexicon.classesOf.get(lemma)?.has('answerable') === true,
    isPhrasal: (lemma, particle) =>
      lexicon.actions
        .get(lemma)
        ?.some(({ words, entry }) => words.length === 2 && words[1] === particle && entry.when.object !== undefined) ?? false,
    controlOf: (lemma) => lexicon.operators.get(lemma)?.control ?? null,
  })
  const candidates = clauses.map((clause) => ({ clause, acts: findActs(scene, clause) }))
  return { sentence, words, tree, pieces, mentions, candidates: followSuit(tree, candidates, told) }
}

const describerOf = (reader: NameReader): Describer => {
  const { lexicon } = reader
  return {
    describes: (lemma) => lexicon.described.has(lemma),
    isDocument: (lemma) => lexicon.classesOf.get(lemma)?.has('agreement') === true,
    isWordFor: (lemma, entity) => lexicon.described.get(lemma)?.has(entity) ?? false,
    isPartOfWorld: (entity) => isPartOfWorld(lexicon, entity),
    isPerson: (name) => isPersonName(reader, name),
    genderOf: (name) => {
      const given = lexicon.givenNames.get(name.split(' ').find((part) => lexicon.givenNames.has(part)) ?? '')
      return given === undefined || given === 'both' ? null : given
    },
  }
}
