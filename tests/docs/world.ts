import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { ROOT } from './find-blocks.ts'

export type Ran = { readonly status: number | null; readonly output: string; readonly err: string }

/** A fresh clone in a temporary folder, with the files that the pages speak of, and a shell in it. */
export type World = { readonly dir: string; readonly sh: (command: string, cwd?: string) => Promise<Ran>; readonly end: () => void }

export const makeWorld = async (): Promise<World> => {
  const dir = mkdtempSync(join(tmpdir(), 'annalist-docs-'))
  const bin = join(dir, '.bin')
  const socket = process.platform === 'win32' ? `\\\\.\\pipe\\annalist-docs-${process.pid}` : join(dir, '.socket')
  mkdirSync(bin)
  furnish(dir)
  const resident = spawn(process.execPath, ['--import', 'tsx', join(import.meta.dirname, 'resident.ts'), socket], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await once(resident.stdout, 'data')
  writeFileSync(join(bin, 'annalist'), client(socket), { mode: 0o755 })
  const env = { ...process.env, PATH: `${bin}${delimiter}${process.env.PATH}`, NO_COLOR: '1', npm_config_update_notifier: 'false' }
  return {
    dir,
    sh: (command, cwd = dir) => run(spawn('bash', ['-o', 'pipefail', '-c', command], { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] })),
    end: () => {
      resident.kill()
      rmSync(dir, { recursive: true, force: true })
    },
  }
}

/** What a terminal would show is both streams, as they come. */
const run = async (child: ChildProcess): Promise<Ran> => {
  let [output, err] = ['', '']
  child.stdout?.on('data', (data) => {
    output += data
  })
  child.stderr?.on('data', (data) => {
    output += data
    err += data
  })
  const [status] = await once(child, 'close')
  return { status, output, err }
}

/** `annalist` on the path: asks the resident command line. */
const client = (socket: string): string => `#!/usr/bin/env node
import { request } from 'node:http'
const call = encodeURIComponent(JSON.stringify({ argv: process.argv.slice(2), cwd: process.cwd() }))
const ask = request({ socketPath: ${JSON.stringify(socket)}, method: 'POST', headers: { call } }, async (answer) => {
  const { code, out, err } = JSON.parse(Buffer.concat(await answer.toArray()).toString())
  process.stderr.write(err)
  process.stdout.write(out)
  process.exitCode = code
})
process.stdin.pipe(ask)
`

const furnish = (dir: string): void => {
  for (const name of ['dist', 'node_modules', 'model', 'lexicon', 'bench', 'scripts', 'src', 'assets'])
    symlinkSync(join(ROOT, name), join(dir, name), 'junction')
  for (const name of ['package.json', 'docs', 'corpus']) cpSync(join(ROOT, name), join(dir, name), { recursive: true })
  cpSync(join(ROOT, 'fixtures/example-repository'), join(dir, 'repository'), { recursive: true })
  for (const slug of readdirSync(join(dir, 'corpus')))
    cpSync(join(ROOT, 'fixtures/articles', slug, 'gold.jsonl'), join(dir, 'corpus', slug, 'gold.jsonl'))
  cpSync(join(dir, 'corpus/grain-deal'), join(dir, 'news/grain-deal'), { recursive: true })
  cpSync(join(dir, 'corpus/grain-deal/gold.jsonl'), join(dir, 'gold.jsonl'))
  writeFileSync(join(dir, 'article.txt'), 'Finland joined NATO on Tuesday. Russia said on Wednesday that it would respond.')
  writeFileSync(join(dir, 'articles.jsonl'), `${article('one', '2023-04-05')}\n`)
  // One page in Latin-1, and lines of JSON the last of which has no date that can be read: docs/input.md shows what is said of them.
  mkdirSync(join(dir, 'old'))
  writeFileSync(
    join(dir, 'old/news.txt'),
    Buffer.from(`${'The port was closed on that day too.\n'.repeat(30)}The caf\u00e9 was not.`, 'latin1'),
  )
  writeFileSync(
    join(dir, 'feed.jsonl'),
    `${[...Array(11).keys()].map((n) => article(`n-${n}`, '2023-04-05')).join('\n')}\n${article('last', 'soon')}\n`,
  )
  writeFileSync(join(dir, 'annalist.config.json'), JSON.stringify({ corpus: ['corpus'], db: 'events.db' }))
  for (const file of ['verdicts.jsonl', 'ada.jsonl', 'ben.jsonl']) writeFileSync(join(dir, file), '')
}

const article = (id: string, published: string): string => JSON.stringify({ id, text: 'Finland joined NATO on Tuesday.', published })
