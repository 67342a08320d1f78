import { expect, test } from 'vitest'
import { extract } from '../../../src/index.ts'

// Whom forces face by the border near which they are, and from where a passive says that things and people were handed over.

test.for([
  ['Kenya has massed some 4,000 troops within 50 km of the Ugandan border.', 'KEN', 'UGA'],
  ['Kenya has massed some 4,000 troops within 50 km of its border.', 'KEN', ''],
  ['Field guns have been shipped from Britain to Oman’s army.', 'GBR', 'OMN'],
  ['A Croatian general was extradited from Spain on Saturday.', 'ESP', 'HRV'],
] as const)('%s', ([text, source, target]) => {
  const { events } = extract({ id: 'a', text, published: '2024-05-20', title: null, url: null, kind: null })
  expect(events.map((event) => [event.source, event.target].map((side) => side.map((p) => p.entity).join()))[0]).toEqual([source, target])
})
