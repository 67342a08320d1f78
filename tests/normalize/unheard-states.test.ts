import { describe, expect, test } from 'vitest'
import { type Event, extract } from '../../src/index.ts'
import { lexicon } from '../../src/lexicon/english.ts'
import { findUnheardStates } from '../../src/normalize/unheard-states.ts'

const statesIn = (text: string): readonly string[] => findUnheardStates(text, lexicon).map(({ name }) => name)

describe('states that no lexicon can know', () => {
  test.for([
    ["Zendia's foreign minister left on Monday.", ['Zendia']],
    ['The Zendian navy fired at two boats.', ['Zendian']],
    ['Zendian troops crossed into Karvia, whose army fell back.', ['Karvia', 'Zendian']],
    ['President Ilo Mendrat of Ostrava Minor arrived.', ['Ostrava Minor']],
    ['Zendia has broken off its ties with Ruritania.', ['Zendia', 'Ruritania']],
    ['Velmaria asked for a loan from Karsovia.', ['Velmaria', 'Karsovia']],
    ['Drossen threatened Kelmar over the border.', ['Drossen', 'Kelmar']],
    ['Velmaria freed two Karsovian sailors.', ['Velmaria', 'Karsovian']],
    ['In Zendia Monday, troops left. The foreign minister of Zendia said so.', ['Zendia']],
    ['Velmaria and Karsovia signed a treaty.', ['Velmaria', 'Karsovia']],
    // A sentence's last word is no title of the next one's first.
    ['Troops are at the border of Velmaria. Velmaria opened an inquiry.', ['Velmaria']],
    ['Troops from Zendia and Velmark met the Zendian ambassador.', ['Zendia', 'Velmark']],
    ['The Marunese foreign minister left ceasefire talks with Kestova on Monday.', ['Kestova', 'Marunese']],
    ['Hundreds of Orvians stood outside the Marunese embassy.', ['Marunese', 'Orvian']],
    ['The Orvian conscripts fled. Orvia was silent.', ['Orvia']],
    ["Kestova's envoy left, and a Kestovan town was shelled.", ['Kestova']],
    ['Kestova cut the power to a Kestovan village.', ['Kestova']],
    ['Kestova called off its summit with Dreva after a raid.', ['Kestova', 'Dreva']],
  ] as const)('%s', ([text, names]) => {
    expect(statesIn(text)).toEqual(names)
  })

  test.for([
    // Two neighbours, and words that no state is called by.
    'Smithson met Wolfsberg on Tuesday.',
    'However, Islamophobia and Wikipedia drew comments.',
    'Insomnia and Dysphoria were common. Drugs against insomnia and dysphoria helped.',
    // A leader's is what a state's is.
    "Harbison's government fell on Monday.",
    "Mr. Obregonia's troops left for the north.",
    // A place within a state.
    "Bavaria's parliament met on Monday, and the Bavarian police watched.",
    'The Darwinian leader arrived in Wikimedia Foundation offices.',
    'France and Germany recalled their ambassadors.',
    'Hundreds protested at the Swedish embassy on Friday.',
    'Volvex called off merger talks with Norsk after a strike.',
    'Volvex ended its truce with Norsk.',
    "Kaldor's envoy met the Swedish premier on the frontier.",
    'India and China agreed to lower tensions along their Himalayan frontier.',
    'The Freudian delegates talked with Bergmann of the treaty.',
    'Maltese fishermen accused Volvex of a spill near the border.',
    // What is in a row, what thinkers have, what firms and preachers have.
    'Gardenia, Camellia and Magnolia are flowers.',
    'Mossland and Strandland are villages.',
    'Keynesian leaders urged spending. Hasidic people protested.',
    "Tesco's premier brand beat Galadrin's ministry among the poor.",
    "Bitcoin's independence was praised. Bitcoin was banned.",
  ])('none in %s', (text) => {
    expect(statesIn(text)).toEqual([])
  })
})

describe('an event between such states', () => {
  const eventsOf = (text: string): readonly Event[] =>
    extract({ id: 'a', text, published: '2024-05-20', title: null, url: null, kind: null }).events
  const sides = ({ source, target }: Event): string => [source, target].map((side) => side.map(({ name }) => name).join()).join(' > ')

  test('names them by their people, armies and leaders', () => {
    const [first, second] = eventsOf("Zendian gunners shelled two Karvian villages. Karvia's president condemned Zendia on Monday.")
    expect([first, second].map((event) => event && sides(event))).toEqual(['Zendia > Karvia', 'Karvia > Zendia'])
  })

  test('gives no entity and no code to what the lexicon does not know', () => {
    const [event] = eventsOf("Zendia's president condemned Karvia's government on Monday.")
    expect(event?.source[0]).toMatchObject({ entity: null, code: null, role: 'GOV', name: 'Zendia', basis: 'unresolved' })
  })

  test('names a leader with his state', () => {
    const [event] = eventsOf("King Oskar of Zendia telephoned Karvia's president.")
    expect(event?.source[0]?.name).toBe('King Oskar of Zendia')
  })

  test('is told by the readings as well', () => {
    const { readings, events } = extract({
      id: 'a',
      text: "Zendia's president condemned Karvia's government.",
      published: null,
      title: null,
      url: null,
      kind: null,
    })
    expect(readings.flatMap(({ outcomes }) => outcomes)).toEqual(events)
  })
})
