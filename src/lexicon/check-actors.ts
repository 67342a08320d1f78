import type { z } from '../zod.ts'
import { foldName } from './fold.ts'
import type { Dated, LexiconData, Name } from './lexicon.ts'
import type { Read } from './read-entries.ts'
import type { Raw } from './read-files.ts'
import type { actorSchema, personSchema, roleSchema } from './schema.ts'

type Actor = Read<z.output<typeof actorSchema>>
type Person = Read<z.output<typeof personSchema>>
type Role = Read<z.output<typeof roleSchema>>

const KINDS_OF_NAMES = ['names', 'demonyms', 'people', 'capitals', 'seats', 'bodies'] as const

/** What a schema can't see of actors: entities that don't exist, offices that overlap, one name for two, words of two roles. */
export const checkActors = (
  data: LexiconData,
  actors: readonly Actor[],
  people: readonly Person[],
  roles: readonly Role[],
): readonly string[] => {
  const entities = new Set(data.actors.flatMap((a) => [a.id, a.entity]))
  return [
    ...actors.flatMap((actor) => checkEntities(actor, entities)),
    ...people.flatMap((person) => [...checkOffices(person), ...checkPerson(person, entities)]),
    ...actors.flatMap(checkDates),
    ...[...actors, ...people].flatMap(checkNameDates),
    ...checkNames(
      actors.flatMap(({ raw, value }) =>
        [{ text: value.name }, ...value.names].map((name) => ({ raw, id: value.id, name: { ...dates(value), ...name } })),
      ),
    ),
    ...checkNames(people.flatMap(({ raw, value }) => [{ text: value.name }, ...value.names].map((name) => ({ raw, id: value.id, name })))),
    ...checkNames(
      roles.flatMap(({ raw, value }) => value.words.map((text) => ({ raw, id: value.id, name: { text: text.toLowerCase() } }))),
    ),
  ]
}

const dates = ({ from, to }: Dated): Dated => ({ ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) })

const noEntity = (at: string, key: string, entity: string): string =>
  `${at}${key}: there is no entity "${entity}"; take the id of a state or organisation of lexicon/en/actors, or add one`

const checkEntities = ({ raw, value }: Actor, entities: ReadonlySet<string>): readonly string[] => {
  const at = (key: string): string => `${raw.path}:${raw.lineOf([key])}: ${value.id}: `
  const asked: readonly (readonly [string, string | undefined])[] = [
    ['entity', value.entity],
    ['home', value.home],
    ['before', value.before],
    ...value.members.map((m) => ['members', m] as const),
    ...KINDS_OF_NAMES.flatMap((key) => value[key].map((n) => [key, 'entity' in n ? n.entity : undefined] as const)),
  ]
  return asked.flatMap(([key, entity]) => (entity !== undefined && !entities.has(entity) ? [noEntity(at(key), key, entity)] : []))
}

const checkPerson = ({ raw, value }: Person, entities: ReadonlySet<string>): readonly string[] =>
  [value.entity, ...value.offices.flatMap((o) => o.entity ?? [])].flatMap((entity) =>
    entities.has(entity) ? [] : [noEntity(`${raw.path}:${raw.lineOf(['entity'])}: ${value.id}: `, 'entity', entity)],
  )

/** A person may hold two offices at once, but not of one role in one place: then which is meant can't be told. */
const checkOffices = ({ raw, value }: Person): readonly string[] =>
  value.offices.flatMap((office, i) => {
    const next = value.offices[i + 1]
    const at = `${raw.path}:${raw.lineOf(['offices', i])}: ${value.id}: offices: `
    if (endsTooEarly(office)) return [`${at}${office.title} ${told(office)}`]
    if (!next) return []
    if (!next.from) return [`${at}${next.title} follows another office: say from when`]
    if (!office.to || next.from < office.to.slice(0, next.from.length))
      return [`${at}${office.title} (to ${office.to ?? 'now'}) overlaps ${next.title} (from ${next.from}); end one before the other begins`]
    return []
  })

const checkDates = ({ raw, value }: Actor): readonly string[] => [
  ...(value.before !== undefined && value.from === undefined
    ? [`${raw.path}:${raw.lineOf(['before'])}: ${value.id}: before: say from when it is an entity of its own ("from")`]
    : []),
  ...(endsTooEarly(value) ? [`${raw.path}:${raw.lineOf(['to'])}: ${value.id}: to: ${value.name} ${told(value)}`] : []),
]

/** Names that nobody ever had, as they end before they begin. */
const checkNameDates = ({ raw, value }: Actor | Person): readonly string[] => {
  const named = 'seats' in value ? KINDS_OF_NAMES.map((key) => [key, value[key]] as const) : [['names', value.names] as const]
  return named.flatMap(([key, names]) =>
    names.flatMap((name: Name, i) =>
      endsTooEarly(name) ? [`${raw.path}:${raw.lineOf([key, i])}: ${value.id}: ${key}: ${name.text} ${told(name)}`] : [],
    ),
  )
}

const endsTooEarly = ({ from, to }: Dated): boolean =>
  from !== undefined && to !== undefined && to.slice(0, from.length) < from.slice(0, to.length)

const told = ({ from, to }: Dated): string => `ends (${to}) before it begins (${from})`

type Named = { readonly raw: Raw; readonly id: string; readonly name: Name }

/** One name for two entries at one time, with no words near it that tell them apart. */
const checkNames = (named: readonly Named[]): readonly string[] => {
  const byKey = new Map<string, Named[]>()
  const problems: string[] = []
  for (const one of named) {
    if (one.name.near) continue
    const key = foldName(one.name.text)
    const before = byKey.get(key) ?? []
    const other = before.find((o) => o.id !== one.id && overlap(o.name, one.name))
    if (other)
      problems.push(
        `${one.raw.path}:${one.raw.line}: ${one.id}: "${one.name.text}" is also a name of ${other.id} (${other.raw.path}:${other.raw.line}); date the two ("from", "to"), say beside which words it holds ("near"), or take it from one`,
      )
    byKey.set(key, [...before, one])
  }
  return problems
}

const overlap = (a: Dated, b: Dated): boolean =>
  (a.to === undefined || b.from === undefined || b.from < a.to) && (b.to === undefined || a.from === undefined || a.from < b.to)
