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
    ['Chad bombed Sudan on Monday. The strikes on Monday killed 40 people.', 'killed', 'TCD > SDN'],
    ['Israel bombed Lebanon on Monday. The strikes in Beirut killed 40 people.', 'killed', 'ISR > LBN'],
    ['Chad shelled a village in Sudan. An envoy said the attack was over by dawn.', 'attack', 'TCD > SDN'],
  ])('%s', (text, trigger, expected) => expect(sides(text, trigger)).toBe(expected))
})

describe('an act of force elsewhere, or of another kind', () => {
  test.each([
    ['Israel bombed Lebanon on Monday. The attack on Syria killed 12 soldiers.', 'killed', 'SYR'],
    [
      'The United States bombed a factory in Sudan in 1998. The bombings of the embassies in Kenya and Tanzania had killed 224.',
      'killed',
      'KEN',
    ],
    ['Israel bombed Gaza on Friday. In the attack in Tel Aviv, three people were killed.', 'killed', 'ISR'],
    ['Israel bombed Lebanon. Forty people were killed in Paris in the attack.', 'killed', 'FRA'],
    ['The United States attacked Iran. The war in Gaza has killed 50,000 people.', 'killed', 'PSE'],
    ['Russia attacked Ukraine. The fighting in Sudan killed 40.', 'killed', 'SDN'],
    ['Kenya attacked Somalia. The clashes in Chad killed 40.', 'killed', 'TCD'],
  ])('%s', (text, trigger, expected) => expect(sides(text, trigger).split(' > ')[1]).toBe(expected))
})

describe('whose war it is, and who attacks those who answer', () => {
  test.each([
    ["Russia's war in Ukraine has killed thousands.", 'war', 'RUS+UKR > RUS+UKR'],
    ["The EU condemned Russia's war in Ukraine in Paris.", 'war', 'RUS+UKR > RUS+UKR'],
    ["NATO ministers discussed Russia's war in Brussels on Tuesday.", 'war', 'RUS > '],
    ["Norway mediated in Sri Lanka's war in Oslo.", 'war', 'LKA > '],
    ["Iran's shadow war in Syria with Israel goes on.", 'war', 'IRN+ISR > IRN+ISR'],
    ["America's war in Iraq against al-Qaeda goes on.", 'war', 'USA > AL_QAEDA'],
    ['Ukrainian troops fired back under attack from Russia.', 'fired back', 'UKR > RUS'],
    ['Chad shelled villages under threat from Sudan.', 'shelled', 'TCD > SDN'],
    ['Chad shelled villages under pressure from Sudan.', 'shelled', 'TCD > '],
  ])('%s', (text, trigger, expected) => expect(sides(text, trigger)).toBe(expected))
})
