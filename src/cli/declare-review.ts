import { type Command, InvalidArgumentError, Option } from 'commander'
import { COLUMN_LAYOUTS, COUNTRIES, DIFF_FORMATS, EXPORT_FORMATS, PARTIES, ROOTS } from '../config/choices.ts'
import { isDay } from '../config/is-day.ts'
import { type Exit, UsageError } from './exit.ts'
import type { Io } from './io.ts'
import { overLocal } from './local-database.ts'
import { messagesTo } from './messages.ts'
import { config, db, examples, gather, lexicon, named, natural, positive, quiet } from './options.ts'
import type { Loader } from './program.ts'
import { settle } from './settle.ts'

export type Context = { readonly io: Io; readonly version: string; readonly loader: Loader; readonly finish: (exit: Exit) => void }

const day = (value: string): string => {
  if (!isDay(value)) throw new InvalidArgumentError('write a day: 2023-04-05')
  return value
}
const share = (value: string): number => {
  const number = Number(value)
  if (value.trim() === '' || !(number >= 0 && number <= 1)) throw new InvalidArgumentError('write a number from 0 to 1')
  return number
}
const parts = (value: string): readonly string[] =>
  value
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')
/** A list, which goes on where its option is given again. */
const listed = (value: string, before: readonly string[] = []): readonly string[] => [...before, ...parts(value)]
const shaped =
  ({ shape, hint }: { readonly shape: RegExp; readonly hint: string }) =>
  (value: string, before: readonly string[] = []): readonly string[] => {
    const list = parts(value)
    if (list.length === 0 || list.some((name) => !shape.test(name))) throw new InvalidArgumentError(hint)
    return [...before, ...list]
  }
/** Names of files in which nobody looks for NDJSON. */
const OTHER = /\.(csv|tsv|parquet|graphml|jsonld|conllu?|html|svg)(?:\.gz)?$/i

/** What says of one export how it is. */
const OF_ONE = ['format', 'columns', 'output', 'from', 'to', 'source', 'target', 'root', 'country', 'minConfidence', 'status']
const STATUSES = ['asserted', 'reported', 'future', 'hypothetical']
const statuses = (value: string, before: readonly string[] = []): readonly string[] => {
  const list = parts(value)
  if (list.length === 0 || list.some((status) => !STATUSES.includes(status)))
    throw new InvalidArgumentError(`write some of ${STATUSES.join(',')}`)
  return [...before, ...list]
}

