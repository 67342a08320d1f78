import type { Event, Rejection, Sentence, Timex } from '../document.ts'
import { tellsOfStoppage } from '../extract/acts/as-stoppage.ts'
import type { Act } from '../extract/acts/find-act.ts'
import { isSure } from '../extract/acts/follow-suit.ts'
import type { SentenceReading } from '../extract/read-sentence.ts'
import { tellTopics } from '../extract/tell-topics.ts'
import { once } from '../lexicon/unpack.ts'
import { contextAfter } from './dating/context-after.ts'
import { dateEvent } from './dating/date-event.ts'
import { followContext } from './dating/follow-context.ts'
import { shareDates } from './dating/share-dates.ts'
import type { Outcome } from './judge-candidate.ts'
import { type ArticleScene, type Before, type Judged, judgeSentence } from './judge-sentence.ts'
import type { OpenedArticle } from './open-article.ts'
import { surveyArticle } from './places/survey-article.ts'
import { type Whereabouts, whereaboutsAfter } from './places/whereabouts.ts'
import type { Extraction, Reader, ResolvedSentence } from './read-article.ts'
import { isLater, readLater } from './read-later.ts'
import { beginEntry, mainOf } from './references/begin-entry.ts'
import { type Discourse, isEmpty } from './references/discourse.ts'
import { entriesOf } from './references/entries-of.ts'
import { openDiscourse } from './references/open-discourse.ts'

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
  const isOfStoppage = once(() => tellsOfStoppage(article.text))
  const scene: ArticleScene = { reader, document, timexes, read, contexts, survey, isOfStoppage }
  const entries = entriesOf(document, timexes, read, lexicon)
  const repeats = countRepeats(article.text, sentences)
  const readings: ResolvedSentence[] = []
  const found: Outcome[] = []
  let discourse: Discourse = opening
  let whereabouts: Whereabouts | null = null
  let main: ReadonlySet<string> | null = null
  let block = 0
  let told: Act | null = null
  for (const [at, opened] of sentences.entries()) {
    const { sentence, inside, mayHold } = opened
    // The items of a bulletin have nothing to do with each other.
    if (article.kind === 'bulletin' && sentence.block !== block) discourse = opening
    block = sentence.block
    if (entries?.opens.has(sentence.index)) {
      main ??= mainOf(discourse, entries.often)
      discourse = beginEntry(discourse, main, lexicon)
      whereabouts = null
    }
    const topic = topics[sentence.block] ?? null
    const before: Before = { discourse, whereabouts, told, topic, repeat: repeats[at] as number }
    const whole = once(() => judgeSentence(scene, opened, before))
    contexts.add((context) => (inside.length === 0 && context.last === null ? context : contextAfter(whole().time)))
    if (!mayHold && (topic !== null || isEmpty(discourse))) {
      readings.push(readLater(sentence, inside, whole))
      told = null
      continue
    }
    const judged = whole()
    discourse = judged.discourse
    whereabouts = whereaboutsAfter(whereabouts, judged.outcomes.filter(isEvent), sentence)
    told = mainAct(judged.reading, judged.outcomes)
    found.push(...judged.outcomes)
    readings.push(readNow(sentence, inside, judged))
  }
  const events = shareDates(found.filter(isEvent))
  return { document, events, rejections: found.filter((o): o is Rejection => 'reason' in o), readings: withEvents(readings, events) }
}

/** How often the words of each sentence stood before in the article. */
const countRepeats = (text: string, sentences: OpenedArticle['sentences']): readonly number[] => {
  const seen = new Map<string, number>()
  return sentences.map(({ sentence: { start, end } }) => {
    const words = text.slice(start, end)
    const repeat = seen.get(words) ?? 0
    seen.set(words, repeat + 1)
    return repeat
  })
}

/** A sentence that events may come of. */
const readNow = (
  sentence: Sentence,
  timexes: readonly Timex[],
  { reading, resolutions, time, outcomes, reasons }: Judged,
): ResolvedSentence => {
  const { words, tree, pieces, mentions, candidates } = reading
  const dateOf: ResolvedSentence['dateOf'] = (predicate) => dateEvent(time, predicate)
  return { sentence, words, tree, pieces, mentions, candidates, timexes, dateOf, resolutions, outcomes, reasons }
}

/** The same sentences with events as they are by the end of the article, with the dates that they share. */
const withEvents = (readings: readonly ResolvedSentence[], events: readonly Event[]): readonly ResolvedSentence[] => {
  const byId = new Map<string, Outcome>(events.map((event) => [event.id, event]))
  return readings.map((r) => {
    if (isLater(r) || r.outcomes.length === 0) return r
    const outcomes = r.outcomes.map((o) => byId.get(o.id) ?? o)
    return withOutcomes(r, outcomes)
  })
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
