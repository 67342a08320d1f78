import { Argument, type Command, InvalidArgumentError, Option } from 'commander'
import type { Context } from './declare-review.ts'
import { overLocal } from './local-database.ts'
import { messagesTo } from './messages.ts'
import { db, examples, lexicon, named, natural, quiet } from './options.ts'

const verdicts = () => new Option('--verdicts <file>', 'the verdict file').default('verdicts.jsonl').argParser(named)

const reviewer = (value: string): string => {
  if (value.trim() === '') throw new InvalidArgumentError('write the name that verdicts should carry')
  return value
}

/** Adds the commands that researchers judge events with. */
export const declareAudit = (program: Command, { io, version, loader, finish }: Context): void => {
  program
    .command('audit')
    .description('the researchers’ desk in a browser: browse, read, judge; `audit report` writes how good the whole is')
    .addArgument(new Argument('[what]', 'without it the desk; `report`: the quality report as HTML').choices(['report']))
    .addOption(db())
    .addOption(verdicts())
    .addOption(new Option('--port <n>', 'the port; 0 takes any that is free').argParser(natural).default(4711))
    .addOption(
      new Option('--host <name>', 'the address to listen on; one that others reach lets them in by the link only').default('127.0.0.1'),
    )
    .option('--reviewer <name>', 'who judges; without it the name of the system’s user', reviewer)
    .option('--read-only', 'nothing can be judged')
    .addOption(lexicon())
    .option('-o, --output <file>', 'write the report to this file', named)
    .addOption(quiet())
    .addHelpText(
      'after',
      examples('annalist audit', 'annalist audit --db events.db --reviewer ada', 'annalist audit report -o report.html'),
    )
    .action(async (what, options) => {
      const { auditCommand } = await import('./commands/audit.ts')
      const messages = messagesTo(io, options.quiet ?? false)
      finish(
        await overLocal([options.db] as const, ([db]) => auditCommand(what, { ...options, db }, io, messages, loader(options), version)),
      )
    })

  program
    .command('verdicts')
    .description('verdicts of reviewers: what became of each, as gold, merged, counted')
    .addArgument(new Argument('[what]', 'without it each verdict with what became of it; `merge`, `stats`').choices(['merge', 'stats']))
    .argument('[file...]', 'verdict files; `merge` joins them, the others read --verdicts unless one is named')
    .addOption(db())
    .addOption(verdicts())
    .option('--gold', 'write gold as `annalist score` reads it: accepted, corrected and added events')
    .option('--require', 'exit 1 when an accepted event is no longer extracted, or is extracted otherwise')
    .option('-o, --output <file>', 'write to this file, put in place when it is whole', named)
    .option('--json', 'as JSON')
    .addOption(quiet())
    .addHelpText(
      'after',
      examples(
        'annalist verdicts',
        'annalist verdicts --gold -o gold.jsonl',
        'annalist verdicts merge ada.jsonl ben.jsonl -o verdicts.jsonl',
        'annalist verdicts stats --json',
      ),
    )
    .action(async (what, files, options) => {
      const { verdictsCommand } = await import('./commands/verdicts.ts')
      const messages = messagesTo(io, options.quiet ?? false)
      finish(await overLocal([options.db] as const, ([db]) => verdictsCommand(what, files, { ...options, db }, io, messages)))
    })
}
