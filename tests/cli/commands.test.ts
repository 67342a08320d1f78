import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { XMLValidator } from 'fast-xml-parser'
import { describe, expect, test } from 'vitest'
import { doctorCommand } from '../../src/cli/commands/doctor.ts'
import { abortsCompiled } from '../../src/cli/driver.ts'
import type { Io } from '../../src/cli/io.ts'
import { LexiconError } from '../../src/lexicon/lexicon-error.ts'
import { loadLexicon } from '../../src/lexicon/load-lexicon.ts'
import { openStore } from '../../src/store/index.ts'
import { command, folder } from './command.ts'

const WAR = 'Russia attacked Ukraine killing at least 12 in Kyiv on 2022-02-24. NATO slept.'
const jsonl = (...values: readonly unknown[]): string => values.map((v) => `${JSON.stringify(v)}\n`).join('')
const lines = (text: string): readonly unknown[] =>
  text
    .split('\n')
    .filter((l) => l !== '')
    .map((l) => JSON.parse(l))

describe('extract', () => {
  test('gives events of stdin as NDJSON and nothing else', async () => {
    const { code, out, err } = await command(['extract', '-'], { stdin: WAR })
    expect([code, err]).toEqual([0, ''])
    expect(lines(out)).toMatchObject([{ document: 'stdin', trigger: { text: 'attacked' }, action: { cameo: '190' } }])
    expect(await command(['extract'], { stdin: WAR })).toEqual({ code, out, err })
  })

  test('reads one article a line, and calls each by its id', async () => {
    const { code, out } = await command(['extract', '--format', 'jsonl', '-'], {
      stdin: jsonl({ id: 'a', text: WAR }, { id: 'b', text: 'France met.', published: '2020-01-02' }),
    })
    expect(code).toBe(0)
    expect(lines(out)).toMatchObject([{ document: 'a' }, { document: 'b', date: { value: '2020-01-02' } }])
  })

  test('--published dates a plain text', async () => {
    const { out } = await command(['extract', '--published', '2020-01-02', '-'], { stdin: 'France met.' })
    expect(lines(out)).toMatchObject([{ date: { value: '2020-01-02', basis: 'publication' } }])
  })

  test('reads tables by the columns that are named, and the paths in a list', async () => {
    const dir = folder({ 'a.csv': 'key,story\n7,"Russia attacked Ukraine."\n', 'b.txt': 'France met.', 'list.txt': '' })
    expect(lines((await command(['extract', '--columns', 'id=key,text=story', join(dir, 'a.csv')])).out)).toMatchObject([{ document: '7' }])
    const list = `${join(dir, 'b.txt')}\n${join(dir, 'gone.txt')}\n`
    const { code, out, err } = await command(['extract', '--files-from', '-'], { stdin: list })
    expect([code, lines(out).length]).toEqual([3, 1])
    expect(err).toMatch(/gone\.txt: there is no such file or folder/)
    expect(lines((await command(['extract', '--columns', 'id=key', '--columns', 'text=story', join(dir, 'a.csv')])).out)).toMatchObject([
      { document: '7' },
    ])
    expect((await command(['extract', '--columns', 'body=story', '-'])).code).toBe(2)
  })

  test('a list of paths may be one of find -print0, of any length; what is none is told', async () => {
    const dir = folder({ 'b c.txt': 'France met.', 'in/d.txt': 'Russia attacked Ukraine.', long: 'x'.repeat(70_000) })
    const list = `${join(dir, 'b c.txt')}\0${`${join(dir, 'none.txt')}\0`.repeat(2000)}${join(dir, 'in/d.txt')}\0`
    expect(lines((await command(['extract', '--files-from', '-'], { stdin: list })).out)).toMatchObject([
      { document: 'b c' },
      { document: 'd' },
    ])
    expect(await command(['extract', '--files-from', join(dir, 'in')])).toMatchObject({
      code: 2,
      err: expect.stringMatching(/--files-from: \S+in is a folder, and no list of paths/),
    })
    expect(await command(['extract', '--files-from', '-', '-'], { stdin: list })).toMatchObject({
      code: 2,
      err: expect.stringMatching(/stdin is the list of --files-from/),
    })
    expect(await command(['extract', '--files-from', join(dir, 'long')])).toMatchObject({
      code: 2,
      err: expect.stringMatching(/line 1 of the list is longer than any path/),
    })
  })

  test('a text without events is no fault', async () => {
    expect(await command(['extract', '-'], { stdin: 'Nothing was said.' })).toEqual({ code: 0, out: '', err: '' })
  })
})

