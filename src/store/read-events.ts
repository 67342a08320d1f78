import type { Basis, Event, EventDate, Magnitude, Party, Place, Precision, Quad, Status } from '../document.ts'
import { eventRecord } from './event-record.ts'
import type { Connection } from './open-database.ts'

type EventRow = {
  readonly key: number
  readonly id: string
  readonly document: string
  readonly sentence: number
  readonly sentence_start: number
  readonly sentence_end: number
  readonly trigger_start: number
  readonly trigger_end: number
  readonly trigger_text: string
  readonly trigger_lemma: string
  readonly cameo: string
  readonly root: string
  readonly plover: string | null
  readonly quad: Quad
  readonly goldstein: number
  readonly status: Status
  readonly negated: 0 | 1
  readonly date_value: string | null
  readonly date_start: string
  readonly date_end: string
  readonly date_precision: Precision
  readonly date_basis: EventDate['basis']
  readonly date_span_start: number | null
  readonly date_span_end: number
  readonly place_name: string | null
  readonly place_country: string | null
  readonly place_start: number
  readonly place_end: number
  readonly latitude: number | null
  readonly longitude: number
  readonly confidence: number
  readonly rule: string
}
type PartyRow = Party & { readonly event: number; readonly side: 'source' | 'target'; readonly basis: Basis }
type TagRow = { readonly event: number; readonly value: string }
type MagnitudeRow = Magnitude & { readonly event: number; readonly kind: 'dead' | 'injured' | 'size' }

const OF_ARTICLE = 'JOIN events ON events.key = event WHERE events.article = ? ORDER BY events.ordinal'

/**
 * Makes the function that reads one article's events back, by the key of its row: the very records that the extraction gave, in their order. The rows of
 * all its events are fetched at once, a query a table.
 */
export const eventReader = (db: Connection): ((article: number) => readonly Event[]) => {
  const events = db.prepare<[number], EventRow>(
    `SELECT events.*, articles.id AS document, sentences.start AS sentence_start, sentences.end AS sentence_end FROM events
     JOIN articles ON articles.key = events.article
     JOIN sentences ON sentences.article = events.article AND sentences.ordinal = events.sentence
     WHERE events.article = ? ORDER BY events.ordinal`,
  )
  const parties = db.prepare<[number], PartyRow>(`SELECT parties.* FROM parties ${OF_ARTICLE}, side, parties.ordinal`)
  const modes = db.prepare<[number], TagRow>(`SELECT event, mode AS value FROM modes ${OF_ARTICLE}, modes.ordinal`)
  const contexts = db.prepare<[number], TagRow>(`SELECT event, context AS value FROM contexts ${OF_ARTICLE}, contexts.ordinal`)
  const magnitudes = db.prepare<[number], MagnitudeRow>(`SELECT magnitudes.* FROM magnitudes ${OF_ARTICLE}`)
  return (article) => {
    const rows = events.all(article)
    if (rows.length === 0) return []
    const partiesOf = byEvent(parties.all(article))
    const modesOf = byEvent(modes.all(article))
    const contextsOf = byEvent(contexts.all(article))
    const magnitudesOf = byEvent(magnitudes.all(article))
    return rows.map((row) =>
      eventRecord({
        id: row.id,
        document: row.document,
        sentence: { index: row.sentence, start: row.sentence_start, end: row.sentence_end },
        trigger: { start: row.trigger_start, end: row.trigger_end, text: row.trigger_text, lemma: row.trigger_lemma },
        action: { ...actionOf(row), modes: (modesOf.get(row.key) ?? []).map((m) => m.value) },
        contexts: (contextsOf.get(row.key) ?? []).map((c) => c.value),
        magnitude: Object.fromEntries((magnitudesOf.get(row.key) ?? []).map((m) => [m.kind, m])),
        source: (partiesOf.get(row.key) ?? []).filter((p) => p.side === 'source'),
        target: (partiesOf.get(row.key) ?? []).filter((p) => p.side === 'target'),
        date: dateOf(row),
        place: placeOf(row),
        confidence: row.confidence,
        rule: row.rule,
      }),
    )
  }
}

const byEvent = <Row extends { readonly event: number }>(rows: readonly Row[]): ReadonlyMap<number, readonly Row[]> => {
  const groups = new Map<number, Row[]>()
  for (const row of rows) {
    const group = groups.get(row.event)
    if (group) group.push(row)
    else groups.set(row.event, [row])
  }
  return groups
}

const actionOf = ({ cameo, root, plover, quad, goldstein, status, negated }: EventRow) => ({
  cameo,
  root,
  plover,
  quad,
  goldstein,
  status,
  negated: negated === 1,
})

const dateOf = (row: EventRow): EventDate | null =>
  row.date_value === null
    ? null
    : {
        value: row.date_value,
        start: row.date_start,
        end: row.date_end,
        precision: row.date_precision,
        basis: row.date_basis,
        span: row.date_span_start === null ? null : { start: row.date_span_start, end: row.date_span_end },
      }

const placeOf = (row: EventRow): Place | null =>
  row.place_name === null
    ? null
    : {
        name: row.place_name,
        country: row.place_country,
        start: row.place_start,
        end: row.place_end,
        ...(row.latitude !== null && { latitude: row.latitude, longitude: row.longitude }),
      }
