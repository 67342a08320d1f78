import compromise from 'compromise'
import { expect, test } from 'vitest'
import { isPersonName } from '../../src/extract/nlp.ts'
import { lexicon, lexiconData } from '../../src/lexicon/english.ts'

const reader = { lexicon, nlp: () => compromise }

/** With every step that tags rest on, the sweep of patterns included. */
const swept = (name: string): boolean => {
  const view = compromise.tokenize(name)
  view.compute(['alias', 'machine', 'index', 'freeze', 'lexicon', 'preTagger', 'contractionTwo', 'postTagger'])
  const tags = new Set(view.docs.flat().flatMap((term) => [...(term.tags ?? [])]))
  return !tags.has('Organization') && ['Person', 'FirstName', 'LastName'].some((tag) => tags.has(tag))
}

test('persons are told from names without the sweep as with it', () => {
  const names = [
    ...lexiconData.people.flatMap(({ name, names: others }) => [name, ...others.map(({ text }) => text)]),
    ...lexiconData.actors.flatMap(({ name, names: others }) => [name, ...others.map(({ text }) => text)]),
  ].filter((_, at) => at % 12 === 0)
  expect(names.length).toBeGreaterThan(1000)
  expect(names.filter((name) => isPersonName(reader, name) !== swept(name))).toEqual([])
})

test.each([
  ['Marta Velbrook', true],
  ['Velbrook', false],
  ['Christian Aid', true],
  ['Christian Velbrook', true],
  ['Vo Van Kiet', true],
  ['Finley "Finn" Polmar', true],
  ['Velbrook Foundation', false],
])('compromise of "%s": a person, %s', (name, person) => {
  expect([isPersonName(reader, name), swept(name)]).toEqual([person, person])
})
