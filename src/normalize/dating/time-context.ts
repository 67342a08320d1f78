import type { EventDate, Sentence } from '../../document.ts'
import { isDefinite } from '../../extract/clauses/noun-phrase.ts'
import { type Tree, wordAt } from '../../extract/clauses/tree.ts'
import type { Lexicon } from '../../lexicon/index-lexicon.ts'
import { finiteOf, isPresent } from '../finite-verb.ts'
import { isOf } from '../is-of.ts'
import { isOwnWord } from './is-own-word.ts'

/** A date that the article has told events of, and where; `block` is -1 once something else came between. */
export type Told = { readonly date: EventDate; readonly section: number; readonly block: number }

/** What the article has dated so far: last of all, and the incident that its first sentences report (news only). */
export type TimeContext = { readonly last: Told | null; readonly lead: EventDate | null }

export const noContext: TimeContext = { last: null, lead: null }

const DAYS_OF_NEWS = 7
const DAYS_OF_STORY = 31
const DAYS_OF_BACKGROUND = 730

/** The context after a sentence whose main clause has a date of its own. `published` is an ISO date or null; `opens`: the sentence is of the article's first paragraph. */
export const moveContext = (context: TimeContext, date: EventDate, at: Sentence, published: string | null, opens: boolean): TimeContext => {
  if (published !== null && (date.start > published || date.value.endsWith(`/${published}`))) return context
  const opening = context.lead === null && published !== null && opens && /^(?:day|time)$/.test(date.precision)
  const today = context.lead !== null && date.value === published
  return {
    last: { date, section: at.section, block: at.block },
    lead: today || (opening && isFresh(date, published, DAYS_OF_NEWS)) ? date : context.lead,
  }
}

/** The context after a sentence in the present: the paragraph has left what it told. */
export const leaveContext = ({ last, lead }: TimeContext): TimeContext => ({
  last: last && { date: last.date, section: last.section, block: -1 },
  lead,
})

/** The context after a paragraph has begun at another place: what was told before doesn't go on there. */
export const forgetContext = ({ last, lead }: TimeContext): TimeContext => ({
  last: lead && last && { date: lead, section: last.section, block: -1 },
  lead,
})

/** The context after a sentence without a date that opens a paragraph and goes on from the one before: the rest of the paragraph goes on, too. */
export const carryContext = ({ last, lead }: TimeContext, { section, block }: Sentence): TimeContext => ({
  last: last && { date: last.date, section, block },
  lead,
})

/** Whether a paragraph goes on from the one before: late deeds do, words said don't. `first`: the sentence opens it. */
export const goesOnInto = (
  { last }: TimeContext,
  { block }: Sentence,
  first: boolean,
  published: string | null,
  spoken: boolean,
): boolean => last !== null && last.block === block - 1 && first && isOfNow(last.date, published) && !spoken

/** Whether a date is of the weeks before publication, or after it. */
export const isOfNow = (date: EventDate, published: string | null): boolean => published === null || isFresh(date, published, DAYS_OF_STORY)

const isFresh = ({ end }: EventDate, published: string, days: number): boolean =>
  (Date.parse(published) - Date.parse(end)) / 86_400_000 <= days

/** Of the days before the one that the article reports. */
const isRecent = (date: EventDate, lead: EventDate): boolean => date.end < lead.start && isFresh(date, lead.start, DAYS_OF_NEWS)

/** In a narrative an undated sentence goes on where the one before left off, as far as the section goes. */
export const contextInNarrative = ({ last }: TimeContext, { section }: Sentence): EventDate | null =>
  last !== null && last.section === section ? last.date : null

/** A predicate of a sentence without a date; `first`: the sentence opens its paragraph, `elsewhere`: at another place, `within`: its paragraph goes on with earlier days, `top`: the section that the article opens with. */
export type Undated = {
  readonly sentence: Sentence
  readonly first: boolean
  readonly elsewhere: boolean
  readonly within: () => boolean
  readonly top: number
  readonly published: string | null
  readonly lexicon: Lexicon
  readonly tree: Tree
  readonly head: number
}

/** "The clashes that followed left 37 dead": a year long past goes on. */
const FOLLOWED = /^(?:followed|afterwards?|subsequent(?:ly)?)$/i

/**
 * In news it goes on within the paragraph, under a heading within its section, and into the next paragraph where late deeds are told; words said, and all else,
 * belong to the incident that the article opens with. What is told in the present has no context: it is of the day of publication.
 */
export const contextInNews = (
  { last, lead }: TimeContext,
  { sentence, first, elsewhere, within, top, published, lexicon, tree, head }: Undated,
): EventDate | null => {
  const finite = finiteOf(tree, head)
  const root = tree.words.findIndex((w) => w.head < 0)
  if (isPresent(tree, finite) && (root < 0 || isPresent(tree, finiteOf(tree, root)))) return null
  if (last === null) return lead
  const { section, block } = sentence
  if (elsewhere && last.block !== block) return lead
  const verb = wordAt(tree, finite).upos === 'VERB' ? finite : head
  const ofNow = lead !== null && lead.value === published && last.block === block && isRecent(last.date, lead)
  if (ofNow && isOwnWord(lexicon, tree, verb) && !isOfWhatWasTold(tree, head) && !within()) return lead
  if (last.block === block || (section > top && last.section === section))
    return published !== null &&
      section <= top &&
      last.date.precision === 'year' &&
      !isFresh(last.date, published, DAYS_OF_BACKGROUND) &&
      !tree.words.some((w) => FOLLOWED.test(w.text))
      ? lead
      : last.date
  const fresh = isOfNow(last.date, published)
  const spoken = isOf(lexicon, tree, verb, 'speaking')
  const goesOn = last.block === block - 1 && first && fresh && !spoken
  return goesOn || (lead === null && fresh && !spoken) ? last.date : lead
}

/** "Nairobi did not claim the raid", "Guterres condemned this attack": words of today about what has just been told. */
const isOfWhatWasTold = (tree: Tree, head: number): boolean => wordAt(tree, head).upos === 'NOUN' && isDefinite(tree, head)
