import { Command, type CommanderError, Option } from 'commander'
import { declareAudit } from './declare-audit.ts'
import { declareBatch } from './declare-batch.ts'
import { declareLexicon } from './declare-lexicon.ts'
import { declareMachines } from './declare-machines.ts'
import { declareReview } from './declare-review.ts'
import { EXIT, type Exit } from './exit.ts'
import type { Io } from './io.ts'
import type { LoadLibrary } from './library.ts'
import { messagesTo } from './messages.ts'
import { columns, db, examples, filesFrom, format, lexicon, natural, published, quiet } from './options.ts'

/** How the options of the command line choose the library that extracts. */
export type Loader = (options: { readonly lexicon?: readonly string[] | undefined }) => LoadLibrary

/**
 * The command line: what commands there are, with their options and help. Each loads its own code when it is called. `finish` is told how the command
 * ended; a mistake in the command line itself throws commander's `CommanderError`.
 */
export const createProgram = (io: Io, version: string, loader: Loader, finish: (exit: Exit) => void): Command => {
  const program = new Command('annalist')
    .description(
      'Reads news and keeps the annals: who did what to whom, when and where.\nRaw English text in, normalized political events (CAMEO, PLOVER) in SQLite out.',
    )
    .version(version, '-V, --version')
    .configureOutput({
      writeOut: (text) => io.stdout.write(text),
      writeErr: (text) => io.stderr.write(text),
      getOutHelpWidth: () => io.stdout.columns || 100,
      getErrHelpWidth: () => io.stderr.columns || 100,
    })
    .exitOverride()
    .addHelpText(
      'after',
      `${examples('annalist run news/ --db events.db', 'echo "Finland joined NATO on Tuesday." | annalist extract --published 2023-04-05', 'annalist explain article.txt')}\nExit codes: 0 done, 1 failed, 2 usage, 3 done but some input was left out, 4 database busy or damaged, 130 interrupted.`,
    )

  declareBatch(program, { io, loader, finish })

  program
    .command('extract')
    .description('events as NDJSON on stdout, without a database')
    .argument('[path...]', 'files and folders, - for stdin (the default)')
    .addOption(format())
    .addOption(columns())
    .addOption(filesFrom())
    .addOption(published())
    .addOption(lexicon())
    .addOption(quiet())
    .addHelpText(
      'after',
      examples(
        'annalist extract article.txt',
        'echo "Finland joined NATO on Tuesday." | annalist extract --published 2023-04-05 -',
        "annalist extract news/ | jq -r '[.date.value, .source[0].code, .action.cameo, .target[0].code] | @tsv'",
      ),
    )
    .action(async (paths, options) => {
      const { extractCommand } = await import('./commands/extract.ts')
      finish(await extractCommand(paths, options, io, messagesTo(io, options.quiet ?? false), loader(options)))
    })

  program
    .command('dates')
    .description('time expressions as NDJSON on stdout, with their TIMEX3 values')
    .argument('[path...]', 'files and folders, - for stdin (the default)')
    .addOption(format())
    .addOption(columns())
    .addOption(filesFrom())
    .addOption(published())
    .option('--timeml', 'each article as a TimeML document, its time expressions marked')
    .addOption(quiet())
    .addHelpText(
      'after',
      examples(
        'annalist dates article.txt',
        'echo "They met in May of that year." | annalist dates',
        'annalist dates --timeml article.txt > article.tml',
      ),
    )
    .action(async (paths, options) => {
      const { datesCommand } = await import('./commands/dates.ts')
      finish(await datesCommand(paths, options, io, messagesTo(io, options.quiet ?? false), loader(options)))
    })

  program
    .command('explain')
    .description('each sentence with what was seen in it, what fired, what was rejected and why')
    .argument('[path...]', 'files and folders, - for stdin (the default)')
    .addOption(format())
    .addOption(columns())
    .addOption(filesFrom())
    .addOption(published())
    .addOption(lexicon())
    .addOption(new Option('--sentence <n>', 'this sentence only, counted from 0').argParser(natural))
    .option('--tree', 'draw the tree of each sentence')
    .option('--json', 'one JSON object a sentence')
    .option('--conllu', 'words and trees as CoNLL-U')
    .addOption(quiet())
    .addHelpText(
      'after',
      examples(
        'annalist explain article.txt | less -R',
        'echo "Finland joined NATO on Tuesday." | annalist explain --tree',
        'annalist explain --json article.txt | jq .rejections',
      ),
    )
    .action(async (paths, options) => {
      const { explainCommand } = await import('./commands/explain.ts')
      finish(await explainCommand(paths, options, io, messagesTo(io, options.quiet ?? false), loader(options)))
    })

  declareReview(program, { io, version, loader, finish })
  declareAudit(program, { io, version, loader, finish })
  declareMachines(program, { io, loader, finish })
  declareLexicon(program, { io, finish })

  program
    .command('doctor')
    .description('check Node, SQLite, lexicon, model and database, and say what to do')
    .addOption(db())
    .addOption(lexicon())
    .option('--json', 'the findings as JSON')
    .addHelpText('after', examples('annalist doctor', 'annalist doctor --db old.db --json'))
    .action(async (options) => {
      const { doctorCommand } = await import('./commands/doctor.ts')
      finish(await doctorCommand(options, io, loader(options)))
    })

  for (const command of program.commands) command.exitOverride().copyInheritedSettings(program)
  namingHelp(program, 'annalist')
  return program
}

/** Has every command name its own help when it is called wrongly. */
const namingHelp = (command: Command, name: string): void => {
  command.showHelpAfterError(`(${name} --help tells what there is)`)
  for (const below of command.commands) namingHelp(below, `${name} ${below.name()}`)
}

/** How a command line that commander refused, or answered itself, ends. */
export const exitOf = (error: CommanderError): Exit => (error.exitCode === 0 ? EXIT.done : EXIT.usage)
