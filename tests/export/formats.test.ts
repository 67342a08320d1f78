import { execFileSync, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, lstatSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { gunzipSync } from 'node:zlib'
import { DuckDBInstance } from '@duckdb/node-api'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { parseHTML } from 'linkedom'
import { beforeAll, describe, expect, test } from 'vitest'
import { columnsPage, LAYOUTS } from '../../src/export/columns/layouts.ts'
import { csvCell } from '../../src/export/write-csv.ts'
import { openStore } from '../../src/store/index.ts'
import { command, folder } from '../cli/command.ts'

const ARTICLES = [
  {
    id: 'war',
    title: 'War',
    url: 'https://example.org/war',
    published: '2022-02-25',
    text: 'Russia attacked Ukraine killing at least 12 in Kyiv on 2022-02-24. NATO slept. Russia and Ukraine met in Ankara.',
  },
  { id: 'talk <&> "talk"', text: '😀 Serbia may have attacked NATO. France praised Atlantis. “so”, France sued.\r\n' },
  { id: '=cmd()', text: 'He said, "Russia attacked Ukraine" in\nKyiv, we hear.', published: '2022-03-25' },
  { id: 'old', text: 'France praised Serbia on 0988-01-02. France sued Serbia on 1999-12-31.' },
]
const dir = folder({ 'a.jsonl': ARTICLES.map((a) => `${JSON.stringify(a)}\n`).join('') })
const db = join(dir, 'e.db')
const exported = async (...argv: readonly string[]): Promise<string> => {
  const { code, out, err } = await command(['export', '--db', db, ...argv])
  expect([code, err]).toEqual([0, ''])
  return out
}
const toFile = async (name: string, ...argv: readonly string[]): Promise<string> => {
  await exported(...argv, '-q', '-o', join(dir, name))
  return join(dir, name)
}
const events = () => {
  const store = openStore(db, { readonly: true })
  const list = [...store.events()]
  store.close()
  return list
}
const query = async (sql: string): Promise<readonly Record<string, unknown>[]> => {
  const instance = await DuckDBInstance.create(':memory:')
  const connection = await instance.connect()
  const result = await connection.runAndReadAll(sql)
  const rows = result.getRowObjectsJson()
  connection.closeSync()
  return rows
}

beforeAll(async () => {
  await command(['run', join(dir, 'a.jsonl'), '--db', db, '-q'])
})

test('docs/columns.md tells every column (`npx vitest run tests/export -u` writes it anew)', async () => {
  await expect(columnsPage()).toMatchFileSnapshot('../../docs/columns.md')
})

describe('CSV, read back by DuckDB', () => {
  test('has the rows of the view `dyads`', async () => {
    const rows = await query(`SELECT * FROM read_csv('${await toFile('a.csv', '--format', 'csv')}', all_varchar = true)`)
    const store = openStore(db, { readonly: true })
    const expected = [...store.dyads()].map((dyad) =>
      Object.fromEntries(
        Object.entries(dyad).map(([key, value]) => [
          key,
          value === null ? null : key === 'article' && value === '=cmd()' ? "'=cmd()" : String(value),
        ]),
      ),
    )
    store.close()
    const key = (row: Record<string, unknown>): string => JSON.stringify(Object.entries(row).sort())
    expect(rows.map(key).toSorted()).toEqual(expected.map(key).toSorted())
    expect(rows.length).toBeGreaterThan(4)
  })

  test.each([
    ['gdelt', 61],
    ['icews', 20],
    ['polecat', 40],
    ['acled', 31],
  ] as const)('in the columns of %s', async (layout, count) => {
    const rows = await query(
      `SELECT * FROM read_csv('${await toFile(`${layout}.csv`, '--format', 'csv', '--columns', layout)}', all_varchar = true, header = true)`,
    )
    const names = LAYOUTS[layout].columns.map((c) => c.name)
    expect(names).toHaveLength(count)
    expect(new Set(names).size).toBe(names.length)
    expect(Object.keys(rows[0] as object)).toEqual(names)
    expect(rows.filter((row) => Object.values(row).includes("'=cmd()"))).toHaveLength(1)
    const war = rows.find(
      (row) =>
        Object.values(row).some((v) => v === '190' || v === 'Armed clash' || v === 'ASSAULT') &&
        Object.values(row).some((v) => v === '50.45'),
    )
    expect(war).toMatchSnapshot()
  })

  test('GDELT has days before Christ whole', () => {
    const row = { event: { date: { start: '-0043-03-15' } } } as never
    const cells = LAYOUTS.gdelt.columns.slice(1, 5).map(({ name, of }) => [name, of(row, null as never)])
    expect(cells).toEqual([
      ['SQLDATE', '-00430315'],
      ['MonthYear', '-004303'],
      ['Year', -43],
      ['FractionDate', '-42.7124'],
    ])
  })

  test('ACLED has violence and protest that happened, and nothing else', async () => {
    const rows = await query(`SELECT * FROM read_csv('${join(dir, 'acled.csv')}', all_varchar = true)`)
    expect(rows.map((row) => row.sub_event_type)).toEqual(['Armed clash', 'Armed clash'])
  })

  test.each([
    ['=1+1', "'=1+1"],
    ['+1', "'+1"],
    ['-3.5', '-3.5'],
    ['-0043-03-15', '-0043-03-15'],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['  =1', "'  =1"],
    ['\t=1', "'\t=1"],
    ['＝1', "'＝1"],
    ['-x', "'-x"],
    ['a=b', 'a=b'],
    ['a,b', '"a,b"'],
    ['"', '""""'],
  ])('the cell %j is written %s', (value, cell) => {
    expect(csvCell(value)).toBe(cell)
  })
})

test('whatever a cell holds comes back, and no cell is a formula', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.oneof(fc.string(), fc.string({ unit: 'binary' }), fc.constantFrom('=1+1', '+1', '-x', '@a', '\t=1', '', '"', ',', '\r\n')),
        { minLength: 2 },
      ),
      (cells) => {
        const [row = []] = parse(`${cells.map(csvCell).join(',')}\r\n`, { relax_column_count: true }) as string[][]
        expect(row.map((cell, i) => (cell === `'${cells[i]}` ? cells[i] : cell))).toEqual(cells)
        for (const cell of row) if (!/^-?\d+(\.\d+)?(-\d\d)*$/.test(cell)) expect(cell).not.toMatch(/^[=+\-@\t\r\n]/)
      },
    ),
    { numRuns: 300 },
  )
})

