import { z } from '../zod.ts'
import { expandBraces, hasWholeBraces } from './expand-braces.ts'

/** The shapes of the YAML files in lexicon/, as docs/lexicon.md gives them. Unknown keys are refused. */

const day = z
  .string('write a date in quotes: "1999", "1999-08" or "1999-08-09"')
  .regex(/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/, 'write a date as "1999", "1999-08" or "1999-08-09"')
  .refine((text) => text.length < 10 || new Date(`${text}T00:00:00Z`).toISOString().startsWith(text), {
    error: ({ input }) => `no calendar has ${input}: write a day that there is`,
  })
const dated = { from: day.optional(), to: day.optional() }
const text = z
  .string({ error: ({ input }) => (input === undefined ? 'is missing' : 'write it in quotes') })
  .min(1, 'an empty text matches nothing: delete it')
  .refine((t) => t.trim() === t, 'remove the space around it')
const textList = z.array(text).min(1, 'an empty list says nothing: delete the key')
const words = textList.optional().transform((list) => list ?? [])

/** CAMEO's role codes; DIP is ours and codes as GOV. */
export const ROLES = [
  'AGR', 'BUS', 'COP', 'CRM', 'CVL', 'DEV', 'DIP', 'EDU', 'ELI', 'ENV', 'GOV', 'HLH', 'HRI', 'IGO', 'IMG', 'INS', 'INT', 'JUD', 'LAB', 'LEG', 'MED', 'MIL',
  'MNC', 'MOD', 'NGM', 'NGO', 'OPP', 'PTY', 'RAD', 'REB', 'REF', 'REL', 'SEP', 'SET', 'SPY', 'UAF', 'UIS',
] as const // biome-ignore format: a list of codes

const roleCode = z.enum(ROLES, { error: `write one of CAMEO's role codes: ${ROLES.join(', ')}` })

const name = z.union([
  text.transform((t) => ({ text: t })),
  z.strictObject({
    text,
    ...dated,
    entity: z.string().optional(),
    role: roleCode.optional(),
    exact: z.literal(true, 'leave `exact` out where it isn’t true').optional(),
    near: textList.optional(),
  }),
])
const names = z
  .array(name)
  .optional()
  .transform((list) => list ?? [])
const kebab = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'write ids in lower case with hyphens, like "expel-diplomats"')
const entity = z.string().regex(/^[A-Z0-9][A-Z0-9_]*$/, 'write entities in capitals with underscores: "RUS", "NATO", "AL_QAEDA"')

/** Texts in which an actor must be found, and those in which it must not. */
const found = { examples: words, counterexamples: words }

export const actorSchema = z.strictObject({
  id: entity,
  kind: z.enum(['state', 'region', 'igo', 'alliance', 'group', 'party', 'community', 'ngo', 'company', 'media', 'movement', 'body']),
  name: text,
  names,
  demonyms: names,
  people: names,
  capitals: names,
  seats: names,
  bodies: names,
  descriptions: words,
  members: words,
  entity: entity.optional(),
  role: roleCode.optional(),
  home: entity.optional(),
  code: z
    .string()
    .regex(/^[A-Z0-9]+$/, 'write a CAMEO actor code: "RUS", "IGOWSTNAT"')
    .optional(),
  before: entity.optional(),
  ...dated,
  ...found,
})

export const personSchema = z.strictObject({
  id: kebab,
  kind: z.literal('person'),
  name: text,
  names,
  entity,
  offices: z.array(z.strictObject({ role: roleCode, title: text, entity: entity.optional(), ...dated })).default([]),
  before: roleCode.optional(),
  after: roleCode.optional(),
  female: z.literal(true, 'leave `female` out where it isn’t true').optional(),
  ...found,
})

const sides = z.union([z.string(), z.array(z.string()), z.null()]).optional()
/** `source`: the entity that the role's phrase stands for. */
const roleExample = z.strictObject({ text, source: sides })

const phrase = text.refine(
  hasWholeBraces,
  'write alternatives as "{rebel, militia} camp": two or more in each pair of braces, and no braces within braces',
)
const phrases = z.array(phrase).min(1, 'an empty list says nothing: delete the key')

export const roleSchema = z.strictObject({
  id: kebab,
  role: roleCode,
  words: phrases.transform((list) => list.flatMap(expandBraces)),
  kind: z.enum(['title', 'people', 'body']),
  not: words,
  examples: z.array(roleExample, 'give at least one example').min(1, 'give at least one example'),
  counterexamples: words,
})

export const notActorSchema = z.strictObject({ id: kebab, words: textList })
export const givenNamesSchema = z.strictObject({ gender: z.enum(['female', 'male', 'both']), names: textList })

/** Prepositions that name a slot; `out-of` is the one of two words. */
export const SLOTS = [
  'with', 'from', 'to', 'on', 'against', 'for', 'in', 'into', 'at', 'over', 'of', 'by', 'between', 'about', 'toward', 'as', 'off', 'upon', 'under', 'around',
  'through', 'out-of', 'before', 'behind', 'among',
] as const // biome-ignore format: a list of words
/** `governor`: the verb that an event noun is the object of. */
export const CONDITION_KEYS = ['object', 'subject', 'indirect', 'complement', 'modifier', 'governor', ...SLOTS] as const

const NO_WORD = 'write the word behind the mark: "=visit"'
const asked = text.refine((t) => !/^=(?:\s|$)/.test(t), NO_WORD)
const condition = z
  .union([asked.transform((t) => [t]), z.array(asked).min(1, 'an empty list says nothing: delete the key')], {
    error: ({ input }) =>
      typeof input === 'string' && input.startsWith('=')
        ? NO_WORD
        : 'write a class, "=word", a kind of actor, actor, any, none, or a list of these',
  })
  .optional()
