import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openStore } from '../../src/store/index.ts'
import { command, folder } from '../cli/command.ts'

// What the command line says goes before the configuration, which goes before what commands do by themselves.

const make = (config: string): string =>
  folder({
    'articles/a.jsonl': '{"KEY": "one", "BODY": "France met."}\n',
    'other/b.txt': 'Serbia praised NATO on 2022-02-24.',
    'annalist.config.yaml': config,
  })
const CONFIG = 'corpus: articles\nlexicon: mine\ndb: built/e.db\nread: { columns: { id: KEY, text: BODY }, published: "2020-01-02" }\n'
const seen = (db: string): readonly unknown[] => {
  const store = openStore(db, { readonly: true })
  const found = [...store.events()].map((event) => [event.document, event.date?.value])
  const runs = store.runs().map(({ lexicon }) => lexicon)
  store.close()
  return [found, runs]
}

test('corpus, lexicon, database and how to read come from the configuration', async () => {
  const there = folder({
    'articles/a.dat': '{"id": "one", "text": "France met."}\n',
    'annalist.config.yaml': CONFIG.replace('corpus: articles', 'corpus: articles/a.dat').replace(
      'columns: { id: KEY, text: BODY }',
      'format: jsonl',
    ),
  })
  const { code, err } = await command(['run', '--fresh', '-q', '--config', join(there, 'annalist.config.yaml')])
  expect([code, err]).toEqual([0, ''])
  expect(seen(join(there, 'built/e.db'))).toEqual([[['one', '2020-01-02']], [join(there, 'mine')]])
})

test('the command line goes before it', async () => {
  const dir = make(CONFIG)
  const argv = [
    'run',
    join(dir, 'other'),
    '--fresh',
    '-q',
    '--config',
    join(dir, 'annalist.config.yaml'),
    '--db',
    join(dir, 'mine.db'),
    '--lexicon',
    'yours',
    '--published',
    '2021-01-01',
  ]
  expect((await command(argv)).code).toBe(0)
  expect(seen(join(dir, 'mine.db'))).toEqual([[['b', '2022-02-24']], ['yours']])
  expect(existsSync(join(dir, 'built'))).toBe(false)
})

test('a corpus that is not there ends the run before it begins, as a path of the command line does', async () => {
  const dir = make('corpus: [articles, artikles]\n')
  for (const fresh of [[], ['--fresh']]) {
    const { code, err } = await command(['run', ...fresh, '--config', join(dir, 'annalist.config.yaml'), '--db', join(dir, 'e.db')])
    expect([code, err]).toEqual([2, expect.stringMatching(/^error there is no file or folder .*artikles\n/)])
  }
  expect(existsSync(join(dir, 'e.db'))).toBe(false)
})

test('one that is wrong ends the command before it begins', async () => {
  const dir = make('corpus: articles\nlexikon: mine\n')
  for (const argv of [['run'], ['check'], ['score'], ['export'], ['diff', 'a.db', 'b.db']]) {
    const { code, out, err } = await command([...argv, '--config', join(dir, 'annalist.config.yaml')])
    expect([code, out]).toEqual([2, ''])
    expect(err).toMatch(/^error .*annalist\.config\.yaml:2: lexikon: there is no such key\n.*docs\/config\.md/)
  }
})
