import { expect, test } from 'vitest'
import { extract } from '../../../src/index.ts'

// What a lead tells of one state alone is done at home; its words tell what in it is meant.

test.for([
  ['Kenya imposed a curfew in the slums of Kisumu on Monday.', 'KEN', 'KEN slums'],
  ['Ghana raised its terror alert to the highest level on Friday.', 'GHA', 'GHA Ghana'],
  ['A state of emergency was declared in Fiji on Sunday.', 'FJI', 'FJI Fiji'],
  ['Sudan’s ruler promised to hold elections within two years.', 'SDN', 'SDN ruler'],
] as const)('%s', ([text, source, target]) => {
  const { events } = extract({ id: 'a', text, published: '2024-05-20', title: null, url: null, kind: null })
  const event = events.find(({ action }) => /^(03|15|17)/.test(action.root))
  expect([event?.source.map((p) => p.entity).join(), event?.target.map((p) => `${p.entity} ${p.text}`).join()]).toEqual([source, target])
})

test('what is told within another act is no crowd’s at home', () => {
  const text = 'The German government rejected a request by Kenya to hold a rally.'
  const { events } = extract({ id: 'a', text, published: '2024-05-20', title: null, url: null, kind: null })
  expect(events.find(({ action }) => action.root === '14')?.target ?? []).toEqual([])
})

test.for([
  ['Farmers in France threatened to blockade Paris.', 'FRA'],
  ['Ghana threatened to blockade Togo.', 'TGO'],
] as const)('%s: what crowds threaten is for their own state (%s)', ([text, target]) => {
  const { events } = extract({ id: 'a', text, published: '2024-05-20', title: null, url: null, kind: null })
  expect(events[0]?.target.map((p) => p.entity)).toEqual([target])
})
