import { Argument, type Command, Option } from 'commander'
import type { Context } from './declare-review.ts'
import { messagesTo } from './messages.ts'
import { columns, config, examples, filesFrom, format, lexicon, natural, positive, published, quiet } from './options.ts'
import { settle } from './settle.ts'

const queue = () =>
  new Option('--queue <address>', 'the queue and its database: postgres://user@host:port/database; without it ANNALIST_QUEUE')

/** Adds the commands that work with PostgreSQL, on one machine or many. */
export const declareMachines = (program: Command, { io, loader, finish }: Pick<Context, 'io' | 'loader' | 'finish'>): void => {
  program
    .command('enqueue')
    .description('read articles and put those that are not done yet into the queue, for workers on any machine')
    .argument('[path...]', 'files, folders and patterns, - for stdin; without any, those that the configuration names')
    .addOption(queue())
    .addOption(format())
    .addOption(columns())
    .addOption(filesFrom())
    .addOption(published())
    .addOption(lexicon())
    .addOption(config())
    .addOption(new Option('--concurrency <n>', 'how many files are read at once').argParser(positive).default(8))
    .addOption(new Option('--ahead <n>', 'wait while so many jobs wait').argParser(positive).default(10_000))
    .option('--json', 'the counts as JSON')
    .addOption(quiet())
    .addHelpText(
      'after',
      examples('annalist enqueue news/ --queue postgres://me@db.example/news', 'zcat crawl.jsonl.gz | annalist enqueue --format jsonl -'),
    )
    .action(async (paths, options, command) => {
      const { enqueueCommand } = await import('./commands/enqueue.ts')
      const settled = await settle(options, command)
      finish(await enqueueCommand(paths, settled as never, io, messagesTo(io, options.quiet ?? false), loader(settled)))
    })

  program
    .command('worker')
    .description('do the jobs of the queue and store what is found, until interrupted; as many as one likes, on any machine')
    .addOption(queue())
    .addOption(lexicon())
    .addOption(
      new Option('--workers <n>', 'worker threads that extract (default: one for each core); 0 does it in this one').argParser(natural),
    )
    .option('--until-empty', 'end when nothing is in the queue')
    .addOption(new Option('--time-limit <seconds>', 'how long an article may take').argParser(positive).default(60))
    .addOption(new Option('--memory-limit <mb>', 'how much memory a worker thread may take').argParser(positive).default(1024))
    .option('--json', 'the counts as JSON')
    .addOption(new Option('--log-format <format>', 'how stderr is written').choices(['text', 'json']).default('text'))
    .addOption(quiet())
    .addHelpText(
      'after',
      examples(
        'annalist worker --queue postgres://me@db.example/news',
        'ANNALIST_QUEUE=postgres://me@db.example/news annalist worker --until-empty',
      ),
    )
    .action(async (options) => {
      const { workerCommand } = await import('./commands/worker.ts')
      finish(await workerCommand(options, io, messagesTo(io, options.quiet ?? false, options.logFormat), loader(options)))
    })

  program
    .command('queue')
    .description('what is in the queue; put dead letters back, empty it, make it')
    .addArgument(
      new Argument('<what>', 'status; retry: dead letters go back into the queue; purge: empty it; init: make it, as the owner').choices([
        'status',
        'retry',
        'purge',
        'init',
      ]),
    )
    .addOption(queue())
    .option('--dead', 'purge dead letters only')
    .addOption(
      new Option('--patience <seconds>', 'init: how long a worker may be silent before its jobs go to others (default: 30)').argParser(
        positive,
      ),
    )
    .addOption(new Option('--most <n>', 'so many dead letters are told').argParser(natural).default(10))
    .addOption(lexicon())
    .option('--json', 'as JSON')
    .addHelpText('after', examples('annalist queue status', 'annalist queue retry', 'annalist queue purge --dead'))
    .action(async (what, options) => {
      const { queueCommand } = await import('./commands/queue.ts')
      finish(await queueCommand(what, options, io, loader(options)))
    })

  program
    .command('copy')
    .description('what a database holds, from SQLite into PostgreSQL or the other way round')
    .argument('<from>', 'a file, or postgres://user@host:port/database')
    .argument('<to>', 'an address of PostgreSQL, or a new file')
    .addOption(quiet())
    .addHelpText(
      'after',
      examples('annalist copy events.db postgres://me@db.example/news', 'annalist copy postgres://me@db.example/news events.db'),
    )
    .action(async (from, to, options) => {
      const { copyCommand } = await import('./commands/copy.ts')
      finish(await copyCommand(from, to, messagesTo(io, options.quiet ?? false)))
    })
}
