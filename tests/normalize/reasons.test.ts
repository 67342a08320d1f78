import { describe, expect, test } from 'vitest'
import { lexicon } from '../../src/lexicon/english.ts'
import { loadNlp } from '../../src/load-nlp.ts'
import { readArticle } from '../../src/normalize/read-article.ts'
import { loadEnglish } from '../syntax/network/load-english.ts'

// What `annalist explain` tells of the last sentence of a text: what references mean, why, and what else was considered.

const model = loadEnglish()
const lastOf = (text: string) => {
  const article = { id: 'a', text, title: null, published: '2023-05-01', url: null, kind: null }
  const last = readArticle({ lexicon, model, nlp: loadNlp }, article).readings.at(-1)
  if (!last) throw new Error('the text has no sentence')
  return { ...last.reasons(), predicates: last.candidates }
}

describe('a reference says what it means and why, and why others lost', () => {
  test.each([
    [
      'Turkey met Sweden. Poland recalled its envoy.',
      'its',
      ['POL'],
      /nearest institution before "its"/,
      'SWE',
      /named 1 sentence before it/,
    ],
    ['Turkey warned Greece. It closed the border.', 'It', ['TUR'], /nearest institution/, 'GRC', /no subject, as it is/],
    [
      'NATO held talks with Kenya. The alliance warned of war.',
      'alliance',
      ['NATO'],
      /"alliance" describes/,
      'KEN',
      /nothing that this word describes/,
    ],
    ['Vladimir Putin met Angela Merkel. She thanked Ghana.', 'She', ['DEU'], /nearest person before "She"/, 'RUS', /other gender/],
    [
      'Chad and Sudan signed a truce. The two sides exchanged prisoners.',
      'two sides',
      ['TCD', 'SDN'],
      /two parties told of together/,
      null,
      null,
    ],
    [
      'Chad met Niger. Chad and Sudan fought. Sudan and Chad met. The two sides agreed.',
      'two sides',
      ['SDN', 'TCD'],
      /told of together/,
      'NER',
      /told of together less/,
    ],
    [
      'Ghana sacked a minister. Ghana and Togo met. The ministry warned.',
      'ministry',
      ['GHA'],
      /the passage is about Ghana/,
      'TGO',
      /names it less/,
    ],
    [
      'Turkey recalled its envoy from Sweden, after protesters burned a flag outside the embassy in Stockholm.',
      'protesters',
      ['SWE'],
      /people of where it was \("burned"\)/,
      'TUR',
      /the passage is about Turkey: that counts less/,
    ],
    ['Chad raided a camp in Sudan. Soldiers killed three men.', 'three men', ['SDN'], /whom Chad was just told to strike/, 'TCD', /less/],
    ['Israel invaded Lebanon. Hezbollah killed three soldiers.', 'three soldiers', ['ISR'], /whom Hezbollah fights/, 'LBN', /counts less/],
    ['Boko Haram named a leader. The militants killed nine soldiers.', 'nine soldiers', ['NGA'], /where Boko Haram is at home/, null, null],
  ] as const)('%s', (text, words, means, because, other, why) => {
    const { references } = lastOf(text)
    const reference = references.find(({ mention }) => mention.text === words)
    expect(reference?.resolution?.referents.map((r) => r.entity).toSorted()).toEqual([...means].toSorted())
    expect(reference?.resolution?.because).toMatch(because)
    const lost = reference?.lost.find(({ referents }) => referents.some((r) => r.entity === other))
    if (why) expect(lost?.why).toMatch(why)
    for (const { referents } of reference?.lost ?? []) expect(referents.map((r) => r.entity).toSorted()).not.toEqual([...means].toSorted())
  })
  test('a pronoun that means nobody says who it might have been', () => {
    const [reference] = lastOf('Vladimir Putin spoke in Moscow. It rained.').references
    expect(reference).toMatchObject({ mention: { text: 'It' }, resolution: null })
    expect(reference?.lost.map(({ why }) => why)).toContain('no institution')
  })
})

describe('a candidate says which entries lost', () => {
  const actsOf = (text: string, lemma: string) => {
    const { candidates, predicates } = lastOf(text)
    return candidates[predicates.findIndex(({ clause }) => clause.lemma === lemma)]?.acts
  }
  test('one that fits and is less specific', () => {
    expect(actsOf('Chad told the Sudanese ambassador to leave.', 'tell')?.find(({ why }) => why.startsWith('less'))).toMatchObject({
      why: expect.stringMatching(/^less specific \(\d+ against \d+\)$/),
    })
  })
  test('one whose condition does not hold, with what it wants', () => {
    const acts = actsOf('Poland expelled two Russian diplomats.', 'expel')
    expect(acts?.find(({ rule }) => rule === 'expel-inspectors')?.why).toBe('object: wants inspector')
  })
})

describe('an event says who is no side of it', () => {
  const sidesOf = (text: string) => lastOf(text).candidates.flatMap(({ sides }) => sides)
  test('where it was', () => {
    const brussels = sidesOf('Russia met Ukraine in Turkey.').find(({ party }) => party.entity === 'TUR')
    expect(brussels).toMatchObject({ slot: 'in', why: expect.stringContaining('no side of this act') })
  })
  test('whom the passage is less about', () => {
    const sides = sidesOf(
      'Russia threatened NATO. NATO warned Russia. Togo watched. Russia suspended the talks with the bloc. Moscow suspended cooperation.',
    )
    expect(sides).toContainEqual(expect.objectContaining({ slot: 'passage', party: expect.objectContaining({ entity: 'TGO' }) }))
  })
  test('who loses to whom a rule of the act tells', () => {
    const sides = sidesOf('Togo praised Chad. Chad raided a camp in Sudan. Soldiers killed three men.')
    expect(sides).toContainEqual(expect.objectContaining({ why: 'told otherwise: whom Chad was just told to strike' }))
    expect(sides.map(({ slot }) => slot)).not.toContain('object')
  })
  test('nobody where all are sides', () => expect(sidesOf('Poland expelled two Russian diplomats.')).toEqual([]))
})
