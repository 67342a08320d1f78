import { eventRecord } from '../../store/event-record.ts'
import type { Exit } from '../exit.ts'
import { checkPaths, eachArticle, type InputOptions, readOptions } from '../inputs.ts'
import type { Io } from '../io.ts'
import type { LoadLibrary } from '../library.ts'
import type { Messages } from '../messages.ts'

/** `annalist extract`: events as NDJSON on stdout. */
export const extractCommand = async (
  paths: readonly string[],
  options: InputOptions,
  io: Io,
  messages: Messages,
  load: LoadLibrary,
): Promise<Exit> => {
  const given = await checkPaths(paths, options, io, messages)
  const read = readOptions(options, io)
  const { extract } = await load()
  return eachArticle(given, read, io, messages, (article) =>
    extract(article).events.map((event) => `${JSON.stringify(eventRecord(event))}\n`),
  )
}
