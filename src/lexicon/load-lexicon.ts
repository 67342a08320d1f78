// biome-ignore lint/style/noRestrictedImports: reading YAML is for Node; the extraction takes what was compiled from it.
import { createHash } from 'node:crypto'
import type { z } from '../zod.ts'
import { checkActions } from './check-actions.ts'
import { checkActors } from './check-actors.ts'
import { checkRoles } from './check-roles.ts'
import { actionFrom, actorFrom, classesFrom, personFrom } from './entries-from.ts'
import { layerWords } from './layer-words.ts'
import type { LexiconData } from './lexicon.ts'
import { LexiconError } from './lexicon-error.ts'
import { entryReader, type Read } from './read-entries.ts'
import { type Files, type Raw, readFiles, type Source } from './read-files.ts'
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
  synonymSchema,
  topicSchema,
} from './schema.ts'
import { spreadSynonyms } from './spread-synonyms.ts'

/**
 * Reads, checks and joins lexicon directories: an entry of a later one replaces the entry of an earlier one with the same id, and `{ id, retire: true }`
 * takes it out. Throws `LexiconError` with every fault found: file, line, key and what to write instead.
 */
export const loadLexicon = (...dirs: readonly (Source | Files)[]): LexiconData => {
  const { data, problems } = readLexicon(...dirs)
  if (problems.length > 0) throw new LexiconError(problems)
  return data
}

/** The entries that carry examples or are asked for by where they stand, as they were read. */
export type Entries = {
  readonly actions: readonly Read<z.output<typeof actionSchema>>[]
  readonly actors: readonly Read<z.output<typeof actorSchema>>[]
  readonly people: readonly Read<z.output<typeof personSchema>>[]
  readonly roles: readonly Read<z.output<typeof roleSchema>>[]
  readonly classes: readonly Read<z.output<typeof classSchema>>[]
  readonly operators: readonly Read<z.output<typeof operatorSchema>>[]
  readonly contexts: readonly Read<z.output<typeof contextSchema>>[]
  readonly synonyms: readonly Read<z.output<typeof synonymSchema>>[]
}

/** What of lexicon directories can be read, and what is wrong with the rest. */
export const readLexicon = (
  ...sources: readonly (Source | Files)[]
): { readonly data: LexiconData; readonly entries: Entries; readonly problems: readonly string[] } => {
  const problems: string[] = []
  const layers = sources.map((source, layer) => (isRead(source) ? source : readFiles(source, layer, problems)))
  const raws = layers.flatMap((l) => l.raws)
  problems.push(...strayFiles(raws))
  const read = entryReader(raws, problems)
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
  const contexts = read('contexts.yaml', contextSchema, (v) => v.id)
  const synonyms = read('synonyms.yaml', synonymSchema, (v) => v.verb)
  const operators = layerWords(
    read('operators.yaml', operatorSchema, null),
    raws.filter((raw) => raw.file === 'operators.yaml'),
    (v) => v.verbs,
    (v, verbs) => ({ ...v, verbs: [...verbs] }),
    problems,
  )
  const givenNames = layerWords(
    read('given-names.yaml', givenNamesSchema, null),
    raws.filter((raw) => raw.file === 'given-names.yaml'),
    (v) => v.names,
    (v, names) => ({ ...v, names: [...names] }),
    problems,
  )
  const values = <T>(entries: readonly Read<T>[]): readonly T[] => entries.map((e) => e.value)
  const classIds = new Set(values(classes).map((c) => c.id))

  const listed: LexiconData = {
    hash: createHash('sha256')
      .update(JSON.stringify(raws.map((r) => r.value)))
      .digest('hex')
      .slice(0, 16),
    codebook: values(codebook),
    actors: values(actors).map(actorFrom),
    people: values(people).map(personFrom),
    roles: values(roles).map(({ id, role, words, kind, not }) => ({ id, role, words, kind, not })),
    notActors: notActors.flatMap((e) => e.value.words),
    givenNames: values(givenNames),
    actions: values(actions).map((value) => actionFrom(value, classIds)),
    classes: classesFrom(values(classes)),
    operators: values(operators).map(({ verbs, inner, control }) => ({ verbs, inner, control })),
    lightVerbs: values(read('light-verbs.yaml', lightVerbSchema, (v) => v.verb)).map(({ verb, lends }) => ({ verb, lends })),
    topics: values(read('topics.yaml', topicSchema, (v) => v.id)).map(({ id, words }) => ({ id, words })),
    contexts: values(contexts).map(({ id, words, not }) => ({ id, words, not })),
    nominalizations: values(read('nominalizations.yaml', nominalizationSchema, (v) => v.verb)),
  }
  const data = spreadSynonyms(listed, synonyms, layers.length - 1, problems)
  const plover = layers.find((l) => l.plover !== null)?.plover ?? null
  problems.push(
    ...checkActions(data, actions, classes, plover),
    ...checkActors(data, actors, people, roles),
    ...checkRoles(data, roles, notActors),
  )
  return { data, entries: { actions, actors, people, roles, classes, operators, contexts, synonyms }, problems }
}

const isRead = (source: Source | Files): source is Files => typeof source === 'object' && 'raws' in source

const FILES =
  /^(?:(?:actions|actors|classes)\/[^/]+\.ya?ml|(?:codebook|contexts|given-names|light-verbs|nominalizations|operators|synonyms|topics)\.yaml)$/

/** Files that nobody would read, mostly for a slip in their name. */
const strayFiles = (raws: readonly Raw[]): readonly string[] =>
  [
    ...new Map(
      raws.filter(({ file, layer }) => !FILES.test(file) && !(layer === 0 && file === 'places.yaml')).map((r) => [r.path, r]),
    ).values(),
  ].map(({ path, file }) =>
    file === 'places.yaml'
      ? `${path}:1: places come with annalist and can't be added to; take the file out`
      : `${path}:1: a lexicon has no such file; write actions/NAME.yaml, actors/NAME.yaml, classes/NAME.yaml, contexts.yaml, given-names.yaml, light-verbs.yaml, nominalizations.yaml, operators.yaml, synonyms.yaml, topics.yaml or codebook.yaml`,
  )

/** People are called in small letters with hyphens, other actors in capitals: so an entry that retires one is told apart too, and one that forgot its kind by its offices. */
const isPerson = (value: unknown): boolean =>
  typeof value === 'object' &&
  value !== null &&
  (('kind' in value ? value.kind === 'person' : 'offices' in value) ||
    ('retire' in value && 'id' in value && /^[a-z]/.test(String(value.id))))
