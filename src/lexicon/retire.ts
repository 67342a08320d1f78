import { teach } from '../teach.ts'
import type { z } from '../zod.ts'
import type { Raw } from './read-files.ts'
import { retireSchema } from './schema.ts'

/** What a user's lexicon takes out: the entry of this key, or these words of entries that are lists of words. */
type Retired = { readonly key: string | null; readonly words: readonly string[] }

/**
 * What an entry retires, or what is wrong with how it says so; null where it is no `retire`. The lexicon that comes with annalist has nothing below it to
 * retire.
 */
export const retiredBy = ({ layer, value }: Raw): Retired | { readonly issues: readonly z.core.$ZodIssue[] } | null => {
  if (layer === 0 || typeof value !== 'object' || value === null || !('retire' in value)) return null
  const parsed = retireSchema.safeParse(value, { error: teach })
  if (!parsed.success) return { issues: parsed.error.issues }
  const { id, verb, code, verbs, names } = parsed.data
  return { key: id ?? verb ?? code ?? null, words: verbs ?? names ?? [] }
}
