import { describe, expect, test } from 'vitest'
import { extract } from '../../src/index.ts'

const acts = (text: string): string[] =>
  extract({ id: 'x', text, published: '2024-05-14' }).events.map(({ trigger, action, source }) =>
    `${trigger.text} ${action.root} ${source.map((p) => p.entity ?? '?').join('+')}`.trim(),
  )

describe('a strike, by what the article tells of', () => {
  test.each([
    ['Bangladesh was shut by a general strike. Police arrested six men during the strike.', 'strike 14'],
    ['Bangladesh was hit by missiles. Police counted six dead after the strike.', 'strike 19'],
    ['Guinean unions held demonstrations, strikes and marches.', 'strikes 14'],
    ['Kenyan doctors went on strike. The US strike in Baghdad killed a general.', 'strike 19 USA'],
    ['Kenyan doctors went on strike. A strike killed six people in Mali.', 'strike 19'],
  ])('%s', (text, expected) => expect(acts(text).some((act) => act.startsWith(expected))).toBe(true))
})

describe('who does the harm that a participle tells', () => {
  test.each([
    ['The convoy of a Malian governor was attacked by Ghanaian gunmen, killing four Malians.', 'killing 18 GHA'],
    ['Chad was attacked by Sudan, claiming the lives of six Chadians.', 'claiming 18 SDN'],
    ['Chad was attacked by Sudan, leaving the African Union.', 'leaving 16 TCD'],
    ['Chad was attacked by Sudan, leaving the African Union with 20 members.', 'leaving 16 TCD'],
    ['Ghanaian gunmen ambushed a bus that took Malian soldiers to Gao, killing six.', 'killing 18 GHA'],
  ])('%s', (text, expected) => expect(acts(text)).toContain(expected))
})

describe('a language is no state', () => {
  test.each([
    ['The French-speaking government of Cameroon jailed six teachers.', 'jailed 17 CMR'],
    ['The French government jailed six teachers.', 'jailed 17 FRA'],
  ])('%s', (text, expected) => expect(acts(text)).toContain(expected))
})

describe('private people abroad are no sign of whose police are meant', () => {
  test.each([
    ['Gunmen killed a French engineer in Guatemala. Police arrested six men.', 'arrested 17 GTM'],
    ["Greek students attacked the German consulate. Police arrested ten. Germany's foreign minister thanked Greece.", 'arrested 17 GRC'],
    ['French farmers blocked roads to Spain. Police fired tear gas.', 'fired 17 FRA'],
    ["France's engineers left Guatemala. France protested. Police arrested six men.", 'arrested 17 FRA'],
  ])('%s', (text, expected) => expect(acts(text)).toContain(expected))
})

describe('a group by a word of its name', () => {
  test.each([
    ['Sri Lankan troops fought the LTTE. A Tiger spokesman accused the Sri Lankan navy of shelling a school.', 'accused 11 LTTE'],
  ])('%s', (text, expected) => expect(acts(text)).toContain(expected))
})
