import type { Document, EventDate, Sentence } from '../../document.ts'
import { dependents, type Tree, wordAt } from '../../extract/clauses/tree.ts'
import type { Lexicon } from '../../lexicon/index-lexicon.ts'
import { endOfRange, eventDate } from '../dates/event-date.ts'
import { finiteOf, isPresent } from '../finite-verb.ts'
import { isOf } from '../is-of.ts'
import { contextOf, dateInText, type TimeScene } from './date-event.ts'
import { findDistances } from './find-distances.ts'
import { isOfSourceBehind, isReachedBy } from './is-in-passing.ts'
import { isSetElsewhere } from './is-set-elsewhere.ts'
import { dayOf, isFirst, isOfOpening } from './standing-in-article.ts'
import { carryContext, forgetContext, goesOnInto, isOfNow, leaveContext, moveContext, type TimeContext } from './time-context.ts'
import { isSinceWhen } from './told-since.ts'

/** The context that a sentence leaves to those after it: that of its last main predicate that has a date of its own, of a heading its first date. */
export const contextAfter = (scene: TimeScene): TimeContext => {
  const { document, sentence, lexicon, tree, timexes } = scene
  const news = document.telling === 'news'
  const context =
    news && isFirst(document, sentence) && isSetElsewhere(lexicon, tree, timexes) ? forgetContext(contextOf(scene)) : contextOf(scene)
  if (sentence.kind === 'caption' || sentence.kind === 'source') return context
  const heading = sentence.kind === 'heading' ? timexes.find((t) => t.first !== null) : undefined
  const root = tree.words.find((w) => w.head < 0)
  const present = root !== undefined && news && isPresent(tree, finiteOf(tree, root.index))
  const dates = heading ? [eventDate(heading, 'text')] : mainsOf(scene, present).map((head) => dateInText(scene, { head, light: null }))
  const [opens, published] = [isOfOpening(document, sentence), dayOf(document)]
  const moved = dates.reduce((so, date) => {
    if (!date || !movesStory(scene, date, present)) return so
    const next = moveContext(so, endOfRange(date), sentence, published, opens)
    return so.lead && date.span && !opens && isOfSourceBehind(lexicon, tree, date.span) ? { last: next.last, lead: so.lead } : next
  }, context)
  if (moved !== context) return moved
  if (context.last === null && news) return mention(context, scene)
  if (present) return sinceWhen(scene, leaveContext(context))
  return news &&
    root &&
    isOfSomeoneNamed(tree, root.index) &&
    goesOnInto(context, sentence, isFirst(document, sentence), published, isOf(lexicon, tree, root.index, 'speaking'))
    ? carryContext(context, sentence)
    : context
}

/** The main predicates of a sentence, with what is told in front of who says so unless it is told now. */
const mainsOf = ({ lexicon, tree, predicates }: TimeScene, present: boolean): readonly number[] =>
  tree.words
    .filter(
      (w) =>
        w.head < 0 ||
        (w.deprel === 'conj' && predicates().has(w.index) && isMain(tree, w.head)) ||
        (!present && isToldInFront(lexicon, tree, w.index)),
    )
    .map((w) => w.index)

/** Whether the story goes on from a date: not from today named in passing, nor from long ago where the sentence tells what holds now. */
const movesStory = ({ document, sentence, tree }: TimeScene, date: EventDate, present: boolean): boolean => {
  const published = dayOf(document)
  return (
    !goesOn(document, sentence, date) &&
    !(date.value === published && date.span !== null && isReachedBy(tree, date.span)) &&
    !(present && !isOfNow(date, published))
  )
}

/** "More than 70 have died since Thursday, when he was sentenced. A tribunal convicted him": on Thursday. */
const sinceWhen = ({ document, sentence, tree, timexes }: TimeScene, context: TimeContext): TimeContext => {
  const since = timexes.find((t) => isSinceWhen(tree, t))
  const date = since ? eventDate(since, 'text') : null
  return date ? moveContext(context, date, sentence, dayOf(document), false) : context
}

/** "It was over soon afterwards", "They pulled back": told of somebody that was named before. */
const isOfSomeoneNamed = (tree: Tree, root: number): boolean =>
  dependents(tree, root, 'nsubj').some((at) => /^(?:it|they|he|she)$/i.test(wordAt(tree, at).text))

/** "have fought since 1983", "has not been seen since his return on Friday": the time that it is told of is another. */
const goesOn = ({ article }: Document, { start }: Sentence, { span }: EventDate): boolean =>
  span !== null && /\bsince (?!then\b)[^,;:]*$/i.test(article.text.slice(Math.min(start, span.start), span.start))

/** Until a main clause is dated, what is told beside it: "… where the president has been held since he was toppled on July 26". */
const mention = (context: TimeContext, scene: TimeScene): TimeContext => {
  const { document, sentence, predicates } = scene
  const published = dayOf(document)
  // "has appeared in court, two days after he was arrested": what is counted back from the day that the article tells of.
  const counted = findDistances(scene.tree, scene.timexes, predicates()).map((d) => d.span.start)
  // "marched against the adoption last week of a law", "asked to annul the election of 11 August": nouns tell of what lies behind the story.
  const dates = [...predicates()]
    .filter((head) => wordAt(scene.tree, head).upos === 'VERB')
    .sort((a, b) => a - b)
    .flatMap((head) => dateInText(scene, { head, light: null }) ?? [])
    .filter(({ span }) => span === null || !counted.includes(span.start))
  const past = dates.filter(({ start }) => published === null || start < published)
  // "lifted it after an election last month, the first since a 2009 coup": what is late goes before what is long past.
  const date = past.findLast((d) => isOfNow(d, published)) ?? past.at(-1)
  return date
    ? {
        last: moveContext(context, date, sentence, published, isOfOpening(document, sentence)).last,
        lead: context.lead,
      }
    : context
}

/** "The port was bombed on Sunday, residents said": what is told is the statement, not that they said so. */
const isToldInFront = (lexicon: Lexicon, tree: Tree, at: number): boolean => {
  const { head, deprel } = wordAt(tree, at)
  return deprel === 'ccomp' && head > at && isMain(tree, head) && isOf(lexicon, tree, head, 'speaking')
}

const isMain = (tree: Tree, at: number): boolean => wordAt(tree, at).head < 0