/** Adds the commands that show, judge and hand on what a database holds. */
export const declareReview = (program: Command, { io, version, loader, finish }: Context): void => {
  program
    .command('export')
    .description('what a database holds, as NDJSON, CSV, Parquet, GraphML, JSON-LD, a timeline or CoNLL-U')
    .addOption(db())
    .addOption(new Option('--format <format>', 'how to write it').choices(EXPORT_FORMATS).default('ndjson'))
    .addOption(new Option('--columns <layout>', 'columns of CSV').choices(COLUMN_LAYOUTS).default('annalist'))
    .option(
      '-o, --output <file>',
      'write to this file, put in place when it is whole; .gz is compressed, .svg is the picture of a timeline alone',
      named,
    )
    .addOption(new Option('--from <day>', 'events whose date ends on this day or later').argParser(day))
    .addOption(new Option('--to <day>', 'events whose date begins on this day or earlier').argParser(day))
    .addOption(new Option('--source <codes>', 'events with one of these sources: RUS,NATO,FRAMIL').argParser(shaped(PARTIES)))
    .addOption(new Option('--target <codes>', 'events with one of these targets').argParser(shaped(PARTIES)))
    .addOption(new Option('--root <roots>', 'events of these CAMEO roots: 18,19,20').argParser(shaped(ROOTS)))
    .addOption(new Option('--country <codes>', 'events in these countries: UKR,POL').argParser(shaped(COUNTRIES)))
    .addOption(new Option('--min-confidence <n>', 'events of this confidence or more, 0 to 1').argParser(share))
    .addOption(new Option('--status <list>', 'events of these statuses: asserted,reported,future,hypothetical').argParser(statuses))
    .option('--package', 'write datapackage.json and codebook.csv beside the file, with its checksum')
    .option('--all', 'write every export that the configuration names')
    .addOption(config())
    .addOption(lexicon())
    .addOption(quiet())
    .addHelpText(
      'after',
      examples(
        'annalist export > events.ndjson',
        'annalist export --format csv --columns icews --root 18,19,20 --from 2022-02-24 -o clashes.csv.gz --package',
        'annalist export --format parquet -o events.parquet',
        'annalist export --format timeline --source RUS -o timeline.html',
      ),
    )
    .action(async (options, command) => {
      const said = (name: string): boolean => command.getOptionValueSource(name) === 'cli'
      const { exportCommand } = await import('./commands/export.ts')
      const settled = await settle(options, command)
      const beside = options.all
        ? command.options.find((option: Option) => OF_ONE.includes(option.attributeName()) && said(option.attributeName()))
        : undefined
      if (beside)
        throw new UsageError(`--all writes what the configuration names: ${beside.long} changes nothing of it`, 'leave out one of the two')
      if (said('columns') && options.format !== 'csv') throw new UsageError('--columns are those of CSV', 'give --format csv with it')
      const messages = messagesTo(io, options.quiet ?? false)
      if (!said('format') && OTHER.test(options.output ?? ''))
        messages.note(`${options.output} holds NDJSON: --format writes another format`)
      finish(
        await overLocal([settled.db] as const, ([db]) =>
          exportCommand({ ...settled, db } as never, io, messages, loader(settled), version),
        ),
      )
    })

  program
    .command('diff')
    .description('what differs between two databases or exports, and why: text, lexicon entry or code')
    .argument('<old>', 'database, or export as NDJSON')
    .argument('<new>', 'database, or export as NDJSON')
    .addOption(new Option('--format <format>', 'how to write it').choices(DIFF_FORMATS).default('text'))
    .option('-o, --output <file>', 'write to this file, put in place when it is whole', named)
    .option('--exit-code', 'exit with 1 where anything differs')
    .addOption(
      new Option('--fail-on <condition>', 'exit with 1 where it holds: removed>10, changed>=5%; may be given again').argParser(gather),
    )
    .addOption(
      new Option('--only <list>', 'tell these only: added,removed,changed by kind, text,lexicon,code,unknown by cause').argParser(listed),
    )
    .addOption(new Option('--most <n>', 'so many changes of one cause are shown; all are counted').argParser(positive).default(50))
    .option('--article-link <url>', 'address of an article, with {id} in it')
    .option('--entry-link <url>', 'address of a lexicon entry, with {file}, {line} or {id} in it')
    .addOption(config())
    .addOption(lexicon())
    .addHelpText(
      'after',
      examples(
        'annalist diff old.db events.db',
        'annalist diff old.db events.db --format markdown > comment.md',
        "annalist diff old.ndjson new.ndjson --only lexicon --fail-on 'removed>10'",
      ),
    )
    .action(async (before, after, options, command) => {
      const { diffCommand } = await import('./commands/diff.ts')
      const settled = await settle(options, command)
      finish(
        await overLocal([before, after] as const, (sides) =>
          diffCommand(sides, settled as never, io, messagesTo(io, false), loader(settled)),
        ),
      )
    })

  program
    .command('check')
    .description('the database against its own promises, and against the configuration; each failure with row and remedy')
    .addOption(db())
    .addOption(config())
    .addOption(lexicon())
    .option('--verdicts <file>', 'a verdict file: every event that a reviewer accepted must be extracted as it was accepted', named)
    .addOption(new Option('--most <n>', 'so many failures of one promise are shown; all are counted').argParser(positive).default(10))
    .option('--json', 'one JSON object a failure')
    .addHelpText('after', examples('annalist check', 'annalist check --db old.db --json', 'annalist check --config annalist.config.json'))
    .action(async (options, command) => {
      const { checkCommand } = await import('./commands/check.ts')
      const settled = await settle(options, command)
      finish(await overLocal([settled.db] as const, ([db]) => checkCommand({ ...settled, db } as never, io, loader(settled))))
    })

  program
    .command('score')
    .description('what was found against gold events: precision, recall and F1 by level, root and actor')
    .argument('[predictions]', 'database, or events as NDJSON; without it --db')
    .addOption(db())
    .addOption(new Option('--gold <file>', 'gold events, or a folder with gold.jsonl in it; may be given again').argParser(gather))
    .option('--aliases <file>', 'JSON object from other names of an entity to the one that the gold uses')
    .option('--compare <file>', 'another database or NDJSON, with a paired test of the difference')
    .addOption(new Option('--misses <n>', 'list so many events that were missed, wrong or too many, with reasons').argParser(natural))
    .addOption(new Option('--samples <n>', 'how often is drawn for intervals and the test').argParser(positive).default(1000))
    .option('--json', 'the scores as JSON')
    .option('--write <file>', 'put the scores into this page of Markdown, between its marks', named)
    .addOption(config())
    .addOption(lexicon())
    .addOption(quiet())
    .addHelpText(
      'after',
      examples(
        'annalist score --gold gold.jsonl',
        'annalist score --gold corpus/ --misses 20',
        'annalist score new.db --gold corpus/ --compare old.db',
        'annalist score --gold corpus/ --write docs/accuracy.md',
      ),
    )
    .action(async (predictions, options, command) => {
      if (predictions !== undefined && command.getOptionValueSource('db') === 'cli')
        throw new UsageError(
          `${predictions} and --db ${options.db} are two things to score`,
          'leave out one of them; gold is named with --gold',
        )
      const { scoreCommand } = await import('./commands/score.ts')
      const settled = await settle(options, command)
      const messages = messagesTo(io, options.quiet ?? false)
      finish(
        await overLocal([predictions ?? settled.db, options.compare as string | undefined] as const, ([scored, compare]) =>
          scoreCommand(scored, { ...settled, compare } as never, io, messages, loader(settled)),
        ),
      )
    })
}
