import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { build } from 'esbuild'
import { type Ended, ended } from '../cli/ended.ts'

const ROOT = join(import.meta.dirname, '../..')
// Below the packages that it imports.
const FILE = join(ROOT, `node_modules/.annalist-test-${process.pid}/fake-annalist.mjs`)

/** Makes one file of the command line over the fake extraction, which starts in a tenth of the time. */
export const bundleAnnalist = async (file = FILE): Promise<string> => {
  await build({
    entryPoints: [join(ROOT, 'tests/cli/fake-annalist.ts')],
    outfile: file,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    logLevel: 'silent',
  })
  return file
}

export type Process = { readonly child: ChildProcess; readonly ended: Promise<Ended> }

/** Starts the bundled command line. */
export const startBundled = (file: string, argv: readonly string[], env: Readonly<Record<string, string>>): Process => {
  const child = spawn(process.execPath, [file, ...argv], { cwd: ROOT, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] })
  return { child, ended: ended(child) }
}
