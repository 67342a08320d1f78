import type { Document, EventDate, Sentence, Timex } from '../../document.ts'
import type { Tree } from '../../extract/clauses/tree.ts'
import { dependents, perWord, wordAt } from '../../extract/clauses/tree.ts'
import type { Lexicon } from '../../lexicon/index-lexicon.ts'
import { keepsLast } from '../../lexicon/remembered.ts'
import { endOfRange, eventDate, eventRange, publicationDate, rangeEnd, withBasis } from '../dates/event-date.ts'
import { pastSpan } from '../dates/past-span.ts'
import { sharpen } from '../dates/sharpen.ts'
import { shiftDate, yearsBefore } from '../dates/shift-date.ts'
import { finiteOf, isElsewhere, isPresent } from '../finite-verb.ts'
import { isOf } from '../is-of.ts'
import { attachDate, type Predicate } from './attach-date.ts'
import { type Distance, findDistances } from './find-distances.ts'
import { isAnswer } from './is-answer.ts'
import { isOfNoDay } from './is-of-no-day.ts'
import { isSetElsewhere } from './is-set-elsewhere.ts'
import { labelOfEntry } from './label-of-entry.ts'
import { spreadBefore } from './spread-before.ts'
import {
  carryContext,
  contextInNarrative,
  contextInNews,
  forgetContext,
  goesOnInto,
  isOfNow,
  leaveContext,
  moveContext,
  type TimeContext,
} from './time-context.ts'

/** A sentence with what bears on the dates of its predicates. `predicates` are the heads of its clauses. */
export type TimeScene = {
  readonly document: Document
  readonly sentence: Sentence
  readonly lexicon: Lexicon
  readonly tree: Tree
  readonly predicates: () => ReadonlySet<number>
  readonly timexes: readonly Timex[]
  /** All expressions of the article: what those of the sentence were reckoned from. */
  readonly article: readonly Timex[]
  readonly context: () => TimeContext
}

/** The date of a predicate: its own expression's, else its context's while the narrative goes on, else in news the day of publication. */
export const dateEvent = (scene: TimeScene, predicate: Predicate): EventDate | null =>
  dateInText(scene, predicate) ?? dateAround(scene, predicate)

/** The date that a predicate without one of its own has from what stands around its sentence. */
const dateAround = (scene: TimeScene, predicate: Predicate): EventDate | null => {
  const { document, sentence, lexicon, tree, timexes, context } = scene
  if (isElsewhere(tree, predicate.light ?? predicate.head)) return null
  if (document.telling === 'narrative') return asContext(contextInNarrative(context(), sentence))
  if (isOfNoDay(tree, predicate.light ?? predicate.head, scene.predicates(), timexes)) return null
  const { published } = document.article
  const label = isPresent(tree, finiteOf(tree, predicate.light ?? predicate.head)) ? labelOfEntry(document, sentence, scene.article) : null
  if (label) return label
  const first = isFirst(document, sentence)
  const undated = {
    sentence: belowTitle(document, sentence),
    first,
    elsewhere: first && isSetElsewhere(tree, timexes),
    within: () => isWithin(scene),
    published: dayOf(document),
    lexicon,
    tree,
    head: predicate.light ?? predicate.head,
  }
  const told = contextInNews(context(), undated)
  const later = told !== null && told === context().lead && isAnswer(document, sentence, told)
  const around = (later ? null : asContext(told)) ?? (published === null ? null : publicationDate(published))
  return around && timexes.length > 0 && isOfNow(around, dayOf(document)) ? (dateBehind(scene, undated.head) ?? around) : around
}

/** "it retreated and, in May 2002, held an election": a date long past that the next statement has, rather than one of now. */
const dateBehind = (scene: TimeScene, head: number): EventDate | null => {
  const { document, tree } = scene
  const next = dependents(tree, head, 'conj', 'parataxis').find((at) => at > head && scene.predicates().has(at))
  // Not at a distance: "it struck and two days later withdrew" leads back to the first.
  const date = next === undefined ? null : (expressionOf(scene, { head: next, light: null })?.date ?? null)
  return date && !isOfNow(date, dayOf(document)) ? date : null
}

