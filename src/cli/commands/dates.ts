import type { Timex } from '../../document.ts'
import { readArticles } from '../../read/read-articles.ts'
import { EXIT, type Exit } from '../exit.ts'
import { checkPaths, type InputOptions, readOptions } from '../inputs.ts'
import { type Io, write } from '../io.ts'
import type { LoadLibrary } from '../library.ts'
import type { Messages } from '../messages.ts'
import { timeml } from '../timeml.ts'

/** A time expression as one line of NDJSON. */
const record = (document: string, { start, end, text, value, type, mod, first, last, precision, anchor, rule, fault }: Timex): string =>
  `${JSON.stringify({ document, start, end, text, value, type, mod, first, last, precision, anchor, rule, fault })}\n`

/** `annalist dates`: time expressions as NDJSON on stdout, or each article as TimeML. */
export const datesCommand = async (
  paths: readonly string[],
  options: InputOptions & { readonly timeml?: boolean },
  io: Io,
  messages: Messages,
  load: LoadLibrary,
): Promise<Exit> => {
  const given = await checkPaths(paths, io, messages)
  const read = readOptions(options, io)
  const { dates } = await load()
  let quarantined = false
  for await (const reading of readArticles(given, read)) {
    if (io.signal.aborted) return EXIT.interrupted
    if ('article' in reading) {
      const { article } = reading
      const found = dates(article)
      if (options.timeml) await write(io, timeml(article, found))
      else for (const timex of found) await write(io, record(article.id, timex))
    } else {
      quarantined = true
      messages.unreadable(reading)
    }
  }
  return quarantined ? EXIT.quarantined : EXIT.done
}
