import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { buildSync } from 'esbuild'

const ROOT = join(import.meta.dirname, '../..')
// Below the packages that it imports.
const DIR = join(ROOT, `node_modules/.annalist-test-${process.pid}`)
let built = false

/**
 * Makes the command line over the fake extraction a program that starts as fast as the published one, in parts that are loaded when they are asked for: of what can be
 * loaded most is the lexicon, which nobody asks for. It has no worker threads and none of the files beside the sources.
 */
export const buildAnnalist = (dir: string): string => {
  buildSync({
    entryPoints: [join(ROOT, 'tests/cli/fake-annalist.ts')],
    outdir: dir,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    logLevel: 'silent',
  })
  return join(dir, 'fake-annalist.mjs')
}

/** That program, built once for each process that tests. */
export const builtAnnalist = (): string => {
  if (!built) buildAnnalist(DIR)
  built = true
  return join(DIR, 'fake-annalist.mjs')
}

/** Removes what was built; to be called when a file of tests is done with it. */
export const removeBuilt = (): void => {
  rmSync(DIR, { recursive: true, force: true })
  built = false
}
