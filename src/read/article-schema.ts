import { z } from '../zod.ts'
import { checkPublished, PUBLISHED_HINT } from './check-published.ts'
import { noObject } from './json.ts'

// The fields of an article as JSON gives them, in article.json and one a line. Keys that we don't know are left alone: news archives carry many.
// Half a surrogate pair is no character: SQLite could not give it back.
const wellFormed = (value: string): string => value.replace(/\p{Surrogate}/gu, '\ufffd')
const words = z
  .string('must be a text in quotes')
  .nullish()
  .transform((value) => (value === undefined || value === null || value.trim() === '' ? null : wellFormed(value)))
const published = z
  .string('must be a text in quotes')
  .nullish()
  .transform((value, context) => {
    if (value === undefined || value === null || value.trim() === '') return null
    const checked = checkPublished(value)
    if (checked !== null) return checked
    context.addIssue({ code: 'custom', message: `"${value.slice(0, 40)}" is no date that annalist knows; ${PUBLISHED_HINT}` })
    return z.NEVER
  })
const id = z
  .union([z.string(), z.int().transform(String)], 'must be a text in quotes')
  .refine((value) => value.trim() !== '', 'is empty; give every article an id of its own')
  .refine((value) => value.length <= 1000, 'is longer than 1000 characters')
  .transform((value) => wellFormed(value))
const text = z
  .string({ error: ({ input }) => (input == null ? 'is missing; it holds the text of the article' : 'must be a text in quotes') })
  .refine((value) => value.trim() !== '', 'holds nothing but blanks')
  .transform((value) => wellFormed(value))

/** What stands beside a text: article.json. */
export const factsSchema = z.object(
  { id: id.nullish(), text: text.nullish(), published, title: words, url: words, kind: words },
  {
    error: ({ code, input }) => (code === 'invalid_type' ? noObject(input) : undefined),
  },
)

/** One article as a line of JSON. */
export const articleSchema = z.object({
  id: z
    .unknown()
    .refine((value) => value !== undefined && value !== null, 'is missing; give every article an id of its own')
    .pipe(id),
  text,
  published,
  title: words,
  url: words,
  kind: words,
})

export type Facts = z.output<typeof factsSchema>