/** Whether the paragraph tells of earlier days below the sentence, too: what stands between is of them. */
const isWithin = ({ document, sentence, article }: TimeScene): boolean => {
  const end = document.blocks[sentence.block]?.end ?? sentence.end
  const published = dayOf(document)
  return article.some(
    ({ start, first, precision }) =>
      start >= sentence.end &&
      start < end &&
      first !== null &&
      published !== null &&
      first < published &&
      /^(?:day|time)$/.test(precision ?? ''),
  )
}

/** Whether the sentence opens its paragraph. */
const isFirst = ({ sentences }: Document, { index, block }: Sentence): boolean => sentences[index - 1]?.block !== block

const asContext = (date: EventDate | null): EventDate | null => date && withBasis(date, 'context', date.span)

/** The date that the sentence's own words give a predicate: at a distance from another ("two days after the raid"), or by an expression that reaches it. */
const dateInText = (scene: TimeScene, predicate: Predicate): EventDate | null => {
  const { tree, predicates, timexes } = scene
  const distance = findDistances(tree, timexes, predicates()).find(
    (d) => predicate.head >= d.first && predicate.head <= d.last && d.from !== predicate.head,
  )
  const start = distance && { head: distance.from, light: null }
  const from = start && (expressionOf(scene, start)?.date ?? dateAround(scene, start))
  const own = expressionOf(scene, predicate)
  const told = behindOwn(scene, predicate, own)
  if (told !== null) return told
  return distance && from && (own === null || own.cost > 1)
    ? atDistance(withBasis(from, 'text', distance.span), distance)
    : (own?.date ?? null)
}

const atDistance = (from: EventDate, { length, way, recurs }: Distance): EventDate =>
  (recurs ? yearsBefore(from, length.amount) : shiftDate(from, length, way)) ?? from

/** "Four days after he was shot on Feb. 27, thousands marched": so long after what the clause itself dates. */
const behindOwn = ({ document, tree, predicates, timexes }: TimeScene, { head }: Predicate, own: Dated | null): EventDate | null => {
  const distance = findDistances(tree, timexes, predicates()).find((d) => d.from === head && (head < d.first || head > d.last))
  if (!distance) return null
  const [from, to] = [wordAt(tree, distance.first).start, wordAt(tree, distance.last).end]
  const inside = timexes.filter((t) => t.start >= from && t.end <= to && t.first !== null && /^(?:day|month)$/.test(t.precision ?? ''))
  const [only] = inside
  const date = inside.length === 1 && only ? eventDate(only, 'text') : null
  if (date === null || (own !== null && own.date.value !== date.value)) return null
  const published = dayOf(document)
  const shifted = shiftDate(withBasis(date, 'text', distance.span), distance.length, distance.way === 1 ? -1 : 1)
  return shifted && (published === null || shifted.start <= published) ? shifted : null
}

type Dated = { readonly date: EventDate; readonly cost: number }

const expressionOf = (scene: TimeScene, predicate: Predicate): Dated | null =>
  predicate.light === null ? expressionOfWord(scene.tree, predicate.head, scene) : readExpression(scene, predicate)

// The context behind a sentence asks for what its events have asked for.
const expressionOfWord = perWord((_, head, scene: TimeScene): Dated | null => readExpression(scene, { head, light: null }))

