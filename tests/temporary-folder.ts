import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Gives a run of the tests a temporary folder of its own, for all its processes, and removes it with whatever they left there. */
export default (): (() => void) => {
  const before = process.env.TMPDIR
  const dir = mkdtempSync(join(tmpdir(), 'annalist-'))
  // As the system's own: some tests become another user.
  chmodSync(dir, 0o1777)
  process.env.TMPDIR = dir
  return () => {
    if (before === undefined) delete process.env.TMPDIR
    else process.env.TMPDIR = before
    rmSync(dir, { recursive: true, force: true, maxRetries: 3 })
  }
}
