import { isPostgres, toldAddress } from '../../postgres/address.ts'
import { EXIT, type Exit, UsageError } from '../exit.ts'
import type { Messages } from '../messages.ts'

/** `annalist copy`: moves what a database holds between SQLite and PostgreSQL. */
export const copyCommand = async (from: string, to: string, messages: Messages): Promise<Exit> => {
  if (isPostgres(from) === isPostgres(to))
    throw new UsageError(
      `${isPostgres(from) ? 'both are addresses of PostgreSQL' : 'both are files'}`,
      'name a file and an address: annalist copy events.db postgres://user@host/database, or the other way round',
    )
  const told = (name: string): string => (isPostgres(name) ? toldAddress(name) : name)
  const done = (articles: number): void => messages.progress(`${articles} articles`)
  const articles = isPostgres(from)
    ? await (await import('../../postgres/copy-out.ts')).copyOut(from, to, done)
    : await (await import('../../postgres/copy-in.ts')).copyIn(from, to, done)
  messages.progress('')
  messages.note(`copied ${articles} articles from ${told(from)} to ${told(to)}`)
  return EXIT.done
}
