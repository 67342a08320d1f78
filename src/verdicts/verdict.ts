import { z } from '../zod.ts'

// A line of verdicts.jsonl, at the border to the file; docs/verdicts.schema.json is made from it and docs/verdicts.md tells it.

const offset = z.int().nonnegative()
const quotation = z
  .strictObject({ start: offset, end: offset, text: z.string() })
  .describe('Half-open UTF-16 offsets into the article, and the words that stood there')
const side = z
  .strictObject({
    entity: z.string().min(1).nullable().describe('RUS, NATO …; null for an actor without a code'),
    code: z.string().min(1).nullable().describe('CAMEO actor code'),
    start: offset,
    end: offset,
    text: z.string(),
  })
  .meta({ id: 'side' })
const cameo = z.string().regex(/^(0[1-9]|1\d|20)\d{0,2}$/, 'must be a CAMEO code such as 057')
/** TIMEX3 values as the event record has them, and ranges of two. */
const DATE = /^(BC)?\d{2,4}(-(\d\d(-\d\d(T[\d:]+)?)?|W\d\d(-\d|-WE)?|Q[1-4]|H[12]|SP|SU|FA|WI))?(\/(BC)?\d{2,4}(-[\w-]+)?)?$/
const date = z.string().regex(DATE, 'must be a date as TIMEX3 writes it: 1997, 1997-05, 1997-05-27, 2009-SP, 2013-W11, 2016-Q3')
const place = z.strictObject({ name: z.string().min(1), country: z.string().min(1).nullable() }).meta({ id: 'place' })
const status = z.enum(['asserted', 'reported', 'future', 'hypothetical'])

/** What was judged, as it was then: a verdict holds on to the words and the finding, never to a row. */
const finding = z
  .strictObject({
    event: z.string().min(1).nullable().describe('Id of the event; null for one that the extraction had missed'),
    sentence: quotation,
    trigger: quotation,
    cameo,
    status,
    negated: z.boolean(),
    source: z.array(side),
    target: z.array(side),
    date: date.nullable(),
    place: place.nullable(),
    rule: z.string().min(1).nullable(),
    confidence: z.number().min(0).max(1).nullable(),
  })
  .meta({ id: 'finding' })

/** The fields that a reviewer put right, each as it should be. */
const correction = z
  .strictObject({
    trigger: quotation.exactOptional(),
    cameo: cameo.exactOptional(),
    status: status.exactOptional(),
    negated: z.boolean().exactOptional(),
    source: z.array(side).exactOptional(),
    target: z.array(side).exactOptional(),
    date: date.nullable().exactOptional(),
    place: place.nullable().exactOptional(),
  })
  .refine((fields) => Object.keys(fields).length > 0, 'must correct at least one field')
  .meta({ id: 'correction' })

export const REASONS = [
  'not-an-event',
  'not-political',
  'wrong-code',
  'wrong-actors',
  'wrong-date',
  'duplicate',
  'garbled',
  'other',
] as const

const draw = z
  .strictObject({
    queue: z.enum(['random', 'stratified']),
    by: z.enum(['root', 'year']).nullable(),
    seed: z.string(),
    filter: z.string().describe('The filter that the sample was drawn under, as in the address; empty for all events'),
    stratum: z.string(),
    population: z.int().positive().describe('How many events the stratum held when this one was drawn'),
  })
  .describe('How the event came to be judged, when chance chose it: what its weight is reckoned from')
  .meta({ id: 'draw' })

const common = {
  id: z.string().min(8).max(64).describe('Unlike any other; a line that stands twice counts once'),
  at: z.iso.datetime().describe('UTC'),
  reviewer: z.string().min(1).max(100),
  article: z.string().min(1),
}
const versions = z.strictObject({ annalist: z.string(), lexicon: z.string(), model: z.string() }).describe('What had extracted the event')
const of = { finding, draw: draw.exactOptional(), versions: versions.exactOptional() }
const comment = { comment: z.string().max(4000).exactOptional() }

/** One line: what a reviewer said of a finding, of an article, or of an earlier line. */
export const verdictSchema = z
  .discriminatedUnion('verdict', [
    z.strictObject({ ...common, verdict: z.literal('accept').describe('Right in every field'), ...comment, ...of }),
    z.strictObject({ ...common, verdict: z.literal('reject'), reason: z.enum(REASONS), ...comment, ...of }),
    z.strictObject({ ...common, verdict: z.literal('correct'), correction, ...comment, ...of }),
    z.strictObject({ ...common, verdict: z.literal('skip').describe('Can’t tell'), ...comment, ...of }),
    z.strictObject({ ...common, verdict: z.literal('flag').describe('To be talked over'), ...comment, ...of }),
    z.strictObject({ ...common, verdict: z.literal('comment'), comment: z.string().min(1).max(4000), ...of }),
    z.strictObject({ ...common, verdict: z.literal('add').describe('An event that the extraction missed'), ...comment, ...of }),
    z.strictObject({
      ...common,
      verdict: z.literal('read').describe('The article was read whole: every event judged, every missed one added'),
      ...comment,
    }),
    z.strictObject({ ...common, verdict: z.literal('undo'), of: z.string().describe('Id of the line that is taken back') }),
  ])
  .meta({ title: 'Annalist verdict' })

export type Verdict = Readonly<z.output<typeof verdictSchema>>
export type Finding = Readonly<z.output<typeof finding>>
export type Side = Readonly<z.output<typeof side>>
export type Correction = Readonly<z.output<typeof correction>>
export type Draw = Readonly<z.output<typeof draw>>
export type RejectReason = (typeof REASONS)[number]
/** A verdict that speaks of an event, found or missed. */
export type FindingVerdict = Extract<Verdict, { readonly finding: Finding }>

export const hasFinding = (verdict: Verdict): verdict is FindingVerdict => 'finding' in verdict

/** Whether a text is a date that an event can have: 30 February and a thirteenth month look like one. */
export const isDateValue = (text: string): boolean => DATE.test(text) && text.split('/').every(isOfCalendar)

const isOfCalendar = (text: string): boolean => {
  const [, year = '', month, day, week] = /(\d+)-(?:(\d\d)(?:-(\d\d))?|W(\d\d))/.exec(text) ?? []
  if (week !== undefined) return Number(week) >= 1 && Number(week) <= 53
  if (month === undefined) return true
  const last = new Date(0)
  last.setUTCFullYear(Number(year), Number(month), 0)
  return Number(month) >= 1 && Number(month) <= 12 && (day === undefined || (Number(day) >= 1 && Number(day) <= last.getUTCDate()))
}

/** A verdict as its line, with its fields in the order of the schema. Throws zod's error where it is none. */
export const verdictLine = (verdict: Verdict): string => `${JSON.stringify(verdictSchema.parse(verdict))}\n`

/** The JSON Schema (draft 2020-12) of one line of verdicts.jsonl. */
export const verdictJsonSchema = (): unknown => z.toJSONSchema(verdictSchema, { target: 'draft-2020-12' })
