import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { entryPlaces } from '../../src/cli/entry-places.ts'
import { alignSentences } from '../../src/diff/align-sentences.ts'
import type { Change } from '../../src/diff/diff.ts'
import { diff } from '../../src/diff/diff.ts'
import { openSide } from '../../src/diff/open-side.ts'
import { command, folder } from '../cli/command.ts'
import { build, lexiconWith } from './build.ts'

const sentence = fc.constantFrom(
  'Russia attacked Ukraine in Kyiv on 2022-02-24.',
  ' France praised Serbia.',
  ' Serbia sued France on 2022-02-26.',
  ' Russia and Ukraine met in Ankara.',
  ' NATO slept.',
  ' It was cold.',
  ' France praised Serbia.',
)
const articles = fc.dictionary(
  fc.constantFrom('a', 'b', 'c', 'ä', '😀', 'ﬀ'),
  fc.array(sentence, { maxLength: 5 }).map((list) => list.join('')),
  { maxKeys: 4 },
)

const compare = (old: string, fresh: string) => {
  const sides = [openSide(old), openSide(fresh)] as const
  let moved = 0
  const changes: Change[] = []
  for (const article of diff(...sides)) {
    moved += article.moved
    changes.push(...article.changes)
  }
  for (const side of sides) side.close()
  const count = (kind: Change['kind']): number => changes.filter((change) => change.kind === kind).length
  return {
    before: sides[0].events,
    after: sides[1].events,
    added: count('added'),
    removed: count('removed'),
    changed: count('changed'),
    moved,
    changes,
  }
}

test('whatever is compared: the sums come out, no event is told twice, and the other way round it is the other way round', () => {
  fc.assert(
    fc.property(articles, articles, (one, other) => {
      const [a, b] = [build({ articles: one }), build({ articles: other, settings: { version: '2' } })]
      const forth = compare(a, b)
      expect(forth.before + forth.added - forth.removed).toBe(forth.after)
      for (const side of ['before', 'after'] as const) {
        const ids = forth.changes.flatMap((change) => (change[side] ? [`${change[side].event.document} ${change[side].event.id}`] : []))
        expect(new Set(ids).size).toBe(ids.length)
      }
      const back = compare(b, a)
      expect([back.added, back.removed, back.moved]).toEqual([forth.removed, forth.added, forth.moved])
      expect(compare(a, a).changes).toEqual([])
    }),
    { numRuns: 25 },
  )
})

test('sentences are paired one to one, equal ones first', () => {
  const list = fc.array(fc.constantFrom('One two three.', 'One two four.', 'Five six.', 'Seven.', 'Eight nine ten eleven.'), {
    maxLength: 8,
  })
  fc.assert(
    fc.property(list, list, (before, after) => {
      const pairs = alignSentences(before, after)
      expect(new Set(pairs.values()).size).toBe(pairs.size)
      for (const words of new Set(before)) {
        const least = Math.min(before.filter((w) => w === words).length, after.filter((w) => w === words).length)
        const paired = [...pairs].filter(([i, j]) => before[i] === words && after[j] === words).length
        expect(paired).toBeLessThanOrEqual(least)
      }
      expect([...alignSentences(before, before)].every(([i, j]) => i === j)).toBe(true)
      expect(alignSentences(before, before).size).toBe(before.length)
    }),
    { numRuns: 200 },
  )
})

test('entries of one’s own lexicon are linked to by file and line', async () => {
  const lexicon = folder({
    'actions/05-praise.yaml': 'about: mine\nentries:\n  - id: other\n    cameo: "050"\n  - id: praised\n    cameo: "051"\n',
    'codebook.yaml': 'about: mine\nentries:\n  - { code: "051", name: Praise }\n',
  })
  expect(entryPlaces([lexicon])).toEqual(
    new Map([
      ['actions/other', { file: join(lexicon, 'actions/05-praise.yaml'), line: 3 }],
      ['actions/praised', { file: join(lexicon, 'actions/05-praise.yaml'), line: 5 }],
      ['codebook/051', { file: join(lexicon, 'codebook.yaml'), line: 3 }],
    ]),
  )
  const text = { a: 'France praised Serbia. Russia attacked Ukraine.' }
  const [old, fresh] = [
    build({ articles: text }),
    build({ articles: text, settings: lexiconWith('actions/praised'), edit: (e) => (e.rule === 'actions/praised' ? null : e) }),
  ]
  const argv = [
    'diff',
    old,
    fresh,
    '--format',
    'markdown',
    '--lexicon',
    lexicon,
    '--entry-link',
    'https://example.org/blob/main/{file}#L{line}',
  ]
  expect((await command(argv)).out).toContain('actions/05-praise.yaml#L5')
})
