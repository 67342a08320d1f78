import type { Event, Rejection, Span } from '../document.ts'
import { entryOfRule } from '../lexicon/entry-hashes.ts'
import { findingId } from '../normalize/event-id.ts'
import { articleHash } from '../store/article-hash.ts'
import { digestOfKept } from '../store/digest.ts'
import { eventSchema } from '../store/event-schema.ts'
import type { Store, Stored, StoredSentence } from '../store/index.ts'
import type { Connection } from '../store/open-database.ts'
import { textBands } from '../store/text-bands.ts'
import { AGAIN, type Failure, type Promised } from './failure.ts'

/** What of a codebook the check needs. */
export type Codebook = ReadonlyMap<string, { readonly quad: number; readonly goldstein: number }>

type Evidence = Span & { readonly event: string; readonly field: string; readonly ordinal: number; readonly text: string }
type Gap = { readonly row: string }

/** Every span that the events of an article rest on. */
const SPANS = `
  WITH mine AS (SELECT * FROM events WHERE article = @key)
  SELECT id AS event, 'trigger' AS field, 0 AS ordinal, trigger_start AS start, trigger_end AS "end", trigger_text AS text FROM mine
  UNION ALL SELECT mine.id, side, parties.ordinal, start, "end", text FROM mine JOIN parties ON event = mine.key
  UNION ALL SELECT id, 'date', 0, date_span_start, date_span_end, date_text FROM mine WHERE date_span_start IS NOT NULL
  UNION ALL SELECT id, 'place', 0, place_start, place_end, place_text FROM mine WHERE place_start IS NOT NULL
  UNION ALL SELECT mine.id, kind, 0, start, "end", text FROM mine JOIN magnitudes ON event = mine.key`

/** Gaps in the numbers of what belongs to an article: rows that were taken out. */
const GAPS = `
  WITH mine AS (SELECT key, id FROM events WHERE article = @key),
  numbered (row, ordinal, place) AS (
    SELECT 'events of article ' || @id, ordinal, row_number() OVER (ORDER BY ordinal) - 1 FROM events WHERE article = @key
    UNION ALL SELECT 'rejections of article ' || @id, ordinal, row_number() OVER (ORDER BY ordinal) - 1 FROM rejections WHERE article = @key
    UNION ALL SELECT side || ' parties of event ' || id, ordinal, row_number() OVER (PARTITION BY event, side ORDER BY ordinal) - 1 FROM mine JOIN parties ON event = key
    UNION ALL SELECT 'modes of event ' || id, ordinal, row_number() OVER (PARTITION BY event ORDER BY ordinal) - 1 FROM mine JOIN modes ON event = key
    UNION ALL SELECT 'contexts of event ' || id, ordinal, row_number() OVER (PARTITION BY event ORDER BY ordinal) - 1 FROM mine JOIN contexts ON event = key
  )
  SELECT DISTINCT row FROM numbered WHERE ordinal <> place ORDER BY row`

/** Makes the function that checks all that is stored of one article. */
export const articleChecker = (db: Connection, store: Store, codebook: Codebook | null) => {
  const keyOf = db.prepare<[string], number>('SELECT key FROM articles WHERE id = ?').pluck()
  const evidence = db.prepare<[{ key: number }], Evidence>(SPANS)
  const gaps = db.prepare<[{ key: number; id: string }], Gap>(GAPS)
  const bands = db.prepare<[number], number>('SELECT hash FROM bands WHERE article = ? ORDER BY ordinal').pluck()
  const counted = db.prepare<[number, number], { events: number; rejections: number }>(
    'SELECT (SELECT count(*) FROM events WHERE article = ?) AS events, (SELECT count(*) FROM rejections WHERE article = ?) AS rejections',
  )
  return function* (stored: Stored, rules: ReadonlyMap<string, string>): Generator<Failure> {
    const key = keyOf.get(stored.id)
    const article = store.article(stored.id)
    if (key === undefined || article === null) return
    const fail = (promise: Promised, row: string, message: string, remedy = AGAIN): Failure => ({ promise, row, message, remedy })
    const row = `articles id=${article.id}`
    if (articleHash(article) !== stored.hash)
      yield fail(
        'article',
        row,
        'its text or facts were changed after they were read',
        'read the article again: `annalist run` on its file replaces it',
      )
    const sentences = store.sentences(article.id)
    yield* checkSentences(article.id, article.text, sentences)
    for (const gap of gaps.all({ key, id: article.id }))
      yield fail('order', gap.row, 'a number is missing between them: a row was taken out or put in')
    for (const { event, field, ordinal, start, end, text } of evidence.all({ key }))
      if (article.text.slice(start, end) !== text)
        yield fail(
          'quotation',
          `${field}${ordinal > 0 ? ` ${ordinal}` : ''} of event ${event}`,
          `"${text}" does not stand at ${start}–${end} of article ${article.id}`,
        )
    const [events, rejections] = [[...store.events(article.id)], [...store.rejections(article.id)]]
    const there = counted.get(key, key)
    if (there && (there.events !== events.length || there.rejections !== rejections.length))
      yield fail('order', row, 'some of its events or rejections stand in no sentence of it')
    for (const event of events) {
      yield* checkEvent(event, codebook)
      if (rules.size > 0 && !rules.has(entryOfRule(event.rule)))
        yield fail('rule', `events id=${event.id}`, `its rule ${event.rule} is no entry of the lexicon of its run`)
    }
    for (const rejection of rejections)
      if (article.text.slice(rejection.trigger.start, rejection.trigger.end) !== rejection.trigger.text)
        yield fail(
          'quotation',
          `rejections id=${rejection.id}`,
          `"${rejection.trigger.text}" does not stand at ${rejection.trigger.start}–${rejection.trigger.end}`,
        )
    yield* checkIds(article.id, sentences, events, rejections)
    const expected = textBands(article.text)
    const found = bands.all(key)
    if (found.length > 0 && (found.length !== expected.length || found.some((hash, i) => hash !== expected[i])))
      yield fail('copies', `bands of article ${article.id}`, 'they are not those of its text')
    if (stored.digest !== null && digestOfKept({ telling: stored.telling, sentences, events, rejections }) !== stored.digest)
      yield fail('digest', row, 'what is stored of it is not what was found in it: something was changed, taken out or put in')
  }
}

