import type { Document, EventDate, Sentence, Timex } from '../document.ts'
import type { Tree } from '../extract/clauses/tree.ts'
import { type Attached, attachDate, type Predicate } from './attach-date.ts'
import { eventDate, eventRange, publicationDate, rangeEnd } from './dates/event-date.ts'

/** What the story has dated last: where an undated sentence takes its date from. */
export type TimeContext = { readonly date: EventDate; readonly section: number; readonly sentence: number } | null

/** A sentence with what bears on the dates of its predicates. `predicates` are the heads of its clauses. */
export type TimeScene = {
  readonly document: Document
  readonly sentence: Sentence
  readonly tree: Tree
  readonly predicates: ReadonlySet<number>
  readonly timexes: readonly Timex[]
  readonly context: TimeContext
}

/** The date of a predicate: its own expression's, else its context's while the narrative goes on, else in news the day of publication. */
export const dateEvent = (scene: TimeScene, predicate: Predicate): EventDate | null => {
  const { document, sentence, context } = scene
  const said = dateInText(scene, predicate)
  if (said) return said
  if (context && context.section === sentence.section && document.telling === 'narrative') return { ...context.date, basis: 'context' }
  return document.telling === 'news' && document.article.published ? publicationDate(document.article.published) : null
}

/** The date that the sentence's own words give a predicate. */
const dateInText = (scene: TimeScene, predicate: Predicate): EventDate | null => {
  const attached = attach(scene, predicate)
  if (attached === null) return null
  const { timex } = attached
  const end = rangeEnd(scene.document.article.text, timex, scene.timexes)
  return end ? eventRange(timex, end, 'text') : eventDate(timex, 'text')
}

const attach = ({ document, tree, predicates, timexes }: TimeScene, predicate: Predicate): Attached | null =>
  attachDate(tree, predicate, predicates, timexes, document.article.published?.slice(0, 10) ?? null)

/** The context that a sentence leaves to those after it: the date of its last main predicate that has one of its own. */
export const moveContext = (scene: TimeScene): TimeContext => {
  const dates = [...scene.predicates].sort((a, b) => a - b).flatMap((head) => dateInText(scene, { head, light: null }) ?? [])
  const last = dates.at(-1)
  return last ? { date: last, section: scene.sentence.section, sentence: scene.sentence.index } : scene.context
}
