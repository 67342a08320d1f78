import { join } from 'node:path'
import { expect, test } from 'vitest'
import { checkDatabase } from '../../src/check/check-database.ts'
import { createExtract, readModel } from '../../src/index.ts'
import { lexiconData } from '../../src/lexicon/english.ts'
import { entryHashes } from '../../src/lexicon/entry-hashes.ts'
import { rebuild } from '../../src/run/rebuild.ts'
import { inThread } from '../../src/run/runner.ts'
import { folder } from '../cli/command.ts'

// What the real extraction stores keeps every promise: ids recompute, codes are in the codebook, rules in the lexicon.

const TEXT = `MOSCOW, Feb. 24 (AP) — Russia attacked Ukraine on Thursday, killing at least 40 soldiers near Kyiv. Russia attacked Ukraine on Thursday, killing at least 40 soldiers near Kyiv.

The president of France condemned the attack and promised aid. He said his country would send weapons. Poland and Lithuania signed a treaty in Warsaw in May 2021.

Rome attacked Carthage on 15 March 44 BC, in June 146 BC and in 1 BC. Egypt attacked Rome on 3 May 1 BC. Rome attacked Egypt in AD 69.

"We will never surrender," said Zelensky. NATO refused to send troops. The choir sang.`

test('a database of the real extraction keeps its promises', async () => {
  const dir = folder({ 'a.txt': TEXT, 'b.txt': `\n\n  ${TEXT.slice(30)}`, 'empty.jsonl': '{"id": "none", "text": "Nothing."}\n' })
  const db = join(dir, 'e.db')
  const settings = { version: '1', lexicon: lexiconData.hash, model: 'm', options: {}, entries: () => entryHashes(lexiconData) }
  const report = await rebuild({
    paths: [dir],
    read: { published: '2022-02-25' },
    db,
    settings,
    onUnreadable: ({ message }) => expect.unreachable(message),
    runner: inThread(createExtract({ model: readModel() })),
  })
  expect(report.quarantined).toBe(0)
  expect(report.totals.events).toBeGreaterThan(6)
  expect([...checkDatabase(db, { codebook: new Map(lexiconData.codebook.map((code) => [code.code, code])), current: settings })]).toEqual(
    [],
  )
})
