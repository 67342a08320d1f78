import { expect, test } from 'vitest'
import { extract } from '../../../src/index.ts'

const sourceOf = (text: string, trigger: string): string | null | undefined =>
  extract({ id: 'x', text, published: '2024-05-14' }).events.find((e) => e.trigger.text === trigger)?.source[0]?.entity

test('a navy is an armed force that "it" may mean', () =>
  expect(sourceOf("Thailand's navy turned back a boat on Thursday. The Indonesian navy said it had rescued 300 migrants.", 'rescued')).toBe(
    'IDN',
  ))

test('civilians told of beside foreign troops are of the country that those were sent to', () => {
  const text = 'The Israeli army launched an assault on Lebanon that left more than 1,000 civilians dead.'
  const event = extract({ id: 'x', text, published: '2006-09-14' }).events.find((e) => e.trigger.text === 'left')
  expect(event?.target[0]?.entity).toBe('LBN')
})

test.each([
  ['French troops entered the Malian town of Kidal on Sunday. The rebels seized two villages.', 'seized', 'MLI'],
  ['Turkish tanks rolled into the Syrian town of Tel Abyad on Friday. The government condemned the incursion.', 'condemned', 'SYR'],
  ['Turkey sent tanks into the Syrian town of Tel Abyad on Friday. The government said more would follow.', 'said', 'TUR'],
])('who meets foreign forces is of where they were sent: %s', (text, trigger, expected) => expect(sourceOf(text, trigger)).toBe(expected))
