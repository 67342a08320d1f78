import { CommanderError } from 'commander'
import { DRIVER_REMEDY, whyNoDriver } from './driver.ts'
import { EXIT, type Exit, UsageError } from './exit.ts'
import type { Io } from './io.ts'
import { messagesTo } from './messages.ts'
import { createProgram, exitOf, type Loader } from './program.ts'

/** Runs a command line and gives its exit code. Whatever fails is told in a line or two, never as a stack trace (but with ANNALIST_DEBUG set). */
export const runProgram = async (argv: readonly string[], io: Io, version: string, loader: Loader): Promise<Exit> => {
  let exit: Exit = EXIT.done
  const program = createProgram(io, version, loader, (code) => {
    exit = code
  })
  try {
    await program.parseAsync(
      askedFor(
        argv,
        program.commands.map((command) => command.name()),
      ),
      { from: 'user' },
    )
    return exit
  } catch (error) {
    if (error instanceof CommanderError) return exitOf(error)
    if (io.signal.aborted) return EXIT.interrupted
    const { message, hint, code } = explainError(error)
    messagesTo(io, true).fault(message, hint)
    if (io.env.ANNALIST_DEBUG && error instanceof Error) io.stderr.write(`${error.stack}\n`)
    return code
  }
}

/** Help for a command that there isn't is answered as that command would be, which tells what was meant. */
const askedFor = (argv: readonly string[], names: readonly string[]): readonly string[] =>
  argv[0] === 'help' && argv[1] !== undefined && ![...names, 'help'].includes(argv[1]) ? argv.slice(1) : argv

const explainError = (error: unknown): { readonly message: string; readonly hint: string; readonly code: Exit } => {
  if (error instanceof UsageError) return { message: error.message, hint: error.hint, code: EXIT.usage }
  if (!(error instanceof Error)) return { message: String(error), hint: DEBUG, code: EXIT.failed }
  if (error.name === 'StoreError' && 'hint' in error && 'fault' in error)
    return {
      message: error.message,
      hint: String(error.hint),
      code: error.fault === 'busy' || error.fault === 'damaged' ? EXIT.database : EXIT.failed,
    }
  if ((error.name === 'ConfigError' || error.name === 'ScoreError') && 'hint' in error)
    return { message: error.message, hint: String(error.hint), code: EXIT.usage }
  if (error.name === 'LexiconError' && NO_FOLDER.test(error.message))
    return {
      message: error.message.replace(/^.*\n/, '').replace(/:1(?=: )/g, ''),
      hint: 'check the path given to --lexicon or in the configuration',
      code: EXIT.usage,
    }
  if (error.name === 'LexiconError')
    return { message: error.message, hint: 'docs/lexicon.md says how entries are written', code: EXIT.failed }
  const noDriver = whyNoDriver(error)
  if (noDriver !== null) return { message: noDriver, hint: DRIVER_REMEDY, code: EXIT.failed }
  if ('code' in error && error.code === 'ENOSPC')
    return { message: error.message, hint: 'free some space and run again', code: EXIT.failed }
  if ('code' in error && typeof error.code === 'string' && 'syscall' in error)
    return { message: error.message, hint: 'check the path and its permissions', code: EXIT.failed }
  return { message: error.message, hint: DEBUG, code: EXIT.failed }
}

/** What stands for a folder that isn't one: a path that was written wrongly, not an entry. */
const NO_FOLDER = /name the folder that holds/

const DEBUG = 'this is a fault of annalist; with ANNALIST_DEBUG=1 it tells more to report'
