import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { buildSync } from 'esbuild'

const ROOT = join(import.meta.dirname, '../..')
// Below the packages that it imports.
const DIR = join(ROOT, `node_modules/.annalist-test-${process.pid}`)
let built = false

/**
 * The command line over the fake extraction as a program that starts as fast as the published one: built once for each process that tests, in parts that are loaded when they are
 * asked for. It has no worker threads and none of the files beside the sources.
 */
export const builtAnnalist = (): string => {
  if (!built)
    buildSync({
      entryPoints: [join(ROOT, 'tests/cli/fake-annalist.ts')],
      outdir: DIR,
      outExtension: { '.js': '.mjs' },
      bundle: true,
      splitting: true,
      platform: 'node',
      format: 'esm',
      packages: 'external',
      logLevel: 'silent',
    })
  built = true
  return join(DIR, 'fake-annalist.mjs')
}

/** Removes what was built; to be called when a file of tests is done with it. */
export const removeBuilt = (): void => {
  rmSync(DIR, { recursive: true, force: true })
  built = false
}
