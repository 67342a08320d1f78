import type { Judgement } from './fold-verdicts.ts'
import { standing } from './fold-verdicts.ts'
import { corrected } from './judged-event.ts'
import { type Finding, hasFinding, type Side, type Verdict } from './verdict.ts'

/** An event as gold files have it: every entity named in `source` and `target` and every root is a right answer. */
export type GoldEvent = {
  readonly doc: string
  readonly start: number
  readonly end: number
  readonly trigger: string
  readonly quote: string
  readonly date: string | null
  readonly source: readonly string[]
  readonly target: readonly string[]
  readonly roots: readonly string[]
  readonly cameo: string
  readonly modality: string
  readonly optional?: true
}
export type GoldLine = GoldEvent | { readonly doc: string; readonly none: true }

/**
 * The gold that verdicts make: accepted events as they are, corrected ones as they should be, added ones. Rejected ones are in it by not being there. Where
 * reviewers disagree, an event is optional (it costs nothing, found or missed). An article that was read whole and holds no event is a line of its own.
 * Articles come by their ids, events in the order of the text.
 */
export const goldLines = (judgements: Iterable<Judgement>, verdicts: readonly Verdict[]): readonly GoldLine[] => {
  const events = [...judgements].flatMap(goldOf).sort((a, b) => (a.doc < b.doc ? -1 : a.doc > b.doc ? 1 : a.start - b.start))
  const filled = new Set(events.map((e) => e.doc))
  const empty = new Set(
    standing(verdicts).flatMap((v) => (!hasFinding(v) && v.verdict === 'read' && !filled.has(v.article) ? [v.article] : [])),
  )
  return [...events, ...[...empty].sort().map((doc) => ({ doc, none: true as const }))]
}

const goldOf = ({ state, decisions }: Judgement): readonly GoldEvent[] => {
  const said = [...decisions.values()].filter((d) => d.verdict !== 'skip')
  const right = said.filter((d) => d.verdict !== 'reject')
  const last = right.at(-1)
  if (last === undefined) return []
  const finding = last.verdict === 'correct' ? corrected(last.finding, last.correction) : last.finding
  const event = goldEvent(last.article, finding)
  return [state === 'disputed' ? { ...event, optional: true } : event]
}

const goldEvent = (doc: string, { trigger, sentence, cameo, status, negated, source, target, date }: Finding): GoldEvent => ({
  doc,
  start: trigger.start,
  end: trigger.end,
  trigger: trigger.text,
  quote: sentence.text.trim(),
  date,
  source: entities(source),
  target: entities(target),
  roots: [cameo.slice(0, 2)],
  cameo,
  modality: negated ? 'negated' : status,
})

/** An actor without a code can be held against nothing; a side of only such actors accepts anything. */
const entities = (sides: readonly Side[]): readonly string[] => [...new Set(sides.flatMap((s) => s.entity ?? []))]
