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

describe('what is suffered from nobody right after one act of force is its outcome', () => {
  test.each([
    ['Chadian jets bombed a village in northern Niger on Monday. Twelve people were killed.', 'killed', 'TCD > NER'],
    ['Kenya fired missiles at a town in Somalia. The region had seen floods. A bridge was also hit.', 'hit', 'KEN > SOM'],
    ['Boko Haram fighters attacked a base in Niger on Monday. Six soldiers were wounded, a doctor said.', 'wounded', 'BOKO_HARAM > NER'],
    ['Thai troops raided a village in southern Cambodia. Shops were looted.', 'looted', 'THA > KHM'],
    ['Pakistani forces shelled Afghan border villages on Sunday night. The assault lasted two hours.', 'assault', 'PAK > AFG'],
    ['Rwanda shelled a town in Burundi. Ghana said it was following events. It was the third attack this month.', 'attack', 'RWA > BDI'],
    ['Chad bombed a camp in Niger on Sunday. A second strike on Tuesday killed six people.', 'killed', 'TCD > NER'],
  ])('%s', (text, trigger, expected) => expect(sides(text, trigger)).toBe(expected))

  test.each([
    // Another place, another cause, people or arms of either side, a sum since long ago, and two who struck.
    ['Chadian jets bombed a village in northern Niger. Twelve people were killed in Madrid.', 'killed', 'TCD > NER'],
    ['Boko Haram fighters attacked a base in Niger. Twelve militants were killed.', 'killed', 'BOKO_HARAM > NER'],
    ['Eritrea said it had bombed an airport in Ethiopia. A plane was shot down.', 'shot down', 'ERI > ETH'],
    ['Chad bombed a village in Niger. Mali bombed a town in Sudan. Twelve people were killed.', 'killed', 'TCD > NER'],
    ['Chad bombed a village in Niger. Two French tourists were killed.', 'killed', 'TCD > NER'],
  ])('not so: %s', (text, trigger, expected) => expect(sides(text, trigger)).not.toBe(expected))
})

describe('aid and sanctions told again', () => {
  test.each([
    ['Kenya imposed sanctions on Somalia on Monday. The sanctions were lifted on Tuesday.', 'lifted', 'KEN > SOM'],
    ['Kenya imposed sanctions on Somalia on Monday. A ban on arms sales was imposed last year.', 'ban', 'KEN > SOM'],
    ['Pakistan sent food and medicine to Afghanistan on Monday. More aid will be sent next week.', 'sent', 'PAK > AFG'],
    ['Kenya imposed sanctions on Somalia on Monday. The sanctions on Iran were lifted on Tuesday.', 'lifted', 'KEN > IRN'],
  ])('%s', (text, trigger, expected) => expect(sides(text, trigger)).toBe(expected))
})

describe('whose move it was', () => {
  test.each([
    ['Chad closed its border with Niger on Monday. The move was condemned by Ghana.', 'condemned', 'GHA > TCD'],
    [
      'Thailand imposed sanctions on Cambodia. Ghana said it was following events closely. Japan welcomed the decision.',
      'welcomed',
      'JPN > THA',
    ],
    ['Chad accused Niger of spying. Ghana dismissed the accusation.', 'dismissed', 'GHA > TCD'],
    // What two did together neither of them praised.
    ['Chad and Mali clashed. The ceasefire was praised.', 'praised', ' > TCD+MLI'],
    // Told in its own sentence, or of somebody by its words.
    ['Chad closed its border with Niger. Mali offered troops, but Ghana dismissed the idea.', 'dismissed', 'GHA > MLI'],
    ['Chad expelled an envoy of Niger. Ghana condemned the Nigerien decision.', 'condemned', 'GHA > NER'],
  ])('%s', (text, trigger, expected) => expect(sides(text, trigger)).toBe(expected))
})

