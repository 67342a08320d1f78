import { openStore, type Settings, StoreError } from '../store/index.ts'
import { type Connection, openDatabase } from '../store/open-database.ts'
import { articleChecker, type Codebook } from './check-article.ts'
import { checkClusters, checkFile, checkRuns, checkSchema } from './check-file.ts'
import { type Bounds, checkFloors } from './check-floors.ts'
import type { Failure } from './failure.ts'

export type Demands = {
  /** CAMEO codes by their codes; null leaves codes unchecked. */
  readonly codebook: Codebook | null
  /** The settings of now, where every article is to be of them. */
  readonly current?: Settings | null | undefined
  readonly bounds?: Bounds | undefined
}

/**
 * Checks a database against its own promises and the bounds of a configuration: every failure, with the row and what to do. One article is held at a time.
 * Throws `StoreError` where there is no database of ours to check.
 */
export function* checkDatabase(path: string, demands: Demands): Generator<Failure> {
  for (const failure of checkSteps(path, demands)) if (failure !== null) yield failure
}

/** The same in steps: null after each article, so that whoever asks may stop there. */
export function* checkSteps(path: string, { codebook, current, bounds }: Demands): Generator<Failure | null> {
  let db: Connection | null = null
  try {
    db = openDatabase(path, { readonly: true, timeout: 5000 })
    yield* checkFile(db)
    yield* checkSchema(db)
    yield* checkRuns(db)
    yield* checkClusters(db)
    const store = openStore(path, { readonly: true })
    try {
      const check = articleChecker(db, store, codebook)
      const runs = new Map(store.runs().map((run) => [run.id, run]))
      const lexicons = new Map<string, ReadonlyMap<string, string>>()
      for (const article of store.articles()) {
        const run = runs.get(article.run)
        const lexicon = run?.lexicon ?? ''
        const rules = lexicons.get(lexicon) ?? store.entries(lexicon)
        lexicons.set(lexicon, rules)
        yield* check(article, rules)
        if (current && run && (run.version !== current.version || run.lexicon !== current.lexicon || run.model !== current.model))
          yield {
            promise: 'current',
            row: `articles id=${article.id}`,
            message: `was extracted with version ${run.version}, lexicon ${run.lexicon}, model ${run.model}; now they are ${current.version}, ${current.lexicon}, ${current.model}`,
            remedy: '`annalist run` extracts it anew',
          }
        yield null
      }
      if (bounds) yield* checkFloors(store.totals(), bounds)
    } finally {
      store.close()
    }
  } catch (error) {
    if (!isDamage(error)) throw error
    yield {
      promise: 'file',
      row: 'file',
      message: `can't be read further: ${error.message}`,
      remedy: 'keep a copy, then build it anew from the articles: `annalist run --fresh`',
    }
  } finally {
    db?.close()
  }
}

/** Whether reading came upon what is no database page; other errors (no file, another program's) are no broken promises. */
const isDamage = (error: unknown): error is Error =>
  error instanceof StoreError
    ? error.fault === 'damaged'
    : error instanceof Error && 'code' in error && /^SQLITE_(CORRUPT|NOTADB|IOERR)/.test(String(error.code))