const readExpression = ({ document, lexicon, tree, predicates, timexes, article }: TimeScene, predicate: Predicate): Dated | null => {
  const news = document.telling === 'news' ? dayOf(document) : null
  const spans = spansOf(timexes, news)
  const attached = attachDate(lexicon, tree, predicate, predicates(), spans, news)
  if (attached === null) return null
  const { timex, cost } = attached
  const { text } = document.article
  // Of "between 1998 and 2003" either end may stand nearer.
  const start = timexes.find((t) => t.end <= timex.start && rangeEnd(text, t, timexes) === timex) ?? timex
  const end = rangeEnd(text, start, timexes)
  const date = end ? eventRange(start, end, 'text') : eventDate(sharpen(text, timex, article, news), 'text')
  return date && { date: end ? date : spreadBefore(tree, timex, predicate.head, date), cost }
}

// Every predicate of a sentence asks for them.
const spansOf = keepsLast((timexes: readonly Timex[], news: string | null): readonly Timex[] =>
  timexes.map((timex) => pastSpan(timex, news)),
)

/** The context that a sentence leaves to those after it: that of its last main predicate that has a date of its own, of a heading its first date. */
export const contextAfter = (scene: TimeScene): TimeContext => {
  const { document, sentence, lexicon, tree, timexes } = scene
  const news = document.telling === 'news'
  const context = news && isFirst(document, sentence) && isSetElsewhere(tree, timexes) ? forgetContext(scene.context()) : scene.context()
  if (sentence.kind === 'caption' || sentence.kind === 'source') return context
  const heading = sentence.kind === 'heading' ? timexes.find((t) => t.first !== null) : undefined
  const mains = tree.words.filter((w) => w.head < 0 || (w.deprel === 'conj' && scene.predicates().has(w.index) && isMain(tree, w.head)))
  const dates = heading ? [eventDate(heading, 'text')] : mains.map(({ index }) => dateInText(scene, { head: index, light: null }))
  const [opens, published] = [isOfOpening(document, sentence), dayOf(document)]
  const root = tree.words.find((w) => w.head < 0)
  const present = root !== undefined && news && isPresent(tree, finiteOf(tree, root.index))
  const tells = (date: EventDate): boolean => !goesOn(document, sentence, date) && !(present && !isOfNow(date, published))
  const moved = dates.reduce(
    (so, date) => (date && tells(date) ? moveContext(so, endOfRange(date), belowTitle(document, sentence), published, opens) : so),
    context,
  )
  if (moved !== context) return moved
  if (context.last === null && news) return mention(context, scene)
  if (present) return leaveContext(context)
  return news &&
    root &&
    isOfSomeoneNamed(tree, root.index) &&
    goesOnInto(context, sentence, isFirst(document, sentence), published, isOf(lexicon, tree, root.index, 'speaking'))
    ? carryContext(context, belowTitle(document, sentence))
    : context
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
  const dates = [...predicates()]
    .sort((a, b) => a - b)
    .flatMap((head) => dateInText(scene, { head, light: null }) ?? [])
    .filter(({ span }) => span === null || !counted.includes(span.start))
  const past = dates.filter(({ start }) => published === null || start < published)
  // "lifted it after an election last month, the first since a 2009 coup": what is late goes before what is long past.
  const date = past.findLast((d) => isOfNow(d, published)) ?? past.at(-1)
  return date
    ? {
        last: moveContext(context, date, belowTitle(document, sentence), published, isOfOpening(document, sentence)).last,
        lead: context.lead,
      }
    : context
}

/** A sentence as it stands in the news: a heading above all else is the title, and what is below it no section. */
const belowTitle = ({ blocks, telling }: Document, sentence: Sentence): Sentence => {
  if (telling === 'narrative' || blocks[0]?.kind !== 'heading') return sentence
  const { start, end, index, block, section, kind } = sentence
  return { start, end, index, block, section: Math.max(0, section - 1), kind }
}

/** Whether the sentence stands in the first paragraph of prose: what that dates is what the article reports. */
const isOfOpening = ({ blocks }: Document, { block }: Sentence): boolean => blocks.find((b) => b.kind === 'prose')?.index === block

const isMain = (tree: Tree, at: number): boolean => wordAt(tree, at).head < 0

const dayOf = ({ article }: Document): string | null => article.published?.slice(0, 10) ?? null
