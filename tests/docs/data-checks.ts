import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import Database from 'better-sqlite3'
import { expect } from 'vitest'
import { parse } from 'yaml'
import { readConfig } from '../../src/config/read-config.ts'
import { layOver } from '../../src/lexicography/read-over.ts'
import { readGold } from '../../src/score/gold.ts'
import { type Block, blocksOf, PAGES, ROOT } from './find-blocks.ts'
import type { World } from './world.ts'

type Check = (text: string, world: World) => Promise<void> | void

const file = (world: World, name: string, text: string): string => {
  const path = join(world.dir, 'data', name)
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, text)
  return path
}

const runsAsSaid: Check = async (text, world) => {
  const values: unknown[] = []
  const code = text.replace(/^(\S.*?)\s+\/\/ (.*)$/gm, (_, expression: string, value: string) => {
    values.push(JSON.parse(value.replaceAll("'", '"')))
    return `console.log(JSON.stringify(${expression}))`
  })
  expect(values.length).toBeGreaterThan(0)
  file(world, '../example.mjs', code)
  const { status, output } = await world.sh('node example.mjs')
  expect(status, output).toBe(0)
  expect(
    output
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line)),
  ).toEqual(values)
}

const asks: Check = (text, world) => {
  const db = new Database(join(world.dir, 'events.db'), { readonly: true })
  expect(() => db.prepare(text).all()).not.toThrow()
  db.close()
}

const isConfig: Check = (text, world) => {
  expect(Object.keys(readConfig(file(world, 'annalist.config.json', text)))).toEqual(expect.arrayContaining(['corpus', 'exports']))
}

const isArticle: Check = async (text, world) => {
  const { status, output } = await world.sh(`annalist extract --format jsonl ${file(world, 'article.jsonl', text)}`)
  expect(status, output).toBe(0)
  expect(JSON.parse(output).document).toBe(JSON.parse(text).id)
}

const isGold: Check = (text, world) => {
  const { events, articles } = readGold([file(world, 'gold.jsonl', text)])
  expect([events.length, articles.size]).toEqual([1, 2])
}

const callsAction: Check = (text) => {
  const { inputs } = parse(readFileSync(join(ROOT, 'action.yml'), 'utf8'))
  const steps: readonly { uses: string; with?: object }[] = parse(text).jobs.regenerate.steps
  const own = steps.find(({ uses }) => uses.startsWith('annalist/'))
  expect(Object.keys(own?.with ?? {}).filter((name) => !(name in inputs))).toEqual([])
}

const isJob: Check = (text) => {
  const { regenerate } = parse(text)
  for (const line of regenerate.script) expect(typeof line).toBe('string')
}

type Entry = Readonly<Record<string, unknown>>

/** The file of the lexicon that an entry belongs to, by what it says. */
const fileOf = (entry: Entry): string => {
  if ('cameo' in entry) return 'actions/page.yaml'
  if ('gloss' in entry) return 'classes/page.yaml'
  if ('inner' in entry) return 'operators.yaml'
  if ('as' in entry) return 'synonyms.yaml'
  if ('verb' in entry) return 'nominalizations.yaml'
  if (!('kind' in entry)) return 'contexts.yaml'
  return /^(title|people|body)$/.test(String(entry.kind)) && 'words' in entry ? 'actors/roles.yaml' : 'actors/page.yaml'
}

let problems: readonly string[] | null = null
/** The entries of all pages are laid over the lexicon together: it is read once. */
const isLexicon: Check = (_, world) => {
  problems ??= problemsWith(
    PAGES.flatMap(blocksOf)
      .filter((block) => rowOf(block)?.check === isLexicon)
      .flatMap(({ lines }) => parse(lines.join('\n').replaceAll(', …]', ']'))),
    join(world.dir, 'data/lexicon'),
  )
  expect(problems).toEqual([])
}

const problemsWith = (entries: readonly Entry[], dir: string): readonly string[] => {
  for (const name of new Set(entries.map(fileOf))) {
    mkdirSync(dirname(join(dir, name)), { recursive: true })
    writeFileSync(join(dir, name), JSON.stringify({ about: 'Examples of pages.', entries: entries.filter((e) => fileOf(e) === name) }))
  }
  return layOver(dir).problems
}

