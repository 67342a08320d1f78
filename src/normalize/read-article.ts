import type { Article, Document, Event, EventDate, Rejection, Timex } from '../document.ts'
import type { Act } from '../extract/acts/find-act.ts'
import { isSure } from '../extract/acts/follow-suit.ts'
import type { Clause } from '../extract/clauses/clause.ts'
import { parseBehindLead } from '../extract/clauses/parse-behind-lead.ts'
import { layOut } from '../extract/lay-out.ts'
import type { NameReader } from '../extract/nlp.ts'
import { readSentence, type SentenceReading } from '../extract/read-sentence.ts'
import { mayTell } from '../extract/sift.ts'
import { tellTopics } from '../extract/tell-topics.ts'
import { once } from '../lexicon/unpack.ts'
import type { SyntaxModel } from '../syntax/network/model.ts'
import { readSyntax } from '../syntax/read-syntax.ts'
import { tokenize } from '../syntax/tokens.ts'
import type { Predicate } from './attach-date.ts'
import { contextAfter, dateEvent, type TimeScene } from './date-event.ts'
import { type Discourse, isEmpty } from './discourse.ts'
import { saySides } from './find-sides.ts'
import { followContext } from './follow-context.ts'
import { judgeCandidate, type Outcome, type Scene } from './judge-candidate.ts'
import { openDiscourse } from './open-discourse.ts'
import { surveyArticle } from './places/survey-article.ts'
import { type Whereabouts, whereaboutsAfter } from './places/whereabouts.ts'
import { isLater, type Later, readLater } from './read-later.ts'
import { explainSentence, type Reasons } from './reasons/explain-sentence.ts'
import { rememberActs } from './remember-acts.ts'
import { resolveDates } from './resolve-dates.ts'
import type { Resolution } from './resolve-mention.ts'
import { resolveSentence } from './resolve-sentence.ts'
import { shareDates } from './share-dates.ts'
import type { TimeContext } from './time-context.ts'
import { timePredicates } from './time-predicates.ts'

/** What reading needs beside the article: what names are read with and the parser's weights. Without `sift` every sentence is read, which changes nothing but the time. */
export type Reader = NameReader & { readonly model: SyntaxModel; readonly sift?: boolean }

/** A sentence with all that was seen in it, what its references were resolved to, and what became of its candidates. */
export type ResolvedSentence = SentenceReading & {
  readonly timexes: readonly Timex[]
  /** The date of any predicate of the sentence, coded or not. */
  readonly dateOf: (predicate: Predicate) => EventDate | null
  readonly resolutions: ReadonlyMap<number, Resolution>
  readonly outcomes: readonly Outcome[]
  /** What else was considered, told when somebody asks. */
  readonly reasons: () => Reasons
}

/**
 * What an article comes to: its events, what became none, and every sentence as it was read. `rejections` are those of sentences that might have held an event;
 * what became of the others' candidates stands in their readings, which are made when somebody asks.
 */
export type Extraction = {
  readonly document: Document
  readonly events: readonly Event[]
  readonly rejections: readonly Rejection[]
  readonly readings: readonly ResolvedSentence[]
}

