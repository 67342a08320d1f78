import type { z } from './zod.ts'

/**
 * What zod finds wrong with what a user wrote, in the words of somebody who says what to write instead. Passed to each `safeParse`: set for all, it would be the words
 * of whatever else uses zod in the same program.
 */
export const sayIssue: z.core.$ZodErrorMap = (issue) => {
  if (issue.code === 'invalid_value')
    return `${issue.input === undefined ? 'is missing: ' : ''}write ${issue.values.length > 1 ? 'one of ' : ''}${issue.values.map((value) => JSON.stringify(value)).join('|')}`
  if (issue.input === undefined) return 'is missing'
  if (issue.code === 'invalid_type') return shapes(issue.input)[issue.expected]
  if (issue.code === 'too_small') {
    if (isNumber(issue.origin)) return `write a number from ${issue.minimum} on`
    return Number(issue.minimum) > 1
      ? `write at least ${issue.minimum} ${unit(issue.origin)}`
      : 'is empty: write what belongs there, or leave the key out'
  }
  if (issue.code === 'too_big')
    return isNumber(issue.origin) ? `write a number up to ${issue.maximum}` : `write at most ${issue.maximum} ${unit(issue.origin)}`
  return undefined
}

const isNumber = (origin: string): boolean => origin === 'number' || origin === 'int'
const unit = (origin: string): string => (origin === 'string' ? 'characters' : 'values')

const shapes = (input: unknown): Readonly<Record<string, string>> => ({
  array: `write a list${typeof input === 'object' ? '' : `: [${String(input)}]`}`,
  object: 'write a mapping of keys and values',
  record: 'write a mapping of keys and values',
  string: 'write a text in quotes',
  number: 'write a number',
  int: 'write a whole number',
  boolean: 'write true or false',
})
