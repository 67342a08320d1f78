import type { Event } from '../document.ts'
import { findPlace, type Place } from './find-place.ts'
import { corrected, differences, findingOf } from './judged-event.ts'
import type { Finding, FindingVerdict } from './verdict.ts'

/** An article as the database has it now. `renamed` when it goes by another id than the verdict knows. */
export type Now = { readonly article: string; readonly text: string; readonly events: readonly Event[]; readonly renamed: boolean }

/**
 * What became of a verdict: `carried` (what it was said of is there, unchanged), `moved` (carried, with a note on what is otherwise), or `stale` (it no
 * longer speaks of what is there: judge anew). `event` is the event that it is attached to now, `outcome` what came of it as a regression case.
 */
export type Carried = {
  readonly fate: 'carried' | 'moved' | 'stale'
  readonly note: string | null
  readonly event: string | null
  readonly article: string
  readonly outcome: 'kept' | 'still-wrong' | 'mended' | 'changed' | 'lost' | 'open'
}

/** Holds a verdict against the article of today; null when there is no such article any more. */
export const carryVerdict = (verdict: FindingVerdict, now: Now | null): Carried => {
  const stale = (note: string, outcome: Carried['outcome'], event: string | null = null): Carried => ({
    fate: 'stale',
    note,
    event,
    article: now?.article ?? verdict.article,
    outcome,
  })
  if (now === null) return stale('the article is no longer there', 'lost')
  const place = findPlace(now.text, verdict.finding)
  if (place === null) return stale('its words are no longer in the article', 'lost')
  const notes = [now.renamed ? `the article goes by the name ${now.article} now` : null, place.moved].filter((note) => note !== null)
  const kept = (outcome: Carried['outcome'], event: string | null, ...more: readonly string[]): Carried => {
    const all = [...notes, ...more]
    return { fate: all.length > 0 ? 'moved' : 'carried', note: all.join('; ') || null, event, article: now.article, outcome }
  }
  const event = eventAt(now, place, verdict.finding)
  if (event === null) return without(verdict, kept, stale)
  const is = findingOf(event, now.text)
  const unlike = differences(is, verdict.finding)
  const grown = is.trigger.text === verdict.finding.trigger.text ? [] : [`the trigger is “${is.trigger.text}” now`]
  if (verdict.verdict === 'add')
    return unlike.length === 0
      ? kept('mended', event.id, 'it is found now')
      : stale(`it is found now, but otherwise: ${unlike.join(', ')}`, 'changed', event.id)
  if (verdict.verdict === 'correct' && differences(is, corrected(verdict.finding, verdict.correction)).length === 0)
    return kept('mended', event.id, 'it is extracted as it was corrected')
  if (unlike.length > 0) return stale(`it is extracted otherwise now: ${unlike.join(', ')}`, 'changed', event.id)
  return kept(verdict.verdict === 'reject' || verdict.verdict === 'correct' ? 'still-wrong' : 'kept', event.id, ...grown)
}

type Kept = (outcome: Carried['outcome'], event: string | null, ...more: readonly string[]) => Carried
type Stale = (note: string, outcome: Carried['outcome']) => Carried

/** Where the words stand but no event does. */
const without = (verdict: FindingVerdict, kept: Kept, stale: Stale): Carried => {
  switch (verdict.verdict) {
    case 'reject':
      return kept('mended', null, 'it is no longer extracted')
    case 'add':
      return kept('open', null)
    case 'accept':
    case 'correct':
      return stale('it is no longer extracted', 'lost')
    case 'skip':
    case 'flag':
    case 'comment':
      return stale('what it spoke of is no longer extracted', 'lost')
  }
}

/** The event whose trigger stands in that place: the one with the same id, else the one most alike. */
const eventAt = ({ text, events }: Now, { trigger }: Place, finding: Finding): Event | null => {
  const there = events.filter((e) => e.trigger.start < trigger.end && e.trigger.end > trigger.start)
  const same = there.find((e) => e.id === finding.event)
  if (same) return same
  const [best] = there
    .map((event) => ({ event, unlike: differences(findingOf(event, text), finding).length }))
    .sort((a, b) => a.unlike - b.unlike)
  return best?.event ?? null
}
