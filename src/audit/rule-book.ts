import { join } from 'node:path'
import { readFiles } from '../lexicon/read-files.ts'
import type { Rule } from './ports.ts'

/** Reads the action entries of lexicon directories with their examples; an entry of a later one goes before one of the same id. Faulty files are passed over. */
export const readRuleBook = (dirs: readonly string[]): ((id: string) => Rule | null) => {
  const rules = new Map<string, Rule>()
  for (const [layer, dir] of dirs.entries())
    for (const { file, line, value } of readActions(dir, layer)) {
      const rule = ruleFrom(`actions/${file}`, line, value)
      if (rule) rules.set(rule.id, rule)
    }
  return (id) => rules.get(id.replace(/^actions\//, '')) ?? null
}

const readActions = (dir: string, layer: number) => {
  try {
    return readFiles(join(dir, 'actions'), layer, []).raws
  } catch {
    return []
  }
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null)
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])

const ruleFrom = (file: string, line: number, value: unknown): Rule | null => {
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

const tell = (value: unknown): string =>
  Array.isArray(value)
    ? value.map(tell).join(', ')
    : isRecord(value)
      ? Object.entries(value)
          .map(([key, said]) => `${key}: ${tell(said)}`)
          .join('; ')
      : String(value)