/** Reads an article whole: from its text to events and rejections. Pure: the same article gives the same extraction everywhere. */
export const readArticle = (reader: Reader, article: Article): Extraction => {
  const { lexicon, model, sift = true } = reader
  const document = layOut(article)
  const timexes = resolveDates(document)
  const day = article.published?.slice(0, 10) ?? null
  const opening = openDiscourse(reader, document, day)
  const contexts = followContext()
  const topics = tellTopics(document, lexicon)
  const survey = once(() => surveyArticle(article.text, lexicon))
  const seen = new Map<string, number>()
  const readings: ResolvedSentence[] = []
  const found: Outcome[] = []
  let discourse: Discourse = opening
  let whereabouts: Whereabouts | null = null
  let block = 0
  let told: Act | null = null
  let when = day
  let next = 0
  for (const sentence of document.sentences) {
    while ((timexes[next]?.end ?? Number.POSITIVE_INFINITY) <= sentence.start) next++
    const inside: Timex[] = []
    for (let i = next; i < timexes.length && (timexes[i] as Timex).start < sentence.end; i++) inside.push(timexes[i] as Timex)
    when = dayTold(document, inside) ?? when
    const tokens = tokenize(article.text, sentence)
    // The items of a bulletin have nothing to do with each other.
    if (article.kind === 'bulletin' && sentence.block !== block) discourse = opening
    block = sentence.block
    const topic = topics[sentence.block] ?? null
    const words = article.text.slice(sentence.start, sentence.end)
    const repeat = seen.get(words) ?? 0
    seen.set(words, repeat + 1)
    const [before, date, at, place, done] = [discourse, when, sentence.index, whereabouts, told]
    const whole = once((): Later & { readonly discourse: Discourse } => {
      const reading = readSentence(
        sentence,
        parseBehindLead(tokens, (rest) => readSyntax(model, rest)),
        article.text,
        reader,
        date,
        done,
      )
      const resolved = resolveSentence(reading, lexicon, before)
      const clauses = new Map<number, Clause>(reading.candidates.map(({ clause }) => [clause.head, clause]))
      const predicates = once(() => timePredicates(reading.tree, clauses.keys()))
      const context = (): TimeContext => contexts.before(at)
      const time: TimeScene = { document, sentence, tree: reading.tree, predicates, timexes: inside, article: timexes, context }
      const { resolutions } = resolved
      // Who plays or sells is nobody that the politics beside it means.
      const after = topic === null ? resolved.discourse : before
      const said = once(() => saySides({ reading, text: article.text, lexicon, resolutions }, clauses))
      const scene: Scene = {
        document,
        reading,
        lexicon,
        resolutions,
        clauses,
        said,
        time,
        discourse: after,
        whereabouts: place,
        topic,
        survey,
        repeat,
      }
      const outcomes = reading.candidates.flatMap((candidate) => judgeCandidate(scene, candidate) ?? [])
      return { reading, resolutions, time, outcomes, discourse: after, reasons: () => explainSentence(scene, before, outcomes) }
    })
    contexts.add((context) => (inside.length === 0 && context.last === null ? context : contextAfter(whole().time)))
    if (sift && (topic !== null || isEmpty(discourse)) && !mayTell(tokens, lexicon)) {
      readings.push(readLater(sentence, inside, whole))
      told = null
      continue
    }
    const { reading, resolutions, time, outcomes, discourse: after, reasons } = whole()
    discourse = rememberActs(after, outcomes, sentence)
    whereabouts = whereaboutsAfter(whereabouts, outcomes.filter(isEvent), sentence)
    found.push(...outcomes)
    told = mainAct(reading, outcomes)
    const { words: own, tree, pieces, mentions, candidates } = reading
    const dateOf: ResolvedSentence['dateOf'] = (predicate) => dateEvent(time, predicate)
    readings.push({ sentence, words: own, tree, pieces, mentions, candidates, timexes: inside, dateOf, resolutions, outcomes, reasons })
  }
  const events = shareDates(found.filter(isEvent))
  const byId = new Map(events.map((event) => [event.id, event]))
  return {
    document,
    events,
    rejections: found.filter((o): o is Rejection => 'reason' in o),
    readings: readings.map((r) =>
      isLater(r) || r.outcomes.length === 0
        ? r
        : withOutcomes(
            r,
            r.outcomes.map((o) => byId.get(o.id) ?? o),
          ),
    ),
  }
}

const isEvent = (outcome: Outcome): outcome is Event => 'action' in outcome

const withOutcomes = (reading: ResolvedSentence, outcomes: readonly Outcome[]): ResolvedSentence => {
  const { sentence, words, tree, pieces, mentions, candidates, timexes, dateOf, resolutions, reasons } = reading
  return { sentence, words, tree, pieces, mentions, candidates, timexes, dateOf, resolutions, outcomes, reasons }
}

/** The day that a narrative has come to: on it, not on the day of publication, its ministers are in office. */
const dayTold = ({ telling }: Document, timexes: readonly Timex[]): string | null =>
  telling === 'narrative'
    ? (timexes.find((t) => t.type === 'DATE' && t.first !== null && /^\d{4}/.test(t.value ?? ''))?.first ?? null)
    : null

/** The act of the main clause, where it came to an event. */
const mainAct = ({ tree, candidates }: SentenceReading, outcomes: readonly Outcome[]): Act | null => {
  const main = candidates.find(({ clause: { kind, link, head }, acts: [act] }) => {
    const word = tree.words[head]
    return isSure(act) && kind === 'verb' && link === 'root' && outcomes.some((o) => 'action' in o && o.trigger.start === word?.start)
  })
  return main?.acts[0] ?? null
}
