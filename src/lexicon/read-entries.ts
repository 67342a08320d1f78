import { teach } from '../teach.ts'
import type { z } from '../zod.ts'
import type { Raw } from './read-files.ts'
import { retiredBy } from './retire.ts'

/** An entry that has passed its schema, with where it stands. */
export type Read<T> = { readonly raw: Raw; readonly value: T }

/** Reads the entries of some files by a schema; `keyOf` says under which key an entry stands only once (null: any number of times). */
export const entryReader =
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
      const retired = retiredBy(raw)
      if (retired !== null && 'issues' in retired) {
        for (const issue of retired.issues) problems.push(explain(raw, issue))
        continue
      }
      if (retired !== null) {
        if (keyOf !== null && !byKey.delete(retired.key ?? ''))
          problems.push(`${raw.path}:${raw.line}: retire: there is no entry "${retired.key ?? ''}" below this lexicon to retire`)
        continue
      }
      const result = parsed(schema, raw)
      if (!result.success) {
        for (const issue of result.error.issues) problems.push(explain(raw, issue))
        continue
      }
      const key = keyOf === null ? String(i) : keyOf(result.data)
      const before = byKey.get(key)
      if (before && before.raw.layer === raw.layer)
        problems.push(
          `${raw.path}:${raw.line}: "${key}" is already defined at ${before.raw.path}:${before.raw.line}; join the two or give this one another id`,
        )
      else byKey.set(key, { raw, value: result.data })
    }
    return [...byKey.values()]
  }

/** Our own entries are read more than once where others are laid over them: each is held to its schema once. */
const parsed = <S extends z.ZodType>(schema: S, raw: Raw): z.ZodSafeParseResult<z.output<S>> => {
  if (raw.layer > 0) return schema.safeParse(raw.value, { error: teach })
  const before = known.get(raw)
  if (before?.schema === schema) return before.result as z.ZodSafeParseResult<z.output<S>>
  const result = schema.safeParse(raw.value, { error: teach })
  known.set(raw, { schema, result })
  return result
}

const known = new WeakMap<Raw, { readonly schema: z.ZodType; readonly result: z.ZodSafeParseResult<unknown> }>()

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
  return `${raw.path}:${raw.lineOf(path)}: ${name}${key === '' ? '' : `${key}: `}${message}`
}

const nameOf = (value: unknown): string => {
  if (typeof value !== 'object' || value === null) return ''
  const id = 'id' in value ? value.id : 'verb' in value ? value.verb : 'code' in value ? value.code : undefined
  return id === undefined ? '' : `${String(id)}: `
}
