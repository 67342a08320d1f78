import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, dirname, join, relative } from 'node:path'
import { LineCounter, parseDocument } from 'yaml'
import type { z } from 'zod'
import type { ActionEntry, ActorEntry, Code, Condition, Conditions, LexiconData, Name, PersonEntry, RoleEntry, WordClass } from './lexicon.ts'
import { actionSchema, actorSchema, classSchema, fileSchema, lightVerbSchema, nominalizationSchema, operatorSchema, personSchema, roleSchema, SLOTS } from './schema.ts'

/** A lexicon that can't be loaded: `problems` says of each fault file, line, key and what to write instead. */
export class LexiconError extends Error {
  readonly problems: readonly string[]
  constructor(problems: readonly string[]) {
    super(`the lexicon has ${problems.length} fault${problems.length === 1 ? '' : 's'}:\n${problems.join('\n')}`)
    this.name = 'LexiconError'
    this.problems = problems
  }
}

type Raw = { readonly file: string; readonly line: number; readonly value: unknown }

const filesIn = (dir: string): readonly string[] =>
  readdirSync(dir)
    .sort()
    .flatMap((name) => {
      const path = join(dir, name)
      return statSync(path).isDirectory() ? filesIn(path) : /\.ya?ml$/.test(name) ? [path] : []
    })

/** The raw entries of one YAML file with their lines. */
const readEntries = (root: string, path: string, problems: string[]): readonly Raw[] => {
  const file = relative(root, path)
  const lines = new LineCounter()
  const document = parseDocument(readFileSync(path, 'utf8'), { lineCounter: lines })
  for (const fault of document.errors) problems.push(`${file}:${fault.linePos?.[0].line ?? 1}: ${fault.message.split('\n')[0]}`)
  if (document.errors.length > 0) return []
  const parsed = fileSchema.safeParse(document.toJS())
  if (!parsed.success) {
    problems.push(`${file}:1: a file is a mapping with "about" and "entries"`)
    return []
  }
  const nodes = document.get('entries') as { readonly items: readonly { readonly range?: readonly [number, number, number] }[] }
  return parsed.data.entries.map((value, i) => ({ file, line: lines.linePos(nodes.items[i]?.range?.[0] ?? 0).line, value }))
}

/** Reads, checks and joins lexicon directories; an entry of a later one replaces that of an earlier one with the same id. Throws `LexiconError` with every fault found. */
export const loadLexicon = (codebook: readonly Code[], ...dirs: readonly string[]): LexiconData => {
  const problems: string[] = []
  const raws = dirs.flatMap((dir) => filesIn(dir).flatMap((path) => readEntries(dir, path, problems)))
  const check = <S extends z.ZodType>(schema: S, raw: Raw): z.output<S> | null => {
    const result = schema.safeParse(raw.value)
    if (result.success) return result.data
    for (const issue of result.error.issues) problems.push(`${raw.file}:${raw.line}: ${nameOf(raw.value)}${issue.path.join('.')}: ${issue.message}`)
    return null
  }
  const all = <S extends z.ZodType>(pick: (file: string, value: unknown) => boolean, schema: S): readonly { readonly raw: Raw; readonly value: z.output<S> }[] =>
    raws.flatMap((raw) => {
      if (!pick(raw.file, raw.value)) return []
      const value = check(schema, raw)
      return value === null ? [] : [{ raw, value }]
    })
  const isPerson = (value: unknown): boolean => typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'person'
  const inDir = (file: string, dir: string): boolean => basename(dirname(file)) === dir
  const classes = flatten(latest(all((f) => inDir(f, 'classes'), classSchema), problems))
  const actions = latest(all((f) => inDir(f, 'actions'), actionSchema), problems)
  const data: LexiconData = {
    hash: createHash('sha256').update(JSON.stringify(raws.map((r) => r.value))).digest('hex').slice(0, 16),
    codebook,
    actors: latest(all((f, v) => inDir(f, 'actors') && !isPerson(v) && basename(f) !== 'roles.yaml', actorSchema), problems).map(({ value }) => actorFrom(value)),
    people: latest(all((f, v) => inDir(f, 'actors') && isPerson(v), personSchema), problems).map(({ raw, value }) => personFrom(raw, value, problems)),
    roles: latest(all((f) => basename(f) === 'roles.yaml', roleSchema), problems).map(({ value }): RoleEntry => ({ id: value.id, role: value.role, words: value.words, kind: value.kind })),
    actions: actions.map(({ raw, value }) => actionFrom(raw, value, codebook, classes, problems)),
    classes,
    operators: all((f) => basename(f) === 'operators.yaml', operatorSchema).map(({ value }) => ({ verbs: value.verbs, inner: value.inner, control: value.control })),
    lightVerbs: all((f) => basename(f) === 'light-verbs.yaml', lightVerbSchema).map(({ value }) => (typeof value === 'string' ? value : value.verb)),
    nominalizations: all((f) => basename(f) === 'nominalizations.yaml', nominalizationSchema).map(({ value }) => value),
  }
  if (problems.length > 0) throw new LexiconError(problems)
  return data
}

