import { copyFileSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, test } from 'vitest'
import { checkDatabase } from '../../src/check/check-database.ts'
import type { Failure, Promised } from '../../src/check/failure.ts'
import { articleHash, openStore } from '../../src/store/index.ts'
import { command, folder } from '../cli/command.ts'
import { ARTICLES, article, fakeExtract, SETTINGS } from '../store/fake-extract.ts'

const dir = mkdtempSync(join(tmpdir(), 'annalist-check-'))
const CODEBOOK = new Map([
  ['190', { quad: 4, goldstein: -10 }],
  ['051', { quad: 1, goldstein: 3.4 }],
  ['040', { quad: 1, goldstein: 1 }],
  ['115', { quad: 3, goldstein: -2 }],
])
const COPY =
  'The president of the republic said on Monday that talks on the border would go on for as long as both sides wished, and that nobody should expect more of them than they could give in so short a time. Russia attacked Ukraine.'
const ALL = [...ARTICLES, article('copy-1', COPY), article('copy-2', COPY), article('twice', 'France met. France met.')]
const good = join(dir, 'good.db')
const store = openStore(good)
const run = store.begin({
  ...SETTINGS,
  entries: () => new Map(['attacked', 'praised', 'met', 'sued'].map((verb) => [`actions/${verb}`, verb])),
})
for (const a of ALL) store.save(fakeExtract(a), articleHash(a), run)
const attack = [...store.events('war')][0]?.id ?? ''
store.close()

let files = 0
/** A copy with something done to it that no promise allows. */
const mutated = (sql: string): string => {
  const path = join(dir, `${++files}.db`)
  copyFileSync(good, path)
  const db = new Database(path)
  db.unsafeMode()
  db.pragma('foreign_keys = OFF')
  db.pragma('ignore_check_constraints = ON')
  db.pragma('writable_schema = ON')
  db.exec(sql)
  db.close()
  return path
}
const failuresOf = (path: string): readonly Failure[] => [...checkDatabase(path, { codebook: CODEBOOK })]

test('a database as `run` makes it keeps every promise', () => {
  expect(failuresOf(good)).toEqual([])
})