describe('Parquet, read back by DuckDB', () => {
  test('has proper types, lists and dictionaries', async () => {
    const file = await toFile('a.parquet', '--format', 'parquet')
    const types = Object.fromEntries((await query(`DESCRIBE SELECT * FROM '${file}'`)).map((row) => [row.column_name, row.column_type]))
    expect(types).toMatchObject({
      id: 'VARCHAR',
      date_start: 'DATE',
      modes: 'VARCHAR[]',
      negated: 'BOOLEAN',
      quad: 'INTEGER',
      goldstein: 'DOUBLE',
      source:
        'STRUCT(entity VARCHAR, "role" VARCHAR, code VARCHAR, "name" VARCHAR, "start" INTEGER, "end" INTEGER, "text" VARCHAR, basis VARCHAR)[]',
    })
    const encodings = await query(`SELECT path_in_schema, encodings FROM parquet_metadata('${file}')`)
    for (const name of ['cameo', 'rule', 'document'])
      expect(encodings.find((row) => row.path_in_schema === name)?.encodings).toContain('RLE_DICTIONARY')
  })

  test('has the records that went in', async () => {
    const rows = await query(`SELECT * FROM '${join(dir, 'a.parquet')}'`)
    const expected = events()
    expect(rows.map((row) => row.id)).toEqual(expected.map((e) => e.id))
    for (const [i, event] of expected.entries()) {
      expect(rows[i]).toMatchObject({
        document: event.document,
        trigger: event.trigger.text,
        cameo: event.action.cameo,
        modes: event.action.modes,
        contexts: event.contexts,
        source: event.source,
        target: event.target,
        date_start: event.date?.start ?? null,
        date_end: event.date?.end ?? null,
        dead_min: event.magnitude.dead ? String(event.magnitude.dead.min) : null,
        dead_max: null,
        latitude: event.place?.latitude ?? null,
        confidence: event.confidence,
        rule: event.rule,
      })
    }
    expect(rows.some((row) => row.date_start === '0988-01-02')).toBe(true)
  })

  test('holds numbers past those of 32 bits', async () => {
    const many = join(dir, 'many.db')
    const huge = { id: 'huge', text: 'Russia attacked Ukraine killing at least 3000000000 in Kyiv.' }
    writeFileSync(join(dir, 'huge.json'), JSON.stringify(huge))
    await command(['run', join(dir, 'huge.json'), '--format', 'jsonl', '--db', many, '-q'])
    const file = join(dir, 'many.parquet')
    expect(await command(['export', '--db', many, '--format', 'parquet', '-o', file])).toMatchObject({ code: 0, err: '' })
    expect(await query(`SELECT dead_min::VARCHAR AS dead FROM '${file}'`)).toEqual([{ dead: '3000000000' }])
  })

  test('of no events is a table all the same', async () => {
    const file = await toFile('none.parquet', '--format', 'parquet', '--root', '20')
    expect(await query(`SELECT count(*)::INT AS n FROM '${file}'`)).toEqual([{ n: 0 }])
  })
})

