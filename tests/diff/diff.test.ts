import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { parseHTML } from 'linkedom'
import { describe, expect, test } from 'vitest'
import { alignSentences } from '../../src/diff/align-sentences.ts'
import type { Event } from '../../src/document.ts'
import { articleHash, openStore } from '../../src/store/index.ts'
import { command, folder } from '../cli/command.ts'
import { fakeExtract, ARTICLES as WORLD } from '../store/fake-extract.ts'
import { build, lexiconWith, type Recipe } from './build.ts'

const ARTICLES = {
  a: 'Russia attacked Ukraine in Kyiv on 2022-02-24. It was cold. France praised Serbia on 2022-02-25. NATO slept.',
  b: 'Serbia sued France on 2022-02-26. Russia and Ukraine met in Ankara.',
}
const CODED = (event: Event): Event =>
  event.rule === 'actions/praised' ? { ...event, action: { ...event.action, cameo: '050', goldstein: 3.5 } } : event

type Change = {
  kind: string
  document: string
  cause: { kind: string; entries?: string[]; detail?: string }
  fields: Record<string, { before: string; after: string }>
  before: Event
  after: Event
}
const json = async (
  old: string,
  fresh: string,
  ...argv: readonly string[]
): Promise<{ changes: Change[]; summary: Record<string, unknown> }> =>
  JSON.parse((await command(['diff', old, fresh, '--format', 'json', ...argv])).out)
const between = (old: Recipe, fresh: Recipe) => json(build(old), build(fresh))
const short = ({ kind, cause, fields, before, after }: Change): string =>
  `${kind} ${(after ?? before).trigger.text} ${Object.entries(fields)
    .map(([name, f]) => `${name} ${f.before}→${f.after}`)
    .join('; ')} | ${cause.kind} ${cause.entries ?? cause.detail ?? ''}`
    .replace(/\s+/g, ' ')
    .trim()

describe('what is alike', () => {
  test('gives nothing, whatever the order in which it was stored', async () => {
    const { changes, summary } = await between({ articles: ARTICLES }, { articles: Object.fromEntries(Object.entries(ARTICLES).reverse()) })
    expect([changes, summary.added, summary.before]).toEqual([[], 0, 4])
  })
  test('gives nothing under another version that finds the same', async () => {
    expect((await between({ articles: ARTICLES }, { articles: ARTICLES, settings: { version: '2' } })).changes).toEqual([])
  })
})

