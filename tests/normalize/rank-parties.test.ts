import { expect, test } from 'vitest'
import { lexicon } from '../../src/lexicon/english.ts'
import { rank } from '../../src/normalize/rank-parties.ts'
import { readArticle } from '../../src/normalize/read-article.ts'
import { loadEnglish } from '../syntax/network/load-english.ts'

const model = loadEnglish()
const BLANK = { id: 'x', title: null, published: '2023-05-01', url: null, kind: null }

/** The entities of both sides of the event with a trigger, "SRC > TGT". */
const sidesOf = (text: string, trigger: string): string => {
  const { events } = readArticle({ lexicon, model }, { ...BLANK, text })
  const event = events.find((e) => e.trigger.text.startsWith(trigger))
  return event ? `${event.source.map((p) => p.entity)} > ${event.target.map((p) => p.entity)}` : 'none'
}

test.each([
  // The other side is the one that the passage is about.
  [
    'Armenia accused Azerbaijan of shelling its villages. Azerbaijan denied it. On Friday Armenia suspended the talks.',
    'suspended',
    'ARM > AZE',
  ],
  // A state that the passage tells of alone deals with its own public.
  ['Peru is tired of its politics. Peru votes in June. The government of Peru banned demonstrations.', 'banned', 'PER > PER'],
])('a side that a sentence leaves open: %s', (text, trigger, sides) => {
  expect(sidesOf(text, trigger)).toBe(sides)
})

test('a sentence that nothing stands before tells itself', () => {
  expect(sidesOf('Armenia suspended the talks.', 'suspended')).toBe('ARM > ')
})

test('offers come likeliest first, equals by name, and their probabilities add up', () => {
  const ranked = rank(
    [
      { entity: 'B', features: [0] },
      { entity: 'C', features: [1] },
      { entity: 'A', features: [0] },
    ],
    [2],
  )
  expect(ranked.map((r) => r.entity)).toEqual(['C', 'A', 'B'])
  expect(ranked.reduce((sum, r) => sum + r.sure, 0)).toBeCloseTo(1)
})
