import { z } from 'zod'

/** The shapes of the YAML files in lexicon/, as docs/lexicon.md gives them. Unknown keys are refused. */

const day = z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, 'write a date as "1999", "1999-08" or "1999-08-09", in quotes')
const dated = { from: day.optional(), to: day.optional() }
const name = z.union([
  z.string().transform((text) => ({ text })),
  z.strictObject({ text: z.string(), ...dated, entity: z.string().optional(), role: z.string().optional(), exact: z.boolean().optional() }),
])
const names = z.array(name).default([])
const words = z.array(z.string()).default([])
const kebab = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'write ids in lower case with hyphens')

export const actorSchema = z.strictObject({
  id: z.string(),
  kind: z.enum(['state', 'region', 'igo', 'alliance', 'group', 'party', 'community', 'ngo', 'company', 'media', 'movement', 'body']),
  name: z.string(),
  names,
  demonyms: names,
  people: names,
  capitals: names,
  seats: names,
  bodies: names,
  descriptions: words,
  members: words,
  entity: z.string().optional(),
  role: z.string().optional(),
  home: z.string().optional(),
  code: z.string().optional(),
  ...dated,
})

export const personSchema = z.strictObject({
  id: kebab,
  kind: z.literal('person'),
  name: z.string(),
  names,
  entity: z.string(),
  offices: z.array(z.strictObject({ role: z.string(), title: z.string(), entity: z.string().optional(), ...dated })).default([]),
  before: z.string().optional(),
  after: z.string().optional(),
  female: z.boolean().optional(),
})

export const roleSchema = z.strictObject({
  id: kebab,
  role: z.string().regex(/^[A-Z]{3}$/),
  words: z.array(z.string()).min(1),
  kind: z.enum(['title', 'people', 'body']),
  examples: z.array(z.unknown()).default([]),
})

export const SLOTS = ['with', 'from', 'to', 'on', 'against', 'for', 'in', 'into', 'at', 'over', 'of', 'by', 'between', 'about', 'toward', 'as', 'off', 'upon', 'under', 'around', 'through', 'out-of', 'before', 'behind', 'among'] as const
const condition = z.union([z.string(), z.array(z.string())]).transform((value) => (typeof value === 'string' ? [value] : value))
const conditions = { object: condition.optional(), subject: condition.optional(), indirect: condition.optional(), complement: condition.optional(), modifier: condition.optional(), ...Object.fromEntries(SLOTS.map((slot) => [slot, condition.optional()])) } as Record<string, z.ZodOptional<typeof condition>>

const sides = z.union([z.string(), z.array(z.string()), z.null()]).optional()
const example = z.strictObject({ text: z.string(), source: sides, target: sides, trigger: z.string().optional(), status: z.string().optional(), negated: z.boolean().optional(), cameo: z.string().optional(), published: z.string().optional() })

export const actionSchema = z.strictObject({
  id: kebab,
  cameo: z.string().regex(/^\d{2,4}$/, 'quote CAMEO codes: "057"'),
  plover: z.string().nullable().optional(),
  modes: words,
  contexts: words,
  verbs: words,
  nouns: words,
  adjectives: words,
  ...conditions,
  except: z.strictObject(conditions).default({}),
  source: z.string().optional(),
  target: z.string().optional(),
  joint: z.boolean().default(false),
  note: z.string().optional(),
  examples: z.array(example).min(1, 'give at least one example'),
  counterexamples: z.array(z.union([z.string(), z.strictObject({ text: z.string(), instead: z.string().optional() })])).default([]),
})

export const classSchema = z.strictObject({ id: kebab, gloss: z.string().optional(), words: words, roles: words, includes: words })
export const operatorSchema = z.strictObject({
  verbs: z.array(z.string()).min(1),
  inner: z.enum(['future', 'hypothetical', 'reported', 'asserted', 'negated']),
  control: z.string().default('subject'),
  note: z.string().optional(),
  examples: z.array(z.unknown()).default([]),
})
export const nominalizationSchema = z.strictObject({ verb: z.string(), nouns: z.array(z.string()).min(1) })
export const lightVerbSchema = z.union([z.string(), z.strictObject({ verb: z.string(), examples: z.array(z.unknown()).default([]) })])

export const fileSchema = z.strictObject({ about: z.string().optional(), entries: z.array(z.unknown()) })
