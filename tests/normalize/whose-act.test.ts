import { expect, test } from 'vitest'
import { extract } from '../../src/index.ts'

// What happened beside an act, or could have: whose act it is, and whether it is one.

const told = (text: string, trigger: string): string => {
  const event = extract({ id: 'x', text, published: '2024-05-10' }).events.find((e) => e.trigger.text === trigger)
  const sides = [event?.source, event?.target].map((side) => side?.map((p) => p.entity ?? '?').join('+') || '-')
  return event === undefined ? 'none' : `${event.action.root} ${sides.join(' > ')} ${event.action.status}`
}

test.each([
  ['Chad has been able to attack Sudan since 2010.', 'attack', '19 TCD > SDN hypothetical'],
  ["Ghana's president was able to arrest the rebels if the army agreed.", 'arrest', '17 GHA > GHA hypothetical'],
  ['Kenyan police were only able to arrest two Somali rebels.', 'arrest', '17 KEN > SOM asserted'],
  ['Kenyan police had been able to arrest two Somali rebels.', 'arrest', '17 KEN > SOM asserted'],
  ['Hamas escalated the fighting, drawing Israel into Gaza.', 'escalated', '19 HAMAS > ISR asserted'],
  ['Russia mobilised, alarming Ukraine.', 'mobilised', '15 RUS > UKR asserted'],
  ['Russia retaliated, raising gas prices for Ukraine.', 'retaliated', '19 RUS > UKR asserted'],
  ['The African Union mediated in Addis Ababa in the war in Sudan.', 'mediated in', '04 AU > SDN asserted'],
  ['The African Union mediated in Addis Ababa.', 'mediated in', '04 AU > - asserted'],
  ['The African Union mediated in Darfur.', 'mediated in', '04 AU > SDN asserted'],
  ['The enclave threatened to break away from Georgia.', 'threatened', '13 - > GEO asserted'],
  ['The north threatened to attack South Korea.', 'threatened', '13 - > KOR asserted'],
  ['A tape threatened Britain with attacks.', 'threatened', '13 - > GBR asserted'],
  ['Nuclear missiles are aimed at Japan.', 'aimed', '15 - > JPN asserted'],
  ['The programme was aimed at arming Japan.', 'aimed', 'none'],
  ['Khartoum has been all but deserted by diplomats.', 'deserted', 'none'],
])('%s', (text, trigger, expected) => expect(told(text, trigger)).toBe(expected))
