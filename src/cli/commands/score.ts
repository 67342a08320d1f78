import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import type { Config } from '../../config/config-schema.ts'
import { byActor, byRoot } from '../../score/by-group.ts'
import { beneathFloors } from '../../score/check-scores.ts'
import { scoreLevels } from '../../score/count.ts'
import { readAliases, readGold } from '../../score/gold.ts'
import { listMisses } from '../../score/list-misses.ts'
import { LEVELS, type Level, pairEvents } from '../../score/pair-events.ts'
import { openPredictions } from '../../score/predictions.ts'
import { putScores, type Report, scoreMarkdown, scoreText } from '../../score/report.ts'
import { bootstrap, compareSystems, unitsOf } from '../../score/resample.ts'
import { EXIT, type Exit, UsageError } from '../exit.ts'
import { type Io, pauser, write } from '../io.ts'
import type { LoadLibrary } from '../library.ts'
import type { Messages } from '../messages.ts'
import { checkOutput } from '../output-path.ts'
import { printable } from '../printable.ts'

export type ScoreOptions = {
  readonly db: string
  readonly config: Config | null
  readonly gold?: readonly string[]
  readonly aliases?: string
  readonly compare?: string
  readonly misses?: number
  readonly samples: number
  readonly json?: boolean
  readonly write?: string
}

/** `annalist score`: what was found against gold events. */
export const scoreCommand = async (
  predictions: string | undefined,
  options: ScoreOptions,
  io: Io,
  messages: Messages,
  load: LoadLibrary,
): Promise<Exit> => {
  const { config, samples } = options
  const paths = options.gold ?? config?.score?.gold
  if (paths === undefined)
    throw new UsageError(
      'there is no gold to score against',
      'name it: annalist score --gold gold.jsonl, or score.gold in annalist.config.json',
    )
  checkOutput(options.write, [predictions ?? options.db, options.compare, ...paths], '--write')
  const gold = readGold(paths)
  const aliases = readAliases(options.aliases ?? config?.score?.aliases)
  const opened = openPredictions(predictions ?? options.db)
  const pause = pauser(io)
  try {
    const outcomes = pairEvents(gold, opened.events, aliases)
    const scores = scoreLevels(outcomes)
    const intervals = await bootstrap(outcomes, samples, pause)
    const other = options.compare === undefined ? null : openPredictions(options.compare)
    const others = other && pairEvents(gold, other.events, aliases)
    other?.close()
    const report: Report = {
      articles: gold.articles.size,
      levels: Object.fromEntries(LEVELS.map((level) => [level, { ...scores[level], interval: intervals[level] }])) as Report['levels'],
      units: unitsOf(outcomes).kind,
      roots: byRoot(outcomes),
      actors: byActor(outcomes, aliases),
      comparison: others && (await compareSystems(outcomes, others, samples, pause)),
      misses: listMisses(outcomes, opened, aliases),
    }
    const { nameOf } = await load()
    if (options.write !== undefined) {
      const page = existsSync(options.write) ? readFileSync(options.write, 'utf8') : '# Accuracy\n'
      writeFileSync(options.write, putScores(page, scoreMarkdown(report, nameOf)))
      messages.note(`wrote ${options.write}`)
    }
    await write(io, options.json ? `${JSON.stringify(asJson(report))}\n` : printable(scoreText(report, nameOf, options.misses ?? 0)))
    const beneath = beneathFloors(scores, (config?.score?.floors ?? {}) as never)
    for (const { level, message } of beneath) messages.fault(`${level}: ${message}`, 'the floor is score.floors in the configuration')
    return beneath.length > 0 ? EXIT.failed : EXIT.done
  } finally {
    opened.close()
  }
}

const asJson = ({ roots, actors, levels, ...report }: Report) => ({
  levels: LEVELS.map((level: Level) => ({ level, ...levels[level] })),
  ...report,
  roots: Object.fromEntries(roots),
  actors: Object.fromEntries(actors),
})
