import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Trial } from './trial.ts'

/** The folder of the lexicon that comes with annalist. */
const OURS = fileURLToPath(new URL('../../lexicon/en', import.meta.url))

export const keyOf = ({ entry, text }: Trial): string => `${entry}: ${text}`

/**
 * The examples that are known not to hold yet, of our lexicon and of others: `known-failures.txt` in its folder names each as `actions/meet: text`, a line
 * each; lines that begin with # tell why.
 */
export const knownFailures = (dirs: readonly string[]): ReadonlySet<string> =>
  new Set(
    [OURS, ...dirs].flatMap((dir) => {
      const file = join(dir, 'known-failures.txt')
      return existsSync(file)
        ? readFileSync(file, 'utf8')
            .split(/\r?\n/)
            .filter((line) => line !== '' && !line.startsWith('#'))
        : []
    }),
  )
