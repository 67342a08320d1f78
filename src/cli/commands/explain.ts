import type { Article } from '../../document.ts'
import { conllu } from '../../export/write-conll.ts'
import type { Reference } from '../../normalize/reasons/explain-references.ts'
import type { Referent } from '../../normalize/references/discourse.ts'
import { type Exit, UsageError } from '../exit.ts'
import { explainText } from '../explain-text.ts'
import { checkPaths, eachArticle, type InputOptions, readOptions } from '../inputs.ts'
import { type Io, takesColour } from '../io.ts'
import type { LoadLibrary, ReadSentence } from '../library.ts'
import type { Messages } from '../messages.ts'
import { printable } from '../printable.ts'

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
  const given = await checkPaths(paths, options, io, messages)
  const read = readOptions(options, io)
  const { extract, nameOf, drawTree } = await load()
  const look = {
    colour: takesColour(io, io.stdout),
    width: Math.min(io.stdout.columns || 100, 120),
    tree: options.tree ?? false,
    nameOf,
    drawTree,
  }
  return eachArticle(given, read, io, messages, (article) => {
    const whole = extract(article)
    const extraction =
      options.sentence === undefined ? whole : { ...whole, readings: whole.readings.filter((r) => r.sentence.index === options.sentence) }
    if (extraction.readings.length === 0 && options.sentence !== undefined)
      throw new UsageError(
        `there is no sentence ${options.sentence} in ${article.id}`,
        `its sentences are numbered from 0 to ${whole.readings.length - 1}`,
      )
    if (options.conllu) return [conllu(article, extraction.readings)]
    if (options.json) return extraction.readings.map((reading) => `${JSON.stringify(asJson(article, reading))}\n`)
    return [`${printable(explainText(extraction, look), look.colour)}\n`]
  })
}

const asJson = ({ id, text }: Article, reading: ReadSentence) => {
  const { sentence, words, mentions, timexes, candidates, outcomes } = reading
  const { references, candidates: lost } = reading.reasons()
  return {
    document: id,
    sentence: {
      index: sentence.index,
      start: sentence.start,
      end: sentence.end,
      kind: sentence.kind,
      text: text.slice(sentence.start, sentence.end),
    },
    words,
    mentions,
    references: references.map(referenceAsJson),
    dates: timexes,
    candidates: candidates.map(({ clause, acts }, i) => ({
      clause,
      acts: acts.map(({ entry, score, choice }) => ({ rule: entry.id, cameo: entry.cameo, score, ...(choice && { fallback: choice }) })),
      lost: lost[i],
    })),
    events: outcomes.filter((o) => 'action' in o),
    rejections: outcomes.filter((o) => 'reason' in o),
  }
}

const referenceAsJson = ({ mention, resolution, lost }: Reference) => ({
  start: mention.start,
  end: mention.end,
  text: mention.text,
  means: (resolution?.referents ?? []).map(referentAsJson),
  basis: resolution?.basis ?? 'unresolved',
  because: resolution?.because ?? null,
  lost: lost.map(({ referents, why }) => ({ referents: referents.map(referentAsJson), why })),
})

/** Where a referent was named last: `sentence` -1 is the title, whose offsets are no offsets of the text. */
const referentAsJson = ({ entity, role, name, text, sentence, start, end }: Referent) => ({
  entity,
  role,
  name,
  text,
  sentence,
  start,
  end,
})
