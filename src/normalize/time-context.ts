import type { EventDate, Sentence } from '../document.ts'
import { dependents, type Tree, wordAt } from '../extract/clauses/tree.ts'

/** A date that the article has told events of, and where. */
export type Told = { readonly date: EventDate; readonly section: number; readonly block: number }

/** What the article has dated so far: last of all, and the incident that its first sentences report (news only). */
export type TimeContext = { readonly last: Told | null; readonly lead: EventDate | null }

export const noContext: TimeContext = { last: null, lead: null }

const DAYS_OF_NEWS = 7

/** The context after a sentence whose main clause has a date of its own. `published` is an ISO date or null. */
export const moveContext = (context: TimeContext, date: EventDate | null, at: Sentence, published: string | null): TimeContext => {
  if (date === null || (published !== null && date.start > published)) return context
  const opening = context.lead === null && published !== null && at.section === 0 && date.precision === 'day' && isFresh(date, published)
  return { last: { date, section: at.section, block: at.block }, lead: opening ? date : context.lead }
}

const isFresh = ({ end }: EventDate, published: string): boolean => (Date.parse(published) - Date.parse(end)) / 86_400_000 <= DAYS_OF_NEWS

/** In a narrative an undated sentence goes on where the one before left off, as far as the section goes. */
export const contextInNarrative = ({ last }: TimeContext, { section }: Sentence): EventDate | null =>
  last !== null && last.section === section ? last.date : null

/**
 * In news it goes on only within the paragraph or, where it tells a deed in the past, within the section; words said and all else belong to the incident that
 * the article opens with. What is told in the present has no context: it is of the day of publication.
 */
export const contextInNews = ({ last, lead }: TimeContext, { block }: Sentence, tree: Tree, head: number): EventDate | null => {
  if (isPresent(tree, head)) return null
  if (last !== null && last.block === block) return last.date
  return lead
}

/** "says", "are demanding", "have fought": the clause of the word stands in the present or the present perfect. */
const isPresent = (tree: Tree, head: number): boolean => {
  const { upos, text, lemma } = wordAt(tree, head)
  const aux = dependents(tree, head, 'aux', 'cop').map((a) => wordAt(tree, a).text.toLowerCase())
  if (aux.some((a) => /^(?:is|are|am|has|have|do|does|['’]s|['’]re|['’]ve)$/.test(a))) return true
  return upos === 'VERB' && aux.length === 0 && (text.toLowerCase() === lemma.toLowerCase() || /[^s]s$/.test(text))
}
