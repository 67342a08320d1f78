import { closeSync, existsSync, openSync, readSync, statSync } from 'node:fs'
import { isStream } from '../disk/is-stream.ts'
import type { Rejection } from '../document.ts'
import { openStore } from '../store/index.ts'
import { teach, told } from '../teach.ts'
import { z } from '../zod.ts'
import { readText } from './read-text.ts'
import { ScoreError } from './score-error.ts'

const party = z.union([z.string(), z.object({ entity: z.string().nullable().default(null) }).transform(({ entity }) => entity)], {
  error: 'must be an entity, "RUS", or a party, {"entity": "RUS"}',
})

const prediction = z.object({
  document: z.string().optional(),
  trigger: z.object({ start: z.number(), end: z.number(), text: z.string().default('') }),
  action: z.object({ root: z.string().default('') }).default({ root: '' }),
  source: z.array(party).default([]),
  target: z.array(party).default([]),
  date: z.object({ value: z.string() }).nullable().default(null),
})

/** What of an event is scored. */
export type Prediction = z.output<typeof prediction>

/** Events to score, and what of an article's candidates became none, where that is known. */
export type Predictions = {
  readonly events: readonly Prediction[]
  readonly rejections: (document: string) => readonly Rejection[]
  readonly close: () => void
}

const isDatabase = (path: string): boolean => {
  if (isStream(path) || statSync(path).isDirectory()) return false
  const head = Buffer.alloc(15)
  const file = openSync(path, 'r')
  try {
    readSync(file, head, 0, 15, 0)
  } finally {
    closeSync(file)
  }
  return head.toString('latin1') === 'SQLite format 3'
}

/** Opens a database or NDJSON to score. Throws `ScoreError` and `StoreError`. */
export const openPredictions = (path: string): Predictions => {
  if (!existsSync(path)) throw new ScoreError(`there is no database or export at ${path}`, '`annalist run --db FILE` makes one')
  if (!isDatabase(path)) return { events: readPredictions(path), rejections: () => [], close: () => {} }
  const store = openStore(path, { readonly: true })
  return {
    events: [...store.events()].map(({ document, trigger, action, source, target, date }) => ({
      document,
      trigger: { start: trigger.start, end: trigger.end, text: trigger.text },
      action: { root: action.root },
      source: source.map(({ entity }) => entity),
      target: target.map(({ entity }) => entity),
      date: date && { value: date.value },
    })),
    rejections: (document) => [...store.rejections(document)],
    close: store.close,
  }
}

const readPredictions = (path: string): readonly Prediction[] =>
  readText(path)
    .split('\n')
    .flatMap((line, i) => {
      if (line.trim() === '') return []
      let value: unknown
      try {
        value = JSON.parse(line)
      } catch {
        throw new ScoreError(`${path}:${i + 1}: is not JSON`, 'a line is one event, as `annalist extract` writes it; or name a database')
      }
      // What has no trigger is no event.
      if (typeof value !== 'object' || value === null || !('trigger' in value)) return []
      const result = prediction.safeParse(value, { error: teach })
      const issue = result.error?.issues[0]
      if (!result.success)
        throw new ScoreError(
          `${path}:${i + 1}: ${issue ? told(issue) : 'is no event'}`,
          'a line is one event, as `annalist extract` writes it',
        )
      return [result.data]
    })
