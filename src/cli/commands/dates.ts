import type { Timex } from '../../document.ts'
import type { Exit } from '../exit.ts'
import { checkPaths, eachArticle, type InputOptions, readOptions } from '../inputs.ts'
import type { Io } from '../io.ts'
import type { LoadLibrary } from '../library.ts'
import type { Messages } from '../messages.ts'
import { timeml } from '../timeml.ts'

/** A time expression as one line of NDJSON. */
const record = (
  document: string,
  { start, end, text, value, type, mod, quant, freq, first, last, precision, anchor, rule, fault }: Timex,
): string =>
  `${JSON.stringify({ document, start, end, text, value, type, mod, quant, freq, first, last, precision, anchor, rule, fault })}\n`

/** `annalist dates`: time expressions as NDJSON on stdout, or each article as TimeML. */
export const datesCommand = async (
  paths: readonly string[],
  options: InputOptions & { readonly timeml?: boolean },
  io: Io,
  messages: Messages,
  load: LoadLibrary,
): Promise<Exit> => {
  const given = await checkPaths(paths, options, io, messages)
  const read = readOptions(options, io)
  const { dates } = await load()
  return eachArticle(given, read, io, messages, (article) => {
    const found = dates(article)
    return options.timeml ? [timeml(article, found)] : found.map((timex) => record(article.id, timex))
  })
}