describe('GraphML, read back by an XML parser', () => {
  test('is well-formed, every edge joins nodes, weights add up to the pairs', async () => {
    const text = await exported('--format', 'graphml')
    expect(XMLValidator.validate(text)).toBe(true)
    const { graphml } = new XMLParser({ ignoreAttributes: false, isArray: (name) => ['node', 'edge', 'key', 'data'].includes(name) }).parse(
      text,
    )
    const ids = new Set(graphml.graph.node.map((n: Record<string, string>) => n['@_id']))
    const keys = new Set(graphml.key.map((k: Record<string, string>) => k['@_id']))
    let weight = 0
    for (const edge of graphml.graph.edge) {
      expect(ids.has(edge['@_source']) && ids.has(edge['@_target'])).toBe(true)
      for (const data of edge.data) expect(keys.has(data['@_key'])).toBe(true)
      weight += Number(edge.data.find((d: Record<string, string>) => d['@_key'] === 'weight')['#text'])
    }
    const store = openStore(db, { readonly: true })
    const pairs = [...store.dyads()].length
    store.close()
    expect(weight).toBe(pairs + 1)
    expect(text).toContain('<data key="label">Russia (RUSGOV)</data>')
  })
})

describe('JSON-LD', () => {
  const schema = {
    type: 'object',
    required: ['@context', '@graph'],
    properties: {
      '@graph': {
        type: 'array',
        items: {
          anyOf: [
            { type: 'object', required: ['@id', '@type'], properties: { '@type': { const: 'prov:Activity' } } },
            {
              type: 'object',
              required: ['@id', '@type', 'name', 'actor', 'about', 'subjectOf', 'prov:wasGeneratedBy', 'annalist:evidence'],
              properties: {
                '@id': { type: 'string', pattern: '^urn:annalist:event:[0-9a-f]{32}$' },
                '@type': { type: 'array', contains: { const: 'Event' } },
                startDate: { type: 'string', pattern: '^-?\\d{4,6}-\\d\\d-\\d\\d$' },
                actor: { type: 'array', items: { type: 'object', required: ['@type', 'name'] } },
              },
            },
          ],
        },
      },
    },
  }
  test('is what its schema says, every event once, each run and article named', async () => {
    const document = JSON.parse(await exported('--format', 'jsonld'))
    const validate = new Ajv2020().compile(schema)
    expect(validate(document), JSON.stringify(validate.errors)).toBe(true)
    const graph = document['@graph'] as readonly { readonly '@id': string; readonly 'prov:wasGeneratedBy': { readonly '@id': string } }[]
    const ids = new Set(graph.map((node) => node['@id']))
    const found = graph.filter((node) => String(node['@id']).startsWith('urn:annalist:event:'))
    expect(found).toHaveLength(events().length)
    for (const node of found) expect(ids.has(node['prov:wasGeneratedBy']['@id'])).toBe(true)
  })
  test('of no events is JSON all the same', async () => {
    expect(JSON.parse(await exported('--format', 'jsonld', '--root', '20'))['@graph']).toHaveLength(1)
  })
})

describe('the timeline', () => {
  test('as a page loads nothing from elsewhere and shows each event in its words', async () => {
    const html = await exported('--format', 'timeline')
    const { document } = parseHTML(html)
    expect([...document.querySelectorAll('script, link, img, iframe, [src]')]).toHaveLength(0)
    expect(document.querySelectorAll('tbody tr')).toHaveLength(events().length)
    expect([...document.querySelectorAll('mark')].map((m) => m.textContent)).toContain('attacked')
    expect(document.querySelectorAll('svg rect').length).toBeGreaterThan(3)
    expect(html).not.toContain('talk <&>')
  })
  test('as a picture is well-formed, with an axis of time', async () => {
    const svg = readFileSync(await toFile('timeline.svg', '--format', 'timeline', '--from', '2022-01-01'), 'utf8')
    expect(XMLValidator.validate(svg)).toBe(true)
    expect(svg).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg"/)
    expect(svg).toMatch(/Mar/)
    expect(svg).toContain('RUS → UKR')
  })
  test('without dates says so', async () => {
    expect(await exported('--format', 'timeline', '--target', 'NATO', '--status', 'hypothetical')).toContain('No event has a date')
  })
})