describe('bad input is told with file, line and field; what is good beside it comes out, exit 3', () => {
  const good = { id: 'good', text: WAR }
  test.each<[string, string, string | Uint8Array, RegExp]>([
    ['empty file', 'a.txt', '', /a\.txt: is empty/],
    ['binary file', 'a.txt', new Uint8Array([1, 0, 2, 9, 9, 9]), /a\.txt: is a binary file: NUL at byte 1/],
    ['not UTF-8', 'a.txt', Buffer.from('Ça va', 'latin1'), /a\.txt: is not UTF-8: 0xC7 at byte 0 \(line 1\)/],
    ['broken JSON line', 'a.jsonl', `${jsonl(good)}{"id"\n`, /a\.jsonl:2: is not JSON: /],
    [
      'unknown published date',
      'a.jsonl',
      jsonl(good, { id: 'b', text: 'B.', published: 'soon' }),
      /a\.jsonl:2: published: "soon" is no date/,
    ],
    ['missing text', 'a.jsonl', jsonl(good, { id: 'b' }), /a\.jsonl:2: text: is missing/],
    ['two articles with one id', 'a.jsonl', jsonl(good, good), /a\.jsonl:2: id: "good" is the id of another article, at .*a\.jsonl:1/],
    [
      'an article that the extraction fails on',
      'a.jsonl',
      jsonl(good, { id: 'b', text: 'FAIL' }),
      /a\.jsonl:2: article b:? could not be extracted: the extraction came upon FAIL/,
    ],
  ])('%s', async (_, name, content, message) => {
    const dir = folder({ [name]: content, 'zz.txt': 'France met.' })
    for (const argv of [
      ['run', dir, '--db', join(dir, 'e.db'), '--json'],
      ['extract', dir],
    ]) {
      const { code, out, err } = await command(argv)
      expect(code, err).toBe(3)
      expect(err).toMatch(message)
      expect(err).not.toMatch(/\n\s+at /)
      if (argv[0] === 'extract')
        expect(lines(out).map((e) => (e as { document: string }).document)).toEqual(name.endsWith('.jsonl') ? ['good', 'zz'] : ['zz'])
    }
    const store = openStore(join(dir, 'e.db'), { readonly: true })
    expect([...store.ids()]).toEqual(name.endsWith('.jsonl') ? ['good', 'zz'] : ['zz'])
    store.close()
  })

  test('no such path is a mistake in the command line: nothing is begun', async () => {
    const dir = folder({ 'a.txt': WAR })
    for (const name of ['run', 'extract', 'dates', 'explain']) {
      const db = join(dir, 'none.db')
      const { code, out, err } = await command([name, join(dir, 'a.txt'), join(dir, 'nowhere'), ...(name === 'run' ? ['--db', db] : [])])
      expect([code, out]).toEqual([2, ''])
      expect(err).toMatch(/error there is no file or folder .*nowhere/)
      expect(existsSync(db)).toBe(false)
    }
  })

  test('--quiet still tells what was left out, in one line', async () => {
    const { err } = await command(['extract', '-q', '-'], { stdin: '' })
    expect(err).toBe('left out stdin: is empty\n')
  })
})

