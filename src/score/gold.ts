import { existsSync, readdirSync, realpathSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { teach, told } from '../teach.ts'
import { z } from '../zod.ts'
import { readText } from './read-text.ts'
import { ScoreError } from './score-error.ts'

const event = z.object({
  doc: z.string().optional(),
  start: z.int().nonnegative(),
  end: z.int().nonnegative(),
  trigger: z.string().default(''),
  quote: z.string().optional(),
  date: z.string().nullable().default(null),
  source: z.array(z.string()).default([]),
  target: z.array(z.string()).default([]),
  roots: z.array(z.string()).min(1, 'name at least one CAMEO root'),
  optional: z.boolean().default(false),
})
const line = z.union([z.object({ doc: z.string().optional(), none: z.literal(true) }), event], {
  error: 'must be {"doc": "…", "none": true} for an article without events, or an event without "none"',
})

/**
 * An event that should be found. Every entity of a side is a right answer, and an empty side takes anything; so does a `date` of null; every root is right. What is
 * `optional` costs nothing missed and nothing found.
 */
export type GoldEvent = z.output<typeof event>

/** Gold events, and the articles that were read for them (also those without any). */
export type Gold = { readonly events: readonly GoldEvent[]; readonly articles: ReadonlySet<string | undefined> }

/** The gold files that a path stands for: itself, or every `gold.jsonl` in a folder and those below it. */
const filesOf = (path: string): readonly string[] => {
  if (!existsSync(path))
    throw new ScoreError(
      `there is no gold at ${path}`,
      'name a file of gold events, or a folder with gold.jsonl in it; docs/commands/score.md tells how they are written',
    )
  if (!statSync(path).isDirectory()) return [path]
  return readdirSync(path, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) =>
      entry.isDirectory() ? filesOf(join(path, entry.name)) : entry.name === 'gold.jsonl' ? [join(path, entry.name)] : [],
    )
}

/** Reads gold events. Throws `ScoreError` with file, line and field. */
export const readGold = (paths: readonly string[]): Gold => {
  const events: GoldEvent[] = []
  const articles = new Set<string | undefined>()
  // Twice the same gold would be missed twice.
  const files = [...new Map(paths.flatMap(filesOf).map((file) => [realpathSync(file), file])).values()]
  if (files.length === 0)
    throw new ScoreError(`there is no gold.jsonl in ${paths.join(', ')}`, 'docs/commands/score.md tells how gold is written')
  for (const file of files)
    for (const [i, text] of readText(file).split('\n').entries()) {
      if (text.trim() === '') continue
      const gold = parse(text, `${file}:${i + 1}`)
      articles.add(gold.doc)
      if (!('none' in gold)) events.push(gold)
    }
  if (articles.size === 0)
    throw new ScoreError(`there is no gold in ${files.join(', ')}`, 'docs/commands/score.md tells how gold is written')
  return { events, articles }
}

const parse = (text: string, place: string): z.output<typeof line> => {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw new ScoreError(`${place}: is not JSON`, 'a line is one gold event')
  }
  const schema = typeof value === 'object' && value !== null && 'none' in value ? line : event
  const result = schema.safeParse(value, { error: teach })
  const issue = result.error?.issues[0]
  if (issue) throw new ScoreError(`${place}: ${told(issue)}`, 'docs/commands/score.md tells how gold is written')
  return result.data as z.output<typeof line>
}

const jsonOf = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Reads other names of entities: a JSON object from each to the one that the gold uses. */
export const readAliases = (file: string | undefined): Readonly<Record<string, string>> => {
  if (file === undefined) return {}
  const result = z.record(z.string(), z.string()).safeParse(jsonOf(readText(file)))
  if (!result.success)
    throw new ScoreError(`${file}: is no object of names`, 'write {"UNO": "UN"}: the other name, and the one that the gold uses')
  return result.data
}
