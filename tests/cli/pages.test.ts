import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import type { Command, Option } from 'commander'
import { describe, expect, test } from 'vitest'
import { createProgram } from '../../src/cli/program.ts'
import { fakeLoader } from './fake-library.ts'

const PAGES = join(import.meta.dirname, '../../docs/commands')
const stream = new PassThrough()
const program = createProgram(
  { stdin: process.stdin, stdout: stream, stderr: stream, env: {}, signal: new AbortController().signal },
  '0.0.0',
  fakeLoader,
  () => {},
)
const page = (name: string): string => readFileSync(join(PAGES, `${name}.md`), 'utf8')

/** The options of a command and of those below it, one for each flag. */
const optionsOf = (command: Command): readonly Option[] => [
  ...new Map([command, ...command.commands].flatMap((c) => (c === command ? c.options : optionsOf(c))).map((o) => [o.flags, o])).values(),
]

test('every command has a page, and every page a command', () => {
  expect(readdirSync(PAGES).toSorted()).toEqual(program.commands.map((c) => `${c.name()}.md`).toSorted())
})

describe.each(program.commands.map((c) => [c.name(), c] as const))('annalist %s', (name, command) => {
  test('its page tells every option with its values and default, and no other', () => {
    const rows = page(name)
      .split('\n')
      .flatMap((line) => /^\| `(-[^`]+)` \| (.*)\|$/.exec(line)?.slice(1) ?? [])
    const told = new Map(rows.flatMap((cell, i) => (i % 2 === 0 ? [[cell, rows[i + 1] ?? '']] : [])))
    expect([...told.keys()].toSorted()).toEqual(
      optionsOf(command)
        .map((o) => o.flags)
        .toSorted(),
    )
    for (const option of optionsOf(command)) {
      for (const choice of option.argChoices ?? []) expect(told.get(option.flags)).toContain(`\`${choice}\``)
      if (option.defaultValue !== undefined)
        expect(told.get(option.flags)).toMatch(new RegExp(`${option.defaultValue}.*efault|efault.*${option.defaultValue}`))
    }
  })

  test('its page has examples', () => {
    expect(page(name)).toMatch(new RegExp(`## Examples\n\n\`\`\`sh\n(.*\\| )?annalist ${name}`))
  })
})