const areOurPlaces: Check = (text) => {
  const { entries } = parse(readFileSync(join(ROOT, 'lexicon/en/places.yaml'), 'utf8'))
  expect(entries).toEqual(expect.arrayContaining(parse(text)))
}

const hasPlaces: Check = async (text, world) => {
  for (const line of text.split('\n')) {
    const [sentence = '', place = ''] = line.split(/\s+→\s+/)
    const { output } = await world.sh(`echo "${sentence}" | annalist extract`)
    const { name, country, latitude, longitude } = JSON.parse(output.split('\n')[0] ?? '').place
    expect([name, country, latitude, longitude].join(', ')).toBe(place.replace(', null,', ', ,'))
  }
}

/** Every type that the way through names is one of the code. */
const namesTypes: Check = (text) => {
  const code = ['document.ts', 'extract/read-sentence.ts', 'normalize/judge-candidate.ts']
    .map((name) => readFileSync(join(ROOT, 'src', name), 'utf8'))
    .join('\n')
  const names = text.match(/[A-Z]\w+/g) ?? []
  expect(names.filter((name) => !new RegExp(`export type ${name}\\b`).test(code))).toEqual([])
}

const namesFiles: Check = (text) => {
  const folder = join(ROOT, 'lexicon/en')
  const names = [...text.matchAll(/(?:lexicon\/en\/)?([\w/.-]+\.yaml)/g)].map(([, name = '']) => name)
  expect(names.length).toBeGreaterThan(5)
  const places = ['', 'actors', 'actions'].map((below) => join(folder, below))
  expect(names.filter((name) => !places.some((place) => existsSync(join(place, name))))).toEqual([])
}

const merges: Check = async (text, world) => {
  file(world, 'repository/.gitattributes', text)
  const { output } = await world.sh('git init -q && git check-attr merge verdicts.jsonl', join(world.dir, 'data/repository'))
  expect(output).toBe('verdicts.jsonl: merge: union\n')
}

/** What is done with blocks that are no commands: by language, by page, by how they begin. Every such block needs a row, and every row a block. */
export const DATA: readonly {
  readonly language: string
  readonly page: RegExp
  readonly starts?: RegExp
  readonly what: string
  readonly check: Check
}[] = [
  {
    language: 'js',
    page: /./,
    what: 'runs, and each expression has the value that stands behind it',
    check: runsAsSaid,
  },
  { language: 'sql', page: /./, what: 'is answered by a database of the corpus', check: asks },
  { language: 'json', page: /^docs\/config\.md$/, what: 'is a configuration', check: isConfig },
  { language: 'json', page: /^docs\/input\.md$/, what: 'is read as an article', check: isArticle },
  { language: 'json', page: /^docs\/commands\/score\.md$/, what: 'is read as gold', check: isGold },
  {
    language: 'yaml',
    page: /^docs\/ci\.md$/,
    starts: /^on:/,
    what: 'gives the action inputs that it has',
    check: callsAction,
  },
  { language: 'yaml', page: /^docs\/ci\.md$/, starts: /^regenerate:/, what: 'is a job of GitLab', check: isJob },
  {
    language: 'yaml',
    page: /^(CONTRIBUTING|docs\/lexicon)\.md$/,
    what: 'is taken as entries of the lexicon',
    check: isLexicon,
  },
  { language: 'yaml', page: /^docs\/places\.md$/, what: 'stands in lexicon/en/places.yaml', check: areOurPlaces },
  {
    language: 'text',
    page: /^docs\/places\.md$/,
    what: 'each sentence has the place that stands behind it',
    check: hasPlaces,
  },
  { language: 'text', page: /^docs\/lexicon\.md$/, what: 'names files that are there', check: namesFiles },
  { language: 'text', page: /^docs\/extraction\.md$/, what: 'is the way through, in the words of DESIGN', check: namesTypes },
  { language: 'gitattributes', page: /^docs\/verdicts\.md$/, what: 'is understood by git', check: merges },
]

export const rowOf = ({ language, page, lines }: Block): (typeof DATA)[number] | undefined =>
  DATA.find((row) => row.language === language && row.page.test(page) && (row.starts?.test(lines[0] ?? '') ?? true))
