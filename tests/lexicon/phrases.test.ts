import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { extract } from '../../src/index.ts'

type Row = readonly [kind: string, phrase: string, date: string, entity: string, role: string]

const rows = (): readonly Row[] => {
  let kind = ''
  return readFileSync(new URL('../../fixtures/actors/phrases.txt', import.meta.url), 'utf8')
    .split('\n')
    .flatMap((line): readonly Row[] => {
      if (line.startsWith('## ')) kind = line.slice(3)
      if (line === '' || line.startsWith('#')) return []
      const [phrase, date, entity, role] = line.split(' | ')
      if (!phrase || !date || !entity || !role) throw new Error(`phrases.txt: not four columns: ${line}`)
      return [[kind, phrase, date, entity, role]]
    })
}

/** The source of "PHRASE condemned the Peruvian government.", published on the date. */
const sourceOf = (phrase: string, published: string) => {
  const text = `${phrase.slice(0, 1).toUpperCase()}${phrase.slice(1)} condemned the Peruvian government.`
  const [event] = extract({ id: 'phrase', text, published, title: null, url: null, kind: null }).events
  return event?.source.map(({ entity, role }) => ({ entity, role })) ?? []
}

/** `*`: whoever it is; `-`: nobody known. */
const fits = (wanted: string, got: string | null | undefined): boolean => wanted === '*' || got === (wanted === '-' ? null : wanted)

describe.each([...new Set(rows().map(([kind]) => kind))])('%s', (kind) => {
  const own = rows().filter((row) => row[0] === kind)
  test('thirty phrases', () => expect(own.length).toBe(30))
  test.each(own)('%s: %s (%s): %s %s', (_, phrase, date, entity, role) => {
    const source = sourceOf(phrase, date)
    expect(source).toEqual([{ entity: expect.toSatisfy((got) => fits(entity, got)), role: expect.toSatisfy((got) => fits(role, got)) }])
  })
})
