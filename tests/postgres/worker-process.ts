import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { build } from 'esbuild'

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

export type Ending = { readonly code: number | null; readonly out: string; readonly err: string }
export type Process = { readonly child: ChildProcess; readonly ended: Promise<Ending> }

/** Starts the bundled command line. */
export const startBundled = (file: string, argv: readonly string[], env: Readonly<Record<string, string>>): Process => {
  const child = spawn(process.execPath, [file, ...argv], { cwd: ROOT, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] })
  let out = ''
  let err = ''
  child.stdout.on('data', (data) => {
    out += data
  })
  child.stderr.on('data', (data) => {
    err += data
  })
  return { child, ended: once(child, 'close').then(([code]) => ({ code: code as number | null, out, err })) }
}