describe('CoNLL-U', () => {
  test('numbers its words from 1, and events call them by number', async () => {
    const text = await exported('--format', 'conll')
    const sentences = text.split('\n\n').filter((s) => s.trim() !== '')
    let found = 0
    for (const sentence of sentences) {
      const rows = sentence
        .split('\n')
        .filter((line) => line !== '' && !line.startsWith('#'))
        .map((line) => line.split('\t'))
      for (const [i, row] of rows.entries()) {
        expect(row).toHaveLength(10)
        expect(row[0]).toBe(String(i + 1))
      }
      for (const line of sentence.split('\n').filter((l) => l.startsWith('# event = '))) {
        found++
        const event = JSON.parse(line.slice(10))
        expect(rows[Number(event.trigger) - 1]?.[1]).toMatch(/attacked|met|praised|sued/)
      }
    }
    expect(found).toBe(events().length)
  })
})

describe('filters', () => {
  test.each<[string, readonly string[], readonly string[]]>([
    ['from', ['--from', '2022-02-25'], ['attacked', 'met']],
    ['to', ['--to', '2022-02-24'], ['praised', 'sued', 'attacked']],
    ['a range', ['--from', '1000-01-01', '--to', '2000-01-01'], ['sued']],
    ['a source', ['--source', 'SRB,NATO'], ['attacked']],
    ['a source by code', ['--source', 'RUSGOV'], ['attacked', 'attacked', 'met']],
    ['a target', ['--target', 'NATO'], ['attacked']],
    ['roots', ['--root', '04,11'], ['sued', 'sued', 'met']],
    ['a country', ['--country', 'UKR'], []],
    ['confidence', ['--min-confidence', '0.5', '--root', '19'], ['attacked', 'attacked']],
    ['a status', ['--status', 'hypothetical'], ['attacked']],
    ['several at once', ['--source', 'RUS', '--root', '19', '--from', '2022-03-01'], ['attacked']],
  ])('by %s', async (_, argv, triggers) => {
    const found = (await exported(...argv))
      .split('\n')
      .filter((l) => l !== '')
      .map((l) => JSON.parse(l).trigger.text as string)
    expect(found.toSorted()).toEqual([...triggers].toSorted())
  })
  test.each([
    [['--from', 'May'], /write a day/],
    [['--from', '2023-02-30'], /write a day/],
    [['--to', '2023-13-01'], /write a day/],
    [['--root', '190'], /write roots of two digits: 04,19,20/],
    [['--root', '21'], /there are 01 to 20/],
    [['--root', '4'], /write roots of two digits/],
    [['--source', 'Russia'], /write entities or CAMEO actor codes: RUS,NATO,FRAMIL/],
    [['--target', 'rus'], /write entities or CAMEO actor codes/],
    [['--target', ','], /write entities or CAMEO actor codes/],
    [['--country', 'ukr'], /write ISO 3166 alpha-3 codes: UKR,POL/],
    [['--country', 'UA'], /write ISO 3166 alpha-3 codes/],
    [['--columns', 'gdelt'], /--columns are those of CSV.*\n.*--format csv/],
    [['--min-confidence', '80'], /write a number from 0 to 1/],
    [['--status', 'maybe'], /write some of asserted/],
    [['--package'], /--package describes files/],
    [['--all'], /and there is none/],
  ])('%j is a mistake in the command line', async (argv, message) => {
    const { code, err } = await command(['export', '--db', db, ...argv])
    expect(code).toBe(2)
    expect(err).toMatch(message)
  })
})

