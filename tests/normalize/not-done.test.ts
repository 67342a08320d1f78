import { expect, test } from 'vitest'
import { extract } from '../../src/index.ts'

const toldOf = (text: string): string => {
  const [event] = extract({ id: 'case', text, published: '2024-05-10', title: null, url: null, kind: null }).events
  return event === undefined ? 'none' : `${event.action.cameo} ${event.action.status}${event.action.negated ? ', not done' : ''}`
}

test.each([
  ['France has nearly withdrawn all its troops from Mali.', '0874 asserted, not done'],
  ['France has almost evacuated its bases in Niger.', '0874 asserted'],
  ['Israel almost freed Palestinian prisoners.', '0841 asserted, not done'],
  ['Russia nearly accepted a truce with Ukraine.', '0356 asserted, not done'],
  ['Hamas has yet to free the hostages.', '0841 asserted, not done'],
  ['The border between Chad and Sudan has yet to be agreed.', '030 asserted, not done'],
  ['Hamas has yet to agree to free the hostages.', '0353 asserted, not done'],
  ['Russia has yet to comment on the attack.', '011 asserted'],
  ['Hamas did not free the hostages.', '1243 asserted'],
])('%s is %s: what is almost or yet to be done is no refusal', (text, told) => {
  expect(toldOf(text)).toBe(told)
})

test.each([
  ['Ghanaian police were able to arrest two rebels.', '173 asserted'],
  ['Ghanaian police were only able to arrest two rebels.', '173 asserted'],
  ["Ghana's president was able to arrest the rebels if the army agreed.", '173 hypothetical'],
  ['Chad has been able to attack Sudan since 2010.', '190 hypothetical'],
])('%s is %s: who could once did it, but for what could be done since, or on a condition', (text, told) => {
  expect(toldOf(text)).toBe(told)
})
