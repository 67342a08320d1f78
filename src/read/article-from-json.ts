import type { articleSchema } from './article-schema.ts'
import { faultOf } from './json.ts'
import { looseDate } from './loose-date.ts'
import type { Columns } from './reader.ts'
import type { Place, Reading } from './reading.ts'
import { FIELDS, type Field, usualness } from './usual-names.ts'

export type Keyed = Readonly<Record<string, unknown>>

export type HowToRead = {
  readonly schema: typeof articleSchema
  readonly columns: Columns
  readonly published: string | null
  /** What an article is called that has neither an id nor an address; null where it must have one. */
  readonly id: string | null
  readonly hint: string
}

/** The article that an object of JSON holds: under the fields' own names, those that `--columns` gives, or else usual ones ("body", "publishedAt"). */
export const articleFromJson = (value: Keyed, place: Place, { schema, columns, published, id, hint }: HowToRead): Reading => {
  const fields = fieldsOf(value, columns)
  const told = { ...fields, id: fields.id ?? fields.url ?? id }
  const result = schema.safeParse(told)
  if (result.success) return { article: { ...result.data, published: result.data.published ?? published }, place }
  const isMissing = told[result.error.issues[0]?.path[0] as Field] == null
  return faultOf(place, result.error, isMissing ? `${hint}; ${toName(value)}` : hint)
}

/** Whether an object of JSON holds a text, and so is an article. */
export const holdsText = (value: Keyed, columns: Columns): boolean => typeof fieldOf(value, 'text', columns) === 'string'

const toName = (value: Keyed): string =>
  `if other keys hold it: --columns id=KEY,text=BODY (there are ${Object.keys(value).slice(0, 20).join(', ')})`

/** What a key holds, or one within others ("fields.bodyText"); undefined where there is none. */
export const heldBy = (value: Keyed, key: string): unknown => {
  if (Object.hasOwn(value, key)) return value[key]
  const dot = key.indexOf('.')
  const inner = dot < 0 ? null : value[key.slice(0, dot)]
  return isObject(inner) ? heldBy(inner, key.slice(dot + 1)) : undefined
}

export const isObject = (value: unknown): value is Keyed => typeof value === 'object' && value !== null && !Array.isArray(value)

const fieldsOf = (value: Keyed, columns: Columns): Partial<Record<Field, unknown>> =>
  Object.fromEntries(FIELDS.map((field) => [field, fieldOf(value, field, columns)]))

/** An article's field by whatever key holds it. A date under a name that is only usual is taken where it can be read; where the text is under such a name, too, it must be. */
const fieldOf = (value: Keyed, field: Field, columns: Columns): unknown => {
  const asked = columns[field] === undefined ? undefined : heldBy(value, columns[field].trim())
  if (asked !== undefined) return field === 'published' && typeof asked === 'string' ? (looseDate(asked) ?? asked) : asked
  if (value[field] != null) return value[field]
  const usual = usuallyHeld(value, field)
  if (field !== 'published') return usual
  const hasOwnText = value.text != null || columns.text !== undefined
  return (typeof usual === 'string' ? looseDate(usual) : null) ?? (hasOwnText ? undefined : usual)
}

/** What the most usual of an object's keys for a field holds, where it is a text; an id, and what is told to be no date, may be a number, too. */
const usuallyHeld = (value: Keyed, field: Field): unknown => {
  const fits = field === 'id' || field === 'published' ? /^(string|number)$/ : /^string$/
  const rank = (key: string): number => (fits.test(typeof value[key]) ? usualness(field, key) : -1)
  const [best] = Object.keys(value)
    .filter((key) => rank(key) >= 0)
    .toSorted((a, b) => rank(a) - rank(b))
  return best === undefined ? undefined : value[best]
}
