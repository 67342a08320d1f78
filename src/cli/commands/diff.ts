import pc from 'picocolors'
import type { DIFF_FORMATS } from '../../config/choices.ts'
import type { Config } from '../../config/config-schema.ts'
import { CONDITION_HINT, type Condition, holds, readCondition } from '../../diff/condition.ts'
import { type Change, diff } from '../../diff/diff.ts'
import type { Look } from '../../diff/formats/format.ts'
import { changeJson, summaryJson } from '../../diff/formats/json.ts'
import { openSide } from '../../diff/open-side.ts'
import { addChange, emptySummary, type Summary, totalOf } from '../../diff/summarize.ts'
import { writeFile } from '../../export/sink.ts'
import { entryOfRule } from '../../lexicon/entry-hashes.ts'
import { entryPlaces } from '../entry-places.ts'
import { EXIT, type Exit, UsageError } from '../exit.ts'
import { breather, type Io, takesColour, write } from '../io.ts'
import type { Library, LoadLibrary } from '../library.ts'
import type { Messages } from '../messages.ts'
import { checkOutput } from '../output-path.ts'
import { printable } from '../printable.ts'

const ONLY = ['added', 'removed', 'changed', 'text', 'lexicon', 'code', 'unknown'] as const

export type DiffOptions = {
  readonly format: (typeof DIFF_FORMATS)[number]
  readonly output?: string
  readonly exitCode?: boolean
  readonly failOn?: readonly string[]
  readonly only?: readonly string[]
  readonly most: number
  readonly articleLink?: string
  readonly entryLink?: string
  readonly config: Config | null
  readonly lexicon: readonly string[] | undefined
}

const conditionsOf = (texts: readonly string[]): readonly Condition[] =>
  texts.map((text) => {
    const condition = readCondition(text)
    if (condition === null) throw new UsageError(`--fail-on: "${text}" is no condition`, CONDITION_HINT)
    return condition
  })

/** Which changes to take: any of the kinds that are named, and any of the causes. */
const takes = (only: readonly string[] = []): ((change: Change) => boolean) => {
  const wrong = only.find((name) => !(ONLY as readonly string[]).includes(name))
  if (wrong !== undefined) throw new UsageError(`--only: there is no "${wrong}"`, `write some of ${ONLY.join(',')}`)
  const kinds = only.filter((name) => ONLY.indexOf(name as never) < 3)
  const causes = only.filter((name) => ONLY.indexOf(name as never) >= 3)
  return ({ kind, cause }) => (kinds.length === 0 || kinds.includes(kind)) && (causes.length === 0 || causes.includes(cause.kind))
}

const inColour = ({ format, output }: DiffOptions, io: Io): boolean =>
  format === 'text' && output === undefined && takesColour(io, io.stdout)

const lookOf = (options: DiffOptions, io: Io, { nameOf }: Library): Look => {
  const articleLink = options.articleLink ?? options.config?.diff?.articleLink
  const entryLink = options.entryLink ?? options.config?.diff?.entryLink
  const places = entryLink === undefined ? null : entryPlaces(options.lexicon ?? [])
  const path = (text: string): string => text.split('/').map(encodeURIComponent).join('/')
  const colour = pc.createColors(inColour(options, io))
  return {
    nameOf,
    articleLink: ({ id, url }) => (url !== null && /^https?:/.test(url) ? url : (articleLink?.replaceAll('{id}', path(id)) ?? null)),
    entryLink: (entry) => {
      if (entryLink === undefined) return null
      const place = places?.get(entryOfRule(entry))
      if (place === undefined && /\{(file|line)\}/.test(entryLink)) return null
      return entryLink
        .replaceAll('{id}', path(entry))
        .replaceAll('{file}', path(place?.file ?? ''))
        .replaceAll('{line}', String(place?.line ?? 1))
    },
    paint: {
      bold: colour.bold,
      dim: colour.dim,
      kind: (kind, text) => ({ added: colour.green, removed: colour.red, changed: colour.yellow })[kind](text),
    },
  }
}

const report = async (summary: Summary, format: 'text' | 'markdown' | 'html', look: Look): Promise<string> => {
  switch (format) {
    case 'text':
      return (await import('../../diff/formats/text.ts')).diffText(summary, look)
    case 'markdown':
      return (await import('../../diff/formats/markdown.ts')).diffMarkdown(summary, look)
    case 'html':
      return (await import('../../diff/formats/html.ts')).diffHtml(summary, look)
  }
}

/** `annalist diff`: what differs between two databases or exports, and why. */
export const diffCommand = async (
  [before, after]: readonly [string, string],
  options: DiffOptions,
  io: Io,
  messages: Messages,
  load: LoadLibrary,
): Promise<Exit> => {
  const conditions = conditionsOf(options.failOn ?? options.config?.diff?.failOn ?? [])
  const wanted = takes(options.only)
  checkOutput(options.output, [before, after])
  const library = await load()
  const old = openSide(before)
  try {
    const fresh = openSide(after)
    try {
      const summary = emptySummary(old.events, fresh.events)
      const breathe = breather()
      async function* changes(): AsyncGenerator<Change> {
        for (const { changes: found, moved } of diff(old, fresh)) {
          await breathe()
          if (io.signal.aborted) return
          summary.moved += moved
          for (const change of found) {
            if (!wanted(change)) continue
            addChange(summary, change, options.most)
            yield change
          }
        }
      }
      async function* pieces(): AsyncGenerator<string> {
        if (options.format === 'json') {
          yield '{"changes":[\n'
          let first = true
          for await (const change of changes()) {
            yield `${first ? '' : ',\n'}${changeJson(change)}`
            first = false
          }
          yield `\n],"summary":${summaryJson(summary)}}\n`
          return
        }
        for await (const _ of changes());
        const told = await report(summary, options.format, lookOf(options, io, library))
        yield options.format === 'text' ? printable(told, inColour(options, io)) : told
      }
      if (options.output !== undefined) await writeFile(options.output, pieces(), io.signal)
      else
        for await (const piece of pieces()) {
          if (io.signal.aborted) break
          await write(io, piece)
        }
      if (io.signal.aborted) return EXIT.interrupted
      const failed = conditions.filter((condition) => holds(condition, summary))
      for (const { text } of failed)
        messages.fault(
          `the diff is beyond what is allowed: ${text}`,
          'look at the changes above; --fail-on or diff.failOn of the configuration sets the bound',
        )
      return failed.length > 0 || (options.exitCode && totalOf(summary.counts) > 0) ? EXIT.failed : EXIT.done
    } finally {
      fresh.close()
    }
  } finally {
    old.close()
  }
}
