import { expect, test } from 'vitest'
import { extract } from '../../src/index.ts'

/** How an act is told: its status, and whether it is denied. */
const toldAs = (text: string, trigger: string): string => {
  const event = extract({ id: 'x', text, published: '2024-05-10' }).events.find((e) => e.trigger.text === trigger)
  return event === undefined ? 'none' : `${event.action.status}${event.action.negated ? ' not' : ''}`
}

test.each([
  ['Chad no longer condemns Mali and no longer attacks Niger.', 'condemns', 'asserted not'],
  ['Chad no longer condemns Mali and no longer attacks Niger.', 'attacks', 'asserted not'],
  ['Chad no longer attacks Niger so as to end the war.', 'end the war', 'future'],
  ["Chad's no longer secret police attacked Mali.", 'attacked', 'asserted'],
])('%s: %s is %s', (text, trigger, expected) => expect(toldAs(text, trigger)).toBe(expected))
