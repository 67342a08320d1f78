import { closeSync, existsSync, fstatSync, fsyncSync, openSync, readSync, statSync, writeSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { inOrder, type Parsed, parseVerdicts } from './parse-verdicts.ts'
import { readVerdictFile } from './read-verdict-file.ts'
import { type Verdict, verdictLine } from './verdict.ts'

/** A verdict file that other processes, git and people write too. */
export type VerdictLog = {
  readonly path: string
  /** What the file holds now: read again when it has changed. `revision` grows with every change. */
  readonly read: () => Parsed & { readonly revision: number }
  /** Appends a verdict and waits until it is on the disk. One whose id is there already adds nothing. @throws the errors of the file system */
  readonly append: (verdict: Verdict) => 'added' | 'there'
}

/** Opens a verdict file; it need not be there before the first verdict. */
export const openVerdictLog = (path: string): VerdictLog => {
  const memory = new Map<string, Verdict>()
  let known: { readonly stamp: string; readonly parsed: Parsed; readonly revision: number } = {
    stamp: 'none',
    parsed: { verdicts: [], faults: [] },
    revision: 0,
  }
  const fresh = () => {
    const stamp = stampOf(path)
    if (stamp !== known.stamp)
      known = {
        stamp,
        parsed: stamp === 'none' ? { verdicts: [], faults: [] } : parseVerdicts(readVerdictFile(path), memory),
        revision: known.revision + 1,
      }
    return known
  }
  const read = () => {
    const { parsed, revision } = fresh()
    return { ...parsed, revision }
  }
  return {
    path,
    read,
    append: (verdict) => {
      const { parsed, revision } = fresh()
      if (parsed.verdicts.some((v) => v.id === verdict.id)) return 'there'
      const line = verdictLine(verdict)
      const before = statSync(path, { throwIfNoEntry: false })?.size ?? 0
      appendLine(path, line)
      // Nothing else was written meanwhile: what is known only grows by the line.
      if (statSync(path).size === before + Buffer.byteLength(line)) {
        memory.set(line.trim(), verdict)
        known = { stamp: stampOf(path), parsed: { ...parsed, verdicts: inOrder([...parsed.verdicts, verdict]) }, revision: revision + 1 }
      }
      return 'added'
    },
  }
}

const stampOf = (path: string): string => {
  const stat = statSync(path, { bigint: true, throwIfNoEntry: false })
  return stat === undefined ? 'none' : `${stat.ino} ${stat.size} ${stat.mtimeNs}`
}

/** One write at the end of the file, then the disk's word for it. A last line that was torn off is closed first, so that it spoils no other. */
const appendLine = (path: string, line: string): void => {
  const fresh = !existsSync(path)
  const file = openSync(path, 'a+')
  try {
    const bytes = Buffer.from(endsOpen(file) ? `\n${line}` : line)
    if (writeSync(file, bytes) < bytes.length) throw new Error(`${path} took only a part of the verdict: is the disk full?`)
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
  if (fresh) syncFolder(dirname(resolve(path)))
}

const endsOpen = (file: number): boolean => {
  const { size } = fstatSync(file)
  if (size === 0) return false
  const last = Buffer.alloc(1)
  readSync(file, last, 0, 1, size - 1)
  return last[0] !== 0x0a
}

/** A new file is safe once its folder is. Windows has no such call. */
const syncFolder = (folder: string): void => {
  if (process.platform === 'win32') return
  const handle = openSync(folder, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}