describe('the cause', () => {
  test.each<[string, Recipe, readonly string[]]>([
    [
      'an entry’s code',
      { articles: ARTICLES, settings: lexiconWith('actions/praised'), edit: CODED },
      ['changed praised code 051→050; goldstein 3.4→3.5 | lexicon actions/praised'],
    ],
    [
      'an entry taken out',
      { articles: ARTICLES, settings: lexiconWith('actions/met'), edit: (e) => (e.rule === 'actions/met' ? null : e) },
      ['removed met | lexicon actions/met'],
    ],
    [
      'an actor',
      {
        articles: ARTICLES,
        settings: lexiconWith('actors/RUS'),
        edit: (e) => ({
          ...e,
          source: e.source.map((p) => (p.entity === 'RUS' && e.rule === 'actions/attacked' ? { ...p, code: 'RUSMIL' } : p)),
        }),
      },
      ['changed attacked source RUSGOV→RUSMIL | lexicon actors/RUS'],
    ],
    [
      'a class that an entry’s condition names',
      { articles: ARTICLES, settings: lexiconWith('classes/weapon'), edit: (e) => (e.rule === 'actions/attacked' ? null : e) },
      ['removed attacked | lexicon classes/weapon'],
    ],
    [
      'an entry, in a lexicon of which another version of annalist makes more',
      {
        articles: ARTICLES,
        settings: { ...lexiconWith('actions/praised'), version: '2' },
        edit: (e) => CODED({ ...e, confidence: e.rule === 'actions/sued' ? 0.5 : e.confidence }),
      },
      [
        'changed praised code 051→050; goldstein 3.4→3.5 | lexicon actions/praised',
        'changed sued confidence 0.87→0.50 | lexicon actions/praised',
      ],
    ],
    [
      'code',
      { articles: ARTICLES, settings: { version: '2' }, edit: (e) => (e.rule === 'actions/sued' ? { ...e, confidence: 0.5 } : e) },
      ['changed sued confidence 0.87→0.50 | code version 1 → 2'],
    ],
    [
      'a confidence that differs in the third digit alone',
      { articles: ARTICLES, settings: { version: '2' }, edit: (e) => (e.rule === 'actions/sued' ? { ...e, confidence: 0.871 } : e) },
      ['changed sued confidence 0.87→0.871 | code version 1 → 2'],
    ],
    [
      'the name of a party whose code stays',
      {
        articles: ARTICLES,
        settings: { version: '2' },
        edit: (e) => (e.rule === 'actions/sued' ? { ...e, source: e.source.map((p) => ({ ...p, name: 'Another' })) } : e),
      },
      [expect.stringMatching(/^changed sued source (\S+) "\w+" at 0 \(\w+\)→\1 "\w+" at 0 \(Another\) \| code/)],
    ],
    [
      'the model',
      { articles: ARTICLES, settings: { model: 'n' }, edit: (e) => (e.rule === 'actions/sued' ? { ...e, confidence: 0.5 } : e) },
      ['changed sued confidence 0.87→0.50 | code another model'],
    ],
    [
      'nothing that is known',
      { articles: ARTICLES, edit: (e) => (e.rule === 'actions/sued' ? { ...e, confidence: 0.5 } : e) },
      ['changed sued confidence 0.87→0.50 | unknown'],
    ],
    ['an article that is new', { articles: { ...ARTICLES, c: 'France met.' } }, ['added met | text article added']],
    [
      'an article that is gone',
      { articles: { a: ARTICLES.a } },
      ['removed sued | text article removed', 'removed met | text article removed'],
    ],
    [
      'words that were edited',
      { articles: { ...ARTICLES, b: ARTICLES.b.replace('2022-02-26', '2022-02-27') } },
      ['changed sued date 2022-02-26→2022-02-27 | text article edited'],
    ],
    [
      'words that were edited, and an entry’s code in a sentence that was not',
      {
        articles: { ...ARTICLES, a: ARTICLES.a.replace('2022-02-24', '2022-02-27') },
        settings: lexiconWith('actions/praised'),
        edit: CODED,
      },
      [
        'changed attacked date 2022-02-24→2022-02-27 | text article edited',
        'changed praised code 051→050; goldstein 3.4→3.5 | lexicon actions/praised',
      ],
    ],
  ])('%s', async (_, fresh, expected) => {
    const { changes } = await between({ articles: ARTICLES }, fresh)
    expect(changes.map(short)).toEqual(expected)
  })
})

describe('an edited text', () => {
  const edited = async (text: string) => between({ articles: { a: ARTICLES.a } }, { articles: { a: text } })
  test.each<[string, string, readonly string[], number]>([
    ['moves what stands after a new paragraph, and changes nothing of it', `Snow fell in the night.\n${ARTICLES.a}`, [], 2],
    ['moves what stands before nothing', `${ARTICLES.a} Snow fell.`, [], 0],
    [
      'with its sentences in another order changes nothing',
      ' France praised Serbia on 2022-02-25. It was cold. Russia attacked Ukraine in Kyiv on 2022-02-24.',
      [],
      2,
    ],
    [
      'with a word put in keeps the event',
      ARTICLES.a.replace('in Kyiv', 'again and in Kyiv'),
      ['changed attacked date 2022-02-24→2022-03-01 (publication); place Kyiv→— | text article edited'],
      1,
    ],
    [
      'with another verb tells another event',
      ARTICLES.a.replace('praised', 'sued'),
      ['removed praised | text article edited', 'added sued | text article edited'],
      0,
    ],
    [
      'without a sentence loses its event',
      ARTICLES.a.replace(' France praised Serbia on 2022-02-25.', ''),
      ['removed praised | text article edited'],
      0,
    ],
  ])('%s', async (_, text, expected, moved) => {
    const { changes, summary } = await edited(text)
    expect(changes.map(short)).toEqual(expected)
    expect(summary.moved).toBe(moved)
  })

  test('pairs sentences by their words, then by their likeness', () => {
    const before = ['One stays.', 'Two is going away soon.', 'Three stays.', 'Three stays.', 'The fourth sentence is edited here.']
    const after = ['Zero is new.', 'One stays.', 'Three stays.', 'Three stays.', 'The fourth sentence was edited there.']
    expect([...alignSentences(before, after)].sort()).toEqual([
      [0, 1],
      [2, 2],
      [3, 3],
      [4, 4],
    ])
    expect(alignSentences([], after).size).toBe(0)
  })
})

