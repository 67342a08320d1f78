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
  ['Rebels were able to attack Mali.', 'attack', 'asserted'],
  ['A few rebels were able to attack Mali.', 'attack', 'asserted'],
  ['Chad said that rebels were able to attack Mali.', 'attack', 'reported'],
  ['The rebels were no longer able to attack Mali.', 'attack', 'hypothetical'],
  ['No rebels were able to attack Mali.', 'attack', 'hypothetical'],
  ['Few rebels were able to attack Mali.', 'attack', 'hypothetical'],
  ['None of the rebels were able to attack Mali.', 'attack', 'hypothetical'],
  ['Niger doubts that Chad was able to attack Mali.', 'attack', 'hypothetical'],
  ['Chad wondered how rebels were able to attack Mali.', 'attack', 'hypothetical'],
  ['Chad denied that rebels were able to attack Mali.', 'attack', 'hypothetical'],
  ['Iran was able to bomb Israel at any time.', 'bomb', 'hypothetical'],
  ['Chad almost launched an attack on Mali.', 'attack', 'asserted not'],
  ['Chad almost mounted a raid on Mali.', 'raid', 'asserted not'],
  ['The United States was too quick to condemn Chad.', 'condemn', 'asserted'],
  ['Chad was all too quick to accuse Mali of the attack.', 'accuse', 'asserted'],
  ['Chad was too weak to attack Mali.', 'attack', 'hypothetical'],
])('%s: %s is %s', (text, trigger, expected) => expect(toldAs(text, trigger)).toBe(expected))