describe('run', () => {
  const articles = {
    'war/article.txt': WAR,
    'war/article.json': '{"published": "2022-02-25"}',
    'talk.txt': 'France praised Serbia. The choir sang.',
  }

  test('fills a database and tells what is in it', async () => {
    const dir = folder(articles)
    const db = join(dir, 'e.db')
    const { code, out, err } = await command(['run', dir, '--db', db])
    expect([code, err]).toEqual([0, ''])
    expect(out).toMatch(/^Read 2 articles \(2 new\)\n\n2 events in 4 sentences of 2 articles\n/)
    expect(out).toMatch(/ {2}05 Cooperate {2}1 {2}█{30}\n {2}19 Fight {6}1 {2}█{30}\n/)
    expect(out).toMatch(/2 candidates rejected\n\n {2}no-code {7}1 {2}█+\n {2}not-an-event {2}1/)
    expect(out).toContain(`→ ${db}\n  next: annalist export --format csv --db ${db} > events.csv`)
  })

  test('twice adds nothing; an edited article replaces its own events; a deleted one stays until --prune', async () => {
    const dir = folder(articles)
    const db = join(dir, 'e.db')
    const run = async (...more: readonly string[]) => JSON.parse((await command(['run', dir, '--db', db, '--json', ...more])).out)
    const exported = async () => (await command(['export', '--db', db])).out
    expect(await run()).toMatchObject({ read: 2, added: 2, replaced: 0, unchanged: 0, totals: { events: 2 } })
    const first = await exported()
    const bytes = readFileSync(db)
    expect(await run()).toMatchObject({ added: 0, replaced: 0, unchanged: 2, totals: { events: 2 } })
    expect(await exported()).toBe(first)
    expect(readFileSync(db).equals(bytes)).toBe(true)

    writeFileSync(join(dir, 'talk.txt'), 'France sued Serbia. The choir sang.')
    expect(await run()).toMatchObject({ added: 0, replaced: 1, unchanged: 1 })
    expect(lines(await exported())).toMatchObject([{ document: 'talk', trigger: { text: 'sued' } }, lines(first)[1]])

    rmSync(join(dir, 'talk.txt'))
    expect(await run()).toMatchObject({ unchanged: 1, pruned: [], totals: { articles: 2 } })
    expect(await run('--prune')).toMatchObject({ unchanged: 1, pruned: ['talk'], totals: { articles: 1, events: 1 } })
  })

  test('prunes nothing where nothing is found: a disk that is not mounted empties no database', async () => {
    const dir = folder({ 'in/a.txt': WAR, 'more/b.txt': 'France met.', 'list.txt': '', 'mounted/.hidden': 'x' })
    const db = join(dir, 'e.db')
    const run = (...argv: readonly string[]) => command(['run', '--db', db, ...argv])
    await run(join(dir, 'in'), join(dir, 'more'))
    const before = readFileSync(db)
    for (const argv of [[join(dir, 'mounted')], [join(dir, 'in'), join(dir, 'mounted')]])
      for (const option of ['--prune', '--fresh']) {
        const { code, err } = await run(...argv, option)
        expect([code, err]).toEqual([
          2,
          expect.stringMatching(/^\S*.*--(prune removes|fresh keeps) .*, and there are none in \S+mounted\n.*mounted, leave the path out/),
        ])
      }
    const listed = await run('--files-from', join(dir, 'list.txt'), '--prune')
    expect([listed.code, listed.err]).toEqual([0, expect.stringMatching(/nothing was pruned: where no article is found/)])
    expect((await run(join(dir, 'gone'), '--prune')).code).toBe(2)
    expect(readFileSync(db).equals(before)).toBe(true)
    expect((await run(join(dir, 'mounted'), '--fresh', '--db', join(dir, 'new.db'))).code).toBe(0)
    expect(JSON.parse((await run(join(dir, 'in'), '--prune', '--json')).out)).toMatchObject({ pruned: ['b'], totals: { articles: 1 } })
  })

  test('prunes nothing when something could not be read', async () => {
    const dir = folder({ ...articles })
    const db = join(dir, 'e.db')
    await command(['run', dir, '--db', db])
    writeFileSync(join(dir, 'talk.txt'), Buffer.from('Ça', 'latin1'))
    const { code, err, out } = await command(['run', dir, '--db', db, '--prune', '--json'])
    expect(code).toBe(3)
    expect(err).toContain('nothing was pruned')
    expect(JSON.parse(out)).toMatchObject({ pruned: [], totals: { articles: 2 } })
  })

  test('another lexicon does every article again', async () => {
    const dir = folder(articles)
    const db = join(dir, 'e.db')
    await command(['run', dir, '--db', db])
    const { out } = await command(['run', dir, '--db', db, '--json', '--lexicon', 'mine'])
    expect(JSON.parse(out)).toMatchObject({ replaced: 2, unchanged: 0 })
  })

  test('the same bytes come out in any order of the paths, with any number of files read at once', async () => {
    const dir = folder({ 'a.txt': WAR, 'b.txt': 'France met.', 'c.txt': 'Serbia praised NATO.' })
    const paths = ['a', 'b', 'c'].map((name) => join(dir, `${name}.txt`))
    const outputs: string[] = []
    for (const [i, order] of [paths, paths.toReversed(), [paths[1], paths[2], paths[0]] as string[]].entries()) {
      const db = join(dir, `${i}.db`)
      await command(['run', ...order, '--db', db, '--concurrency', String(i + 1), '-q'])
      outputs.push((await command(['export', '--db', db])).out + (await command(['export', '--db', db, '--format', 'csv'])).out)
    }
    expect(outputs[1]).toBe(outputs[0])
    expect(outputs[2]).toBe(outputs[0])
    expect(outputs[0]).toContain('attacked')
  })

  test('a database that can’t be used is told: exit 1, and 4 where it is damaged', async () => {
    const dir = folder({ 'a.txt': WAR, 'letter.db': 'Dear editor, this is no database, as you can see.' })
    expect(await command(['run', join(dir, 'a.txt'), '--db', join(dir, 'letter.db')])).toMatchObject({
      code: 1,
      err: expect.stringMatching(/letter\.db is not a SQLite database/),
    })
    const db = join(dir, 'e.db')
    await command(['run', join(dir, 'a.txt'), '--db', db])
    const bytes = readFileSync(db)
    bytes.fill(0xff, 4096)
    writeFileSync(db, bytes)
    writeFileSync(join(dir, 'a.txt'), `${WAR} France met.`)
    for (const argv of [
      ['run', join(dir, 'a.txt'), '--db', db],
      ['export', '--db', db],
      ['doctor', '--db', db],
    ]) {
      const { code, out, err } = await command(argv)
      expect(code, argv.join(' ')).toBe(4)
      expect(out + err).toContain('is damaged')
    }
    expect(await command(['export', '--db', join(dir, 'none.db')])).toMatchObject({
      code: 1,
      err: expect.stringMatching(/there is no database at .*\n.*annalist run/),
    })
  })
})

