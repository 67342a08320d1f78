import { expect, test } from 'vitest'
import { extract } from '../../src/index.ts'

/** Articles of 10 July 2017: who acts is what he was when he did. */
const CASES: readonly (readonly [text: string, source: string, why: string])[] = [
  ['In 1964 U.S. President Lyndon Johnson warned Turkey.', 'USAGOV', 'in office then'],
  ['On 14 May 1998 Prime Minister Atal Bihari Vajpayee accused Pakistan.', 'INDGOV', 'in office then'],
  ['Kofi Annan criticised Cyprus in 2004.', 'IGOUNO', 'of the body that he headed then'],
  ['In August 2009 former President Bill Clinton visited North Korea.', 'USAELI', 'out of office then'],
  ['In March 2017 Barack Obama criticised Iran.', 'USAELI', 'out of office then and by the day of the article'],
  ['In March 2017 Angela Merkel criticised Iran.', 'DEUGOV', 'in office then and by the day of the article'],
  ['Barack Obama criticised Iran on Friday.', 'USAELI', 'out of office by the day of the article'],
  ['Barack Obama will visit Iran in 2019.', 'USAELI', 'what he will be nobody knows'],
  ['Barack Obama met Iranian officials. In 2010 he had criticised Iran.', 'USAGOV', 'a pronoun stands for him'],
  ['In 2003 the rebels of George W. Bush attacked Iran.', 'USAREB', 'his people, not he'],
]

test.each(CASES)('%s → %s (%s)', (text, source) => {
  const { events } = extract({ id: 'row', text, title: null, published: '2017-07-10', url: null, kind: 'wire' })
  expect(events.at(-1)?.source.map((p) => p.code)).toEqual([source])
})

test('without a day of the article nothing is told by it', () => {
  const text = 'In 1964 U.S. President Lyndon Johnson warned Turkey.'
  const { events } = extract({ id: 'row', text, title: null, published: null, url: null, kind: 'wire' })
  expect(events[0]?.source[0]?.entity).toBe('USA')
})

test('in the year of its independence a republic is a state', () => {
  const { events } = extract({
    id: 'narrative',
    text: 'In 1991 Armenia attacked Azerbaijan.',
    published: null,
    url: null,
    title: null,
    kind: null,
  })
  expect(events.map((e) => [e.source[0]?.entity, e.target[0]?.entity])).toEqual([['ARM', 'AZE']])
})
