import type { Article, Document, Event, EventDate, Rejection, Sentence, Timex, Token } from '../document.ts'
import type { Clause } from '../extract/clauses/clause.ts'
import { layOut } from '../extract/lay-out.ts'
import { readSentence, type SentenceReading } from '../extract/read-sentence.ts'
import { mayHold } from '../extract/sift.ts'
import { tellTopics } from '../extract/tell-topics.ts'
import type { Lexicon } from '../lexicon/index-lexicon.ts'
import { once } from '../lexicon/unpack.ts'
import type { SyntaxModel } from '../syntax/network/model.ts'
import { readSyntax } from '../syntax/read-syntax.ts'
import { tokenize } from '../syntax/tokens.ts'
import type { Predicate } from './attach-date.ts'
import { contextAfter, dateEvent, type TimeScene } from './date-event.ts'
import { type Discourse, isEmpty } from './discourse.ts'
import { saySides } from './find-sides.ts'
import { judgeCandidate, type Outcome, type Scene } from './judge-candidate.ts'
import { openDiscourse } from './open-discourse.ts'
import { surveyArticle } from './places/survey-article.ts'
import { rememberActs } from './remember-acts.ts'
import { resolveDates } from './resolve-dates.ts'
import type { Resolution } from './resolve-mention.ts'
import { resolveSentence } from './resolve-sentence.ts'
import { shareDates } from './share-dates.ts'
import { noContext, type TimeContext } from './time-context.ts'
import { timePredicates } from './time-predicates.ts'

/** What reading needs beside the article: the lexicon's indexes and the parser's weights. Without `sift` every sentence is parsed, which changes nothing but the time. */
export type Reader = { readonly lexicon: Lexicon; readonly model: SyntaxModel; readonly sift?: boolean }

/** A sentence with all that was seen in it, what its references were resolved to, and what became of its candidates. */
export type ResolvedSentence = SentenceReading & {
  readonly timexes: readonly Timex[]
  /** The date of any predicate of the sentence, coded or not. */
  readonly dateOf: (predicate: Predicate) => EventDate | null
  readonly resolutions: ReadonlyMap<number, Resolution>
  readonly outcomes: readonly Outcome[]
}

/** What an article comes to: its events, what became none, and every sentence as it was read. */
export type Extraction = {
  readonly document: Document
  readonly events: readonly Event[]
  readonly rejections: readonly Rejection[]
  readonly readings: readonly ResolvedSentence[]
}

