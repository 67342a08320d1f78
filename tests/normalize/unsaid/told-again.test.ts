import { describe, expect, test } from 'vitest'
import { extract } from '../../../src/index.ts'

const sides = (text: string, trigger: string): string => {
  const event = extract({ id: 'x', text, published: '2024-05-14' }).events.find((e) => e.trigger.text === trigger)
  return event === undefined ? 'none' : [event.source, event.target].map((s) => s.map((p) => p.entity ?? '?').join('+')).join(' > ')
}

describe('an act of force that is named again', () => {
  test.each([
    ['Boko Haram shot dead six villagers in Niger on Monday. The army confirmed the attack.', 'attack', 'BOKO_HARAM > NER'],
    ['FARC rebels bombed a police station in Cali. The mayor visited the site of the attack.', 'attack', 'FARC > COL'],
    ['Israel confirmed strikes on Iran.', 'strikes', 'ISR > IRN'],
    ['Azerbaijan confirmed an attack on Armenian positions.', 'attack', 'AZE > ARM'],
    ['Chad shelled a village in Sudan. An envoy said the attack was over by dawn.', 'attack', 'TCD > SDN'],
  ])('%s', (text, trigger, expected) => expect(sides(text, trigger)).toBe(expected))
})
