import { describe, expect, test } from 'vitest'
import { extract } from '../../src/index.ts'

const sides = (text: string, trigger: string): string => {
  const event = extract({ id: 'x', text, published: '2024-05-14' }).events.find((e) => e.trigger.text === trigger)
  return event === undefined ? 'none' : [event.source, event.target].map((s) => s.map((p) => p.entity ?? '?').join('+')).join(' > ')
}

describe('words that tell of an actor what it is, not whose', () => {
  test.each([
    ['Rebels overthrew the Christian government of the Central African Republic.', 'overthrew', 'CAF > CAF'],
    ['Muslim rebels killed 12 soldiers in southern Thailand.', 'killed', 'THA > THA'],
    ["Gabon's army seized power on Monday. The African Union suspended the former French colony on Tuesday.", 'suspended', 'AU > GAB'],
    ["Gabon's army seized power on Monday. The African Union suspended the French on Tuesday.", 'suspended', 'AU > FRA'],
  ])('%s', (text, trigger, expected) => expect(sides(text, trigger)).toBe(expected))
})

describe('what rebels hold stands for them where it is struck', () => {
  test.each([
    ['The Congolese air force bombed rebel positions near Sake.', 'bombed', 'COD > COD'],
    ['Nigerian jets pounded militant hideouts in Zamfara state.', 'pounded', 'NGA > NGA'],
    ['The Philippine navy sank two rebel boats off Jolo.', 'sank', 'PHL > PHL'],
  ])('%s', (text, trigger, expected) => expect(sides(text, trigger)).toBe(expected))
})
