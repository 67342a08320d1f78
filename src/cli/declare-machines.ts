import type { Command } from 'commander'
import type { Context } from './declare-review.ts'
import { messagesTo } from './messages.ts'
import { examples, quiet } from './options.ts'

/** Adds the commands that work with PostgreSQL, on one machine or many. */
export const declareMachines = (program: Command, { io, finish }: Pick<Context, 'io' | 'loader' | 'finish'>): void => {
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
