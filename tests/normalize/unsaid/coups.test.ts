import { expect, test } from 'vitest'
import { extract } from '../../../src/index.ts'

const sides = (text: string, trigger: string): string => {
  const event = extract({ id: 'x', text, published: '2024-05-14' }).events.find((e) => e.trigger.text === trigger)
  return event === undefined ? 'none' : [event.source, event.target].map((s) => s.map((p) => p.entity ?? '?').join('+')).join(' > ')
}

test.each([
  ['Talks began in Accra. ECOWAS suspended Mali following a coup.', 'MLI > MLI'],
  ['Talks began in Accra. Senegal closed its border with Guinea after the coup.', 'GIN > GIN'],
  ['Thousands of French soldiers left Mali following a coup there.', 'MLI > MLI'],
  ['The bloc imposed sanctions on Niger. Nigeria denounced the coup.', 'NER > NER'],
  ['The coup in Guinea has been condemned by France and Nigeria.', 'GIN > GIN'],
])('a coup is at home in the state that was met for it: %s', (text, expected) => expect(sides(text, 'coup')).toBe(expected))

test.each([
  ['Zambia accused a Congolese general of plotting a coup.', 'COD'],
  ['Officers staged a coup in Gabon.', 'GAB'],
])('who took power by the words of the coup stays: %s', (text, expected) => expect(sides(text, 'coup').split(' > ')[0]).toBe(expected))
