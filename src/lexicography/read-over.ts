import { packed } from '../lexicon/compiled-entries.ts'
import { LexiconError } from '../lexicon/lexicon-error.ts'
import { readLexicon } from '../lexicon/load-lexicon.ts'
import { unpackEntries } from '../lexicon/pack-entries.ts'
import { readFiles, type Source } from '../lexicon/read-files.ts'
import { once } from '../lexicon/unpack.ts'

type Read = ReturnType<typeof readLexicon>
export type WholeLexicon = Pick<Read, 'data' | 'entries'>

const ours = once(() => unpackEntries(packed))

const oursAlone = once(() => readLexicon(ours()))

/** Our lexicon with others laid over it, and what is wrong with them. */
export const layOver = (...sources: readonly Source[]): Read => (sources.length === 0 ? oursAlone() : readLexicon(ours(), ...sources))

/** Our lexicon with others laid over it, as data and as the entries that were read. Throws `LexiconError`. */
export const readOver = (...sources: readonly Source[]): WholeLexicon => {
  const { problems, ...whole } = layOver(...sources)
  if (problems.length > 0) throw new LexiconError(problems)
  return whole
}

/** Where the entries stand that events and `explain` name: `actions/meet` → file and line; of others' entries before ours. */
export const placesOf = (dirs: readonly string[]): ReadonlyMap<string, string> =>
  new Map(
    [ours(), ...dirs.map((dir, i) => readFiles(dir, i + 1, []))].flatMap(({ raws }) =>
      raws.flatMap(({ file, path, line, value }): readonly (readonly [string, string])[] =>
        typeof value === 'object' && value !== null && 'id' in value
          ? [[`${file.split(/[/.]/)[0]}/${String(value.id)}`, `${path}:${line}`]]
          : [],
      ),
    ),
  )
