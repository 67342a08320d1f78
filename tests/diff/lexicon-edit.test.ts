import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Event } from '../../src/document.ts'
import { createExtract, readModel } from '../../src/index.ts'
import { lexiconData } from '../../src/lexicon/english.ts'
import { entryHashes } from '../../src/lexicon/entry-hashes.ts'
import type { LexiconData } from '../../src/lexicon/lexicon.ts'
import { run } from '../../src/run/run.ts'
import { inThread } from '../../src/run/runner.ts'
import { command, folder } from '../cli/command.ts'

// The whole way: the real extraction over the lexicon that comes with annalist, and over it with one entry's code edited.

const SENTENCES = [
  'Poland expelled three Russian diplomats on Tuesday.',
  'Russia attacked Ukraine on Thursday.',
  'The German chancellor met the French president in Berlin.',
  'Turkey criticized Greece over the islands.',
  'Norway praised Sweden for its decision.',
  'On Monday, Spain praised Portugal.',
]
const corpus = folder({
  'a.jsonl': SENTENCES.map((text, i) => `${JSON.stringify({ id: `a${i}`, text, published: '2022-02-25' })}\n`).join(''),
})

const build = async (name: string, lexicon: LexiconData): Promise<{ readonly db: string; readonly events: readonly Event[] }> => {
  const extract = createExtract({ model: readModel(), lexicon })
  const settings = { version: '1.0.0', lexicon: lexicon.hash, model: 'm', options: {}, entries: () => entryHashes(lexicon) }
  const db = join(corpus, name)
  await run({ paths: [join(corpus, 'a.jsonl')], db, settings, runner: inThread(extract) })
  const { out } = await command(['export', '--db', db])
  return {
    db,
    events: out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line)),
  }
}

test('editing one entry’s code: diff lists exactly the events that it moves, names that entry, and nothing else', async () => {
  const old = await build('old.db', lexiconData)
  const rule = old.events.find(({ document }) => document === 'a4')?.rule ?? ''
  const { cameo } = lexiconData.actions.find(({ id }) => `actions/${id}` === rule) ?? { cameo: 'none' }
  const edited = cameo === '050' ? '051' : '050'
  const fresh = await build('new.db', {
    ...lexiconData,
    hash: 'edited',
    actions: lexiconData.actions.map((entry) => (`actions/${entry.id}` === rule ? { ...entry, cameo: edited } : entry)),
  })
  const moved = old.events.filter((event) => event.rule === rule).map(({ id }) => id)
  expect(moved).toHaveLength(2)
  const { changes, summary } = JSON.parse((await command(['diff', old.db, fresh.db, '--format', 'json'])).out)
  expect(changes.map((c: { before: Event }) => c.before.id)).toEqual(moved)
  for (const change of changes) {
    expect(change.kind).toBe('changed')
    expect(change.cause).toEqual({ kind: 'lexicon', entries: [rule] })
    expect(change.fields.code).toEqual({ before: cameo, after: edited })
  }
  expect(summary).toMatchObject({ added: 0, removed: 0, changed: 2 })
})
