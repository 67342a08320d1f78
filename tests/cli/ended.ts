import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'

/** How a command ended, and what it wrote. */
export type Ended = { readonly code: number | null; readonly out: string; readonly err: string }

/** Waits for a process to end, taking in what it writes from now on. */
export const ended = async (child: ChildProcess): Promise<Ended> => {
  let out = ''
  let err = ''
  child.stdout?.on('data', (data) => {
    out += data
  })
  child.stderr?.on('data', (data) => {
    err += data
  })
  const [code] = (await once(child, 'close')) as [number | null]
  return { code, out, err }
}
