import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { extract } from '../../../src/index.ts'

/** A text in whose last sentence `words` are a reference, and whom it means: entities, or `none` where it must stay open. */
type Row = {
  readonly text: string
  readonly words: string
  readonly means: string | readonly string[]
  readonly title?: string
  readonly known?: string
}
type Fixture = { readonly pairs: readonly { readonly differs: string; readonly rows: readonly Row[] }[] }

const FOLDER = new URL('../../../fixtures/references/', import.meta.url)

const meant = ({ text, words, title = undefined }: Row): string => {
  const { readings } = extract({ id: 'row', text, title: title ?? null, published: '2024-05-14', url: null, kind: 'wire' })
  const reading = readings.at(-1)
  const mention = reading?.mentions.findLast((m) => m.text === words || m.text.endsWith(` ${words}`))
  if (!reading || !mention) throw new Error(`no mention "${words}" in the last sentence of "${text}"`)
  const found = reading.resolutions.get(mention.head)?.referents.map((r) => r.entity) ?? (mention.entity === null ? [] : [mention.entity])
  return [...new Set(found)].sort().join(' ') || 'none'
}

for (const file of readdirSync(FOLDER).sort())
  for (const { differs, rows } of (parse(readFileSync(new URL(file, FOLDER), 'utf8')) as Fixture).pairs)
    describe(`${file.replace('.yaml', '')}: ${differs}`, () => {
      // A known failure that passes is mended: take its mark away.
      for (const row of rows)
        test(`${row.text} (${row.words})${row.known ? `: known, ${row.known}` : ''}`, () => {
          const wanted = [row.means].flat().sort().join(' ')
          if (row.known) expect(meant(row), 'mended: take "known" away').not.toBe(wanted)
          else expect(meant(row)).toBe(wanted)
        })
    })