const nameOf = (value: unknown): string => (typeof value === 'object' && value !== null && 'id' in value ? `${String(value.id)}: ` : '')

/** Entries by id, a later directory's over an earlier one's; twice in one directory is a fault. */
const latest = <T extends { readonly raw: Raw; readonly value: { readonly id: string } }>(entries: readonly T[], problems: string[]): readonly T[] => {
  const byId = new Map<string, T>()
  for (const entry of entries) {
    const before = byId.get(entry.value.id)
    if (before && before.raw.file === entry.raw.file && before.raw.line !== entry.raw.line) problems.push(`${entry.raw.file}:${entry.raw.line}: "${entry.value.id}" is already defined at line ${before.raw.line}; give it another id`)
    byId.set(entry.value.id, entry)
  }
  return [...byId.values()]
}

const flatten = (classes: readonly { readonly value: z.output<typeof classSchema> }[]): readonly WordClass[] => {
  const byId = new Map(classes.map(({ value }) => [value.id, value]))
  const gather = (id: string, seen: ReadonlySet<string>): { words: readonly string[]; roles: readonly string[] } => {
    const value = byId.get(id)
    if (!value || seen.has(id)) return { words: [], roles: [] }
    const below = value.includes.map((other) => gather(other, new Set([...seen, id])))
    return { words: [...value.words, ...below.flatMap((b) => b.words)], roles: [...value.roles, ...below.flatMap((b) => b.roles)] }
  }
  return [...byId.keys()].map((id) => ({ id, ...gather(id, new Set()) }))
}

// zod's transform leaves optional keys out or undefined; both mean the same here.
const nameFrom = (name: { text: string }): Name => name

const actorFrom = (value: z.output<typeof actorSchema>): ActorEntry => ({
  id: value.id,
  kind: value.kind,
  name: value.name,
  names: value.names.map(nameFrom),
  demonyms: value.demonyms.map(nameFrom),
  people: value.people.map(nameFrom),
  capitals: value.capitals.map(nameFrom),
  seats: value.seats.map(nameFrom),
  bodies: value.bodies.map(nameFrom),
  descriptions: value.descriptions,
  members: value.members,
  entity: value.entity ?? value.id,
  role: value.role ?? null,
  home: value.home ?? null,
  code: value.code ?? (value.home ? `${value.home}${value.role ?? ''}` : value.id),
  from: value.from,
  to: value.to,
})

const personFrom = (raw: Raw, value: z.output<typeof personSchema>, problems: string[]): PersonEntry => {
  for (const [i, office] of value.offices.entries()) {
    const next = value.offices[i + 1]
    if (next?.from && office.to && office.entity === next.entity && next.from < office.to.slice(0, next.from.length)) problems.push(`${raw.file}:${raw.line}: ${value.id}: ${office.title} (to ${office.to}) and ${next.title} (from ${next.from}) overlap; end one before the other begins`)
  }
  return { id: value.id, name: value.name, names: value.names.map(nameFrom), entity: value.entity, offices: value.offices, before: value.before ?? null, after: value.after ?? null, female: value.female ?? false }
}

const KINDS = new Set(['state', 'organisation', 'igo', 'alliance', 'group', 'party', 'community', 'person', 'people', 'body', 'region', 'place', 'number', 'company', 'media'])

const actionFrom = (raw: Raw, value: z.output<typeof actionSchema>, codebook: readonly Code[], classes: readonly WordClass[], problems: string[]): ActionEntry => {
  const at = `${raw.file}:${raw.line}: ${value.id}`
  if (!codebook.some((c) => c.code === value.cameo)) problems.push(`${at}: there is no CAMEO code "${value.cameo}" in the codebook`)
  if (value.verbs.length + value.nouns.length + value.adjectives.length === 0) problems.push(`${at}: name at least one of verbs, nouns or adjectives`)
  const known = new Set(classes.map((c) => c.id))
  const condition = (text: string): Condition => {
    if (text.startsWith('=')) return { test: 'word', value: text.slice(1).toLowerCase() }
    if (text === 'actor' || text === 'any' || text === 'none' || text === 'clause') return { test: text }
    if (KINDS.has(text)) return { test: 'kind', value: text }
    if (!known.has(text)) problems.push(`${at}: "${text}" is no class of lexicon/en/classes, no kind of actor; a literal word is written "=${text}"`)
    return { test: 'class', value: text }
  }
  const conditionsOf = (source: Readonly<Record<string, unknown>>): Conditions =>
    Object.fromEntries(
      ['object', 'subject', 'indirect', 'complement', 'modifier', ...SLOTS].flatMap((slot) => {
        const given = source[slot]
        return Array.isArray(given) ? [[slot === 'out-of' ? 'out of' : slot, given.map((text) => condition(String(text)))]] : []
      }),
    )
  return {
    id: value.id,
    cameo: value.cameo,
    plover: value.plover ?? null,
    modes: value.modes,
    contexts: value.contexts,
    verbs: value.verbs,
    nouns: value.nouns,
    adjectives: value.adjectives,
    when: conditionsOf(value),
    except: conditionsOf(value.except),
    source: value.source ?? null,
    target: value.target ?? null,
    joint: value.joint,
  }
}
