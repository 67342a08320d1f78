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
type Named = (typeof commands)[number]
const optionsOf = (command: Named): readonly string[] => [
  ...command.options.flatMap((o) => [o.short, o.long].filter((flag) => flag !== undefined)),
  ...GLOBAL,
]
const withAllBelow = (command: Named): readonly Named[] => [command, ...command.commands.flatMap(withAllBelow)]
/** Every option of every command. */
export const OPTIONS: ReadonlySet<string> = new Set(commands.flatMap(withAllBelow).flatMap(optionsOf))

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

/** `above`: what stands before, where a command has commands of its own (`lexicon stats`). */
const missingOf = ([name = '', ...rest]: readonly string[], among: readonly Named[] = commands, above = 'annalist'): readonly string[] => {
  if (GLOBAL.includes(name)) return []
  const command = among.find((c) => c.name() === name)
  if (!command) return [`${above} has no command "${name}"`]
  if (command.commands.some((c) => c.name() === rest[0])) return missingOf(rest, command.commands, `${above} ${name}`)
  const known = optionsOf(command)
  return rest
    .filter((word) => /^--?\w/.test(word) && !known.includes(word.replace(/=.*/, '')))
    .map((word) => `${above} ${name} has no option ${word}`)
}
