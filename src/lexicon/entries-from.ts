import type { z } from '../zod.ts'
import type { ActionEntry, ActorEntry, Condition, Conditions, PersonEntry, WordClass } from './lexicon.ts'
import { type actionSchema, type actorSchema, CONDITION_KEYS, type classSchema, type personSchema } from './schema.ts'
import { spellings } from './spelling.ts'

/** Kinds of actor that a condition may name. */
export const KINDS: ReadonlySet<string> = new Set([
  'state',
  'region',
  'organisation',
  'igo',
  'alliance',
  'group',
  'party',
  'community',
  'person',
  'people',
  'body',
  'place',
  'number',
  'several',
  'masses',
  'unclaimed',
  'unknown',
  'must',
  'should',
  'not',
  'wont',
  'to',
  'company',
  'media',
])

export const actorFrom = (value: z.output<typeof actorSchema>): ActorEntry => {
  const entity = value.entity ?? value.id
  const home = value.kind === 'region' ? entity : (value.home ?? null)
  return {
    id: value.id,
    kind: value.kind,
    name: value.name,
    names: value.names,
    demonyms: value.demonyms,
    people: value.people,
    capitals: value.capitals,
    seats: value.seats,
    bodies: value.bodies,
    descriptions: [...new Set(value.descriptions.flatMap(spellings))],
    members: value.members,
    entity,
    role: value.role ?? null,
    home,
    code: value.code ?? (home === null ? entity : `${home}${codedRole(value.role)}`),
    before: value.before ?? null,
    from: value.from,
    to: value.to,
  }
}

const codedRole = (role: string | undefined): string => (role === 'DIP' ? 'GOV' : (role ?? ''))

export const personFrom = (value: z.output<typeof personSchema>): PersonEntry => ({
  id: value.id,
  name: value.name,
  names: value.names,
  entity: value.entity,
  offices: value.offices,
  before: value.before ?? null,
  after: value.after ?? null,
  female: value.female ?? false,
})

/** Classes with the words and roles of those that they include. */
export const classesFrom = (values: readonly z.output<typeof classSchema>[]): readonly WordClass[] => {
  const byId = new Map(values.map((value) => [value.id, value]))
  const gather = (id: string, seen: ReadonlySet<string>): Pick<WordClass, 'words' | 'roles'> => {
    const value = byId.get(id)
    if (!value || seen.has(id)) return { words: [], roles: [] }
    const below = value.includes.map((other) => gather(other, new Set([...seen, id])))
    return { words: [...value.words, ...below.flatMap((b) => b.words)], roles: [...value.roles, ...below.flatMap((b) => b.roles)] }
  }
  return values.map(({ id }) => {
    const { words, roles } = gather(id, new Set())
    return { id, words: [...new Set(words)], roles: [...new Set(roles)] }
  })
}

/** An action with its conditions ready to test; what names no class is read as one, for the check to refuse. */
export const actionFrom = (value: z.output<typeof actionSchema>, classes: ReadonlySet<string>): ActionEntry => ({
  id: value.id,
  cameo: value.cameo,
  negated: value.negated ?? null,
  plover: value.plover ?? null,
  modes: value.modes,
  contexts: value.contexts,
  verbs: value.verbs,
  nouns: value.nouns,
  adjectives: value.adjectives,
  when: conditionsFrom(value, classes),
  except: conditionsFrom(value.except, classes),
  source: value.source ?? null,
  target: value.target ?? null,
  joint: value.joint,
  fallback: value.fallback,
})

type Given = Partial<Record<(typeof CONDITION_KEYS)[number], readonly string[] | undefined>>

const conditionsFrom = (given: Given, classes: ReadonlySet<string>): Conditions =>
  Object.fromEntries(
    CONDITION_KEYS.flatMap((slot) => {
      const alternatives = given[slot]
      return alternatives ? [[slot === 'out-of' ? 'out of' : slot, alternatives.map((text) => conditionFrom(text, classes))]] : []
    }),
  )

const conditionFrom = (text: string, classes: ReadonlySet<string>): Condition => {
  if (text.startsWith('=')) return { test: 'word', value: text.slice(1).toLowerCase() }
  if (text === 'actor' || text === 'any' || text === 'none' || text === 'clause') return { test: text }
  return KINDS.has(text) && !classes.has(text) ? { test: 'kind', value: text } : { test: 'class', value: text }
}
