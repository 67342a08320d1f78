// biome-ignore lint/style/noRestrictedImports: reading YAML is for Node; the extraction takes what was compiled from it.
import { createHash } from 'node:crypto'
import type { z } from 'zod'
import { checkActions } from './check-actions.ts'
import { checkActors } from './check-actors.ts'
import { checkRoles } from './check-roles.ts'
import { actionFrom, actorFrom, classesFrom, personFrom } from './entries-from.ts'
import type { LexiconData } from './lexicon.ts'
import { LexiconError } from './lexicon-error.ts'
import { type Raw, readFiles } from './read-files.ts'
import {
  actionSchema,
  actorSchema,
  classSchema,
  codeSchema,
  contextSchema,
  givenNamesSchema,
  lightVerbSchema,
  nominalizationSchema,
  notActorSchema,
  operatorSchema,
  personSchema,
  roleSchema,
  topicSchema,
} from './schema.ts'

/** An entry that has passed its schema, with where it stands. */
export type Read<T> = { readonly raw: Raw; readonly value: T }

/**
 * Reads, checks and joins lexicon directories: an entry of a later one replaces the entry of an earlier one with the same id, and `{ id, retire: true }`
 * takes it out. Throws `LexiconError` with every fault found: file, line, key and what to write instead.
 */
export const loadLexicon = (...dirs: readonly string[]): LexiconData => {
  const { data, problems } = readLexicon(...dirs)
  if (problems.length > 0) throw new LexiconError(problems)
  return data
}

/** What of lexicon directories can be read, and what is wrong with the rest. */
export const readLexicon = (...dirs: readonly string[]): { readonly data: LexiconData; readonly problems: readonly string[] } => {
  const problems: string[] = []
  const layers = dirs.map((dir, layer) => readFiles(dir, layer, problems))
  const raws = layers.flatMap((l) => l.raws)
  const read = reader(raws, problems)
  const inActors = (raw: Raw): boolean => raw.file.startsWith('actors/') && !/^actors\/(?:roles|not-actors)\.yaml$/.test(raw.file)

  const codebook = read('codebook.yaml', codeSchema, (v) => v.code)
  const classes = read('classes/', classSchema, (v) => v.id)
  const actions = read('actions/', actionSchema, (v) => v.id)
  const actors = read(
    (raw) => inActors(raw) && !isPerson(raw.value),
    actorSchema,
    (v) => v.id,
  )
  const people = read(
    (raw) => inActors(raw) && isPerson(raw.value),
    personSchema,
    (v) => v.id,
  )
  const roles = read('actors/roles.yaml', roleSchema, (v) => v.id)
  const notActors = read('actors/not-actors.yaml', notActorSchema, (v) => v.id)
  const values = <T>(entries: readonly Read<T>[]): readonly T[] => entries.map((e) => e.value)

  const data: LexiconData = {
    hash: createHash('sha256')
      .update(JSON.stringify(raws.map((r) => r.value)))
      .digest('hex')
      .slice(0, 16),
    codebook: values(codebook),
    actors: values(actors).map(actorFrom),
    people: values(people).map(personFrom),
    roles: values(roles).map(({ id, role, words, kind, not }) => ({ id, role, words, kind, not })),
    notActors: notActors.flatMap((e) => e.value.words),
    givenNames: values(read('given-names.yaml', givenNamesSchema, (v) => v.gender)),
    actions: values(actions).map((value) => actionFrom(value, new Set(values(classes).map((c) => c.id)))),
    classes: classesFrom(values(classes)),
    operators: values(read('operators.yaml', operatorSchema, null)).map(({ verbs, inner, control }) => ({ verbs, inner, control })),
    lightVerbs: values(read('light-verbs.yaml', lightVerbSchema, (v) => v.verb)).map(({ verb, lends }) => ({ verb, lends })),
    topics: values(read('topics.yaml', topicSchema, (v) => v.id)).map(({ id, words }) => ({ id, words })),
    contexts: values(read('contexts.yaml', contextSchema, (v) => v.id)).map(({ id, words, not }) => ({ id, words, not })),
    nominalizations: values(read('nominalizations.yaml', nominalizationSchema, (v) => v.verb)),
  }
  const plover = layers.find((l) => l.plover !== null)?.plover ?? null
  problems.push(
    ...checkActions(data, actions, classes, plover),
    ...checkActors(data, actors, people, roles),
    ...checkRoles(data, roles, notActors),
  )
  return { data, problems }
}

const isPerson = (value: unknown): boolean => typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'person'

/** Reads the entries of some files by a schema; `keyOf` says under which key an entry stands only once (null: any number of times). */
const reader =
  (raws: readonly Raw[], problems: string[]) =>
  <S extends z.ZodType>(
    which: string | ((raw: Raw) => boolean),
    schema: S,
    keyOf: ((value: z.output<S>) => string) | null,
  ): readonly Read<z.output<S>>[] => {
    const picked = raws.filter((raw) =>
      typeof which === 'string' ? raw.file === which || (which.endsWith('/') && raw.file.startsWith(which)) : which(raw),
    )
    const byKey = new Map<string, Read<z.output<S>>>()
    for (const [i, raw] of picked.entries()) {
      const retired = retiredId(raw)
      if (retired !== null) {
        if (!byKey.delete(retired))
          problems.push(`${raw.file}:${raw.line}: retire: there is no entry "${retired}" below this lexicon to retire`)
        continue
      }
      const result = schema.safeParse(raw.value)
      if (!result.success) {
        for (const issue of result.error.issues) problems.push(explain(raw, issue))
        continue
      }
      const key = keyOf === null ? String(i) : keyOf(result.data)
      const before = byKey.get(key)
      if (before && before.raw.layer === raw.layer)
        problems.push(
          `${raw.file}:${raw.line}: "${key}" is already defined at ${before.raw.file}:${before.raw.line}; join the two or give this one another id`,
        )
      else byKey.set(key, { raw, value: result.data })
    }
    return [...byKey.values()]
  }

const retiredId = (raw: Raw): string | null => {
  const { value } = raw
  if (raw.layer === 0 || typeof value !== 'object' || value === null || !('retire' in value) || value.retire !== true) return null
  return 'id' in value ? String(value.id) : ''
}

const explain = (raw: Raw, issue: z.core.$ZodIssue): string => {
  const name = nameOf(raw.value)
  const unknown = issue.code === 'unrecognized_keys' ? issue.keys : []
  const path = [...issue.path, ...unknown.slice(0, 1)]
  const key = issue.path.join('.')
  const message =
    unknown.length > 0
      ? `there is no key ${unknown.map((k) => `"${k}"`).join(', ')} here; docs/lexicon.md lists the keys`
      : issue.code === 'invalid_union'
        ? (issue.errors.flat().find((e) => e.code === 'unrecognized_keys' || e.path.length > 0)?.message ?? issue.message)
        : issue.message
  return `${raw.file}:${raw.lineOf(path)}: ${name}${key === '' ? '' : `${key}: `}${message}`
}

const nameOf = (value: unknown): string => {
  if (typeof value !== 'object' || value === null) return ''
  const id = 'id' in value ? value.id : 'verb' in value ? value.verb : 'code' in value ? value.code : undefined
  return id === undefined ? '' : `${String(id)}: `
}