describe('files', () => {
  test('in .gz are compressed, the same bytes at any time and on any system', async () => {
    const file = await toFile('deep/er/events.ndjson.gz')
    const bytes = readFileSync(file)
    expect(gunzipSync(bytes).toString()).toBe(await exported())
    expect([...bytes.subarray(4, 10)]).toEqual([0, 0, 0, 0, 2, 255])
  })
  test.each([
    ['a package of somebody else', { 'datapackage.json': '{"name": "mine"}' }, 'a.csv', /datapackage\.json would be written over/],
    ['one that is no JSON', { 'datapackage.json': 'mine' }, 'a.csv', /datapackage\.json would be written over/],
    ['a codebook of somebody else', { 'codebook.csv': 'mine' }, 'a.csv', /codebook\.csv would be written over/],
    ['the export itself', {}, 'codebook.csv', /codebook\.csv would be written over/],
  ])('are not described over %s', async (_, there, name, message) => {
    const out = folder(there)
    expect(await command(['export', '--db', db, '--package', '-o', join(out, name)])).toMatchObject({
      code: 2,
      err: expect.stringMatching(message),
    })
    expect(readdirSync(out)).toEqual(Object.keys(there))
  })
  test('are described by datapackage.json, checksums and all', async () => {
    const out = folder()
    writeFileSync(
      join(out, 'annalist.config.yaml'),
      `title: A war\nlicence: CC-BY-4.0\ndb: ${db}\nexports:\n  - { output: pack/a.csv, format: csv, columns: gdelt }\n  - { output: pack/t.svg, format: timeline }\n`,
    )
    const argv = ['export', '--config', join(out, 'annalist.config.yaml'), '--all', '--package']
    const { code, err } = await command(argv, { env: { SOURCE_DATE_EPOCH: '1700000000' } })
    expect(code, err).toBe(0)
    const described = JSON.parse(readFileSync(join(out, 'pack/datapackage.json'), 'utf8'))
    expect(described).toMatchObject({
      title: 'A war',
      created: '2023-11-14T22:13:20.000Z',
      licenses: [{ name: 'CC-BY-4.0' }],
      annalist: { runs: [{ lexicon: 'fake' }] },
    })
    expect(described.resources.map((r: { path: string }) => r.path)).toEqual(['a.csv', 'codebook.csv', 't.svg'])
    for (const { path, bytes, hash } of described.resources) {
      const content = readFileSync(join(out, 'pack', path))
      expect([content.length, `sha256:${createHash('sha256').update(content).digest('hex')}`]).toEqual([bytes, hash])
    }
    await command(['export', '--config', join(out, 'annalist.config.yaml'), '--package', '-o', join(out, 'pack/b.ndjson')])
    const again = JSON.parse(readFileSync(join(out, 'pack/datapackage.json'), 'utf8'))
    expect(again.resources.map((r: { path: string }) => r.path)).toEqual(['a.csv', 'b.ndjson', 'codebook.csv', 't.svg'])
    expect(again.created).toBeUndefined()
  })
  test('have in each column what datapackage.json says of it', async () => {
    const out = folder()
    for (const layout of Object.keys(LAYOUTS))
      await command(['export', '--db', db, '--format', 'csv', '--columns', layout, '--package', '-q', '-o', join(out, `${layout}.csv`)])
    const { resources } = JSON.parse(readFileSync(join(out, 'datapackage.json'), 'utf8')) as {
      resources: readonly { path: string; schema: { fields: readonly { name: string; type: string }[] } }[]
    }
    expect(resources).toHaveLength(6)
    for (const { path, schema } of resources) {
      const [head, ...rows] = parse(readFileSync(join(out, path))) as string[][]
      expect(head).toEqual(schema.fields.map(({ name }) => name))
      for (const row of rows)
        for (const [i, { type, name }] of schema.fields.entries())
          if (type !== 'string' && row[i] !== '')
            expect(row[i], `${path} ${name}`).toMatch(type === 'integer' ? /^-?\d+$/ : /^-?\d+(\.\d+)?$/)
    }
  })
  test('that can’t be written leave nothing half done', async () => {
    writeFileSync(join(dir, 'file'), '')
    const { code, err } = await command(['export', '--db', db, '-o', join(dir, 'file/a.ndjson')])
    expect(code).toBe(1)
    expect(err).not.toMatch(/\n\s+at /)
    expect(existsSync(join(dir, 'file/a.ndjson'))).toBe(false)
  })
})

