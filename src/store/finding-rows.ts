import type { Event, Rejection, Sentence } from '../document.ts'
import type { Findings } from './check-extraction.ts'

/** The columns of the tables of findings, after that which names the article or the event that a row is of. */
export const COLUMNS = {
  sentences: ['ordinal', 'start', 'end', 'section', 'kind', 'text'],
  events: [
    'ordinal',
    'id',
    'sentence',
    'trigger_start',
    'trigger_end',
    'trigger_text',
    'trigger_lemma',
    'cameo',
    'root',
    'plover',
    'quad',
    'goldstein',
    'status',
    'negated',
    'date_value',
    'date_start',
    'date_end',
    'date_precision',
    'date_basis',
    'date_span_start',
    'date_span_end',
    'date_text',
    'place_name',
    'place_country',
    'place_start',
    'place_end',
    'place_text',
    'latitude',
    'longitude',
    'confidence',
    'rule',
  ],
  parties: ['side', 'ordinal', 'entity', 'role', 'code', 'name', 'start', 'end', 'text', 'basis'],
  modes: ['ordinal', 'mode'],
  contexts: ['ordinal', 'context'],
  magnitudes: ['kind', 'min', 'max', 'start', 'end', 'text'],
  rejections: ['ordinal', 'id', 'sentence', 'trigger_start', 'trigger_end', 'trigger_text', 'trigger_lemma', 'reason', 'detail', 'rule'],
} as const

/** The values of a row in the order of `COLUMNS`. */
export type Cells = readonly (string | number | null)[]

/** An event's row, and those of what hangs by it. */
export type EventRows = {
  readonly own: Cells
  readonly parties: readonly Cells[]
  readonly modes: readonly Cells[]
  readonly contexts: readonly Cells[]
  readonly magnitudes: readonly Cells[]
}

/** The rows of what was found in one article. Those of sentences lack their words, which the article has. */
export type FindingRows = {
  readonly sentences: readonly Cells[]
  readonly events: readonly EventRows[]
  readonly rejections: readonly Cells[]
}

/** Spreads findings over the rows that are stored of them. */
export const findingRows = ({ document, events, rejections }: Findings): FindingRows => ({
  sentences: document.sentences.map(sentenceCells),
  events: events.map((event, i) => eventRows(document.article.text, event, i)),
  rejections: rejections.map(rejectionCells),
})

const sentenceCells = ({ index, start, end, section, kind }: Sentence): Cells => [index, start, end, section, kind]

const rejectionCells = (rejection: Rejection, i: number): Cells => {
  const { reason, detail, rule } = rejection
  return [i, ...triggerCells(rejection), reason, detail, rule]
}

/** What events and rejections have alike. */
const triggerCells = ({ id, sentence, trigger }: Pick<Event, 'id' | 'sentence' | 'trigger'>): Cells => [
  id,
  sentence.index,
  trigger.start,
  trigger.end,
  trigger.text,
  trigger.lemma,
]

const eventRows = (text: string, event: Event, i: number): EventRows => ({
  own: eventCells(text, event, i),
  parties: [...sideCells(event, 'source'), ...sideCells(event, 'target')],
  modes: event.action.modes.map((mode, k) => [k, mode]),
  contexts: event.contexts.map((context, k) => [k, context]),
  magnitudes: Object.entries(event.magnitude).map(([kind, m]) => [kind, m.min, m.max, m.start, m.end, text.slice(m.start, m.end)]),
})

const sideCells = (event: Event, side: 'source' | 'target'): readonly Cells[] =>
  event[side].map(({ entity, role, code, name, start, end, text, basis }, k) => [
    side,
    k,
    entity,
    role,
    code,
    name,
    start,
    end,
    text,
    basis,
  ])

const eventCells = (text: string, event: Event, i: number): Cells => {
  const { action, date, place, confidence, rule } = event
  return [
    i,
    ...triggerCells(event),
    action.cameo,
    action.root,
    action.plover,
    action.quad,
    action.goldstein,
    action.status,
    action.negated ? 1 : 0,
    date?.value ?? null,
    date?.start ?? null,
    date?.end ?? null,
    date?.precision ?? null,
    date?.basis ?? null,
    date?.span?.start ?? null,
    date?.span?.end ?? null,
    date?.span ? text.slice(date.span.start, date.span.end) : null,
    place?.name ?? null,
    place?.country ?? null,
    place?.start ?? null,
    place?.end ?? null,
    place && text.slice(place.start, place.end),
    place?.latitude ?? null,
    place?.longitude ?? null,
    confidence,
    rule,
  ]
}