const EVENT = `(SELECT key FROM events WHERE id = '${attack}')`
describe('what somebody did to it is found', () => {
  test.each<[string, string, Promised, RegExp]>([
    ['a trigger shifted', `UPDATE events SET trigger_start = trigger_start + 1 WHERE id = '${attack}'`, 'quotation', /trigger of event/],
    [
      'a party’s span shifted',
      `UPDATE parties SET start = start + 1, "end" = "end" + 1 WHERE event = ${EVENT} AND side = 'target'`,
      'quotation',
      /target of event/,
    ],
    ['a place’s span shifted', `UPDATE events SET place_end = place_end + 1 WHERE id = '${attack}'`, 'quotation', /place of event/],
    [
      'a date’s span shifted',
      `UPDATE events SET date_span_start = date_span_start - 2 WHERE id = '${attack}'`,
      'quotation',
      /date of event/,
    ],
    ['a number’s span shifted', `UPDATE magnitudes SET start = start - 1 WHERE event = ${EVENT}`, 'quotation', /dead of event/],
    ['words of a rejection changed', "UPDATE rejections SET trigger_text = 'snored'", 'quotation', /rejections id=/],
    ['a code changed to another', `UPDATE events SET cameo = '195' WHERE id = '${attack}'`, 'code', /events id=/],
    ['a code changed to none', `UPDATE events SET cameo = '219', root = '21' WHERE id = '${attack}'`, 'record', /events id=/],
    ['a Goldstein value changed', `UPDATE events SET goldstein = 7 WHERE id = '${attack}'`, 'code', /events id=/],
    ['a quad class changed', `UPDATE events SET quad = 1 WHERE id = '${attack}'`, 'code', /events id=/],
    ['a date turned round', `UPDATE events SET date_start = '2022-03-01' WHERE id = '${attack}'`, 'date', /events id=/],
    [
      'a day that is another',
      `UPDATE events SET date_start = '2022-02-23', date_end = '2022-02-23' WHERE id = '${attack}'`,
      'date',
      /events id=/,
    ],
    [
      'a day before Christ that is another',
      `UPDATE events SET date_value = 'BC0044-03-15', date_start = '-0044-03-15', date_end = '-0044-03-15' WHERE id = '${attack}'`,
      'date',
      /events id=/,
    ],
    ['a confidence changed', `UPDATE events SET confidence = 0.5 WHERE id = '${attack}'`, 'digest', /articles id=war/],
    ['a status changed', `UPDATE events SET status = 'reported' WHERE id = '${attack}'`, 'digest', /articles id=war/],
    [
      'a party of another entity',
      `UPDATE parties SET entity = 'FRA', code = 'FRAGOV' WHERE event = ${EVENT} AND side = 'source'`,
      'digest',
      /articles id=war/,
    ],
    ['an id changed', `UPDATE events SET id = '${'0'.repeat(32)}' WHERE id = '${attack}'`, 'id', /events id=0000/],
    ['a rule that there is none of', `UPDATE events SET rule = 'actions/unheard-of' WHERE id = '${attack}'`, 'rule', /events id=/],
    [
      'an event dropped, the first',
      `DELETE FROM parties WHERE event = ${EVENT}; DELETE FROM modes WHERE event = ${EVENT}; DELETE FROM contexts WHERE event = ${EVENT}; DELETE FROM magnitudes WHERE event = ${EVENT}; DELETE FROM events WHERE id = '${attack}'`,
      'order',
      /events of article war/,
    ],
    [
      'an event dropped, the last, and all that was its',
      "PRAGMA foreign_keys = ON; DELETE FROM events WHERE ordinal = 1 AND article = (SELECT key FROM articles WHERE id = 'war')",
      'digest',
      /articles id=war/,
    ],
    ['an event dropped, its parties left', `DELETE FROM events WHERE id = '${attack}'`, 'keys', /^parties/],
    [
      'a party dropped',
      `DELETE FROM parties WHERE event = (SELECT key FROM events WHERE cameo = '040' LIMIT 1) AND side = 'source' AND ordinal = 0`,
      'order',
      /source parties of event/,
    ],
    ['a mode dropped', `DELETE FROM modes WHERE event = ${EVENT} AND ordinal = 0`, 'order', /modes of event/],
    ['a rejection dropped', 'DELETE FROM rejections', 'digest', /articles id=(war|quiet)/],
    [
      'a sentence dropped',
      "DELETE FROM sentences WHERE ordinal = 0 AND article = (SELECT key FROM articles WHERE id = 'war')",
      'keys',
      /^events/,
    ],
    [
      'a sentence’s words changed',
      "UPDATE sentences SET text = 'Russia left Ukraine.' WHERE ordinal = 0",
      'sentences',
      /sentences article=/,
    ],
    [
      'a sentence made to overlap',
      'UPDATE sentences SET start = start - 5, text = substr((SELECT text FROM articles WHERE key = article), start - 4, "end" - start + 5) WHERE ordinal = 1 AND article = (SELECT key FROM articles WHERE id = \'war\')',
      'sentences',
      /sentences article=war ordinal=1/,
    ],
    ['an article’s text changed', "UPDATE articles SET text = replace(text, 'Kyiv', 'Lviv')", 'article', /articles id=war/],
    ['a publication date changed', "UPDATE articles SET published = '2020-01-01' WHERE id = 'war'", 'article', /articles id=war/],
    ['an article dropped, its rows left', "DELETE FROM articles WHERE id = 'war'", 'keys', /./],
    ['a run’s lexicon changed', "UPDATE runs SET lexicon = 'xyz'", 'runs', /runs id=/],
    ['entries of a lexicon that no run used', "INSERT INTO entries VALUES ('zzz', 'actions/x', 'h')", 'runs', /entries lexicon=zzz/],
    ['an entry’s hash changed', "UPDATE entries SET hash = 'other' WHERE id = 'actions/met'", 'runs', /entries lexicon=abc/],
    ['an index dropped', 'DROP INDEX events_by_date', 'schema', /index events_by_date/],
    ['a view changed', 'DROP VIEW dyads; CREATE VIEW dyads AS SELECT 1 AS one', 'schema', /view dyads/],
    ['a table of another hand', 'CREATE TABLE notes (note TEXT)', 'schema', /table notes/],
    [
      'a CHECK taken out of a table',
      "UPDATE sqlite_schema SET sql = replace(sql, ' CHECK (quad BETWEEN 1 AND 4)', '') WHERE name = 'events'",
      'schema',
      /table events/,
    ],
    ['a value that a CHECK forbids', `UPDATE events SET negated = 2 WHERE id = '${attack}'`, 'file', /file/],
    ['a cluster torn apart', 'UPDATE clusters SET cluster = -article', 'copies', /clusters of article/],
    ['the bands of a text changed', 'UPDATE bands SET hash = hash + article WHERE ordinal = 3', 'copies', /bands of article/],
  ])('%s', (_, sql, promise, row) => {
    const failures = failuresOf(mutated(sql))
    const found = failures.filter((failure) => failure.promise === promise && row.test(failure.row))
    expect(found, JSON.stringify(failures, null, 1)).not.toHaveLength(0)
    for (const { message, remedy } of failures) expect([message, remedy].every((text) => text.length > 5)).toBe(true)
  })

  test('a byte flipped, in whichever page', () => {
    const bytes = readFileSync(good)
    let found = 0
    const pages = bytes.length / 4096
    for (let page = 1; page < pages; page++) {
      const path = join(dir, 'flipped.db')
      const copy = Buffer.from(bytes)
      // The last bytes of a page hold a row, or a part of one, where the page is not empty.
      const at = page * 4096 + 4096 - 3
      copy[at] = (copy[at] as number) ^ 0x15
      writeFileSync(path, copy)
      if (failuresOf(path).length > 0) found++
      else
        expect(
          copy.subarray(page * 4096, (page + 1) * 4096 - 64).every((byte, i) => i < 8 || byte === 0),
          `page ${page}: ${copy.subarray(at - 60, at + 3).toString('latin1')}`,
        ).toBe(true)
    }
    expect(found).toBeGreaterThan(pages / 2)
  })
})

