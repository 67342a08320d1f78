import { normalize } from 'node:path'
import { CONDITION_HINT, readCondition } from '../diff/condition.ts'
import { isReversed } from '../export/filter.ts'
import { checkPublished } from '../read/check-published.ts'
import { FORMAT_NAMES } from '../read/formats.ts'
import { z } from '../zod.ts'
import { COLUMN_LAYOUTS, COUNTRIES, EXPORT_FORMATS, LEVELS, PARTIES, ROOTS } from './choices.ts'
import { isDay } from './is-day.ts'

// annalist.config.json at the border; docs/config.schema.json is made from it.

const path = z.string().min(1)
const paths = z.union([path.transform((one) => [one]), z.array(path).min(1)], { error: 'write a path, or a list of paths' })
const day = z
  .string()
  .regex(/^-?\d{4,6}-\d\d-\d\d$/, 'write a day: 2023-04-05')
  .refine(isDay, 'there is no such day')
/** YAML reads 19 and 05 as numbers, which have lost how they were written. */
const names = z.union(
  [
    z
      .string()
      .min(1)
      .transform((one) => [one]),
    z.array(z.string().min(1)).min(1),
  ],
  {
    error: ({ input }) =>
      [input].flat().some((one) => typeof one === 'number')
        ? 'a code is a text: write it in quotes, "05"'
        : 'write a name, or a list of names',
  },
)
const shaped = ({ shape, hint }: { readonly shape: RegExp; readonly hint: string }) =>
  names.refine((list) => list.every((name) => shape.test(name)), hint)
const count = z.int().nonnegative()
const counts = z.strictObject({
  articles: count.exactOptional(),
  sentences: count.exactOptional(),
  events: count.exactOptional(),
  rejections: count.exactOptional(),
  quarantined: count.exactOptional(),
})
const share = z.number().min(0).max(1)
const floor = z.strictObject({ precision: share.exactOptional(), recall: share.exactOptional(), f1: share.exactOptional() })

const filters = {
  from: day.exactOptional().describe('Events whose date ends on this day or later'),
  to: day.exactOptional().describe('Events whose date begins on this day or earlier'),
  source: shaped(PARTIES).exactOptional().describe('Entities or CAMEO actor codes, any of which is a source'),
  target: shaped(PARTIES).exactOptional().describe('Entities or CAMEO actor codes, any of which is a target'),
  root: shaped(ROOTS).exactOptional().describe('CAMEO roots'),
  country: shaped(COUNTRIES).exactOptional().describe('Countries of the place, as ISO 3166 alpha-3 codes'),
  minConfidence: share.exactOptional(),
  status: z.array(z.enum(['asserted', 'reported', 'future', 'hypothetical'])).exactOptional(),
}

const exported = z
  .strictObject({
    output: path.describe('File to write; a name in .gz is compressed, .svg is a picture of the timeline'),
    format: z.enum(EXPORT_FORMATS),
    columns: z.enum(COLUMN_LAYOUTS).exactOptional().describe('Layout of CSV'),
    ...filters,
  })
  .refine(({ format, columns }) => columns === undefined || format === 'csv', {
    path: ['columns'],
    error: 'are those of CSV: write format: csv',
  })
  .refine((one) => !isReversed(one), { path: ['from'], error: 'is after `to`: no event could pass' })
const exports = z.array(exported).superRefine((all, context) => {
  for (const [i, { output }] of all.entries())
    if (all.findIndex((one) => normalize(one.output) === normalize(output)) < i)
      context.addIssue({
        code: 'custom',
        path: [i, 'output'],
        message: `${output} is written by another export, too: give each a file of its own`,
      })
})

/** What a repository of articles says of itself once, so that CI needs one command. Paths are relative to the file. */
export const configSchema = z
  .strictObject({
    $schema: z.string().exactOptional(),
    title: z.string().min(1).exactOptional().describe('What the collection is called, in datapackage.json'),
    licence: z.string().min(1).exactOptional().describe('Licence of the events, as SPDX names it: CC-BY-4.0'),
    corpus: paths.exactOptional().describe('Files and folders of articles'),
    read: z
      .strictObject({
        format: z.enum(FORMAT_NAMES).exactOptional().describe('Read everything in this format, whatever its name'),
        columns: z.partialRecord(z.enum(['id', 'text', 'published', 'title', 'url', 'kind']), z.string().min(1)).exactOptional(),
        published: z
          .string()
          .min(1)
          .refine((day) => checkPublished(day) !== null, 'write an ISO 8601 date such as 2023-04-05')
          .exactOptional()
          .describe('Publication date of articles that give none'),
      })
      .exactOptional(),
    lexicon: paths.exactOptional().describe('Directories of a lexicon of your own, laid over the one that comes with annalist'),
    db: path.exactOptional().describe('The database; default events.db'),
    exports: exports.exactOptional().describe('What `annalist export --all` writes'),
    check: z
      .strictObject({
        least: counts.exactOptional().describe('The database holds at least so many'),
        most: counts.exactOptional().describe('The database holds at most so many'),
      })
      .exactOptional(),
    score: z
      .strictObject({
        gold: paths.describe('Files of gold events, or folders with a gold.jsonl in each article'),
        aliases: path.exactOptional().describe('JSON object from other names of an entity to the one the gold uses'),
        floors: z.partialRecord(z.enum(LEVELS), floor).exactOptional().describe('Scores beneath which `check` and `score` fail'),
      })
      .exactOptional(),
    diff: z
      .strictObject({
        failOn: z
          .array(
            z
              .string()
              .min(1)
              .refine((text) => readCondition(text) !== null, CONDITION_HINT),
          )
          .exactOptional()
          .describe('Conditions as in --fail-on: removed>10'),
        articleLink: z.string().min(1).exactOptional().describe('Address of an article, with {id} in it'),
        entryLink: z.string().min(1).exactOptional().describe('Address of a lexicon entry, with {file}, {line} or {id} in it'),
      })
      .exactOptional(),
  })
  .meta({ title: 'annalist.config.json' })

export type Config = z.output<typeof configSchema>

/** The JSON Schema (draft 2020-12) of annalist.config.json. */
export const configJsonSchema = (): unknown => z.toJSONSchema(configSchema, { target: 'draft-2020-12', io: 'input' })
