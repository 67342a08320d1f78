import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { type Ended, ended } from '../cli/ended.ts'

const ROOT = join(import.meta.dirname, '../..')

export type Process = { readonly child: ChildProcess; readonly ended: Promise<Ended> }

/** Starts the command line that was built. */
export const startBuilt = (file: string, argv: readonly string[], env: Readonly<Record<string, string>>): Process => {
  const child = spawn(process.execPath, [file, ...argv], { cwd: ROOT, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] })
  return { child, ended: ended(child) }
}
