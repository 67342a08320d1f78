import type { z } from '../zod.ts'
import { findTies, type Tie } from './find-ties.ts'
import type { Condition, LexiconData } from './lexicon.ts'
import type { Read } from './read-entries.ts'
import type { Raw } from './read-files.ts'
import { type actionSchema, CONDITION_KEYS, type classSchema, type ploverSchema } from './schema.ts'

type Action = Read<z.output<typeof actionSchema>>

/** What a schema can't see of actions and classes: codes, modes, contexts, classes that don't exist, entries that tie. */
export const checkActions = (
  data: LexiconData,
  actions: readonly Action[],
  classes: readonly Read<z.output<typeof classSchema>>[],
  plover: z.output<typeof ploverSchema> | null,
): readonly string[] => {
  const known = new Set(classes.map((c) => c.value.id))
  const ids = new Set(actions.map((a) => a.value.id))
  const codes = new Map(data.codebook.map((c) => [c.code, c]))
  const problems = classes.flatMap(({ raw, value }) =>
    value.includes
      .filter((id) => !known.has(id))
      .map(
        (id) => `${raw.path}:${raw.lineOf(['includes'])}: ${value.id}: includes: there is no class "${id}"; take one of lexicon/en/classes`,
      ),
  )
  for (const [i, { raw, value }] of actions.entries()) {
    const at = (...path: readonly (string | number)[]): string => `${raw.path}:${raw.lineOf(path)}: ${value.id}: `
    const code = codes.get(value.cameo)
    for (const key of ['cameo', 'negated'] as const) {
      const given = value[key]
      if (given !== undefined && !codes.has(given))
        problems.push(`${at(key)}${key}: there is no CAMEO code "${given}"; lexicon/en/codebook.yaml lists them`)
    }
    if (value.verbs.length + value.nouns.length + value.adjectives.length === 0)
      problems.push(`${at()}name at least one of verbs, nouns or adjectives`)
    for (const part of [data.actions[i]?.when ?? {}, data.actions[i]?.except ?? {}])
      for (const [slot, alternatives] of Object.entries(part))
        for (const condition of alternatives)
          if (condition.test === 'class' && !known.has(condition.value))
            problems.push(`${at(slot)}${slot}: ${unknownClass(condition, known)}`)
    for (const [n, given] of value.counterexamples.entries())
      if (typeof given === 'object' && given.instead !== undefined && !ids.has(given.instead))
        problems.push(
          `${at('counterexamples', n)}counterexamples.${n}.instead: there is no entry "${given.instead}"; take the id of one of actions/, or leave it out`,
        )
    if (plover) {
      const type = value.plover ?? code?.plover ?? null
      if (value.plover && !plover.types[value.plover])
        problems.push(`${at('plover')}plover: there is no type "${value.plover}"; write one of ${Object.keys(plover.types).join(', ')}`)
      const modes = type === null ? [] : (plover.types[type]?.modes ?? [])
      for (const mode of value.modes)
        if (!modes.includes(mode))
          problems.push(
            `${at('modes')}modes: ${type ?? 'a statement'} has no mode "${mode}"; ${modes.length > 0 ? `write one of ${modes.join(', ')}` : 'leave modes out'}`,
          )
      for (const context of value.contexts)
        if (!plover.contexts.includes(context))
          problems.push(`${at('contexts')}contexts: there is no context "${context}"; write one of ${plover.contexts.join(', ')}`)
    }
  }
  const where = new Map(actions.map((a) => [a.value.id, a.raw]))
  for (const tie of findTies(data)) {
    const [first, second] = [where.get(tie.first.id), where.get(tie.second.id)]
    if (first && second) problems.push(explainTie(tie, first, second))
  }
  return problems
}

/** The fault that two entries tie, at the line of the second. */
const explainTie = ({ first, second, phrase }: Tie, one: Pick<Raw, 'path' | 'line'>, other: Pick<Raw, 'path' | 'line'>): string =>
  `${other.path}:${other.line}: ${second.id}: "${phrase}" ties with ${first.id} (${one.path}:${one.line}): both can hold with the same score; give one a condition more, or an except`

const unknownClass = (condition: Extract<Condition, { readonly value: string }>, known: ReadonlySet<string>): string => {
  const near = [...known].find((id) => id.startsWith(condition.value.slice(0, 4)))
  const slot = (CONDITION_KEYS as readonly string[]).includes(condition.value) ? ' (a slot is written as a key)' : ''
  return `"${condition.value}" is no class of lexicon/en/classes and no kind of actor${slot}${near ? `; did you mean "${near}"?` : ''}; a literal word is written "=${condition.value}"`
}
