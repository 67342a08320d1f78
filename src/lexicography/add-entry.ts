import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { indexActions } from '../lexicon/index-actions.ts'
import type { LexiconData } from '../lexicon/lexicon.ts'
import { type Fault, faultsFrom } from './faults.ts'
import { insertEntry } from './insert-entry.ts'
import { layOver, type WholeLexicon } from './read-over.ts'
import type { Trial } from './trial.ts'
import { type ReadWith, tryExamples } from './try-examples.ts'

/** An entry to be written: its file inside the lexicon, its keys, and what events call it. */
export type Draft = { readonly file: string; readonly name: string; readonly entry: Readonly<Record<string, unknown>> }

/** What came of it: where it was written, or why it was not. */
export type Added =
  | { readonly written: string; readonly line: number }
  | { readonly refused: 'faults'; readonly faults: readonly Fault[] }
  | { readonly refused: 'exists'; readonly place: string }
  | { readonly refused: 'fails'; readonly trials: readonly Trial[] }
  | { readonly refused: 'breaks'; readonly trials: readonly Trial[] }

/**
 * Writes an entry into a lexicon of a user's own, which is made where there is none: if the loader takes it, if its examples hold over ours, and if no example
 * of an entry with the same words holds no more for it. Otherwise nothing is written.
 */
export const addEntry = (
  dir: string,
  { file, name, entry }: Draft,
  readWith: ReadWith,
  { override, anyway }: { readonly override: boolean; readonly anyway: boolean },
): Added => {
  const before = existsSync(dir) ? layOver(dir) : layOver()
  if (before.problems.length > 0) return { refused: 'faults', faults: faultsFrom(before.problems) }
  const there = placeOf(before, name)
  if (there !== null && !override) return { refused: 'exists', place: there }
  const path = join(dir, file)
  const text = insertEntry(existsSync(path) ? readFileSync(path, 'utf8') : null, entry)
  const after = layOver({ dir, draft: { file, text } })
  if (after.problems.length > 0) return { refused: 'faults', faults: faultsFrom(after.problems) }
  const own = [...tryExamples(after, readWith, (one) => one === name)].filter((trial) => !trial.holds)
  if (own.length > 0) return { refused: 'fails', trials: own }
  const broken = anyway ? [] : brokenBy(name, before, after, readWith)
  if (broken.length > 0) return { refused: 'breaks', trials: broken }
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(`${path}.partial`, text)
  renameSync(`${path}.partial`, path)
  const line = [...after.entries.actions, ...after.entries.actors, ...after.entries.people].find((e) => nameOf(e.value) === name)?.raw.line
  return { written: path, line: line ?? 1 }
}

const nameOf = (value: object): string => ('id' in value ? `${'cameo' in value ? 'actions' : 'actors'}/${String(value.id)}` : '')

const placeOf = ({ entries }: WholeLexicon, name: string): string | null => {
  const found = [...entries.actions, ...entries.actors, ...entries.people].find(({ value }) => nameOf(value) === name)
  return found ? `${found.raw.path}:${found.raw.line}` : null
}

/** The examples of entries with a word in common that held before and don't any more. */
const brokenBy = (name: string, before: WholeLexicon, after: WholeLexicon, readWith: ReadWith): readonly Trial[] => {
  const near = neighbours(name, after.data)
  const failing = [...tryExamples(after, readWith, (one) => near.has(one))].filter((trial) => !trial.holds)
  if (failing.length === 0) return []
  const suspects = new Set(failing.map((trial) => trial.entry))
  const held = new Set(
    [...tryExamples(before, readWith, (one) => suspects.has(one))].flatMap((t) => (t.holds ? [`${t.entry} ${t.text}`] : [])),
  )
  return failing.filter((trial) => held.has(`${trial.entry} ${trial.text}`))
}

const neighbours = (name: string, data: LexiconData): ReadonlySet<string> => {
  const own = name.replace(/^actions\//, '')
  const near = [...indexActions(data).values()].filter((patterns) => patterns.some(({ entry }) => entry.id === own)).flat()
  return new Set(near.flatMap(({ entry }) => (entry.id === own ? [] : [`actions/${entry.id}`])))
}