describe('who answers what was done to him', () => {
  test.each([
    ['Turkey bombed a town in Syria. Ghana said it was following events. Syria vowed to retaliate.', 'vowed', 'SYR > TUR'],
    [
      'Kenya expelled two Somali envoys. Ghana said it was following events. In response, Somalia recalled its ambassador.',
      'recalled',
      'SOM > KEN',
    ],
    ['Chadian troops raided a village in Niger. Ghana said it was following events. Niger returned fire.', 'returned fire', 'NER > TCD'],
    ['Turkey fired missiles at a town in Syria on Monday. The Syrian army said it had repelled the attack.', 'repelled', 'SYR > TUR'],
    // Whom it does this to is told, two did something to it, or it is done at home.
    ['Turkey bombed a town in Syria. Syria recalled its ambassador from Ghana.', 'recalled', 'SYR > GHA'],
    ['Turkey bombed a town in Syria. Syria imposed a curfew.', 'curfew', 'SYR > SYR'],
    ['Turkey bombed a town in Syria. Syrian students burned tyres.', 'burned tyres', 'SYR > SYR'],
  ])('%s', (text, trigger, expected) => expect(sides(text, trigger)).toBe(expected))
})

describe('what is told of another state takes nobody from the passage', () => {
  test.each([
    ['Chadian jets bombed a village in northern Niger on Monday. A bomb killed six people in Madrid.', 'killed', ' > ESP'],
    ['Chadian jets bombed a village in northern Niger on Monday. A bomb killed six people in Niamey.', 'killed', 'TCD > NER'],
    ['Chadian jets bombed a village in northern Niger on Monday. In Sri Lanka, a curfew was imposed after riots.', 'curfew', 'LKA > LKA'],
    ['Kenya bombed a village in Somalia on Monday. Italian police arrested two men.', 'arrested', 'ITA > ITA'],
    ['Kenya bombed a village in Somalia on Monday. The two sides met on Tuesday.', 'met', 'KEN+SOM > KEN+SOM'],
  ])('%s', (text, trigger, expected) => expect(sides(text, trigger)).toBe(expected))
})

test('what two states that no lexicon knows are told to have done together stays on both sides', () => {
  const text = 'Zendia and Karvia opened talks in Geneva on Monday. Talks resumed on Tuesday.'
  const { events } = extract({ id: 'x', text, published: '2024-05-14' })
  expect([events.at(-1)?.source, events.at(-1)?.target].map((side) => side?.map((p) => p.name).join('+'))).toEqual([
    'Zendia+Karvia',
    'Zendia+Karvia',
  ])
})

describe('who holds people, and what the two did', () => {
  test.each([
    [
      'Police in Kigali arrested a journalist on Monday. Zambia said it was following events. He was released on Tuesday.',
      'released',
      'RWA > RWA',
    ],
    [
      'Kenyan police detained an editor on Monday. Ghana said it was following events. Two newspapers were also shut down.',
      'shut down',
      'KEN > KEN',
    ],
    ['Chadian troops raided a village in southern Niger on Monday. The troops also burned crops.', 'burned', 'TCD > NER'],
    ['Boko Haram fighters attacked a town in Niger on Monday. Government forces retook the town.', 'retook', 'NER > BOKO_HARAM'],
    [
      'Chad and Niger signed a trade deal on Monday. Ghana said it was following events. Norway welcomed the agreement.',
      'welcomed',
      'NOR > TCD+NER',
    ],
    ['Turkey shelled a town in Syria. Ghana said it was following events. Norway condemned the killings.', 'condemned', 'NOR > TUR'],
    ['Chad accused Niger of spying on Monday. The accusation was rejected.', 'rejected', 'NER > TCD'],
    // Of others, by their words or their place.
    ['Police in Kigali detained a journalist on Monday. A Chilean minister was arrested in Peru.', 'arrested', 'PER > CHL'],
    ['Chadian troops raided a village in Niger. The troops also burned a market in Sudan.', 'burned', 'TCD > SDN'],
    ['Chad and Niger signed a trade deal on Monday. Norway welcomed the agreement between Peru and Chile.', 'welcomed', 'NOR > PER+CHL'],
    ['Turkey shelled a town in Syria. Norway condemned the killings in Sudan.', 'condemned', 'NOR > SDN'],
  ])('%s', (text, trigger, expected) => expect(sides(text, trigger)).toBe(expected))
})

test.each([
  ['Chad bombed Mali. Mali foiled an attack by rebels.', 'foiled', 'REB'],
  ['Chad bombed Mali. Norway condemned an attack by gunmen on a village.', 'condemned', 'UAF'],
  ['Chad bombed Mali. Norway condemned the attack.', 'condemned', null],
])('whose attack it was by its own words: %s', (text, trigger, role) => {
  const { events } = extract({ id: 'x', text, published: '2024-05-14' })
  expect(events.find((e) => e.trigger.text === trigger)?.target.map((p) => p.role)).toEqual([role])
})