function* checkSentences(id: string, text: string, sentences: readonly StoredSentence[]): Generator<Failure> {
  for (const [i, { index, start, end, text: words }] of sentences.entries()) {
    const fail = (message: string): Failure => ({
      promise: 'sentences',
      row: `sentences article=${id} ordinal=${index}`,
      message,
      remedy: AGAIN,
    })
    if (index !== i) {
      yield fail(`it should be number ${i}: one was taken out or put in`)
      return
    }
    if (text.slice(start, end) !== words) yield fail(`its words do not stand at ${start}–${end}`)
    if (start < (sentences[i - 1]?.end ?? 0)) yield fail('it begins before the one in front of it ends')
  }
}

function* checkEvent(event: Event, codebook: Codebook | null): Generator<Failure> {
  const { action, date, trigger, sentence } = event
  const fail = (promise: Promised, message: string): Failure => ({ promise, row: `events id=${event.id}`, message, remedy: AGAIN })
  const issue = eventSchema.safeParse(event).error?.issues[0]
  if (issue) yield fail('record', `${issue.path.join('.')}: ${issue.message}`)
  if (trigger.start < sentence.start || trigger.end > sentence.end)
    yield fail('quotation', `its trigger at ${trigger.start}–${trigger.end} stands outside its sentence`)
  const code = codebook?.get(action.cameo)
  if (codebook !== null && code === undefined) yield fail('code', `${action.cameo} is not in the codebook`)
  if (code !== undefined && code.goldstein !== action.goldstein)
    yield fail('code', `the Goldstein value of ${action.cameo} is ${code.goldstein}, not ${action.goldstein}`)
  if (code !== undefined && code.quad !== action.quad)
    yield fail('code', `the quad class of ${action.cameo} is ${code.quad}, not ${action.quad}`)
  if (date === null) return
  const value = inIso(date.value)
  if (order(date.start) > order(date.end)) yield fail('date', `it ends on ${date.end} before it begins on ${date.start}`)
  if (date.precision === 'day' && (date.start !== date.end || value.slice(0, date.start.length) !== date.start))
    yield fail('date', `the day ${date.value} is not ${date.start} to ${date.end}`)
  if (date.precision === 'year' && /^-?\d{4}$/.test(value) && (date.start !== `${value}-01-01` || date.end !== `${value}-12-31`))
    yield fail('date', `the year ${date.value} is not ${date.start} to ${date.end}`)
  if (
    date.precision === 'month' &&
    /^-?\d{4}-\d\d$/.test(value) &&
    (!date.start.startsWith(`${value}-`) || !date.end.startsWith(`${value}-`))
  )
    yield fail('date', `the month ${date.value} is not ${date.start} to ${date.end}`)
}

/** A TIMEX3 value with its year counted as ISO 8601 counts: `BC0044-03-15` is `-0043-03-15`. */
const inIso = (value: string): string =>
  value.replace(/^BC(\d{4})/, (_, year: string) => `${Number(year) > 1 ? '-' : ''}${String(Number(year) - 1).padStart(4, '0')}`)

/** Days in their order, also before Christ. */
const order = (day: string): number => {
  const number = Number(day.replace(/^-/, '').replaceAll('-', ''))
  return day.startsWith('-') ? -number + 2 * Number(day.slice(-5).replace('-', '')) : number
}

function* checkIds(
  article: string,
  sentences: readonly StoredSentence[],
  events: readonly Event[],
  rejections: readonly Rejection[],
): Generator<Failure> {
  const seen = new Map<string, number>()
  const repeats = sentences.map(({ text }) => {
    const times = seen.get(text) ?? 0
    seen.set(text, times + 1)
    return times
  })
  const expected = ({ sentence, trigger }: Event | Rejection, what: string): string =>
    findingId(
      article,
      sentences[sentence.index]?.text ?? '',
      repeats[sentence.index] ?? 0,
      trigger.start - sentence.start,
      trigger.end - sentence.start,
      what,
    )
  const fail = (row: string): Failure => ({ promise: 'id', row, message: 'the id is not that of this finding', remedy: AGAIN })
  for (const event of events) if (event.id !== expected(event, 'event')) yield fail(`events id=${event.id}`)
  for (const rejection of rejections)
    if (rejection.id !== expected(rejection, rejection.reason)) yield fail(`rejections id=${rejection.id}`)
}
