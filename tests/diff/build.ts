import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Article, Event } from '../../src/document.ts'
import { articleHash, openStore, type Settings } from '../../src/store/index.ts'
import { article, fakeExtract } from '../store/fake-extract.ts'

const dir = mkdtempSync(join(tmpdir(), 'annalist-diff-'))
let made = 0

export type Recipe = {
  readonly articles: Readonly<Record<string, string>>
  readonly settings?: Partial<Settings>
  /** What another lexicon or code makes of an event; null for none. */
  readonly edit?: (event: Event) => Event | null
  readonly facts?: Partial<Article>
}

export const ENTRIES = {
  'actions/attacked': 'a',
  'actions/praised': 'b',
  'actions/met': 'c',
  'actions/sued': 'd',
  'actors/RUS': 'e',
  'classes/weapon': 'f',
}

/** A database of the fake extraction. */
export const build = ({ articles, settings = {}, edit = (event) => event, facts = {} }: Recipe): string => {
  const path = join(dir, `${++made}.db`)
  const store = openStore(path)
  const run = store.begin({
    version: '1',
    lexicon: 'one',
    model: 'm',
    options: {},
    entries: () => new Map(Object.entries(ENTRIES)),
    ...settings,
  })
  for (const [id, text] of Object.entries(articles)) {
    const a = article(id, text, { published: '2022-03-01', ...facts })
    const found = fakeExtract(a)
    store.save({ ...found, events: found.events.flatMap((event) => edit(event) ?? []) }, articleHash(a), run)
  }
  store.close()
  return path
}

/** Another lexicon, in which these entries have another content. */
export const lexiconWith = (...changed: readonly string[]): Partial<Settings> => ({
  lexicon: `two ${changed.join()}`,
  entries: () => new Map(Object.entries({ ...ENTRIES, ...Object.fromEntries(changed.map((id) => [id, 'changed'])) })),
})
