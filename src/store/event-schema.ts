import { z } from '../zod.ts'

// The event record at the border to SQLite and in NDJSON; docs/event.schema.json is made from it.

const offset = z.int().nonnegative()
const text = z.string().min(1)
const day = z.string().regex(/^-?\d{4,6}-\d\d-\d\d$/, 'must be a day such as 1991-12-31')
const actorCode = z
  .string()
  .regex(/^[A-Z0-9_]+$/, 'must be upper-case letters')
  .nullable()

const party = z
  .strictObject({
    entity: z
      .string()
      .min(1)
      .nullable()
      .describe(
        'ISO 3166 alpha-3 code (also historical) or the short name of an organisation or group; null for an actor that the lexicon does not know',
      ),
    role: z.string().min(1).nullable().describe('CAMEO role: GOV, MIL, REB …'),
    code: actorCode.describe('CAMEO actor code: RUSGOV, IGOWSTNAT …'),
    name: z.string().min(1).nullable(),
    start: offset,
    end: offset,
    text: z.string().describe('The words of the text between start and end'),
    basis: z
      .enum(['name', 'demonym', 'capital', 'person', 'role', 'coreference', 'discourse', 'unresolved'])
      .describe('How the words came to the entity'),
  })
  .meta({ id: 'party' })

const magnitude = z
  .strictObject({ min: offset, max: offset.nullable().describe('null when it is open: "at least 12"'), start: offset, end: offset })
  .meta({ id: 'magnitude' })

/** One event. Offsets are half-open UTF-16 offsets into the article's text. */
export const eventSchema = z
  .strictObject({
    id: text.describe('Content hash: the same finding in the same article has the same id on every machine and in every rebuild'),
    document: text.describe("The article's id"),
    sentence: z.strictObject({ index: offset, start: offset, end: offset }),
    trigger: z.strictObject({ start: offset, end: offset, text, lemma: text }).describe('The word or words that tell the act'),
    action: z.strictObject({
      cameo: z
        .string()
        .regex(/^(0[1-9]|1\d|20)\d{0,2}$/, 'must be a CAMEO code such as 057')
        .describe('CAMEO event code'),
      root: z
        .string()
        .regex(/^(0[1-9]|1\d|20)$/)
        .describe('CAMEO root: the first two digits of the code'),
      plover: z
        .string()
        .regex(/^[A-Z]+$/)
        .nullable()
        .describe('PLOVER event type; null where the codebook gives none'),
      modes: z.array(text).describe('PLOVER modes'),
      quad: z
        .union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)])
        .describe('1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict'),
      goldstein: z.number().min(-10).max(10).describe('Goldstein value of the CAMEO code'),
      status: z.enum(['asserted', 'reported', 'future', 'hypothetical']),
      negated: z.boolean(),
    }),
    contexts: z.array(text).describe('PLOVER contexts'),
    magnitude: z
      .strictObject({ dead: magnitude.exactOptional(), injured: magnitude.exactOptional(), size: magnitude.exactOptional() })
      .describe('Numbers that the clause gives'),
    source: z.array(party).describe('Who did it; empty where the text leaves it unsaid'),
    target: z.array(party).describe('To whom; a joint act lists every party on both sides'),
    date: z
      .strictObject({
        value: text.describe('TIMEX3 value: 1997, 1997-05, 1997-05-27, 2009-SP, 2013-W11, 2016-Q3, 199; a range as start/end'),
        start: day.describe('First day that the date covers'),
        end: day.describe('Last day that the date covers'),
        precision: z.enum(['time', 'day', 'week', 'month', 'quarter', 'season', 'year', 'decade', 'century', 'range']),
        basis: z
          .enum(['text', 'context', 'publication'])
          .describe('Whether the clause gives the date, the text around it, or only the publication date'),
        span: z.strictObject({ start: offset, end: offset }).nullable(),
      })
      .nullable(),
    place: z
      .strictObject({
        name: text,
        country: text.nullable(),
        start: offset,
        end: offset,
        latitude: z.number().min(-90).max(90).exactOptional(),
        longitude: z.number().min(-180).max(180).exactOptional(),
      })
      .nullable(),
    confidence: z.number().min(0).max(1),
    rule: text.describe('The lexicon entry that fired'),
  })
  .meta({ title: 'Annalist event record' })

/** The JSON Schema (draft 2020-12) of one line of NDJSON. */
export const eventJsonSchema = (): unknown => z.toJSONSchema(eventSchema, { target: 'draft-2020-12' })
