import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { ConfigError } from '../../src/config/config-error.ts'
import { configJsonSchema } from '../../src/config/config-schema.ts'
import { findConfigs } from '../../src/config/find-config.ts'
import { readConfig } from '../../src/config/read-config.ts'

const dir = mkdtempSync(join(tmpdir(), 'annalist-config-'))
const write = (name: string, content: string): string => {
  writeFileSync(join(dir, name), content)
  return join(dir, name)
}
const FULL = `title: A war
licence: CC-BY-4.0
corpus: articles
read: { format: jsonl, published: "2023-04-05", columns: { id: KEY, text: BODY } }
lexicon: [lexicon]
db: build/events.db
exports:
  - { output: events.csv.gz, format: csv, columns: gdelt, root: ["19"], from: 2022-02-24, minConfidence: 0.5 }
check: { least: { events: 10 }, most: { quarantined: 0 } }
score: { gold: gold.jsonl, floors: { +root: { f1: 0.5 } } }
diff: { failOn: [removed>10], articleLink: "https://example.org/{id}" }
`
const validate = new Ajv2020({ strict: false }).compile(configJsonSchema() as object)

test('docs/config.schema.json is the schema of the configuration (`npx vitest run tests/config -u` writes it anew)', async () => {
  await expect(`${JSON.stringify(configJsonSchema(), null, 2)}\n`).toMatchFileSnapshot('../../docs/config.schema.json')
})

test('docs/config.md tells every key', () => {
  const page = readFileSync(join(import.meta.dirname, '../../docs/config.md'), 'utf8')
  const { properties } = configJsonSchema() as { properties: Record<string, { properties?: object }> }
  for (const [key, value] of Object.entries(properties)) {
    expect(page).toContain(`\`${key}\``)
    for (const inner of Object.keys(value.properties ?? {})) expect(page).toContain(`\`${key}.${inner}\``)
  }
})

test('YAML and JSON say the same, with paths from where the file stands', () => {
  const yaml = readConfig(write('annalist.config.yaml', FULL))
  const json = readConfig(write('annalist.config.json', JSON.stringify(parse(FULL))))
  expect(json).toEqual(yaml)
  expect(yaml).toMatchObject({
    corpus: [join(dir, 'articles')],
    lexicon: [join(dir, 'lexicon')],
    db: join(dir, 'build/events.db'),
    exports: [{ output: join(dir, 'events.csv.gz'), root: ['19'] }],
    score: { gold: [join(dir, 'gold.jsonl')], floors: { '+root': { f1: 0.5 } } },
  })
  expect(validate(parse(FULL)), JSON.stringify(validate.errors)).toBe(true)
  expect(findConfigs(dir)).toEqual([join(dir, 'annalist.config.json'), join(dir, 'annalist.config.yaml')])
  expect(findConfigs(join(dir, 'none'))).toEqual([])
})

test('an empty one names the database all the same', () => {
  expect(readConfig(write('empty.yaml', '{}')).db).toBe(join(dir, 'events.db'))
})

