import type { Mention, Sentence, Word } from '../document.ts'
import type { Lexicon } from '../lexicon/index-lexicon.ts'
import { isOfClass } from '../lexicon/is-of-class.ts'
import { mapped } from '../lexicon/mapped.ts'
import { isPartOfWorld } from '../lexicon/part-of-world.ts'
import { findMentions } from './actors/find-mentions.ts'
import { findPieces } from './actors/find-pieces.ts'
import { knownSurnames, mendSurnames } from './actors/known-surnames.ts'
import type { Describer } from './actors/mention-scene.ts'
import { statesNamed, takePartiesHome } from './actors/parties-elsewhere.ts'
import type { Piece } from './actors/piece.ts'
import { type Act, findActs } from './acts/find-act.ts'
import { followSuit } from './acts/follow-suit.ts'
import type { Clause } from './clauses/clause.ts'
import { findClauses } from './clauses/find-clauses.ts'
import type { Grammar } from './clauses/grammar.ts'
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

/** A sentence with its words as parsed, the day as of which persons are told, and the text that all offsets are of. */
export type Parsed = { readonly sentence: Sentence; readonly words: readonly Word[]; readonly date: string | null; readonly text: string }

/**
 * Reads parsed sentences: actors, predicates with their arguments, and the actions of the lexicon that fit them. All go through one stage before the next begins: the code
 * of a stage is large, and so stays in the processor's cache (docs/performance.md, "Stages").
 */
export const readSentences = (sentences: readonly Parsed[], reader: NameReader): readonly SentenceReading[] => {
  const { lexicon } = reader
  const describer = describerOf(reader)
  const isOf = (lemma: string, id: string): boolean => isOfClass(lexicon, lemma, id)
  const named = sentences
    .map(({ sentence, words, date, text }) => ({ sentence, words: mendParse(words), date, text }))
    .map(({ sentence, words, date, text }) => ({ sentence, words, pieces: findPieces(words, lexicon, date), text }))
  const surnames = knownSurnames(named)
  const states = statesNamed(named, lexicon)
  return named
    .map(({ sentence, words, pieces, text }) => ({
      sentence,
      words,
      pieces: takePartiesHome({ words, pieces }, states.get(text), lexicon),
      text,
    }))
    .map(({ sentence, words, pieces, text }) => ({ sentence, words: mendSurnames(words, surnames.get(text)), pieces, text }))
    .map(({ sentence, words, pieces, text }) => ({ sentence, words: mendNames(words, pieces.filter(isName)), pieces, text }))
    .map(({ sentence, words, pieces, text }) => ({ sentence, words, pieces, tree: plantTree(words, isOf), text }))
    .map(({ sentence, words, pieces, tree, text }) => {
      const mentions = isCredit(sentence, words) ? [] : findMentions(tree, text, pieces, describer)
      return { sentence, words, pieces, tree, mentions }
    })
    .map(({ sentence, words, pieces, tree, mentions }) => {
      const clauses = isCredit(sentence, words) ? [] : findClauses(tree, grammarOf(lexicon, pieces))
      return { sentence, words, pieces, tree, mentions, clauses }
    })
    .map(({ sentence, words, pieces, tree, mentions, clauses }) => {
      const scene = { tree, lexicon, mentions: new Map(mentions.map((m) => [m.head, m])) }
      const candidates = mapped(clauses, (clause) => ({ clause, acts: findActs(scene, clause) }))
      return { sentence, words, tree, pieces, mentions, candidates }
    })
}

/** "(Reporting by Anna Bell; editing by Tom Reed)": who wrote the article, nobody that it tells of; but "Reporting by the UN shows that …" says something. */
const isCredit = ({ kind }: Sentence, words: readonly Word[]): boolean =>
  kind === 'source' && !words.some((w) => w.deprel.startsWith('nsubj') && words[w.head]?.lemma !== 'contribute')

const isName = ({ kind }: Piece): boolean => kind === 'name'

/** Reads one parsed sentence, by itself. */
export const readSentence = (parsed: Parsed, reader: NameReader): SentenceReading =>
  afterAct(readSentences([parsed], reader)[0] as SentenceReading, null)

/** A sentence as it is read after one whose main act was `told`: "Bahrain did the same". */
export const afterAct = (reading: SentenceReading, told: Act | null): SentenceReading => {
  const { sentence, words, tree, pieces, mentions } = reading
  const candidates = followSuit(tree, reading.candidates, told)
  return candidates === reading.candidates ? reading : { sentence, words, tree, pieces, mentions, candidates }
}

/** What the lexicon says of words that the grammar asks about. */
const grammarOf = (lexicon: Lexicon, pieces: readonly Piece[]): Grammar => ({
  isEventNoun: (lemma) => lexicon.actions.get(lemma)?.some((a) => a.part === 'noun') ?? false,
  isEventVerb: (lemma) => lexicon.actions.get(lemma)?.some((a) => a.part === 'verb') ?? false,
  isInName: (index) => pieces.some((p) => p.first <= index && index <= p.last && p.last > p.first),
  isEventAdjective: (lemma) => lexicon.actions.get(lemma)?.some((a) => a.part === 'adjective') ?? false,
  lends: (lemma) => lexicon.lightVerbs.get(lemma) ?? null,
  isOf: (lemma, id) => isOfClass(lexicon, lemma, id),
  isPhrasal: (lemma, particle) =>
    lexicon.actions
      .get(lemma)
      ?.some(({ words, entry }) => words.length === 2 && words[1] === particle && entry.when.object !== undefined) ?? false,
  controlOf: (lemma) => lexicon.operators.get(lemma)?.control ?? null,
})

const describerOf = (reader: NameReader): Describer => {
  const { lexicon } = reader
  return {
    describes: (lemma) => lexicon.described.has(lemma),
    isOf: (lemma, id) => isOfClass(lexicon, lemma, id),
    isWordFor: (lemma, entity) => lexicon.described.get(lemma)?.has(entity) ?? false,
    isPartOfWorld: (entity) => isPartOfWorld(lexicon, entity),
    isPerson: (name) => isPersonName(reader, name),
    genderOf: (name) => {
      const given = lexicon.givenNames.get(name.split(' ').find((part) => lexicon.givenNames.has(part)) ?? '')
      return given === undefined || given === 'both' ? null : given
    },
  }
}