describe('quarantine', () => {
  const list = async (db: string) => lines((await command(['quarantine', '--db', db, '--json'])).out)

  test('lists what was left out until it is read, and a repeat leaves the file as it is', async () => {
    const dir = folder({
      'in/deep/a.txt': Buffer.from('Ça', 'latin1'),
      'in/b.jsonl': `${jsonl({ id: 'good', text: WAR })}{"id"\n${jsonl({ id: 'bad', text: 'FAIL' })}`,
    })
    const db = join(dir, 'e.db')
    expect((await command(['run', join(dir, 'in'), '--db', db, '-q'])).code).toBe(3)
    const b = join(dir, 'in/b.jsonl')
    expect(await list(db)).toMatchObject([
      { file: b, line: 2, field: null, message: expect.stringMatching(/^is not JSON/) },
      { file: b, line: 3, field: 'article bad', message: 'could not be extracted: the extraction came upon FAIL' },
      { file: join(dir, 'in/deep/a.txt'), line: null, message: expect.stringMatching(/^is not UTF-8/) },
    ])
    expect((await command(['quarantine', '--db', db])).out).toMatch(/b\.jsonl:2: is not JSON: .*\n {2}a line is one article/)
    const bytes = readFileSync(db)
    expect((await command(['run', join(dir, 'in'), '--db', db, '-q'])).code).toBe(3)
    expect(readFileSync(db).equals(bytes)).toBe(true)

    writeFileSync(join(dir, 'in/deep/a.txt'), 'France met.')
    const retried = await command(['run', '--retry', '--db', db, '--json'])
    expect(JSON.parse(retried.out)).toMatchObject({ added: 1, unchanged: 1, quarantined: 2, totals: { articles: 2, quarantined: 2 } })
    expect(lines((await command(['export', '--db', db])).out)).toMatchObject([{ document: 'deep/a' }, { document: 'good' }])

    writeFileSync(b, jsonl({ id: 'good', text: WAR }))
    expect((await command(['run', join(dir, 'in'), '--db', db])).code).toBe(0)
    expect(await list(db)).toEqual([])
  })

  test('keeps the bytes of what came on stdin, and forgets what is gone with --prune', async () => {
    const dir = folder({ 'a.txt': '', 'b.txt': 'France met.' })
    const db = join(dir, 'e.db')
    await command(['run', '--format', 'jsonl', '-', '--db', db], { stdin: '{"id": oops\n' })
    expect(await list(db)).toMatchObject([{ file: 'stdin', line: 1, bytes: Buffer.from('{"id": oops').toString('base64') }])
    await command(['run', dir, '--db', db])
    expect(await list(db)).toHaveLength(2)
    rmSync(join(dir, 'a.txt'))
    await command(['run', dir, '--db', db])
    expect(await list(db)).toHaveLength(2)
    await command(['run', dir, '--db', db, '--prune'])
    expect(await list(db)).toEqual([])
  })

  test('--retry takes no paths', async () => {
    expect((await command(['run', '--retry', 'news'])).code).toBe(2)
  })
})

