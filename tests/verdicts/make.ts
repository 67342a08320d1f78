import type { Article, Event } from '../../src/document.ts'
import { findingOf } from '../../src/verdicts/judged-event.ts'
import type { Draw, FindingVerdict, Verdict } from '../../src/verdicts/verdict.ts'
import { article, fakeExtract } from '../store/fake-extract.ts'

export const WAR = 'Russia attacked Ukraine in Kyiv on 2022-02-24. France praised Serbia. The choir sang.'
export const war: Article = article('war', WAR, { published: '2022-02-25' })

/** The n-th event that is found in an article. */
export const eventOf = (one: Article, n = 0): Event => {
  const event = fakeExtract(one).events[n]
  if (event === undefined) throw new Error(`no event ${n}`)
  return event
}

let made = 0
type Said =
  | { readonly verdict: 'accept' | 'skip' | 'flag' | 'add' }
  | { readonly verdict: 'reject'; readonly reason: 'not-an-event' | 'wrong-code' | 'wrong-actors' | 'wrong-date' }
  | { readonly verdict: 'correct'; readonly correction: Extract<FindingVerdict, { verdict: 'correct' }>['correction'] }
  | { readonly verdict: 'comment'; readonly comment: string }

/** A verdict on an event of an article; each a second later than the one before. */
export const say = (
  said: Said,
  { one = war, n = 0, reviewer = 'ada', draw, id }: { one?: Article; n?: number; reviewer?: string; draw?: Draw; id?: string } = {},
): FindingVerdict => {
  made++
  const finding = findingOf(eventOf(one, n), one.text)
  return {
    id: id ?? `verdict-${String(made).padStart(4, '0')}`,
    at: new Date(Date.UTC(2026, 0, 1) + made * 1000).toISOString(),
    reviewer,
    article: one.id,
    ...said,
    finding: said.verdict === 'add' ? { ...finding, event: null, rule: null, confidence: null } : finding,
    ...(draw && { draw }),
  } as FindingVerdict
}

export const undo = (of: Verdict, reviewer = of.reviewer): Verdict => ({
  id: `undo-${of.id}`,
  at: new Date(Date.parse(of.at) + 1).toISOString(),
  reviewer,
  article: of.article,
  verdict: 'undo',
  of: of.id,
})
