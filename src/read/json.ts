import type { z } from '../zod.ts'
import type { Place, Unreadable } from './reading.ts'

/** JSON's value, or why there is none, with the column where the parser gives one. */
export const parseJson = (text: string): { readonly value: unknown } | { readonly fault: string } => {
  try {
    return { value: JSON.parse(text) }
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    const column = /at position (\d+)/.exec(message)?.[1]
    const what = message
      .replace(/,? ?"[\s\S]*" is not valid JSON$/, '')
      .replace(/(?: in JSON)? at position[\s\S]*$/, '')
      .replace(/ in JSON$/, '')
    return { fault: column === undefined ? what : `${what} at column ${Number(column) + 1}` }
  }
}

/** What is said of JSON that is a list or a single value where an object should be. */
export const noObject = (value: unknown): string => `is JSON, but ${Array.isArray(value) ? 'a list' : 'a single value'}, not an object`

/** The first fault that zod found as ours, with its field. */
export const faultOf = (place: Place, error: z.ZodError, hint: string): Unreadable => {
  const [first] = error.issues
  const field = first?.path.join('.') ?? ''
  return { place: field === '' ? place : { ...place, field }, message: first?.message ?? 'is no article', hint }
}
