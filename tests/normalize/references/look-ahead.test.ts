import { describe, expect, test } from 'vitest'
import { createExtract, readModel } from '../../../src/index.ts'

const extract = createExtract({ model: readModel() })

/** Who acts on whom in the heading, and in what stands below it. */
const read = (text: string): { readonly heading: string; readonly below: readonly string[] } => {
  const told = extract({ id: 'a', text, published: '2013-04-02' }).events.map((e) => ({
    at: e.sentence.index,
    sides: [e.source, e.target].map((parties) => parties.map((p) => p.code ?? p.text).join()).join(' → '),
  }))
  return { heading: told.find(({ at }) => at === 0)?.sides ?? '', below: told.filter(({ at }) => at > 0).map(({ sides }) => sides) }
}

const ROWS: readonly (readonly [differs: string, heading: string, lead: string, sides: string])[] = [
  ['the same police', 'Police disperse opposition marchers', 'Police in Togo used batons against marchers on Tuesday.', 'TGOCOP → TGOOPP'],
  ['its own place', 'Police disperse opposition marchers in Benin', 'Police in Togo used batons on Tuesday.', 'BENCOP → BENOPP'],
  ['nobody below', 'Police disperse opposition marchers', 'The sun shone on Tuesday.', 'Police → opposition marchers'],
  ['others below', 'Rebels attack village', 'Germany praised Ghana on Monday.', 'Rebels → '],
  [
    'a state that others name',
    'Troops kill five',
    'The UN condemned Sudan on Monday after troops killed five people in Chad.',
    'Troops → ',
  ],
  ['a union below', 'Army seizes power', 'The African Union suspended Gabon after its army seized power.', 'Army → '],
  [
    'no target for the heading',
    'Parliament ratifies treaty',
    "Germany told Poland that Hungary's parliament ratified a treaty.",
    'HUNLEG → ',
  ],
  [
    'the other state below',
    'Minister resigns over scandal',
    "France's envoy told Kenya that a Peruvian minister resigned on Monday.",
    'PERGOV → ',
  ],
  ['another office below', 'Government rejects talks', 'Israel accused Iran of rejecting talks on Monday.', 'Government → '],
  [
    'soldiers of two states',
    'Soldiers kill protesters',
    'Malian soldiers killed five French protesters on Tuesday.',
    'Soldiers → protesters',
  ],
  ['headings below', 'Police raid offices', 'French police march in Paris', 'Police → '],
]

describe('a heading that names nobody is of those whom the first sentence names in the same role', () => {
  test.each(ROWS)('%s: %s', (_, heading, lead, sides) => {
    expect(read(`${heading}\n\n${lead}`).heading).toBe(sides)
  })

  test.each(ROWS.filter(([differs, , lead]) => differs !== 'its own place' && lead.endsWith('.')))(
    '%s: what is told below is as without it: %s',
    (_, heading, lead) => {
      expect(read(`${heading}\n\n${lead}`).below).toEqual(read(`The sun shone\n\n${lead}`).below)
    },
  )
})
