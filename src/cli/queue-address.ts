import { isPostgres } from '../postgres/address.ts'
import { UsageError } from './exit.ts'
import type { Io } from './io.ts'

/** The queue's address: of the command line, else of ANNALIST_QUEUE, where nobody sees it in the list of processes. */
export const queueAddress = (given: string | undefined, io: Io): string => {
  const address = given ?? io.env.ANNALIST_QUEUE
  const example = 'write --queue postgres://user@host:port/database, or set ANNALIST_QUEUE'
  if (address === undefined || address === '') throw new UsageError('no queue was named', example)
  if (!isPostgres(address) || !URL.canParse(address)) throw new UsageError('the queue is no address of PostgreSQL', example)
  return address
}
