import { expect, test } from 'vitest'
import { extract } from '../../src/index.ts'

// States and lands that no lexicon knows: told by what only such have, by their people, by each other, or by force.

const acts = (text: string): readonly string[] =>
  extract({ id: 'land', text, published: '2024-05-10' }).events.map(({ action, source, target }) =>
    [action.root, source.map((p) => p.text).join('+') || '-', target.map((p) => p.text).join('+') || '-'].join(' '),
  )

test.each<[string, readonly string[]]>([
  ['Karsovia attacked Velmaria on Monday.', ['19 Karsovia Velmaria']],
  ['Velmaria condemned Karsovia.', ['11 Velmaria Karsovia']],
  ['Velmaria signed a trade agreement with Karsovia.', ['05 Velmaria+Karsovia Velmaria+Karsovia']],
  ['Velmaria eased sanctions on Karsovia.', ['08 Velmaria Karsovia']],
  ['Drossen attacked Kelmar, and its ambassador left.', ['19 Drossen Kelmar']],
  ['Drossen threatened Kelmar over the border.', ['13 Drossen Kelmar']],
  ['Velmaria and Karsovia held talks.', ['04 Velmaria+Karsovia Velmaria+Karsovia']],
  ['Velmaria put its army on alert.', ['15 Velmaria -']],
  ['Troops are at the border of Velmaria. Velmaria opened an inquiry into the killing.', ['09 Velmaria -']],
  ['The Velmarians voted in May. Velmaria rejected a proposal for new talks.', ['12 Velmaria -']],
])('%s', (text, told) => expect(acts(text)).toEqual(told))

test.each([
  'Johnson praised the cook.',
  'Zenthor opened an inquiry into the leak.',
  'Maria Velmar met the neighbours. Velmar promised to help Karsov.',
  'Velmaria promised to help.',
  'In Geneva, Halloran promised to help.',
  'Smithson met Wolfsberg on Tuesday to discuss the merger.',
  'Hendrickson killed Lindqvist.',
  'Drossen attacked Kelmar on Monday.',
  'Halloran said that Zenthor was late.',
])('is told of no land: %s', (text) => expect(acts(text)).toEqual([]))
