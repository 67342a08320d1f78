import { CommanderError } from 'commander'
import { DRIVER_MISSING, DRIVER_REMEDY, isDriverMissing } from '../store/driver.ts'
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
    await program.parseAsync(argv, { from: 'user' })
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
  if (error.name === 'LexiconError')
    return { message: error.message, hint: 'docs/lexicon.md says how entries are written', code: EXIT.failed }
  if (isDriverMissing(error)) return { message: DRIVER_MISSING, hint: DRIVER_REMEDY, code: EXIT.failed }
  if ('code' in error && error.code === 'ENOSPC')
    return { message: error.message, hint: 'free some space and run again', code: EXIT.failed }
  if ('code' in error && typeof error.code === 'string' && 'syscall' in error)
    return { message: error.message, hint: 'check the path and its permissions', code: EXIT.failed }
  return { message: error.message, hint: DEBUG, code: EXIT.failed }
}

const DEBUG = 'this is a fault of annalist; with ANNALIST_DEBUG=1 it tells more to report'
