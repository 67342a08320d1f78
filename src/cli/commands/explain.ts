import { readArticles } from '../../read/read-articles.ts'
import { conllu } from '../conllu.ts'
import { EXIT, type Exit, UsageError } from '../exit.ts'
import { explainText } from '../explain-text.ts'
import { checkPaths, type InputOptions, readOptions } from '../inputs.ts'
import { type Io, takesColour, write } from '../io.ts'
import type { LoadLibrary } from '../library.ts'
import type { Messages } from '../messages.ts'

export type ExplainOptions = InputOptions & {
  readonly json?: boolean
  readonly conllu?: boolean
  readonly tree?: boolean
  readonly sentence?: number
}

/** `annalist explain`: each sentence with what was seen in it, what fired, and what was rejected and why. */
export const explainCommand = async (
  paths: readonly string[],
  options: ExplainOptions,
  io: Io,
  messages: Messages,
  load: LoadLibrary,
): Promise<Exit> => {
  if (options.json && options.conllu) throw new UsageError('--json and --conllu are two forms of output', 'give one of them')
  const given = await checkPaths(paths, io, messages)
  const read = readOptions(options, io)
  const { extract, nameOf, drawTree } = await load()
  const look = {
    colour: takesColour(io, io.stdout),
    width: Math.min(io.stdout.columns ?? 100, 120),
    tree: options.tree ?? false,
    nameOf,
    drawTree,
  }
  let quarantined = false
  for await (const reading of readArticles(given, read)) {
    if (io.signal.aborted) return EXIT.interrupted
    if (!('article' in reading)) {
      quarantined = true
      messages.unreadable(reading)
      continue
    }
    const whole = extract(reading.article)
    const extraction =
      options.sentence === undefined ? whole : { ...whole, readings: whole.readings.filter((r) => r.sentence.index === options.sentence) }
    if (extraction.readings.length === 0 && options.sentence !== undefined)
      throw new UsageError(
        `there is no sentence ${options.sentence} in ${whole.document.article.id}`,
        `its sentences are numbered from 0 to ${whole.readings.length - 1}`,
      )
    if (options.conllu) await write(io, conllu(extraction))
    else if (options.json)
      for (const sentence of extraction.readings)
        await write(io, `${JSON.stringify(asJson(whole.document.article.id, whole.document.article.text, sentence))}\n`)
    else await write(io, `${explainText(extraction, look)}\n`)
  }
  return quarantined ? EXIT.quarantined : EXIT.done
}

const asJson = (
  document: string,
  text: string,
  { sentence, words, mentions, timexes, candidates, outcomes }: import('../library.ts').ReadSentence,
) => ({
  document,
  sentence: {
    index: sentence.index,
    start: sentence.start,
    end: sentence.end,
    kind: sentence.kind,
    text: text.slice(sentence.start, sentence.end),
  },
  words,
  mentions,
  dates: timexes,
  candidates: candidates.map(({ clause, acts }) => ({
    clause,
    acts: acts.map(({ entry, score }) => ({ rule: entry.id, cameo: entry.cameo, score })),
  })),
  events: outcomes.filter((o) => 'action' in o),
  rejections: outcomes.filter((o) => 'reason' in o),
})