/** Reads an article whole: from its text to events and rejections. Pure: the same article gives the same extraction everywhere. */
export const readArticle = ({ lexicon, model, sift = true }: Reader, article: Article): Extraction => {
  const document = layOut(article)
  const timexes = resolveDates(document)
  const day = article.published?.slice(0, 10) ?? null
  const opening = openDiscourse({ lexicon, model }, document, day)
  let discourse: Discourse = opening
  let block = 0
  let context: TimeContext = noContext
  const topics = tellTopics(document, lexicon)
  let when = day
  let next = 0
  const survey = surveyOnce(article.text, lexicon)
  const seen = new Map<string, number>()
  const readings: ResolvedSentence[] = []
  for (const sentence of document.sentences) {
    while ((timexes[next]?.end ?? Number.POSITIVE_INFINITY) <= sentence.start) next++
    const inside: Timex[] = []
    for (let i = next; i < timexes.length && (timexes[i] as Timex).start < sentence.end; i++) inside.push(timexes[i] as Timex)
    when = dayTold(document, inside) ?? when
    const tokens = tokenize(article.text, sentence)
    // The items of a bulletin have nothing to do with each other.
    if (article.kind === 'bulletin' && sentence.block !== block) discourse = opening
    block = sentence.block
    if (sift && inside.length === 0 && context === noContext && isEmpty(discourse) && !mayHold(tokens, lexicon)) {
      const read = readLater({ lexicon, model }, document, timexes, sentence, tokens, when)
      seen.set(article.text.slice(sentence.start, sentence.end), (seen.get(article.text.slice(sentence.start, sentence.end)) ?? 0) + 1)
      readings.push(read)
      continue
    }
    const reading = readSentence(sentence, readSyntax(model, tokens), article.text, lexicon, when)
    const resolved = resolveSentence(reading, lexicon, discourse)
    const topic = topics[sentence.block] ?? null
    // Who plays or sells is nobody that the politics beside it means.
    if (topic === null) discourse = resolved.discourse
    const clauses = new Map<number, Clause>(reading.candidates.map(({ clause }) => [clause.head, clause]))
    const sentenceText = article.text.slice(sentence.start, sentence.end)
    const repeat = seen.get(sentenceText) ?? 0
    seen.set(sentenceText, repeat + 1)
    const time: TimeScene = {
      document,
      sentence,
      tree: reading.tree,
      predicates: timePredicates(reading.tree, clauses.keys()),
      timexes: inside,
      article: timexes,
      context,
    }
    const said = saySides({ reading, text: article.text, lexicon, resolutions: resolved.resolutions }, clauses)
    const scene: Scene = {
      document,
      reading,
      lexicon,
      resolutions: resolved.resolutions,
      clauses,
      said,
      time,
      discourse,
      topic,
      survey,
      repeat,
    }
    const outcomes: readonly Outcome[] = reading.candidates.flatMap((candidate) => judgeCandidate(scene, candidate) ?? [])
    context = contextAfter(time)
    discourse = rememberActs(discourse, outcomes, sentence)
    readings.push({
      ...reading,
      timexes: inside,
      dateOf: (predicate) => dateEvent(time, predicate),
      resolutions: resolved.resolutions,
      outcomes,
    })
  }
  const outcomes = readings.flatMap((r) => r.outcomes)
  const events = shareDates(outcomes.filter((o): o is Event => 'action' in o))
  const byId = new Map(events.map((event) => [event.id, event]))
  return {
    document,
    events,
    rejections: outcomes.filter((o): o is Rejection => 'reason' in o),
    readings: readings.map((r) => (r.outcomes.length === 0 ? r : { ...r, outcomes: r.outcomes.map((o) => byId.get(o.id) ?? o) })),
  }
}

/** A sentence that nothing comes of, read when somebody asks what is in it. */
const readLater = (
  { lexicon, model }: Reader,
  document: Document,
  article: readonly Timex[],
  sentence: Sentence,
  tokens: readonly Token[],
  when: string | null,
): ResolvedSentence => {
  const reading = once(() => readSentence(sentence, readSyntax(model, tokens), document.article.text, lexicon, when))
  const time = once((): TimeScene => {
    const { tree, candidates } = reading()
    const predicates = timePredicates(tree, new Set(candidates.map(({ clause }) => clause.head)))
    return { document, sentence, tree, predicates, timexes: [], article, context: noContext }
  })
  return {
    sentence,
    get words() {
      return reading().words
    },
    get tree() {
      return reading().tree
    },
    get pieces() {
      return reading().pieces
    },
    get mentions() {
      return reading().mentions
    },
    get candidates() {
      return reading().candidates
    },
    timexes: [],
    dateOf: (predicate) => dateEvent(time(), predicate),
    resolutions: new Map(),
    outcomes: [],
  }
}

/** The day that a narrative has come to: on it, not on the day of publication, its ministers are in office. */
const dayTold = ({ telling }: Document, timexes: readonly Timex[]): string | null =>
  telling === 'narrative'
    ? (timexes.find((t) => t.type === 'DATE' && t.first !== null && /^\d{4}/.test(t.value ?? ''))?.first ?? null)
    : null

/** The survey is made when the first name of a place asks for it. */
const surveyOnce = (text: string, lexicon: Lexicon): (() => ReadonlyMap<string, number>) => {
  let survey: ReadonlyMap<string, number> | null = null
  return () => {
    survey ??= surveyArticle(text, lexicon)
    return survey
  }
}
