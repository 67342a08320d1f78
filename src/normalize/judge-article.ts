import type { Event, Rejection } from '../document.ts'
import { asStoppage } from '../extract/acts/as-stoppage.ts'
import type { Act } from '../extract/acts/find-act.ts'
import { isSure } from '../extract/acts/follow-suit.ts'
import type { Clause } from '../extract/clauses/clause.ts'
import { afterAct, readSentence, type SentenceReading } from '../extract/read-sentence.ts'
import { tellTopics } from '../extract/tell-topics.ts'
import { once } from '../lexicon/unpack.ts'
import { contextAfter, dateEvent, type TimeScene } from './dating/date-event.ts'
import { followContext } from './dating/follow-context.ts'
import { shareDates } from './dating/share-dates.ts'
import type { TimeContext } from './dating/time-context.ts'
import { timePredicates } from './dating/time-predicates.ts'
import { judgeCandidate, type Outcome, type Scene } from './judge-candidate.ts'
import { type OpenedArticle, parseSentence } from './open-article.ts'
import { surveyArticle } from './places/survey-article.ts'
import { type Whereabouts, whereaboutsAfter } from './places/whereabouts.ts'
import type { Extraction, Reader, ResolvedSentence } from './read-article.ts'
import { isLater, type Later, readLater } from './read-later.ts'
import { explainSentence } from './reasons/explain-sentence.ts'
import { type Discourse, isEmpty } from './references/discourse.ts'
import { lookAhead } from './references/look-ahead.ts'
import { openDiscourse } from './references/open-discourse.ts'
import { resolveSentence } from './references/resolve-sentence.ts'
import { saySides } from './sides/find-sides.ts'
import { rememberActs } from './unsaid/remember-acts.ts'

/**
 * Follows an article from sentence to sentence: resolves whom each means by what came before, and makes events and rejections of its candidates. `read` are the sentences
 * that were read ahead, by index; another is read when something asks for it.
 */
export const judgeArticle = (
  reader: Reader,
  { document, day, timexes, sentences }: OpenedArticle,
  read: ReadonlyMap<number, SentenceReading>,
): Extraction => {
  const { lexicon } = reader
  const { article } = document
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
  for (const opened of sentences) {
    const { sentence, inside, mayHold } = opened
    // The items of a bulletin have nothing to do with each other.
    if (article.kind === 'bulletin' && sentence.block !== block) discourse = opening
    block = sentence.block
    const topic = topics[sentence.block] ?? null
    const words = article.text.slice(sentence.start, sentence.end)
    const repeat = seen.get(words) ?? 0
    seen.set(words, repeat + 1)
    const [at, place, done, known] = [sentence.index, whereabouts, told, discourse]
    const lead = sentence.kind === 'heading' && at === 0 && article.kind !== 'bulletin' ? read.get(1) : undefined
    const heading = read.get(at)
    const before = lead !== undefined && heading !== undefined ? lookAhead(known, heading, lead, lexicon) : known
    const whole = once((): Later & { readonly discourse: Discourse } => {
      const plain = afterAct(read.get(at) ?? readSentence(parseSentence(reader, opened, article.text), reader), done)
      const candidates = asStoppage(plain.candidates, article.text, lexicon)
      const reading = candidates === plain.candidates ? plain : { ...plain, candidates }
      const resolved = resolveSentence(reading, lexicon, before)
      const clauses = new Map<number, Clause>(reading.candidates.map(({ clause }) => [clause.head, clause]))
      const predicates = once(() => timePredicates(reading.tree, clauses.keys()))
      const context = (): TimeContext => contexts.before(at)
      const time: TimeScene = { document, sentence, lexicon, tree: reading.tree, predicates, timexes: inside, article: timexes, context }
      const { resolutions } = resolved
      // Whom a heading means by what stands below it is not told yet.
      const spoken = before === known ? resolved.discourse : resolveSentence(reading, lexicon, known).discourse
      // Who plays or sells is nobody that the politics beside it means.
      const after = topic === null ? spoken : known
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
    if (!mayHold && (topic !== null || isEmpty(discourse))) {
      readings.push(readLater(sentence, inside, whole))
      told = null
      continue
    }
    const { reading, resolutions, time, outcomes, discourse: after, reasons } = whole()
    discourse = before === known ? rememberActs(after, outcomes, sentence) : after
    whereabouts = whereaboutsAfter(whereabouts, outcomes.filter(isEvent), sentence)
    found.push(...outcomes)
    told = mainAct(reading, outcomes)
    const { words: ofTree, tree, pieces, mentions, candidates } = reading
    const dateOf: ResolvedSentence['dateOf'] = (predicate) => dateEvent(time, predicate)
    readings.push({ sentence, words: ofTree, tree, pieces, mentions, candidates, timexes: inside, dateOf, resolutions, outcomes, reasons })
  }
  const events = shareDates(found.filter(isEvent))
  const byId = new Map<string, Outcome>()
  for (const event of events) byId.set(event.id, event)
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

/** The same sentence with other outcomes. */
export const withOutcomes = (reading: ResolvedSentence, outcomes: readonly Outcome[]): ResolvedSentence => {
  const { sentence, words, tree, pieces, mentions, candidates, timexes, dateOf, resolutions, reasons } = reading
  return { sentence, words, tree, pieces, mentions, candidates, timexes, dateOf, resolutions, outcomes, reasons }
}

/** The act of the main clause, where it came to an event. */
const mainAct = ({ tree, candidates }: SentenceReading, outcomes: readonly Outcome[]): Act | null => {
  const main = candidates.find(({ clause: { kind, link, head }, acts: [act] }) => {
    const word = tree.words[head]
    return isSure(act) && kind === 'verb' && link === 'root' && outcomes.some((o) => 'action' in o && o.trigger.start === word?.start)
  })
  return main?.acts[0] ?? null
}
