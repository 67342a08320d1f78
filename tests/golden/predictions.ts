import type { Extraction } from '../../src/index.ts'

/** What the scorer reads of an article's events. */
export const predictionsOf = ({ events }: Pick<Extraction, 'events'>) =>
  events.map((e) => ({
    document: e.document,
    trigger: e.trigger,
    action: { root: e.action.root },
    source: e.source.map((p) => p.entity),
    target: e.target.map((p) => p.entity),
    date: e.date,
    confidence: e.confidence,
  }))
