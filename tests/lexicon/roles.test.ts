import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { readPhrase } from './read-phrase.ts'

type Role = {
  readonly id: string
  readonly examples: readonly { readonly text: string; readonly source?: string }[]
  readonly counterexamples?: readonly string[]
}

const file = new URL('../../lexicon/en/actors/roles.yaml', import.meta.url)
const { entries } = parse(readFileSync(file, 'utf8')) as { readonly entries: readonly Role[] }

/** The entities that a role's pieces belong to in a text; null: the role stands alone. */
const ownersOf = (id: string, text: string): readonly (string | null)[] => {
  const { words, pieces, mentions } = readPhrase(text)
  return pieces
    .filter((piece) => piece.rule === `actors/${id}`)
    .map((piece) => {
      const at = words[piece.last]?.start ?? 0
      return mentions.find((m) => m.start <= at && at < m.end)?.entity ?? null
    })
}

describe.each(entries)('role $id', ({ id, examples, counterexamples = [] }) => {
  test.each(examples.map((e) => [e.text, e.source ?? null] as const))('%s', (text, source) => {
    expect(ownersOf(id, text)).toContain(source)
  })
  if (counterexamples.length > 0)
    test.each(counterexamples)('not: %s', (text) => {
      expect(ownersOf(id, text)).toEqual([])
    })
})
