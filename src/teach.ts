import type { z } from './zod.ts'

type Issue = z.core.$ZodRawIssue

const KINDS: Readonly<Record<string, string>> = {
  string: 'a text in quotes',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list: […]',
  object: 'an object: {…}',
  record: 'an object: {…}',
  null: 'null',
}

const shown = (input: unknown): string => {
  const text = JSON.stringify(input) ?? String(input)
  return text.length > 60 ? `${text.slice(0, 60)}…` : text
}

const listed = (values: readonly unknown[]): string =>
  `${values.length > 1 ? 'one of ' : ''}${values.map((value) => (typeof value === 'string' ? value : String(value))).join(', ')}`

const bounded = (origin: string, how: 'least' | 'most', bound: number | bigint, input: unknown): string => {
  const unit = origin === 'string' ? ' characters' : origin === 'array' ? ' items' : ''
  if (unit === '') return `must be ${bound} or ${how === 'least' ? 'more' : 'less'}, not ${shown(input)}`
  if (how === 'least' && bound === 1) return 'is empty: write something, or leave it out'
  return `must have ${bound}${unit} at ${how}`
}

/** An issue with its field, as one reads it behind a file and line. */
export const told = ({ path, message }: { readonly path: readonly PropertyKey[]; readonly message: string }): string =>
  `${path.length === 0 ? '' : `${path.join('.')}: `}${message}`

/**
 * What is wrong with a value that a schema refuses, and what to write: in place of zod's own words, where the schema has none of its own. Passed to each parse: set for all,
 * it would speak for whatever else uses zod in the same program.
 */
export const teach = (issue: Issue): string | undefined => {
  const { input } = issue
  switch (issue.code) {
    case 'invalid_type': {
      const kind =
        issue.expected === 'array' && typeof input === 'string' ? `a list: [${shown(input)}]` : (KINDS[issue.expected] ?? issue.expected)
      return input === undefined ? `is missing: write ${kind}` : `must be ${kind}, not ${shown(input)}`
    }
    case 'invalid_value':
      return input === undefined ? `is missing: write ${listed(issue.values)}` : `must be ${listed(issue.values)}, not ${shown(input)}`
    case 'too_small':
      return bounded(issue.origin, 'least', issue.minimum, input)
    case 'too_big':
      return bounded(issue.origin, 'most', issue.maximum, input)
    case 'invalid_format':
      return `must be ${issue.format === 'datetime' ? 'a time in UTC: 2023-04-05T10:30:00Z' : `written as ${issue.pattern ?? issue.format}`}, not ${shown(input)}`
    case 'unrecognized_keys':
      return `there is no such key: ${issue.keys.join(', ')}`
    case 'invalid_union':
      // Of one that a field tells apart.
      return Array.isArray(issue.options) ? `must be ${listed(issue.options)}` : undefined
    default:
      return undefined
  }
}
