import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import facts from '../../package.json' with { type: 'json' }
import { createProgram } from '../../src/cli/program.ts'
import { fakeLoader } from '../cli/fake-library.ts'
import { ROOT } from './find-blocks.ts'

const nowhere = new PassThrough()
const { commands } = createProgram(
  { stdin: process.stdin, stdout: nowhere, stderr: nowhere, env: {}, signal: new AbortController().signal },
  '0.0.0',
  fakeLoader,
  () => {},
)
const GLOBAL = ['--help', '-h', '--version', '-V']
/** The options of a command and of those below it (`lexicon add action`). */
const optionsOf = (command: (typeof commands)[number]): readonly string[] => [
  ...command.options.flatMap((o) => [o.short, o.long].filter((flag) => flag !== undefined)),
  ...command.commands.flatMap(optionsOf),
  ...GLOBAL,
]
/** Every option of every command. */
export const OPTIONS: ReadonlySet<string> = new Set(commands.flatMap(optionsOf))

/** What a command line names and is not there: commands and options of annalist, scripts of package.json, files that tsx runs. */
export const missingIn = (line: string): readonly string[] => [
  ...[...line.matchAll(/(?:^|[\s;&|($])annalist\s+([^|;&\n>)#]*)/g)].flatMap(([, rest = '']) =>
    missingOf(rest.match(/"[^"]*"|'[^']*'|[^\s[\]]+/g) ?? []),
  ),
  ...[...line.matchAll(/\bnpm run ([\w:]+)/g)].flatMap(([, script = '']) =>
    script in facts.scripts ? [] : [`package.json has no script "${script}"`],
  ),
  ...[...line.matchAll(/\bnpx tsx (\S+)/g)].flatMap(([, file = '']) => (existsSync(join(ROOT, file)) ? [] : [`there is no file ${file}`])),
]

const missingOf = ([name = '', ...rest]: readonly string[]): readonly string[] => {
  if (GLOBAL.includes(name)) return []
  const command = commands.find((c) => c.name() === name)
  if (!command) return [`annalist has no command "${name}"`]
  const known = optionsOf(command)
  return rest
    .filter((word) => /^--?\w/.test(word) && !known.includes(word.replace(/=.*/, '')))
    .map((word) => `annalist ${name} has no option ${word}`)
}
