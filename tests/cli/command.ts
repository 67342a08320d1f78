import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { Readable, Writable } from 'node:stream'
import type { Loader } from '../../src/cli/program.ts'
import { runProgram } from '../../src/cli/run-program.ts'
import { builtAnnalist } from './built-annalist.ts'
import type { Ended } from './ended.ts'
import { fakeLoader } from './fake-library.ts'

/** Runs a command line in this process over the fake extraction. */
export const command = async (
  argv: readonly string[],
  {
    stdin = '',
    env = {},
    tty = false,
    signal = new AbortController().signal,
    loader = fakeLoader,
  }: {
    readonly stdin?: string | Uint8Array
    readonly env?: Readonly<Record<string, string>>
    readonly tty?: boolean
    readonly signal?: AbortSignal
    readonly loader?: Loader
  } = {},
): Promise<Ended> => {
  const [out, err] = [sink(tty), sink(tty)]
  const input = Object.assign(Readable.from([Buffer.from(stdin)]), { isTTY: tty })
  const code = await runProgram(argv, { stdin: input, stdout: out.stream, stderr: err.stream, env, signal }, '0.0.0', loader)
  return { code, out: out.text(), err: err.text() }
}

/** A stream that takes everything that is written, however much, without making the writer wait for a reader. */
export const sink = (tty = false) => {
  const parts: Buffer[] = []
  const stream = new Writable({
    write: (chunk, _, done) => {
      parts.push(chunk)
      done()
    },
  })
  return { stream: Object.assign(stream, { isTTY: tty }), text: () => Buffer.concat(parts).toString() }
}

const ROOT = join(import.meta.dirname, '../..')

/** From the sources, for commands that need worker threads or what stands beside them. */
const FROM_SOURCES = ['--import', 'tsx', join(import.meta.dirname, 'fake-annalist.ts')] as const

/** Starts the command line as a process over the fake extraction, in a shell after the command `first` where there is one. */
export const startProcess = (argv: readonly string[], env: Readonly<Record<string, string>> = {}, first: string | null = null) => {
  const whole = argv[0] === 'audit' || env.IN_WORKERS !== undefined
  const node = [process.execPath, ...(whole ? FROM_SOURCES : [builtAnnalist()]), ...argv]
  const [program = '', ...rest] = first === null ? node : ['sh', '-c', `${first} && exec "$@"`, 'sh', ...node]
  return spawn(program, rest, { cwd: ROOT, env: { ...process.env, ...env }, stdio: ['pipe', 'pipe', 'pipe'] })
}

/** A new folder with these files in it. */
export const folder = (files: Readonly<Record<string, string | Uint8Array>> = {}): string => {
  const dir = mkdtempSync(join(tmpdir(), 'annalist-cli-'))
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(dir, name)), { recursive: true })
    writeFileSync(join(dir, name), content)
  }
  return dir
}
