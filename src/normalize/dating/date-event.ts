import type { Document, EventDate, Sentence, Timex } from '../../document.ts'
import type { Tree } from '../../extract/clauses/tree.ts'
import { dependents, hangsBy, perWord, wordAt } from '../../extract/clauses/tree.ts'
import type { Lexicon } from '../../lexicon/index-lexicon.ts'
import { keepsLast } from '../../lexicon/remembered.ts'
import { eventDate, eventRange, publicationDate, publicationMonth, rangeEnd, withBasis } from '../dates/event-date.ts'
import { pastSpan } from '../dates/past-span.ts'
import { sharpen } from '../dates/sharpen.ts'
import { shiftDate, yearsBefore } from '../dates/shift-date.ts'
import { finiteOf, isElsewhere, isPresent } from '../finite-verb.ts'
import { attachDate, type Predicate } from './attach-date.ts'
import { behindColon } from './behind-colon.ts'
import { type Distance, findDistances } from './find-distances.ts'
import { isAnswer } from './is-answer.ts'
import { isOfNoDay } from './is-of-no-day.ts'
import { isSetElsewhere } from './is-set-elsewhere.ts'
import { isSpokenOf } from './is-spoken-of.ts'
import { labelOfEntry } from './label-of-entry.ts'
import { RELATIVE } from './next-statement.ts'
import { spreadBefore } from './spread-before.ts'
import { dayOf, isFirst, openingOf, opensReport } from './standing-in-article.ts'
import { contextInNarrative, contextInNews, isOfNow, noContext, type TimeContext } from './time-context.ts'
import { hasSince, sinceOfLongest } from './told-since.ts'

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
export const dateEvent = (scene: TimeScene, predicate: Predicate): EventDate | null => {
  const own = dateInText(scene, predicate)
  return own === null ? dateAround(scene, predicate) : (dateBefore(scene, predicate, own) ?? own)
}

/** "Rebels raided Nyala on Monday. Egypt condemned the attack on Wednesday": an attack that the news has told of was before what is said of it. */
const dateBefore = (scene: TimeScene, predicate: Predicate, own: EventDate): EventDate | null => {
  const { document, lexicon, tree } = scene
  if (document.telling !== 'news' || own.span === null || !isSpokenOf(lexicon, tree, own.span, predicate.head)) return null
  const around = dateAround(scene, predicate)
  return around?.basis === 'context' && around.end < own.start ? around : null
}

/** The date that a predicate without one of its own has from what stands around its sentence. */
const dateAround = (scene: TimeScene, predicate: Predicate): EventDate | null => {
  const { document, sentence, lexicon, tree, timexes } = scene
  if (isElsewhere(tree, predicate.light ?? predicate.head)) return null
  if (document.telling === 'news' && hasSince(tree, predicate.light ?? predicate.head)) return ofPublication(document)
  if (document.telling === 'narrative') return asContext(contextInNarrative(scene.context(), sentence))
  if (isOfNoDay(tree, predicate.light ?? predicate.head, scene.predicates(), timexes)) return null
  if (sinceOfLongest(tree, predicate.light ?? predicate.head) !== null) return null
  const label = isPresent(tree, finiteOf(tree, predicate.light ?? predicate.head)) ? labelOfEntry(document, sentence, scene.article) : null
  if (label) return label
  const first = isFirst(document, sentence)
  const undated = {
    sentence,
    first,
    elsewhere: first && isSetElsewhere(lexicon, tree, timexes),
    within: () => isWithin(scene),
    top: openingOf(document)?.section ?? 0,
    published: dayOf(document),
    lexicon,
    tree,
    head: predicate.light ?? predicate.head,
  }
  const context = contextOf(scene)
  const told = contextInNews(context, undated)
  const later = told !== null && told === context.lead && isAnswer(document, sentence, told)
  const around = (later ? null : asContext(told)) ?? ofPublication(document)
  return around && timexes.length > 0 && isOfNow(around, dayOf(document)) ? (dateBehind(scene, undated.head) ?? around) : around
}

/** What nothing dates is of the day of publication; an explainer or a feature reports on no day, but on what there has been of late. */
const ofPublication = ({ article: { published, kind } }: Document): EventDate | null =>
  published === null ? null : /^(?:explainer|feature)$/.test(kind ?? '') ? publicationMonth(published) : publicationDate(published)

/** The context of a sentence: nothing yet where it begins a report of its own, as those of a bulletin do. */
export const contextOf = ({ document, sentence, context }: TimeScene): TimeContext =>
  document.telling === 'news' && isFirst(document, sentence) && opensReport(document, sentence.block) ? noContext : context()

/** "it retreated and, in May 2002, held an election": a date long past that the next statement has, rather than one of now. */
const dateBehind = (scene: TimeScene, head: number): EventDate | null => {
  const { document, tree } = scene
  const next = dependents(tree, head, 'conj', 'parataxis').find((at) => at > head && scene.predicates().has(at) && !isRelative(tree, at))
  // Not at a distance: "it struck and two days later withdrew" leads back to the first.
  const date = next === undefined ? null : (expressionOf(scene, { head: next, light: null })?.date ?? null)
  return date && !isOfNow(date, dayOf(document)) ? date : null
}

/** "praised Niger, which, in 2013, had attacked Mali": an aside, though the parse joins it. */
const isRelative = (tree: Tree, verb: number): boolean =>
  (tree.children[verb] ?? []).some((at) => at < verb && RELATIVE.test(wordAt(tree, at).text))

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

const asContext = (date: EventDate | null): EventDate | null => date && withBasis(date, 'context', date.span)

/** The date that the sentence's own words give a predicate: at a distance from another ("two days after the raid"), or by an expression that reaches it. */
export const dateInText = (scene: TimeScene, predicate: Predicate): EventDate | null => {
  const { document, tree, predicates, timexes } = scene
  if (document.telling === 'news' && hasSince(tree, predicate.light ?? predicate.head)) return null
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
    : (own?.date ?? dateBehindColon(scene, predicate))
}

/** "It was ignored: on Thursday looters burned a bank": what a colon spells out was then. */
const dateBehindColon = ({ document, lexicon, tree, timexes }: TimeScene, { head }: Predicate): EventDate | null => {
  const timex = behindColon(lexicon, tree, timexes, head)
  const published = dayOf(document)
  return timex && (published === null || (timex.first ?? '') <= published) ? eventDate(timex, 'text') : null
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
  if (end && isUntil(tree, predicate.head)) return endsRange(end, cost)
  const date = end ? eventRange(start, end, 'text') : eventDate(sharpen(text, timex, article, news), 'text')
  return date && { date: end ? date : spreadBefore(tree, timex, predicate.head, date), cost }
}

/** "Between 1998 and 2003 they fought, until troops landed": what ends a stretch of time. */
const isUntil = (tree: Tree, head: number): boolean =>
  hangsBy(tree, head, 'advcl') && dependents(tree, head, 'mark').some((at) => /^(?:until|till)$/i.test(wordAt(tree, at).text))

const endsRange = (end: Timex, cost: number): Dated | null => {
  const date = eventDate(end, 'text')
  return date && { date, cost }
}

// Every predicate of a sentence asks for them.
const spansOf = keepsLast((timexes: readonly Timex[], news: string | null): readonly Timex[] =>
  timexes.map((timex) => pastSpan(timex, news)),
)