describe('exports', () => {
  const exportOf = async (db: string, name: string): Promise<string> => {
    const path = join(folder(), name)
    await command(['export', '--db', db, '-o', path, '-q'])
    return path
  }
  test('are compared as databases are, also with one', async () => {
    const [old, fresh] = [
      build({ articles: ARTICLES }),
      build({ articles: ARTICLES, settings: lexiconWith('actions/praised'), edit: CODED }),
    ]
    const [oldExport, newExport] = [await exportOf(old, 'old.ndjson'), await exportOf(fresh, 'new.ndjson.gz')]
    for (const [a, b] of [
      [oldExport, newExport],
      [old, newExport],
      [oldExport, fresh],
    ] as const) {
      const { changes, summary } = await json(a, b)
      expect(changes.map(({ kind, fields }) => [kind, Object.keys(fields)])).toEqual([['changed', ['code', 'goldstein']]])
      expect(summary).toMatchObject({ before: 4, after: 4, changed: 1 })
    }
  })
  test.each([1, 2, 3, 4])('a database of schema %i is compared as it is now, and stays as it was', async (version) => {
    const dir = folder()
    const [old, fresh] = [join(dir, 'old.db'), join(dir, 'new.db')]
    cpSync(join(import.meta.dirname, `../../fixtures/databases/schema-${version}.db`), old)
    const before = readFileSync(old)
    const store = openStore(fresh)
    const run = store.begin({ version: '9', lexicon: 'fake', model: 'fake', options: {} })
    for (const a of WORLD) store.save(fakeExtract(a), articleHash(a), run)
    store.close()
    const { changes, summary } = await json(old, fresh)
    expect(changes).toEqual([])
    expect(summary.before).toBe(summary.after)
    expect(readFileSync(old).equals(before)).toBe(true)
    expect(readdirSync(dir).toSorted()).toEqual(['new.db', 'old.db'])
  })
  test('in the order of a run, and moved in their text, change nothing', async () => {
    const old = await exportOf(build({ articles: ARTICLES }), 'old.ndjson')
    const fresh = await exportOf(
      build({ articles: Object.fromEntries(Object.entries(ARTICLES).map(([id, text]) => [id, `Snow fell. ${text}`])) }),
      'n.ndjson',
    )
    const lines = readFileSync(fresh, 'utf8').trim().split('\n')
    const packed = `${fresh}.gz`
    writeFileSync(packed, gzipSync(lines.toReversed().join('\n')))
    const { changes } = await json(old, packed)
    expect(changes).toEqual([])
  })
  test('of no events, or with a byte order mark, are exports all the same', async () => {
    const old = await exportOf(build({ articles: ARTICLES }), 'old.ndjson')
    const marked = join(folder({ 'bom.ndjson': `\uFEFF${readFileSync(old, 'utf8')}` }), 'bom.ndjson')
    expect((await json(old, marked)).changes).toEqual([])
    const none = join(folder({ 'none.ndjson': '' }), 'none.ndjson')
    expect((await json(none, old)).summary).toMatchObject({ before: 0, after: 4, added: 4 })
  })
  test('that are cut short are told', async () => {
    const path = join(folder({ 'x.ndjson.gz': gzipSync('{}\n{}\n').subarray(0, 15) }), 'x.ndjson.gz')
    const { code, err } = await command(['diff', path, path])
    expect([code, err]).toEqual([1, expect.stringMatching(/x\.ndjson\.gz: can't be unpacked.*\n.*once more/)])
  })
  test.each([
    ['a line that is no JSON', '{"id"\n', /x\.ndjson:1: is not JSON/],
    ['a line that is no event', '{"id": "x"}\n', /x\.ndjson:1: document: /],
  ])('%s is told', async (_, content, message) => {
    const path = join(folder({ 'x.ndjson': content }), 'x.ndjson')
    const { code, err } = await command(['diff', path, path])
    expect([code, err]).toEqual([1, expect.stringMatching(message)])
  })
  test('a folder is told', async () => {
    const dir = folder()
    const { code, err } = await command(['diff', dir, dir])
    expect([code, err]).toEqual([1, expect.stringMatching(/ is a folder\n +name a database or an export/)])
  })
})

describe('reports', () => {
  const old = build({ articles: ARTICLES })
  const fresh = build({
    articles: { ...ARTICLES, 'c|<x>': 'France @praised and Serbia attacked NATO on 2022-02-27.' },
    settings: lexiconWith('actions/praised'),
    edit: CODED,
  })
  const run = (...argv: readonly string[]) => command(['diff', old, fresh, ...argv])

  test('as text', async () => {
    expect((await run()).out).toMatchInlineSnapshot(`
      "1 added, 1 changed; 3 as they were; 4 → 5 events

        05 Cooperate                 1 changed
        19 Fight                     1 added

        SRB                          1 added, 1 changed
        FRA                          1 changed
        NATO                         1 added

      Lexicon: actions/praised (1 changed)
        ~ 050 Something · FRAGOV → SRBGOV · 2022-02-25 · a, sentence 2, actions/praised
            code: 051 → 050
            goldstein: 3.4 → 3.5
            France [praised] Serbia on 2022-02-25.

      Text: article added (1 added)
        + 190 Use force · SRBGOV → IGOWSTNAT · 2022-02-27 · c|<x>, sentence 0, actions/attacked
            France @praised and Serbia [attacked] NATO on 2022-02-27.
      "
    `)
  })
  test('as Markdown, folded, with links, nobody called by name', async () => {
    const { out } = await run(
      '--format',
      'markdown',
      '--article-link',
      'https://example.org/{id}.txt',
      '--entry-link',
      'https://example.org/rules#{id}',
    )
    expect(out).toMatchInlineSnapshot(`
      "<!-- annalist diff -->
      **Annalist:** 1 added, 1 changed; 3 as they were; 4 → 5 events

      | root | added | removed | changed |
      |---|--:|--:|--:|
      | 05 Cooperate |  |  | 1 |
      | 19 Fight | 1 |  |  |

      | actor | added | removed | changed |
      |---|--:|--:|--:|
      | SRB | 1 |  | 1 |
      | FRA |  |  | 1 |
      | NATO | 1 |  |  |

      <details><summary>Lexicon: <a href="https://example.org/rules#actions/praised"><code>actions/praised</code></a> — 1 changed</summary>

      - **~** 050 Something · FRAGOV → SRBGOV · 2022-02-25 · [a](<https://example.org/a.txt>) · [\`actions/praised\`](<https://example.org/rules#actions/praised>)
        - code: \`051\` → \`050\`
        - goldstein: \`3.4\` → \`3.5\`
        > France **praised** Serbia on 2022-02-25.

      </details>

      <details><summary>Text: article added — 1 added</summary>

      - **+** 190 Use force · SRBGOV → IGOWSTNAT · 2022-02-27 · [c\\|&lt;x&gt;](<https://example.org/c%7C%3Cx%3E.txt>) · [\`actions/attacked\`](<https://example.org/rules#actions/attacked>)
        > France &#64;praised and Serbia **attacked** NATO on 2022-02-27.

      </details>

      "
    `)
    expect(out).not.toMatch(/@praised/)
  })
  test('as HTML that loads nothing', async () => {
    const { document } = parseHTML((await run('--format', 'html')).out)
    expect(document.querySelectorAll('script, link, img')).toHaveLength(0)
    expect([...document.querySelectorAll('li')]).toHaveLength(2)
    expect([...document.querySelectorAll('mark')].map((m) => m.textContent)).toEqual(['praised', 'attacked'])
  })
  test('fits a comment, however much differs', async () => {
    const many = Object.fromEntries(
      Array.from({ length: 500 }, (_, i) => [
        `article-${i}`,
        `Russia attacked Ukraine in Kyiv on 2022-02-24, and number ${i} of them${', and more'.repeat(30)}.`,
      ]),
    )
    const [a, b] = [build({ articles: many }), build({ articles: { x: 'France met.' } })]
    const { out } = await command(['diff', a, b, '--format', 'markdown', '--most', '5000'])
    expect(out.length).toBeLessThan(65_000)
    expect(out).toMatch(/… and \d+ more/)
    expect(out).toContain('500 removed')
    expect((out.match(/<details>/g) ?? []).length).toBe((out.match(/<\/details>/g) ?? []).length)
  }, 30_000)
})

describe('exit codes and choices', () => {
  const [old, fresh] = [build({ articles: ARTICLES }), build({ articles: { a: ARTICLES.a } })]
  test.each<[readonly string[], number]>([
    [[], 0],
    [['--exit-code'], 1],
    [['--fail-on', 'removed>1'], 1],
    [['--fail-on', 'removed>2'], 0],
    [['--fail-on', 'removed>=50%'], 1],
    [['--fail-on', 'removed>50%'], 0],
    [['--fail-on', 'added>0', '--fail-on', 'total>=2'], 1],
    [['--fail-on', 'removed>1', '--only', 'added'], 0],
    [['--exit-code', '--only', 'lexicon,code'], 0],
    [['--fail-on', 'gone>3'], 2],
    [['--only', 'gone'], 2],
  ])('%j gives %i', async (argv, code) => {
    expect((await command(['diff', old, fresh, ...argv])).code).toBe(code)
    expect((await command(['diff', old, old, '--exit-code'])).code).toBe(0)
  })
  test('what is not there is told', async () => {
    expect(await command(['diff', '/no/such.db', old])).toMatchObject({ code: 1, err: expect.stringMatching(/no database or export at/) })
  })
})
