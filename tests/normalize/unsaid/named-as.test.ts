import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { extract } from '../../../src/index.ts'
import { lexiconData } from '../../../src/lexicon/english.ts'

const STATES = new Map(lexiconData.actors.flatMap(({ kind, id, name }) => (kind === 'state' ? [[name, id] as const] : [])))

test('people whose state was only guessed are named as the state that they turn out to be of', () => {
  const text = 'Sudan bombed Chadian positions last month. The strikes killed 40 soldiers.'
  const { events } = extract({ id: 'named', text, published: '2024-05-10' })
  expect(events.at(-1)?.target).toMatchObject([{ entity: 'TCD', role: 'MIL', name: 'Chad' }])
})

test('no party of the wire sets has the name of another state', () => {
  const sets = new URL('../../../fixtures/wire/', import.meta.url).pathname
  const parties = ['a', 'b'].flatMap((set) =>
    readdirSync(join(sets, set)).flatMap((slug) => {
      const text = readFileSync(join(sets, set, slug, 'article.txt'), 'utf8')
      return extract({ id: slug, text, published: '2024-05-10' }).events.flatMap(({ source, target }) => [...source, ...target])
    }),
  )
  expect(parties.length).toBeGreaterThan(500)
  expect(parties.filter(({ name, entity }) => name !== null && (STATES.get(name) ?? entity) !== entity)).toEqual([])
})
