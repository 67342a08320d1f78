import { workersByDefault } from '../../run/room-for-workers.ts'
import { EXIT, type Exit } from '../exit.ts'
import { type Io, write } from '../io.ts'
import type { LoadLibrary } from '../library.ts'
import type { Messages } from '../messages.ts'
import { queueAddress } from '../queue-address.ts'
import { openRunner } from './run.ts'

export type WorkerCommandOptions = {
  readonly queue?: string
  readonly workers?: number
  readonly untilEmpty?: boolean
  readonly timeLimit: number
  readonly memoryLimit: number
  readonly json?: boolean
  readonly quiet?: boolean
}

/** `annalist worker`: does the jobs of the queue until it is told to end. */
export const workerCommand = async (options: WorkerCommandOptions, io: Io, messages: Messages, load: LoadLibrary): Promise<Exit> => {
  const address = queueAddress(options.queue, io)
  const [{ work }, library] = await Promise.all([import('../../queue/work.ts'), load()])
  const { workers = workersByDefault() } = options
  const runner = await openRunner(library, { ...options, workers })
  try {
    const worked = await work({
      address,
      settings: library.settings,
      runner,
      jobs: workers === 0 || library.worker === undefined ? 1 : workers + 1,
      untilEmpty: options.untilEmpty,
      signal: io.signal,
      onNote: messages.note,
      onProgress: ({ written, events }) => messages.progress(`${written} articles, ${events} events`),
    })
    messages.progress('')
    const { jobs, written, events, failed, late } = worked
    if (options.json) await write(io, `${JSON.stringify(worked)}\n`)
    else if (!options.quiet)
      await write(
        io,
        `${written} articles with ${events} events in ${jobs} jobs; ${failed} failed, ${late} were done or changed meanwhile\n`,
      )
    return io.signal.aborted ? EXIT.interrupted : failed > 0 ? EXIT.quarantined : EXIT.done
  } finally {
    await runner.close()
  }
}
