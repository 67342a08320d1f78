import type { EventDate, Sentence } from '../document.ts'
import { type Tree, wordAt } from '../extract/clauses/tree.ts'
import { finiteOf, isPresent } from './finite-verb.ts'

/** A date that the article has told events of, and where. */
export type Told = { readonly date: EventDate; readonly section: number; readonly block: number }

/** What the article has dated so far: last of all, and the incident that its first sentences report (news only). */
export type TimeContext = { readonly last: Told | null; readonly lead: EventDate | null }

export const noContext: TimeContext = { last: null, lead: null }

const DAYS_OF_NEWS = 7

/** The context after a sentence whose main clause has a date of its own. `published` is an ISO date or null. */
export const moveContext = (context: TimeContext, date: EventDate | null, at: Sentence, published: string | null): TimeContext => {
  if (date === null || (published !== null && (date.start > published || date.value.endsWith(`/${published}`)))) return context
  const opening = context.lead === null && published !== null && at.section === 0 && date.precision === 'day' && isFresh(date, published)
  return { last: { date, section: at.section, block: at.block }, lead: opening ? date : context.lead }
}

const isFresh = ({ end }: EventDate, published: string): boolean => (Date.parse(published) - Date.parse(end)) / 86_400_000 <= DAYS_OF_NEWS

/** In a narrative an undated sentence goes on where the one before left off, as far as the section goes. */
export const contextInNarrative = ({ last }: TimeContext, { section }: Sentence): EventDate | null =>
  last !== null && last.section === section ? last.date : null

/**
 * In news it goes on within the paragraph, under a heading within its section, and from one paragraph to the next where deeds are told; words said, and all
 * else, belong to the incident that the article opens with. What is told in the present has no context: it is of the day of publication.
 */
export const contextInNews = (
  { last, lead }: TimeContext,
  { section, block }: Sentence,
  first: boolean,
  tree: Tree,
  head: number,
): EventDate | null => {
  const finite = finiteOf(tree, head)
  const root = tree.words.findIndex((w) => w.head < 0)
  if (isPresent(tree, finite) && (root < 0 || isPresent(tree, finiteOf(tree, root)))) return null
  if (last === null) return lead
  if (last.block === block || (section > 0 && last.section === section)) return last.date
  const goesOn = last.block === block - 1 && first && !SPEECH.has(wordAt(tree, finite).lemma.toLowerCase())
  return goesOn || lead === null ? last.date : lead
}

const SPEECH = new Set(
  'say tell add warn state declare announce note write comment explain urge call ask insist stress argue describe quote report claim'.split(
    ' ',
  ),
)