describe('dates', () => {
  test('gives NDJSON', async () => {
    const { code, out } = await command(['dates', '-'], { stdin: WAR })
    expect(code).toBe(0)
    expect(lines(out)).toMatchObject([{ document: 'stdin', start: 55, end: 65, text: '2022-02-24', value: '2022-02-24', type: 'DATE' }])
  })

  test('--timeml gives well-formed TimeML that holds the text', async () => {
    const dir = folder({
      'a.jsonl': jsonl({ id: 'a&b', title: '<War>', published: '2022-02-25', text: 'Peace & \u0001 "war" <2022-02-24>.' }),
    })
    const { out } = await command(['dates', '--timeml', join(dir, 'a.jsonl')])
    expect(XMLValidator.validate(out)).toBe(true)
    expect(out).toContain(
      '<TEXT>Peace &amp; \ufffd &quot;war&quot; &lt;<TIMEX3 tid="t1" type="DATE" value="2022-02-24" temporalFunction="false" functionInDocument="NONE">2022-02-24</TIMEX3>&gt;.</TEXT>',
    )
    expect(out).toContain(
      '<DCT><TIMEX3 tid="t0" type="DATE" value="2022-02-25" temporalFunction="false" functionInDocument="CREATION_TIME">2022-02-25</TIMEX3></DCT>',
    )
  })
})

