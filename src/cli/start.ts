import { EXIT } from './exit.ts'
import { messagesTo } from './messages.ts'
import type { Loader } from './program.ts'
import { runProgram } from './run-program.ts'

/**
 * Starts the command line of this process: streams, signals and exit code. The first SIGINT lets the command finish what it has in hand, a second one ends
 * it at once. A reader of stdout that goes away (`| head`) ends it quietly; one of stderr, or a disk that is full of its notes, ends nothing.
 */
export const start = async (version: string, loader: Loader): Promise<void> => {
  const { stdin, stdout, stderr, env } = process
  const interrupt = new AbortController()
  const stop = (): void => {
    if (interrupt.signal.aborted) process.exit(EXIT.interrupted)
    interrupt.abort()
    // What waits for more input has nothing in hand.
    stdin.destroy()
  }
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
  const io = { stdin, stdout, stderr, env, signal: interrupt.signal }
  stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(EXIT.done)
    messagesTo(io, true).fault(`stdout can't be written: ${error.message}`)
    process.exit(EXIT.failed)
  })
  stderr.on('error', () => {})
  process.exitCode = await runProgram(process.argv.slice(2), io, version, loader)
  if (interrupt.signal.aborted) process.exitCode = EXIT.interrupted
  process.off('SIGINT', stop)
  process.off('SIGTERM', stop)
}