const conditions = Object.fromEntries(CONDITION_KEYS.map((slot) => [slot, condition])) as Record<
  (typeof CONDITION_KEYS)[number],
  typeof condition
>

/** Where a side is taken from, and whom the clause below a verb is told of. */
const side = z.enum(['subject', 'object', 'indirect', 'complement', 'none', ...SLOTS])

const example = z.strictObject(
  {
    text,
    source: sides,
    target: sides,
    trigger: text.optional(),
    status: z.enum(['asserted', 'reported', 'future', 'hypothetical']).optional(),
    negated: z.boolean().optional(),
    cameo: z.string().optional(),
    published: day.optional(),
  },
  'write { text: "…", source: …, target: … }',
)

const code = z.string('quote CAMEO codes: "057"').regex(/^\d{2,4}$/, 'quote CAMEO codes, two to four digits: "057"')

export const actionSchema = z.strictObject({
  id: kebab,
  cameo: code,
  negated: code.optional(),
  plover: z.string().nullable().optional(),
  modes: words,
  contexts: words,
  verbs: words,
  nouns: words,
  adjectives: words,
  ...conditions,
  except: z.strictObject(conditions).default({} as never),
  source: side.optional(),
  target: side.optional(),
  joint: z.boolean().default(false),
  fallback: z.boolean().default(true),
  note: z.string().optional(),
  examples: z.array(example, 'give at least one example').min(1, 'give at least one example'),
  counterexamples: z.array(z.union([text, z.strictObject({ text, instead: z.string().optional() })])).default([]),
})

export const classSchema = z.strictObject({
  id: kebab,
  gloss: z.string().optional(),
  words,
  roles: z.array(roleCode).default([]),
  includes: words,
})

export const operatorSchema = z.strictObject({
  verbs: textList,
  inner: z.enum(['future', 'hypothetical', 'reported', 'asserted', 'negated']),
  control: side.default('subject'),
  note: z.string().optional(),
  examples: z
    .array(
      z.strictObject({ text, inner: text, status: z.string().optional(), negated: z.boolean().optional() }),
      'give at least one example',
    )
    .min(1, 'give at least one example'),
})
/** A verb used as another: `verb` gets every pattern, operator and class of `as`. An example must give an event by an action that lists `as`. */
export const synonymSchema = z.strictObject({
  verb: text,
  as: text,
  note: z.string().optional(),
  examples: z.array(example, 'give at least one example').min(1, 'give at least one example'),
  counterexamples: z.array(text).default([]),
})
export const nominalizationSchema = z.strictObject({ verb: text, nouns: textList })
export const topicSchema = z.strictObject({
  id: kebab,
  words: textList,
  examples: z.array(text, 'give at least one example').min(1, 'give at least one example'),
  counterexamples: z.array(text).default([]),
})
export const lightVerbSchema = z.strictObject({
  verb: text,
  lends: z.enum(['source', 'target'], { error: 'write source ("held talks") or target ("received a warning")' }).default('source'),
  note: z.string().optional(),
  examples: z.array(z.strictObject({ text }), 'give at least one example').min(1, 'give at least one example'),
})

/** What a user's lexicon takes out of those below it: an entry by its id, verb or code; words of operators or given names. */
export const retireSchema = z
  .strictObject({
    id: z.string().optional(),
    verb: z.string().optional(),
    code: z.string().optional(),
    verbs: textList.optional(),
    names: textList.optional(),
    note: z.string().optional(),
    retire: z.literal(true, 'write `retire: true`'),
  })
  .refine(
    ({ retire, note, ...keys }) => retire && Object.keys(keys).length === 1,
    'say what to retire: its id, or its verb, code, verbs or names',
  )

/** PLOVER 1.3's contexts in its order. */
export const CONTEXTS = [
  'military', 'intelligence', 'executive', 'legislative', 'election', 'political_institutions', 'pro_democracy', 'pro_autocracy',
  'economic', 'legal', 'reparations', 'human_rights', 'rights_freedoms', 'repression', 'human_security', 'gender', 'lgbt',
  'religion_ethnicity', 'inequality', 'diplomatic', 'territory', 'peacekeeping', 'health', 'asylum', 'migration', 'disasters',
  'natural_resource', 'environment', 'technology', 'terrorism', 'cbrn', 'cyber', 'misinformation', 'crime', 'corruption',
  'illegal_drugs', 'trafficking',
] as const // biome-ignore format: a list of names

export const contextSchema = z.strictObject({
  id: z.enum(CONTEXTS, { error: `write one of PLOVER's contexts: ${CONTEXTS.join(', ')}` }),
  words: textList,
  not: words,
  examples: z.array(text, 'give at least one example').min(1, 'give at least one example'),
  counterexamples: z.array(text).default([]),
})

export const codeSchema = z.strictObject({
  code: z.string().regex(/^\d{2,4}$/),
  name: z.string('write it in quotes').min(1, 'give the code a name'),
  goldstein: z.number(),
  quad: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]),
  plover: z.string().nullable(),
})

/** PLOVER's types with their modes, and its contexts: a second mapping in codebook.yaml. */
export const ploverSchema = z.strictObject({
  types: z.record(z.string(), z.strictObject({ quad: z.number(), recipient: z.boolean(), modes: z.array(z.string()) })),
  contexts: z.array(z.string()),
})

export const fileSchema = z.strictObject({ about: z.string(), plover: ploverSchema.optional(), entries: z.array(z.unknown()) })
