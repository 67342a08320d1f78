import { expect, test } from 'vitest'
import { extract } from '../../src/index.ts'

// Parties of many states are called alike: whose a party is, the article tells, or the name of its state beside it.
test.each<[string, string, string]>([
  ['rejected', 'Kenya held elections. Kenyan officials counted. The Labour Party rejected the result.', 'KENPTY'],
  ['accused', 'Nigeria held elections. In Nigeria, officials counted. The Democratic Party accused police of fraud.', 'NGAPTY'],
  ['condemned', "South Korea's Democratic Party condemned the arrest.", 'KORPTY'],
  ['criticised', 'The Labour Party criticised the government.', 'GBRPTY'],
  ['hacked', 'Russian spies hacked the Democratic Party.', 'RUSSPY'],
  ['sued', 'WASHINGTON — The Democratic Party sued the Republican Party.', 'USAPTY'],
  ['criticised', "Kenya's president met Kenyan teachers. In Kenya, police looked on. Britain's Labour Party criticised Kenya.", 'GBRPTY'],
  ['slammed', 'The All Progressives Congress (APC) slammed the Peoples Democratic Party (PDP).', 'NGAPTY'],
  ['condemned', "Turkey's Peoples' Democratic Party condemned the arrest.", 'TURPTY'],
])('who %s: %s', (act, text, code) => {
  const event = extract({ id: 'x', text, published: '2024-05-10' }).events.find(({ trigger }) => trigger.text === act)
  expect(event?.source.map((party) => party.code)).toEqual([code])
})