describe('annalist check', () => {
  const text = 'Russia attacked Ukraine in Kyiv on 2022-02-24. NATO slept.'
  const make = async (config: string, gold = '') => {
    const out = folder({ 'in/a.txt': text, 'annalist.config.yaml': config, 'gold.jsonl': gold })
    await command(['run', join(out, 'in'), '--db', join(out, 'events.db'), '-q'])
    return {
      db: join(out, 'events.db'),
      check: (...argv: readonly string[]) => command(['check', '--config', join(out, 'annalist.config.yaml'), ...argv]),
    }
  }

  test('says that all is well', async () => {
    const { db, check } = await make('{}')
    expect(await check()).toMatchObject({ code: 0, out: expect.stringMatching(/^ok .*events\.db keeps its 17 promises\n$/), err: '' })
    expect((await command(['check', '--db', db])).out).toMatch(/keeps its 15 promises/)
    expect(await command(['check', '--db', db, '--json'])).toMatchObject({ code: 0, out: '' })
  })

  test.each<[string, string, string, RegExp]>([
    ['too few events', 'check: { least: { events: 2 } }', '', /events: 1, and at least 2 are asked for\n.*→ see what is gone/],
    ['too many rejections', 'check: { most: { rejections: 0 } }', '', /rejections: 1, and at most 0 are allowed/],
    [
      'a score beneath its floor',
      'score: { gold: gold.jsonl, floors: { +root: { f1: 0.9 } } }',
      '{"doc":"a","start":7,"end":15,"roots":["20"]}\n',
      /score \+root: f1 is 0\.000, and at least 0\.9 is asked for/,
    ],
  ])('%s breaks the configuration', async (_, config, gold, message) => {
    const { check } = await make(config, gold)
    const { code, out } = await check()
    expect(code).toBe(1)
    expect(out).toMatch(message)
  })

  test('with a configuration, what another lexicon extracted is told', async () => {
    const { check } = await make('lexicon: mine')
    expect((await check()).out).toMatch(/articles id=a: was extracted with version 0\.0\.0, lexicon fake.* now they are 0\.0\.0, .*mine/)
  })

  test('many failures of one promise are cut with a count, and a damaged file exits 4', async () => {
    const path = mutated("UPDATE events SET rule = 'actions/unheard-of'")
    const { code, out } = await command(['check', '--db', path, '--most', '2'])
    expect(code).toBe(1)
    expect(out).toMatch(/… and \d+ more: the entry that fired/)
    const bytes = readFileSync(good)
    bytes.fill(0xff, 4096 * 3, 4096 * 5)
    writeFileSync(join(dir, 'torn.db'), bytes)
    expect((await command(['check', '--db', join(dir, 'torn.db')])).code).toBe(4)
    expect((await command(['check', '--db', '/no/such.db'])).code).toBe(1)
  })
})
