import { readArticles } from '../../read/read-articles.ts'
import { eventRecord } from '../../store/event-record.ts'
import { EXIT, type Exit } from '../exit.ts'
import { checkPaths, type InputOptions, readOptions } from '../inputs.ts'
import { type Io, write } from '../io.ts'
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
  const given = await checkPaths(paths, io, messages)
  const read = readOptions(options, io)
  const { extract } = await load()
  let quarantined = false
  for await (const reading of readArticles(given, read)) {
    if (io.signal.aborted) return EXIT.interrupted
    if ('article' in reading)
      for (const event of extract(reading.article).events) await write(io, `${JSON.stringify(eventRecord(event))}\n`)
    else {
      quarantined = true
      messages.unreadable(reading)
    }
  }
  return quarantined ? EXIT.quarantined : EXIT.done
}