describe('-o', () => {
  test.skipIf(process.platform === 'win32')('writes into a pipe or device, which stays one', async () => {
    const pipe = join(dir, 'pipe')
    execFileSync('mkfifo', [pipe])
    const reader = spawn('cat', [pipe], { stdio: ['ignore', 'pipe', 'ignore'] })
    const read = text(reader.stdout)
    try {
      await exported('-o', pipe)
      expect(lstatSync(pipe).isFIFO()).toBe(true)
      expect(await read).toBe(await exported())
    } finally {
      reader.kill()
    }
  })
  test.skipIf(process.platform === 'win32')('follows a link, which stays one', async () => {
    writeFileSync(join(dir, 'real.ndjson'), 'old')
    symlinkSync('real.ndjson', join(dir, 'latest.ndjson'))
    await toFile('latest.ndjson')
    expect(lstatSync(join(dir, 'latest.ndjson')).isSymbolicLink()).toBe(true)
    expect(readFileSync(join(dir, 'real.ndjson'), 'utf8')).toBe(await exported())
  })
  test('does not write over what is read', async () => {
    const before = readFileSync(db)
    for (const argv of [
      ['export', '--db', db, '-o', db],
      ['export', '--db', db, '-o', join(dir, 'x', '..', 'e.db')],
      ['diff', db, db, '-o', db],
    ]) {
      expect(await command(argv)).toMatchObject({ code: 2, err: expect.stringMatching(/e\.db is read by this command.*\n.*another file/) })
      expect(readFileSync(db).equals(before)).toBe(true)
    }
  })
  test('does not write over the configuration that it is told by', async () => {
    const config = join(dir, 'own.yaml')
    writeFileSync(config, `db: ${db}\nexports:\n  - { format: ndjson, output: own.yaml }\n`)
    expect(await command(['export', '--config', config, '--all'])).toMatchObject({
      code: 2,
      err: expect.stringMatching(/own\.yaml is read by this command/),
    })
    expect(readFileSync(config, 'utf8')).toContain('exports:')
  })
  test('tells that a name that ends as folders do is no file', async () => {
    expect(await command(['export', '--db', db, '-o', join(dir, 'none/')])).toMatchObject({
      code: 2,
      err: expect.stringMatching(/is called as a folder is\n.*name a file in it/),
    })
  })
  test('tells that a file is not in the format that its name tells', async () => {
    const path = join(dir, 'named.csv')
    expect(await command(['export', '--db', db, '-o', path])).toMatchObject({
      code: 0,
      err: `${path} holds NDJSON: --format writes another format\n`,
    })
    expect((await command(['export', '--db', db, '-o', path, '--format', 'csv'])).err).toBe('')
    expect((await command(['export', '--db', db, '-o', join(dir, 'named.ndjson.gz')])).err).toBe('')
  })
  test('tells that no event passes the filters', async () => {
    const none = join(dir, 'none.csv')
    expect(await command(['export', '--db', db, '--source', 'NOBODY', '--format', 'csv', '-o', none])).toMatchObject({
      code: 0,
      err: `${none}: no event passes the filters\n`,
    })
    expect((await command(['export', '--db', db, '--country', 'XXX', '-o', none, '-q'])).err).toBe('')
  })
  test('goes on with a list whose option is given again', async () => {
    for (const [name, one, two] of [
      ['--root', '19', '04'],
      ['--source', 'RUS', 'FRA'],
      ['--status', 'asserted', 'hypothetical'],
    ] as const)
      expect(await exported(name, one, name, two), name).toBe(await exported(name, `${one},${two}`))
    expect(await exported('--root', '19', '--root', '04')).not.toBe(await exported('--root', '04'))
  })
  test('refuses a stretch of days that ends before it begins', async () => {
    expect(await command(['export', '--db', db, '--from', '2024-01-01', '--to', '2023-01-01'])).toMatchObject({
      code: 2,
      err: expect.stringMatching(/--from 2024-01-01 is after --to 2023-01-01/),
    })
    expect((await command(['export', '--db', db, '--from', '-0044-01-01', '--to', '2023-01-01'])).code).toBe(0)
  })
  test('--all takes nothing that says how one export is', async () => {
    for (const argv of [
      ['--root', '19'],
      ['-o', join(dir, 'x.csv')],
      ['--format', 'csv'],
      ['--min-confidence', '0.5'],
    ])
      expect(await command(['export', '--db', db, '--all', ...argv])).toMatchObject({
        code: 2,
        err: expect.stringMatching(/^error --all writes what the configuration names: --\S+ changes nothing of it/),
      })
  })
  test('tells that a folder is no file, and what to write', async () => {
    expect(await command(['export', '--db', db, '-o', dir])).toMatchObject({
      code: 2,
      err: expect.stringMatching(/is a folder\n.*name a file in it/),
    })
  })
})
