import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import type { Rule } from './ports.ts'

/** Where an entry stands: the file, the line of its id, and its own lines. */
type Entry = { readonly file: string; readonly line: number; readonly lines: readonly string[] }

/**
 * The action entries of lexicon directories with their examples; an entry of a later directory goes before one of the same id. Entries are found by their
 * `- id:` lines and read when they are asked for: the whole lexicon takes a second to parse.
 */
export const readRuleBook = (dirs: readonly string[]): ((id: string) => Rule | null) => {
  let entries: ReadonlyMap<string, Entry> | null = null
  return (id) => {
    entries ??= new Map(dirs.flatMap((dir) => filesIn(join(dir, 'actions'))).flatMap(({ file, text }) => entriesOf(file, text)))
    const entry = entries.get(id.replace(/^(actions|fallback)\//, ''))
    return entry === undefined ? null : ruleFrom(entry)
  }
}

const filesIn = (dir: string): readonly { readonly file: string; readonly text: string }[] => {
  try {
    return readdirSync(dir)
      .filter((name) => /\.ya?ml$/.test(name))
      .sort()
      .map((name) => ({ file: `actions/${name}`, text: readFileSync(join(dir, name), 'utf8') }))
  } catch {
    return []
  }
}

/** An entry goes from its `- id:` to the next item at the same indentation. */
const entriesOf = (file: string, text: string): readonly (readonly [id: string, entry: Entry])[] => {
  const lines = text.split('\n')
  return lines.flatMap((line, i) => {
    const [, indent, id] = /^(\s*)-\s*\{?\s*id:\s*["']?([a-z0-9-]+)/.exec(line) ?? []
    if (indent === undefined || id === undefined) return []
    const next = lines.findIndex((other, k) => k > i && other.startsWith(`${indent}- `))
    return [[id, { file, line: i + 1, lines: lines.slice(i, next === -1 ? undefined : next) }] as const]
  })
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null)
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])

/** An entry as a rule; null where it can't be read, which the lexicon's own loader tells. */
const ruleFrom = ({ file, line, lines }: Entry): Rule | null => {
  const value = readEntry(lines)
  if (!isRecord(value)) return null
  const { id, cameo, examples, counterexamples, ...rest } = value
  if (typeof id !== 'string' || typeof cameo !== 'string') return null
  return {
    id,
    file,
    line,
    cameo,
    examples: listOf(examples).flatMap((e) =>
      isRecord(e) && typeof e.text === 'string' ? [{ text: e.text, source: textOf(e.source), target: textOf(e.target) }] : [],
    ),
    counterexamples: listOf(counterexamples).filter((c) => typeof c === 'string'),
    says: Object.entries(rest).map(([key, said]) => ({ key, value: tell(said) })),
  }
}

const readEntry = (lines: readonly string[]): unknown => {
  try {
    const [entry] = listOf(parse(lines.join('\n')))
    return entry
  } catch {
    return null
  }
}

const tell = (value: unknown): string =>
  Array.isArray(value)
    ? value.map(tell).join(', ')
    : isRecord(value)
      ? Object.entries(value)
          .map(([key, said]) => `${key}: ${tell(said)}`)
          .join('; ')
      : String(value)
