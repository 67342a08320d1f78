import { createHash, hash } from 'node:crypto'
import { once } from '../lexicon/unpack.ts'
import type { Loader } from './program.ts'

/** Loads the library with the English lexicon; with directories of a user's own, those are laid over it. */
export const loadEnglish =
  (version: string): Loader =>
  ({ lexicon = [] }) =>
  async () => {
    const [{ createExtract, dates, readModel }, { entryHashes, RANKERS }, data, { drawTree }] = await Promise.all([
      import('../index.ts'),
      import('../create-extract.ts'),
      lexiconData(lexicon),
      import('./draw-tree.ts'),
    ])
    const model = readModel()
    const names = new Map(data.codebook.map(({ code, name }) => [code, name]))
    const settings = once(() => ({
      version,
      lexicon: data.hash,
      model: weightsHash(model, ...RANKERS),
      options: {},
      entries: () => entryHashes(data, (text) => hash('sha256', text)),
    }))
    const entities = once(() => new Map(data.actors.map(({ id, name }) => [id, name])))
    let extract: ReturnType<typeof createExtract> | null = null
    return {
      extract: (article) => {
        extract ??= createExtract({ model, lexicon: lexicon.length > 0 ? data : undefined })
        return extract(article)
      },
      worker: { module: new URL(`./extract-in-worker${import.meta.url.slice(-3)}`, import.meta.url).href, options: { lexicon } },
      dates,
      // Only what is stored is known by them: hashing the model takes a while.
      get settings() {
        return settings()
      },
      nameOf: (code) => names.get(code) || names.get(code.slice(0, 3)) || names.get(code.slice(0, 2)) || code,
      nameOfEntity: (entity) => entities().get(entity) ?? null,
      codebook: data.codebook,
      drawTree,
    }
  }

/** One hash of all that is learned: the reader's model, and the weights of the rankers. What was done with others is done again. */
export const weightsHash = (model: Uint8Array, ...rankers: readonly unknown[]): string =>
  createHash('sha256').update(model).update(JSON.stringify(rankers)).digest('hex').slice(0, 16)

/** The compiled lexicon, or the one of these directories laid over ours. */
export const lexiconData = async (dirs: readonly string[]) => {
  if (dirs.length === 0) return (await import('../create-extract.ts')).lexiconData
  return (await import('../lexicography/read-over.ts')).readOver(...dirs).data
}