describe('what is wrong is told with file, line and field', () => {
  test.each<[string, string, RegExp]>([
    ['a key that there is none of', 'db: a.db\nlexikon: x\n', /:2: lexikon: there is no such key/],
    ['a key inside', 'check:\n  least: { event: 1 }\n', /:2: check\.least\.event: there is no such key/],
    ['a number beyond', 'score:\n  gold: g.jsonl\n  floors:\n    event: { f1: 80 }\n', /:4: score\.floors\.event\.f1: /],
    ['a format that it does not know', 'exports:\n  - { output: a.xls, format: xls }\n', /:2: exports\.0\.format: /],
    [
      'a file of two exports',
      'exports:\n  - { output: a.csv, format: csv }\n  - { output: ./a.csv, format: ndjson }\n',
      /:3: exports\.1\.output: .*another export/,
    ],
    [
      'days the wrong way round',
      'exports:\n  - { output: a.csv, format: csv, from: "2023-02-01", to: "2023-01-01" }\n',
      /:2: exports\.0\.from: is after `to`/,
    ],
    ['a day that is none', 'exports:\n  - { output: a.csv, format: csv, from: May }\n', /:2: exports\.0\.from: write a day/],
    ['a level that there is none of', 'score:\n  gold: g\n  floors: { root: { f1: 1 } }\n', /:3: score\.floors/],
    ['a number where a path should be', 'db: 5\n', /:1: db: must be a text in quotes, not 5$/],
    [
      'a share beyond one',
      'score:\n  gold: g\n  floors:\n    event: { f1: 80 }\n',
      /:4: score\.floors\.event\.f1: must be 1 or less, not 80$/,
    ],
    [
      'half an article',
      'check:\n  least: { articles: 1.5, events: -1 }\n',
      /articles: must be a whole number, not 1\.5\n.*events: must be 0 or more, not -1$/,
    ],
    ['one export in place of a list', 'exports: { output: a.csv }\n', /:1: exports: must be a list: \[…\], not \{"output":"a\.csv"\}$/],
    [
      'an export without a format',
      'exports:\n  - { output: a.csv }\n',
      /:2: exports\.0\.format: is missing: write one of ndjson, csv, parquet/,
    ],
    ['another format', 'read: { format: xls }\n', /:1: read\.format: must be one of text, jsonl, .*, not "xls"$/],
    ['no gold', 'score:\n  gold: []\n', /:2: score\.gold: (write a path, or a list of paths|is empty)/],
    ['no path', 'db: ""\n', /:1: db: is empty: write something, or leave it out$/],
    ['a list', '- db\n', /:1: the file: must be an object: \{…\}, not \["db"\]$/],
    ['no YAML', 'db: [\n', /:\d: /],
    ['an empty list', 'db: a.db\ncorpus: []\n', /:2: corpus: is empty: write something, or leave it out/],
    ['a text for a list', 'diff:\n  failOn: removed>10\n', /:2: diff\.failOn: must be a list: \["removed>10"\], not "removed>10"/],
    ['a number for a text', 'db: 7\n', /:1: db: must be a text in quotes, not 7/],
    ['a key that is missing', 'exports:\n  - { output: a.csv }\n', /:2: exports\.0\.format: is missing: write one of ndjson, csv/],
    ['a list for the whole', '- a\n', /:1: the file: must be an object: \{…\}, not \["a"\]/],
    ['a count that is none', 'check:\n  least: { events: 1.5 }\n', /:2: check\.least\.events: must be a whole number, not 1\.5/],
    ['a day of publication that is none', 'read:\n  published: foo\n', /:2: read\.published: write an ISO 8601 date/],
    ['an alias of nothing', 'db: a\ncorpus: *articles\n', /:2: "\*articles" refers to "&articles"/],
    [
      'a condition that is none',
      'diff:\n  failOn: ["removed>1", "gone>"]\n',
      /:2: diff\.failOn\.1: write added, removed, .*: removed>10, changed>=5%$/,
    ],
    [
      'columns of no table',
      'exports:\n  - { output: a, format: ndjson, columns: icews }\n',
      /:2: exports\.0\.columns: are those of CSV: write format: csv$/,
    ],
    ['a key twice', 'db: a\ndb: b\n', /:2: Map keys must be unique/],
  ])('%s', (_, content, message) => {
    const file = write('wrong.yaml', content)
    expect(() => readConfig(file)).toThrow(ConfigError)
    expect(() => readConfig(file)).toThrow(message)
  })
  test('and what the JSON Schema allows, the reader takes, and the other way round', () => {
    for (const bad of [{ lexikon: 'x' }, { check: { least: { event: 1 } } }, { exports: [{ output: 'a', format: 'xls' }] }, { db: 7 }])
      expect(validate(bad)).toBe(false)
    for (const good of [{}, { corpus: ['a'] }, { corpus: 'a' }, { exports: [{ output: 'a', format: 'timeline' }] }])
      expect(validate(good)).toBe(true)
  })
  test('a file that is not there', () => {
    expect(() => readConfig(join(dir, 'nowhere.json'))).toThrow(/nowhere\.json can't be read: there is no such file/)
    expect(() => readConfig(dir)).toThrow(/can't be read: it is a folder/)
  })
})

test.each([
  ['root: [18, 19]', 'exports.0.root: a code is a text: write it in quotes, "05"'],
  ['root: 05', 'exports.0.root: a code is a text: write it in quotes, "05"'],
  ['root: {}', 'exports.0.root: write a name, or a list of names'],
  ['root: ["190"]', 'exports.0.root: write roots of two digits: 04,19,20 (there are 01 to 20)'],
  ['source: Russia', 'exports.0.source: write entities or CAMEO actor codes: RUS,NATO,FRAMIL'],
  ['country: ukr', 'exports.0.country: write ISO 3166 alpha-3 codes: UKR,POL'],
  ['from: 2023-02-30', 'exports.0.from: there is no such day'],
  ['from: May', 'exports.0.from: write a day: 2023-04-05'],
])('an export by `%s` is refused with its line', (filter, message) => {
  const file = write('filter.yaml', `exports:\n  - output: e.csv\n    format: csv\n    ${filter}\n`)
  expect(() => readConfig(file)).toThrow(`${file}:4: ${message}`)
})
