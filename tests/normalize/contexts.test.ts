import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { lexicon } from '../../src/lexicon/english.ts'
import { CONTEXTS } from '../../src/lexicon/schema.ts'
import { findContexts } from '../../src/normalize/find-contexts.ts'
import { readSyntax } from '../../src/syntax/read-syntax.ts'
import { tokenize } from '../../src/syntax/tokens.ts'
import { loadEnglish } from '../syntax/network/load-english.ts'

const model = loadEnglish()
const contextsOf = (text: string): readonly string[] =>
  findContexts(readSyntax(model, tokenize(text, { start: 0, end: text.length })), lexicon)

type Entry = { readonly id: string; readonly examples: readonly string[]; readonly counterexamples?: readonly string[] }
const FILE = new URL('../../lexicon/en/contexts.yaml', import.meta.url)
const entries: readonly Entry[] = parse(readFileSync(FILE, 'utf8')).entries

describe('lexicon/en/contexts.yaml', () => {
  it('tells each of PLOVER’s contexts, in its order', () => {
    expect(entries.map((e) => e.id)).toEqual([...CONTEXTS])
  })

  for (const { id, examples, counterexamples = [] } of entries) {
    for (const text of examples) it(`${id}: ${text}`, () => expect(contextsOf(text)).toContain(id))
    for (const text of counterexamples) it(`not ${id}: ${text}`, () => expect(contextsOf(text)).not.toContain(id))
  }
})

describe('contexts of whole sentences', () => {
  const CASES: readonly (readonly [string, readonly string[]])[] = [
    ['France expelled the ambassador.', ['diplomatic']],
    ['The minister spoke for an hour.', []],
    ['Voters approved the new constitution in a referendum.', ['election', 'political_institutions']],
    ['The court jailed the former mayor for bribery.', ['legal', 'corruption']],
    ['Rebels shot down an army helicopter.', ['military']],
    ['The European Union put an embargo on Russian oil.', ['economic', 'natural_resource']],
    ['Hackers stole files from the defence ministry.', ['military', 'cyber']],
    ['Doctors warned of a cholera outbreak in the refugee camp.', ['human_security', 'health', 'asylum']],
    ['A cyber-attack shut the ports.', ['cyber']],
    ['Coast guards traded fire with smugglers.', ['crime']],
  ]
  for (const [text, contexts] of CASES) it(text, () => expect(contextsOf(text)).toEqual(contexts))

  it('adds what the action’s entry says', () => {
    expect(findContexts([{ text: 'They', lemma: 'they' }], lexicon, ['legal'])).toEqual(['legal'])
  })
})
