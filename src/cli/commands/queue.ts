import { connect } from '../../postgres/connect.ts'
import { loadBoss, openBoss } from '../../queue/boss.ts'
import { createQueue } from '../../queue/create-queue.ts'
import { purgeLetters, purgeQueue, retryLetters } from '../../queue/dead-letters.ts'
import { type QueueStatus, queueStatus } from '../../queue/status.ts'
import { EXIT, type Exit } from '../exit.ts'
import { type Io, write } from '../io.ts'
import type { LoadLibrary } from '../library.ts'
import { queueAddress } from '../queue-address.ts'

type Work = 'status' | 'retry' | 'purge' | 'init'
export type QueueCommandOptions = {
  readonly queue?: string
  readonly dead?: boolean
  readonly patience?: number
  readonly most: number
  readonly json?: boolean
}

/** `annalist queue`: tells what is in the queue, puts dead letters back, empties it, makes it. */
export const queueCommand = async (
  what: Work,
  { queue, dead, patience, most, json }: QueueCommandOptions,
  io: Io,
  load: LoadLibrary,
): Promise<Exit> => {
  const address = queueAddress(queue, io)
  const tell = (figures: Readonly<Record<string, unknown>>, text: string): Promise<void> =>
    write(io, json ? `${JSON.stringify(figures)}\n` : text)
  if (what === 'init') {
    const made = await createQueue(address, (await load()).settings, patience)
    await made.close()
    await tell({ run: made.run }, `the queue of this version and lexicon is there: ${made.run}\n`)
    return EXIT.done
  }
  await loadBoss()
  const postgres = await connect(address, 2)
  try {
    const boss = await openBoss(postgres, { create: false })
    switch (what) {
      case 'status': {
        const status = await queueStatus(postgres, most)
        await tell(status, describe(status))
        break
      }
      case 'retry': {
        const retried = await retryLetters(postgres, boss)
        await tell({ retried }, `${retried} dead letters are in the queue again\n`)
        break
      }
      case 'purge': {
        const purged = dead ? await purgeLetters(postgres) : await purgeQueue(postgres)
        await tell({ purged }, `${purged} ${dead ? 'dead letters' : 'jobs'} are gone\n`)
        break
      }
    }
    return EXIT.done
  } finally {
    await postgres.close()
  }
}

const describe = ({ queues, letters, articles, events }: QueueStatus): string => {
  const dead = queues.reduce((count, queue) => count + queue.dead, 0)
  return [
    ...queues.map(
      (queue) =>
        `version ${queue.version}, lexicon ${queue.lexicon}, model ${queue.model}: ${queue.waiting} jobs wait, ${queue.active} in hand, ${queue.dead} dead letters`,
    ),
    ...letters.map(
      ({ articles: ids, why }) => `  dead: ${ids.slice(0, 3).join(', ')}${ids.length > 3 ? ` and ${ids.length - 3} more` : ''}: ${why}`,
    ),
    ...(dead > letters.length && letters.length > 0 ? [`  … and ${dead - letters.length} more`] : []),
    `${articles} articles with ${events} events are stored`,
    '',
  ].join('\n')
}
