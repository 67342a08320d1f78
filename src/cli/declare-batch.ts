import { type Command, InvalidArgumentError, Option } from 'commander'
import { checkPublished } from '../read/check-published.ts'
import type { Context } from './declare-review.ts'
import { overLocal } from './local-database.ts'
import { messagesTo } from './messages.ts'
import { columns, config, db, examples, filesFrom, format, lexicon, natural, positive, published, quiet } from './options.ts'
import { settle } from './settle.ts'

const day = (value: string): string => {
  const date = checkPublished(value)
  if (date === null || date.length > 10) throw new InvalidArgumentError('write a day: 2023-04-05')
  return date
}

/** Adds the commands of the main job: fill a database, and see what became of it. */
export const declareBatch = (program: Command, { io, loader, finish }: Pick<Context, 'io' | 'loader' | 'finish'>): void => {
  program
    .command('run')
    .description('the main job: read articles, extract their events, store them; safe to repeat')
    .argument('[path...]', 'files, folders, patterns, addresses of feeds and pages (with --fetch), - for stdin; without any, corpus/')
    .addOption(db())
    .addOption(format())
    .addOption(columns())
    .addOption(filesFrom())
    .addOption(published())
    .addOption(lexicon())
    .addOption(
      new Option('--workers <n>', 'worker threads that extract (default: one for each core); 0 does it in this one').argParser(natural),
    )
    .addOption(new Option('--concurrency <n>', 'how many files are read at once').argParser(positive).default(8))
    .addOption(new Option('--limit <n>', 'stop after so many articles that are new or changed').argParser(positive))
    .addOption(new Option('--since <day>', 'pass over articles published before this day').argParser(day))
    .option('--fresh', 'build the database anew, the same bytes everywhere, and put it in place when it is whole')
    .addOption(config())
    .option('--force', 'do articles again that were done with the same lexicon and version')
    .option('--dry-run', 'tell what is new, changed and unreadable; extract and write nothing')
    .option('--retry', 'read again the files that something was left out of, and no others')
    .option('--prune', 'remove articles that are in the database and no longer among those read')
    .option('--watch', 'go on with what comes into the folders and feeds, until interrupted')
    .addOption(new Option('--interval <seconds>', 'how often --watch looks').argParser(positive).default(5))
    .option('--fetch', 'fetch addresses, and the pages that feeds link to')
    .option('--allow-private', 'fetch from private and local addresses, too')
    .addOption(new Option('--time-limit <seconds>', 'how long an article may take').argParser(positive).default(60))
    .addOption(new Option('--memory-limit <mb>', 'how much memory a worker may take').argParser(positive).default(1024))
    .option('--json', 'the summary as JSON')
    .addOption(new Option('--log-format <format>', 'how stderr is written').choices(['text', 'json']).default('text'))
    .option('--metrics <file>', "keep figures of the run in this file, in Prometheus' text format")
    .addOption(quiet())
    .addHelpText(
      'after',
      examples(
        'annalist run',
        'annalist run news/ more/article.txt --db events.db',
        'zcat crawl.jsonl.gz | annalist run --format jsonl -',
        'annalist run --fresh --config annalist.config.json',
        'annalist run incoming/ --watch --metrics /var/lib/node_exporter/annalist.prom',
        'annalist run https://example.org/feed.xml --fetch',
        'annalist run --retry --fetch',
        'annalist run news/ --since 2023-04-01 --dry-run',
      ),
    )
    .action(async (paths, options, command) => {
      const { runCommand } = await import('./commands/run.ts')
      const settled = await settle(options, command)
      finish(await runCommand(paths, settled as never, io, messagesTo(io, options.quiet ?? false, options.logFormat), loader(settled)))
    })

  program
    .command('runs')
    .description('the runs that changed a database: when, how long, with what version, what they did')
    .addOption(db())
    .option('--json', 'one JSON object a line')
    .addHelpText('after', examples('annalist runs', 'annalist runs --json | jq .events'))
    .action(async (options) => {
      const { runsCommand } = await import('./commands/runs.ts')
      finish(await runsCommand(options, io))
    })

  program
    .command('quarantine')
    .description('the inputs that were left out and not read since, with place, reason and remedy')
    .addOption(db())
    .option('--json', 'one JSON object a line')
    .addHelpText('after', examples('annalist quarantine', 'annalist run --retry'))
    .action(async (options) => {
      const { quarantineCommand } = await import('./commands/quarantine.ts')
      finish(await overLocal([options.db] as const, ([db]) => quarantineCommand({ ...options, db }, io)))
    })
}
