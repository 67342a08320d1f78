import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { createProgram } from '../../src/cli/program.ts'
import { fakeLoader } from '../cli/fake-library.ts'

const ROOT = join(import.meta.dirname, '../..')
const program = createProgram(
  { stdin: process.stdin, stdout: process.stdout, stderr: process.stderr, env: {}, signal: new AbortController().signal },
  '0',
  fakeLoader,
  () => {},
)
const names = program.commands.map((command) => command.name())
const options = (name: string) =>
  program.commands.find((command) => command.name() === name)?.options.flatMap(({ long }) => long ?? []) ?? []

type Service = { readonly command?: readonly string[]; readonly environment?: Readonly<Record<string, string>> }
const { services } = parse(readFileSync(join(ROOT, 'compose.yaml'), 'utf8'), { merge: true }) as {
  services: Readonly<Record<string, Service>>
}

test.each(Object.entries(services).filter(([, { command }]) => command))(
  'the service %s of compose.yaml calls a command that is there',
  (_, { command = [], environment }) => {
    expect(names).toContain(command[0])
    for (const word of command.filter((w) => w.startsWith('--'))) expect(options(command[0] ?? '')).toContain(word)
    // The password goes by a way that no list of processes shows.
    expect(environment?.ANNALIST_QUEUE).toMatch(/^postgres:\/\/annalist@db/)
    expect(environment?.PGPASSWORD).toContain('ANNALIST_PASSWORD')
  },
)

test('the Dockerfile runs as nobody in particular, and installs the peers that are tested', () => {
  const file = readFileSync(join(ROOT, 'Dockerfile'), 'utf8')
  const { devDependencies, files } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
    devDependencies: Record<string, string>
    files: string[]
  }
  expect(file).toMatch(/\nUSER node\n[\s\S]*HEALTHCHECK[\s\S]*"queue", "status"/)
  for (const peer of ['pg', 'pg-boss']) expect(file).toContain(`${peer}@${devDependencies[peer]}`)
  for (const path of files.filter((name) => !name.includes('.'))) expect(file).toContain(`/annalist/${path} ${path}`)
})
