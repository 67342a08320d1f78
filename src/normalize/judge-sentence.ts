import type { Document, Timex } from '../document.ts'
import { asStoppage } from '../extract/acts/as-stoppage.ts'
import type { Act } from '../extract/acts/find-act.ts'
import type { Clause } from '../extract/clauses/clause.ts'
import { afterAct, readSentence, type SentenceReading } from '../extract/read-sentence.ts'
import { once } from '../lexicon/unpack.ts'
import type { TimeScene } from './dating/date-event.ts'
import type { ContextChain } from './dating/follow-context.ts'
import { timePredicates } from './dating/time-predicates.ts'
import { judgeCandidate, type Scene } from './judge-candidate.ts'
import { type OpenedSentence, parseSentence } from './open-article.ts'
import type { Whereabouts } from './places/whereabouts.ts'
import type { Reader } from './read-article.ts'
import type { Later } from './read-later.ts'
import { explainSentence } from './reasons/explain-sentence.ts'
import type { Discourse } from './references/discourse.ts'
import { lookAhead } from './references/look-ahead.ts'
import { resolveSentence } from './references/resolve-sentence.ts'
import { saySides } from './sides/find-sides.ts'
import { rememberActs } from './unsaid/remember-acts.ts'

/** What is the same for all sentences of an article. */
export type ArticleScene = {
  readonly reader: Reader
  readonly document: Document
  readonly timexes: readonly Timex[]
  /** The sentences that were read ahead, by index. */
  readonly read: ReadonlyMap<number, SentenceReading>
  readonly contexts: ContextChain
  readonly survey: Scene['survey']
}

/** What the article has come to before a sentence. */
export type Before = {
  readonly discourse: Discourse
  readonly whereabouts: Whereabouts | null
  /** The act that the sentence before told. */
  readonly told: Act | null
  /** What the paragraph is about where that isn't politics. */
  readonly topic: string | null
  /** How often the same sentence stood before. */
  readonly repeat: number
}

/** What a sentence comes to, and what the article has said by its end. */
export type Judged = Later & { readonly discourse: Discourse }

/** Resolves whom a sentence means by what came before it, and judges its candidates. */
export const judgeSentence = (article: ArticleScene, opened: OpenedSentence, before: Before): Judged => {
  const { reader, document, timexes, contexts, survey } = article
  const { lexicon } = reader
  const { sentence, inside } = opened
  const { text } = document.article
  const { topic, repeat, whereabouts, discourse: known } = before
  const read = article.read.get(sentence.index) ?? readSentence(parseSentence(reader, opened, text), reader)
  const plain = afterAct(read, before.told)
  const candidates = asStoppage(plain.candidates, text, lexicon)
  const reading = candidates === plain.candidates ? plain : { ...plain, candidates }
  const ahead = withLead(article, opened, known)
  const { resolutions, discourse: resolved } = resolveSentence(reading, lexicon, ahead)
  // Whom a heading means by what stands below it is not told yet.
  const spoken = ahead === known ? resolved : resolveSentence(reading, lexicon, known).discourse
  // Who plays or sells is nobody that the politics beside it means.
  const discourse = topic === null ? spoken : known
  const clauses = new Map<number, Clause>(reading.candidates.map(({ clause }) => [clause.head, clause]))
  const predicates = once(() => timePredicates(reading.tree, clauses.keys()))
  const context: TimeScene['context'] = () => contexts.before(sentence.index)
  const time: TimeScene = { document, sentence, lexicon, tree: reading.tree, predicates, timexes: inside, article: timexes, context }
  const said = once(() => saySides({ reading, text, lexicon, resolutions }, clauses))
  const scene: Scene = { document, reading, lexicon, resolutions, clauses, said, time, discourse, whereabouts, topic, survey, repeat }
  const outcomes = reading.candidates.flatMap((candidate) => judgeCandidate(scene, candidate) ?? [])
  const after = ahead === known ? rememberActs(discourse, outcomes, sentence) : discourse
  return { reading, resolutions, time, outcomes, discourse: after, reasons: () => explainSentence(scene, ahead, outcomes) }
}

/** The discourse before a title with whom the first sentence below names. */
const withLead = ({ reader, document: { article }, read }: ArticleScene, { sentence }: OpenedSentence, known: Discourse): Discourse => {
  if (sentence.kind !== 'heading' || sentence.index !== 0 || article.kind === 'bulletin') return known
  const [heading, lead] = [read.get(0), read.get(1)]
  return heading !== undefined && lead !== undefined ? lookAhead(known, heading, lead, reader.lexicon) : known
}
