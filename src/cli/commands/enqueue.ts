import type { Config } from '../../config/config-schema.ts'
import type { ReadOptions } from '../../read/read-articles.ts'
import { EXIT, type Exit, UsageError } from '../exit.ts'
import { checkPaths, type InputOptions, readOptions } from '../inputs.ts'
import { type Io, write } from '../io.ts'
import type { LoadLibrary } from '../library.ts'
import type { Messages } from '../messages.ts'
import { queueAddress } from '../queue-address.ts'

export type EnqueueCommandOptions = InputOptions & {
  readonly queue?: string
  readonly config: Config | null
  readonly ahead: number
  readonly concurrency: number
  readonly json?: boolean
  readonly quiet?: boolean
}

/** `annalist enqueue`: reads articles and puts those that are not done yet into the queue. */
export const enqueueCommand = async (
  paths: readonly string[],
  options: EnqueueCommandOptions,
  io: Io,
  messages: Messages,
  load: LoadLibrary,
): Promise<Exit> => {
  const address = queueAddress(options.queue, io)
  const given = paths.length === 0 && options.filesFrom === undefined ? options.config?.corpus : paths
  if (given === undefined) throw new UsageError('name what is to be read', 'annalist enqueue news/ --queue postgres://user@host/database')
  const sources = await checkPaths(given, options, io, messages)
  const read: ReadOptions = { ...readOptions({ ...options.config?.read, ...options }, io), concurrency: options.concurrency }
  const [{ enqueue }, { settings }] = await Promise.all([import('../../queue/enqueue.ts'), load()])
  const { interrupted, ...counts } = await enqueue({
    address,
    paths: sources,
    read,
    settings,
    ahead: options.ahead,
    signal: io.signal,
    onUnreadable: messages.unreadable,
    onProgress: ({ sent, jobs }) => messages.progress(`${sent} articles in ${jobs} jobs`),
  })
  messages.progress('')
  const { sent, unchanged, waiting, quarantined, jobs } = counts
  if (options.json) await write(io, `${JSON.stringify({ ...counts, interrupted })}\n`)
  else if (!options.quiet)
    await write(
      io,
      `${sent} articles in ${jobs} jobs; ${unchanged} done already, ${waiting} in the queue already, ${quarantined} left out\n`,
    )
  return interrupted ? EXIT.interrupted : quarantined > 0 ? EXIT.quarantined : EXIT.done
}