describe('explain', () => {
  test('shows what would drive the terminal as signs, and is not driven', async () => {
    const stdin = jsonl({ id: 'a\u001b]0;x\u0007', text: 'Russia \u001b[2J attacked\r Ukraine.\u009b' })
    const { out } = await command(['explain', '--format', 'jsonl', '-'], { stdin, tty: true, env: { FORCE_COLOR: '1' } })
    expect(out).toContain('␛]0;x␇')
    expect(out).toContain('\u001b[1m')
    expect(out.replace(/\p{Cc}\[\d*m/gu, '')).not.toMatch(/(?!\n)\p{Cc}/u)
    const { err } = await command(['extract', '--format', 'jsonl', '-'], { stdin: `{"id":"a","\u001b[2J":1,"text":\u001b}\n` })
    expect(err).not.toContain('\u001b')
  })

  test.each([
    ['where there are no colours', { NO_COLOR: '1' }, ['\u001b[8m', '\u001b[31m', '\u001b[0m'], ['␛[8m', '␛[31m', '␛[0m']],
    [
      'hidden and blinking text, other colours than ours',
      { FORCE_COLOR: '1' },
      ['\u001b[8m', '\u001b[5m', '\u001b[1;37;40m'],
      ['␛[8m', '␛[5m', '␛[1;37;40m'],
    ],
  ])('an article hides nothing of itself: %s', async (_, env, codes, signs) => {
    const stdin = jsonl({ id: 'a', text: `Russia ${codes.join('said ')} attacked Ukraine.` })
    const { out } = await command(['explain', '--format', 'jsonl', '-'], { stdin, tty: true, env })
    for (const code of codes) expect(out).not.toContain(code)
    for (const sign of signs) expect(out).toContain(sign)
  })

  test('an id or title with line ends stays on the line of the header', async () => {
    const stdin = jsonl({ id: 'a\n   0 Russia\tattacked', title: 'One\nTwo', text: 'NATO slept.' })
    const { out } = await command(['explain', '--format', 'jsonl', '-'], { stdin })
    expect(out.split('\n').slice(0, 2)).toEqual(['a␊   0 Russia␉attacked  One␊Two', expect.stringMatching(/^no publication date/)])
  })

  test('shows each sentence with what came of it', async () => {
    const { code, out } = await command(['explain', '-'], { stdin: WAR })
    expect(code).toBe(0)
    expect(out).toMatchInlineSnapshot(`
      "stdin
      no publication date · news · 2 sentences · 1 event · 1 rejected

         0 Russia attacked Ukraine killing at least 12 in Kyiv on 2022-02-24.
           dates      2022-02-24 = 2022-02-24 (date)
           predicates attacked: subject Russia ⇒ 190 actions/attacked
           ✓ 190 Use force ASSAULT
             RUSGOV → UKRGOV · 2022-02-24 · Kyiv · 12+ dead
             "attacked", by actions/attacked, confidence 0.87

         1 NATO slept.
           predicates slept: subject NATO ⇒ 190 actions/slept
           ✗ "slept" no-code: no rule has slept

      "
    `)
  })
  test('--tree draws the trees', async () => {
    expect((await command(['explain', '--tree', '-'], { stdin: WAR })).out).toContain('└ Russia')
  })
  test('--sentence shows one', async () => {
    expect((await command(['explain', '--sentence', '1', '-'], { stdin: WAR })).out).not.toContain('Russia')
    expect(await command(['explain', '--sentence', '7', '-'], { stdin: WAR })).toMatchObject({
      code: 2,
      err: expect.stringContaining('there is no sentence 7'),
    })
  })
  test('--json gives one object a sentence', async () => {
    const { out } = await command(['explain', '--json', '-'], { stdin: WAR })
    expect(lines(out)).toMatchObject([
      {
        sentence: { index: 0 },
        events: [{ action: { cameo: '190' } }],
        rejections: [],
        candidates: [{ acts: [{ rule: 'actions/attacked', cameo: '190' }] }],
      },
      { sentence: { index: 1, text: ' NATO slept.' }, events: [], rejections: [{ reason: 'no-code' }] },
    ])
  })
  test('--conllu gives ten columns a word', async () => {
    const { out } = await command(['explain', '--conllu', '-'], { stdin: 'NATO slept.' })
    expect(out).toBe(
      '# newdoc id = stdin\n# sent_id = stdin-0\n# text = NATO slept.\n1\tNATO\tnato\tX\t_\t_\t0\troot\t_\tstart=0|end=4\n2\tslept\tslept\tX\t_\t_\t1\tdep\t_\tstart=5|end=10|SpaceAfter=No\n3\t.\t.\tX\t_\t_\t1\tdep\t_\tstart=10|end=11\n\n',
    )
  })
})

describe('export', () => {
  test('NDJSON is what extract gives, byte for byte', async () => {
    const dir = folder({ 'a.txt': WAR, 'b.txt': 'France met. Serbia may have attacked NATO.' })
    const db = join(dir, 'e.db')
    await command(['run', dir, '--db', db])
    const { out } = await command(['export', '--db', db])
    expect(out).toBe((await command(['extract', dir])).out)
    await command(['export', '--db', db, '-o', join(dir, 'out.ndjson')])
    expect(readFileSync(join(dir, 'out.ndjson'), 'utf8')).toBe(out)
    expect(existsSync(join(dir, 'out.ndjson.partial'))).toBe(false)
  })

  test('CSV quotes what needs it and defuses formulas', async () => {
    const dir = folder({
      'a.jsonl': jsonl({ id: '=cmd()', text: 'He said, "Russia attacked Ukraine" in\nKyiv, we hear.', published: '2022-02-25' }),
    })
    const db = join(dir, 'e.db')
    await command(['run', dir, '--db', db])
    const { parse } = await import('csv-parse/sync')
    const { out } = await command(['export', '--db', db, '--format', 'csv'])
    expect(parse(out, { columns: true })).toMatchObject([
      {
        article: "'=cmd()",
        source: 'RUSGOV',
        target: 'UKRGOV',
        date: '2022-02-25',
        goldstein: '-10',
        text: 'He said, "Russia attacked Ukraine" in\nKyiv, we hear.',
      },
    ])
  })
})

describe('doctor', () => {
  test('finds all well here', async () => {
    const dir = folder({ 'a.txt': WAR })
    const db = join(dir, 'e.db')
    await command(['run', dir, '--db', db])
    const { code, out } = await command(['doctor', '--db', db])
    expect(code, out).toBe(0)
    expect(out).toMatch(/ok {6}node {7}v\d+/)
    expect(out).toMatch(/ok {6}database .*1 events in 1 articles, whole/)
    expect(JSON.parse((await command(['doctor', '--db', db, '--json'])).out)).toMatchObject([
      { name: 'node', state: 'ok' },
      { name: 'sqlite' },
      { name: 'lexicon' },
      { name: 'model' },
      { name: 'extraction' },
      { name: 'database' },
    ])
  })
  test('names what is wrong with a lexicon', async () => {
    const told: string[] = []
    const stdout = { write: (text: string) => told.push(text) > 0 }
    const load = () => Promise.reject(new LexiconError(['mine/actions/a.yaml:3: a: name: is missing', 'mine/b.yaml:1: x']))
    const code = await doctorCommand({ db: join(folder(), 'none.db') }, { stdout, env: {} } as unknown as Io, load)
    expect([code, told.join('')]).toEqual([
      1,
      expect.stringMatching(/fault {3}lexicon +mine\/actions\/a\.yaml:3: a: name: is missing \(and 1 more;/),
    ])
  })
  test('says what to do where there is no database', async () => {
    expect(await command(['doctor', '--db', join(folder(), 'none.db')])).toMatchObject({
      code: 0,
      out: expect.stringMatching(/warning database .*\n.*→ annalist run makes it/),
    })
    expect(await command(['doctor', '--db', 'postgres://me@db.example/news'])).toMatchObject({
      code: 1,
      out: expect.stringMatching(/fault +database +this works on a SQLite file, and an address of PostgreSQL was given/),
    })
    expect(await command(['doctor', '--db', '/no/such/dir/e.db'])).toMatchObject({
      code: 1,
      out: expect.stringMatching(/fault {3}database/),
    })
  })
})

describe('SQLite without its binary', () => {
  const unloaded = (message: string): Error => Object.assign(new Error(message), { code: 'ERR_DLOPEN_FAILED' })
  test.each<[string, Error, string]>([
    [
      'never built, as npm 12 runs no install script unasked',
      new Error('Could not locate the bindings file. Tried:\n → build/x.node'),
      `better-sqlite3 was not built for Node ${process.version}`,
    ],
    [
      'built for another Node',
      unloaded('x.node was compiled against a different Node.js version using\nNODE_MODULE_VERSION 108'),
      `better-sqlite3 was not built for Node ${process.version}`,
    ],
    ['built for another system', unloaded("libm.so.6: version `GLIBC_2.38' not found"), "libm.so.6: version `GLIBC_2.38' not found"],
  ])('%s', async (_, error, why) => {
    const loader = () => () => Promise.reject(error)
    expect(await command(['extract', '-'], { stdin: WAR, loader })).toMatchObject({
      code: 1,
      err: expect.stringContaining(
        `error SQLite can't be loaded: ${why}\n      npm rebuild better-sqlite3 --allow-scripts=better-sqlite3 (`,
      ),
    })
  })
  test.each([
    ['v24.18.1', false],
    ['v24.19.0', true],
    ['v24.21.0', true],
    ['v22.23.3', false],
    ['v26.0.0', false],
  ])('a compiled one aborts under %s: %s', (version, aborts) => expect(abortsCompiled(version)).toBe(aborts))
})

describe('the command line itself', () => {
  test.each<[string, readonly string[], RegExp]>([
    ['an option that there is not', ['runs', '--limt', '3'], /\n\(annalist runs --help tells what there is\)/],
    ['a command of a group that there is not', ['lexicon', 'frob'], /\n\(annalist lexicon --help tells what there is\)/],
    [
      'an option that a command of a group has not',
      ['lexicon', 'gaps', '--frob'],
      /\n\(annalist lexicon gaps --help tells what there is\)/,
    ],
    ['a command that there is not', ['frobnicate'], /\n\(annalist --help tells what there is\)/],
    ['a command that is nearly one', ['extrakt'], /unknown command 'extrakt'\n\(Did you mean extract\?\)/],
    ['help for a command that is nearly one', ['help', 'extrakt'], /unknown command 'extrakt'\n\(Did you mean extract\?\)/],
    ['an option that is nearly one', ['run', '--prun'], /unknown option '--prun'\n\(Did you mean --prune\?\)/],
    ['a format it does not know', ['extract', '--format', 'docx'], /Allowed choices are text, jsonl, json, csv/],
    ['a date it does not know', ['extract', '--published', 'May', '-'], /--published: "May" is no date that annalist knows\n.*2023-04-05/],
    ['a number that is none', ['run', '--concurrency', '0'], /write a whole number from 1/],
    ['two forms of output', ['explain', '--json', '--conllu', '-'], /--json and --conllu are two forms/],
    ['a file to write without a name', ['export', '-o', ''], /--output <file>.*names no file/],
    ['a verdict file without a name', ['audit', '--verdicts', ''], /--verdicts <file>.*names no file/],
    ['a reviewer without a name', ['audit', '--reviewer', ' '], /--reviewer <name>.*name that verdicts should carry/],
    ['a database without a name', ['run', '--fresh', '--db', ' '], /--db <file>.*names no file/],
    ['no command', [], /Usage: annalist/],
  ])('%s: exit 2, told on stderr', async (_, argv, message) => {
    const { code, out, err } = await command(argv)
    expect([code, out]).toEqual([2, ''])
    expect(err).toMatch(message)
    expect(err).not.toMatch(/\n\s+at /)
  })

  test('a lexicon that is not there: exit 2, told with its path', async () => {
    const loader = () => async () => loadLexicon('/no/such') as never
    expect(await command(['extract', '-'], { stdin: 'Peru met Chile.', loader })).toEqual({
      code: 2,
      out: '',
      err: 'error /no/such: there is no such folder; name the folder that holds actions/, actors/ and so on\n      check the path given to --lexicon or in the configuration\n',
    })
  })

  test('--help and --version go to stdout, every command has examples', async () => {
    expect(await command(['--version'])).toEqual({ code: 0, out: '0.0.0\n', err: '' })
    const { code, out } = await command(['--help'])
    expect(code).toBe(0)
    for (const name of ['run', 'extract', 'dates', 'explain', 'export', 'quarantine', 'doctor']) {
      expect(out).toContain(`  ${name} `)
      const help = await command([name, '--help'])
      expect(help.code).toBe(0)
      expect(help.out).toMatch(new RegExp(`  \\$ (.* \\| )?annalist ${name}`))
    }
  })

  test('colours are for terminals, and NO_COLOR is heeded', async () => {
    const bad = ['extract', '/no/such/path']
    expect((await command(bad, { tty: true })).err).toContain('\u001b[31m')
    expect((await command(bad, { tty: true, env: { NO_COLOR: '1' } })).err).not.toContain('\u001b')
    expect((await command(bad)).err).not.toContain('\u001b')
  })
})
