import { describe, expect, test } from 'vitest'
import { countOffices } from '../../scripts/count-offices.ts'
import { lexicon } from '../../src/lexicon/english.ts'
import { actorsIn } from './actors-in.ts'

/** States whose heads of state and government, foreign and defence ministers are known without a gap of a month since 1990. It only rises. */
const FLOOR = 65

describe('the four offices of states since 1990', () => {
  test('states without a gap: npx tsx scripts/count-offices.ts', () => {
    const whole = countOffices(lexicon.data).filter(({ days }) => days === 0)
    expect(whole.length).toBeGreaterThanOrEqual(FLOOR)
    expect(whole.map(({ state }) => state)).toEqual(
      expect.arrayContaining(['USA', 'GBR', 'RUS', 'CHN', 'IRN', 'ISR', 'SYR', 'IRQ', 'UKR', 'PRK']),
    )
  })
  test('a month that nobody holds an office is a gap', () => {
    const people = lexicon.data.people.filter(({ id }) => id !== 'levan-sharashenidze')
    expect(countOffices({ ...lexicon.data, people }).find(({ state }) => state === 'GEO')?.gaps).toEqual([
      { office: 'defence minister', from: '1991-12', to: '1992-05', days: expect.any(Number) },
    ])
  })
  test.each<readonly [text: string, date: string, ...actors: string[]]>([
    ['Esko Aho met Edouard Shevardnadze.', '1992-03', 'Esko Aho FIN GOV', 'Edouard Shevardnadze GEO GOV'],
    ['Géza Jeszenszky and Geza Jeszenszky', '1993', 'Géza Jeszenszky HUN GOV', 'Geza Jeszenszky HUN GOV'],
    ['Geza Jeszenszky', '2016', 'Geza Jeszenszky HUN ELI'],
    ['Pavlo Lazarenko', '1997-01', 'Pavlo Lazarenko UKR GOV'],
    ['Pavlo Lazarenko', '1999', 'Pavlo Lazarenko UKR ELI'],
    ['Yukhym Zvyahilsky and Yefim Zvyagilsky', '1994-01', 'Yukhym Zvyahilsky UKR GOV', 'Yefim Zvyagilsky UKR GOV'],
    ['Qodir Gulomov and Kadyr Gulyamov', '2003-05', 'Qodir Gulomov UZB GOV', 'Kadyr Gulyamov UZB GOV'],
    ['Mahmoud Zuabi', '1995', 'Mahmoud Zuabi SYR GOV'],
    ['Jeanine Hennis-Plasschaert', '2014', 'Jeanine Hennis-Plasschaert NLD GOV'],
    ['Jeanine Hennis-Plasschaert', '2020', 'Jeanine Hennis-Plasschaert UN IGO'],
    ['Vytautas Landsbergis', '1991-01-13', 'Vytautas Landsbergis LTU GOV'],
    ['O Jin U', '1990', 'O Jin U PRK GOV'],
    ['O Jin U', '2000', 'O Jin U PRK ELI'],
  ])('%s (%s)', (text, date, ...actors) => {
    expect(actorsIn(text, date)).toEqual(actors)
  })
})
