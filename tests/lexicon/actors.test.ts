import { describe, expect, test } from 'vitest'
import { lexicon } from '../../src/lexicon/english.ts'
import { indexLexicon } from '../../src/lexicon/index-lexicon.ts'
import { matchName } from '../../src/lexicon/match-name.ts'
import { actorCode, resolveActor, standing } from '../../src/lexicon/resolve-actor.ts'
import { tokenize } from '../../src/syntax/tokens.ts'
import { actorsIn } from './actors-in.ts'

type Case = readonly [text: string, date: string | null, ...actors: string[]]

const table = (title: string, cases: readonly Case[]): void => {
  describe(title, () => {
    test.each(cases.map(([text, date, ...actors]) => ({ text, date, actors })))('$text ($date)', ({ text, date, actors }) => {
      expect(actorsIn(text, date)).toEqual(actors)
    })
  })
}

table('states by all their names', [
  ['The US, the U.S. and the USA told us.', null, 'US USA', 'U.S. USA', 'USA USA'],
  ['The United Kingdom, Britain and the UK agree.', null, 'United Kingdom GBR', 'Britain GBR', 'UK GBR'],
  ["The People's Republic of China and the Republic of China", null, "People's Republic of China CHN", 'Republic of China TWN'],
  ['The DRC expelled Rwandans, Congo-Brazzaville did not.', null, 'DRC COD', 'Rwandans RWA', 'Congo-Brazzaville COG'],
  ["Côte d'Ivoire and Cote d’Ivoire", null, "Côte d'Ivoire CIV", 'Cote d’Ivoire CIV'],
  ['TÜRKIYE HITS SYRIA', null, 'TÜRKIYE TUR', 'SYRIA SYR'],
  ['Iran-backed fighters and US-led forces', null, 'Iran IRN', 'US USA'],
  ['Dutch, Swiss and New Zealanders; Poles and Danes', null, 'Dutch NLD', 'Swiss CHE', 'New Zealanders NZL', 'Poles POL', 'Danes DNK'],
  ['Kosovars fear Serbs', null, 'Kosovars KSV', 'Serbs SRB'],
  ['Palestinians in the West Bank and Gaza', null, 'Palestinians PSE', 'West Bank PSE', 'Gaza PSE'],
  ['Texas sued California.', null, 'Texas USA', 'California USA'],
  [
    'The Commonwealth of Virginia and the Commonwealth of Puerto Rico left the Commonwealth.',
    null,
    'Commonwealth of Virginia USA',
    'Commonwealth of Puerto Rico PRI',
    'Commonwealth COMMONWEALTH',
  ],
  [
    'The Commonwealth Bank of Australia, the Commonwealth Bank and the Polish-Lithuanian Commonwealth',
    null,
    'Commonwealth Bank of Australia COMMONWEALTH_BANK BUS',
    'Commonwealth Bank COMMONWEALTH_BANK BUS',
    'Polish-Lithuanian Commonwealth POL',
  ],
  [
    'The Commonwealth of the Bahamas, the Commonwealth of Bahamas and the Commonwealth of Nations',
    null,
    'Commonwealth of the Bahamas BHS',
    'Commonwealth of Bahamas BHS',
    'Commonwealth of Nations COMMONWEALTH',
  ],
  [
    'Guinea-Bissau, Equatorial Guinea, Papua New Guinea and Guinea',
    null,
    'Guinea-Bissau GNB',
    'Equatorial Guinea GNQ',
    'Papua New Guinea PNG',
    'Guinea GIN',
  ],
  ['Niger is not Nigeria.', null, 'Niger NER', 'Nigeria NGA'],
  ['Hong Kong, Greenland and Western Sahara', null, 'Hong Kong HKG', 'Greenland GRL', 'Western Sahara ESH'],
])

table('parts of the world whose states act together', [
  ['West African leaders met.', null, 'West African WEST_AFRICA'],
  ['European countries and the Gulf states agree.', null, 'European countries EUR', 'Gulf states GULF_STATES'],
  ['Tens of thousands fled to West Africa.', null, 'West Africa WEST_AFRICA'],
  ['South African and Central African Republic troops', null, 'South African ZAF', 'Central African Republic CAF'],
])

table('states of the past, on the date', [
  ['Ukraine', '1990-06-01', 'Ukraine SUN'],
  ['Ukraine', '1991-08', 'Ukraine UKR'],
  ['Ukraine', '2014-03-01', 'Ukraine UKR'],
  ['Moscow', '1985', 'Moscow SUN'],
  ['Russia', '1991-12', 'Russia RUS'],
  ['the Soviet Union', '2020', 'Soviet Union SUN'],
  ['Prague', '1968-08-21', 'Prague CSK'],
  ['Prague', '1993-01-01', 'Prague CZE'],
  ['Croatia', '1990', 'Croatia YUG'],
  ['Belgrade', '1999-03-24', 'Belgrade YUG'],
  ['Belgrade', '2005', 'Belgrade SCG'],
  ['Belgrade', '2022-11-05', 'Belgrade SRB'],
  ['East Germany', '1989-11-09', 'East Germany DDR'],
  ['Saigon', '1968', 'Saigon VDR'],
  ['Bonn', '1985', 'Bonn DEU'],
])

table('seats of power and bodies of state', [
  ['The Kremlin and the State Duma', null, 'Kremlin RUS GOV', 'State Duma RUS LEG'],
  ['The White House told the Pentagon.', null, 'White House USA GOV', 'Pentagon USA MIL'],
  ['The FBI and the CIA', null, 'FBI USA COP', 'CIA USA SPY'],
  ['Downing Street and Whitehall', null, 'Downing Street GBR GOV', 'Whitehall GBR GOV'],
  ['the Élysée and the Elysee Palace', null, 'Élysée FRA GOV', 'Elysee Palace FRA GOV'],
  ['The Knesset and the IDF', null, 'Knesset ISR LEG', 'IDF ISR MIL'],
  ['Bundestag and Bundeswehr', null, 'Bundestag DEU LEG', 'Bundeswehr DEU MIL'],
  ['the Islamic Revolutionary Guard Corps', null, 'Islamic Revolutionary Guard Corps IRN MIL'],
  ["the People's Liberation Army", null, "People's Liberation Army CHN MIL"],
  ['The Sejm and the Storting', null, 'Sejm POL LEG', 'Storting NOR LEG'],
  ['The Philippine Coast Guard', null, 'Philippine Coast Guard PHL MIL'],
  ['The Lok Sabha passed the bill.', null, 'Lok Sabha IND LEG'],
  ['Congress refused what the Trump administration asked.', '2018', 'Congress USA LEG', 'Trump USA GOV'],
  ['Colombian lawmakers in Congress', null, 'Colombian COL', 'Congress COL LEG'],
])

table('people, in office and out', [
  ['Putin', '1999-01-01', 'Putin RUS'],
  ['Vladimir Putin', '1999-10-01', 'Vladimir Putin RUS GOV'],
  ['Vladimir Putin', '2010', 'Vladimir Putin RUS GOV'],
  ['Tony Blair', '1996', 'Tony Blair GBR OPP'],
  ['Tony Blair', '2003-03-20', 'Tony Blair GBR GOV'],
  ['Tony Blair', '2020', 'Tony Blair GBR ELI'],
  ['Mandela', '1993', 'Mandela ZAF OPP'],
  ['Nelson Mandela', '1995', 'Nelson Mandela ZAF GOV'],
  ['Bush told Gorbachev', '1990-09-09', 'Bush USA GOV', 'Gorbachev SUN GOV'],
  ['Bush met Putin', '2001-06-16', 'Bush USA GOV', 'Putin RUS GOV'],
  ['President Clinton', '1998-08-20', 'Clinton USA GOV'],
  ['Clinton', '2011-10-18', 'Clinton USA GOV'],
  ['Assad', '1991', 'Assad SYR GOV'],
  ['Assad', '2015', 'Assad SYR GOV'],
  ['Mohamed Bazoum', '2023-07-25', 'Mohamed Bazoum NER GOV'],
  ['Bazoum', '2023-08-06', 'Bazoum NER ELI'],
  ['Abdourahamane Tchiani', '2023-07-01', 'Abdourahamane Tchiani NER MIL'],
  ['Abdourahamane Tchiani', '2023-08-06', 'Abdourahamane Tchiani NER GOV'],
  ['Aung San Suu Kyi', '2010', 'Aung San Suu Kyi MMR OPP'],
  ['Suu Kyi', '2018', 'Suu Kyi MMR GOV'],
  ['Suu Kyi', '2022', 'Suu Kyi MMR OPP'],
  ['Hassan Nasrallah', '2006-07-12', 'Hassan Nasrallah HEZBOLLAH REB'],
  ['Kofi Annan', '2003', 'Kofi Annan UN IGO'],
  ['Jens Stoltenberg', '2010', 'Jens Stoltenberg NOR GOV'],
  ['Jens Stoltenberg', '2022-02-24', 'Jens Stoltenberg NATO IGO'],
  ['Hashim Thaci', '1999-03', 'Hashim Thaci KLA REB'],
  ['Hashim Thaci', '2010', 'Hashim Thaci KSV GOV'],
  ['Mohamed Hamdan Dagalo', '2023-05-01', 'Mohamed Hamdan Dagalo RSF REB'],
  ['Donald Trump', '2023', 'Donald Trump USA OPP'],
  ['Donald Trump', '2025-03-01', 'Donald Trump USA GOV'],
  ['Pope Francis and Pope Leo XIV', '2025-06-01', 'Pope Francis VAT REL', 'Pope Leo XIV VAT REL'],
  [
    'Friedrich Merz, Mark Carney and Sanae Takaichi',
    '2025-11-01',
    'Friedrich Merz DEU GOV',
    'Mark Carney CAN GOV',
    'Sanae Takaichi JPN GOV',
  ],
  ['Kim warned that Pyongyang would answer.', '2017-08', 'Kim PRK GOV', 'Pyongyang PRK'],
  ['The North tested a missile, Seoul said.', null, 'North PRK', 'Seoul KOR'],
])

table('one name in many spellings', [
  ['Zelensky, Zelenskyy, Zelenskiy and ZELENSKY', '2022', 'Zelensky UKR GOV', 'Zelenskyy UKR GOV', 'Zelenskiy UKR GOV', 'ZELENSKY UKR GOV'],
  ['Kyiv and Kiev', '2022', 'Kyiv UKR', 'Kiev UKR'],
  ['Sergey Lavrov, Sergei Lavrov', '2022', 'Sergey Lavrov RUS GOV', 'Sergei Lavrov RUS GOV'],
  ['Sergey Shoygu and Sergei Shoigu', '2022', 'Sergey Shoygu RUS GOV', 'Sergei Shoigu RUS GOV'],
  ['Gaddafi, Qaddafi, Gadhafi and Kadhafi', '2000', 'Gaddafi LBY GOV', 'Qaddafi LBY GOV', 'Gadhafi LBY GOV', 'Kadhafi LBY GOV'],
  [
    'Bashar al-Assad, Bashar Al-Assad and Bashar Assad',
    '2012',
    'Bashar al-Assad SYR GOV',
    'Bashar Al-Assad SYR GOV',
    'Bashar Assad SYR GOV',
  ],
  ['Abdel Fattah al-Sisi and Abdel-Fattah el-Sissi', '2015', 'Abdel Fattah al-Sisi EGY GOV', 'Abdel-Fattah el-Sissi EGY GOV'],
  ['Muhammad Mursi and Mohamed Morsi', '2013-01', 'Muhammad Mursi EGY GOV', 'Mohamed Morsi EGY GOV'],
  ['Rafik Hariri, Rafiq Hariri and Rafiq al-Hariri', '2000-11', 'Rafik Hariri LBN GOV', 'Rafiq Hariri LBN GOV', 'Rafiq al-Hariri LBN GOV'],
  ['Mahmud Abbas and Mahmoud Abbas', '2010', 'Mahmud Abbas PSE GOV', 'Mahmoud Abbas PSE GOV'],
  ['Gerhard Schröder and Gerhard Schroeder', '2003', 'Gerhard Schröder DEU GOV', 'Gerhard Schroeder DEU GOV'],
  ['Yulia Tymoshenko and Yuliya Tymoshenko', '2008', 'Yulia Tymoshenko UKR GOV', 'Yuliya Tymoshenko UKR GOV'],
  ['Kim Jong Un, Kim Jong-un', '2018', 'Kim Jong Un PRK GOV', 'Kim Jong-un PRK GOV'],
  ['Juan Manuel Santos and Andrés Manuel López Obrador', '2017', 'Juan Manuel Santos COL GOV', 'Andrés Manuel López Obrador MEX OPP'],
  ['Donald J. Trump and George W. Bush', '2018', 'Donald J. Trump USA GOV', 'George W. Bush USA ELI'],
  ['Erdogan and Erdoğan', '2016', 'Erdogan TUR GOV', 'Erdoğan TUR GOV'],
])

table('what is no actor', [
  ['I ran, China said.', null, 'China CHN'],
  ['Four people fled.', null],
  ['Sunny weather in Fez.', null],
  ['He put it into a turkey and some fine china.', null],
  ['Michael Jordan and Chad Smith', null],
  ['Attorney Dane Butswinkas spoke in Dane County.', null],
  ['A Dane met a Swede.', null, 'Dane DNK', 'Swede SWE'],
  ['Turk called for a truce.', null],
  ['A Turk met a Kurd in Ankara.', null, 'Turk TUR', 'Kurd KURDS CVL', 'Ankara TUR'],
  ['Asylum went to Betssy Chavez and Ousmane Putin.', '2010'],
  ['Opponents of Mr Chavez and of President Chavez', '2010', 'Chavez VEN GOV', 'Chavez VEN GOV'],
  ['Jordan Peterson met Denzel Washington.', null],
  ['the South China Sea, the Gulf of Mexico and the Niger Delta', null],
  ['Male suspects were seen.', null],
  ['Male, the capital of the Maldives', null, 'Male MDV', 'Maldives MDV'],
  ['He went on a diet; the Diet was short.', null],
  ["Japan's Diet passed it.", null, 'Japan JPN', 'Diet JPN LEG'],
  ['Trump Tower and the Kennedy Center', '2018'],
  ['Michael Bolton sang.', '2019'],
  ['Salisbury', '2018-03-04'],
  ['Salisbury', '1975', 'Salisbury ZWE'],
  ['Bonn', '2015'],
  ['Georgia certified the ballots, Raffensperger said in Atlanta.', '2020-11', 'Georgia USA', 'Raffensperger USA GOV'],
  ['Georgia and Russia', '2008-08-08', 'Georgia GEO', 'Russia RUS'],
  ['In May, a brown bush was cut.', null],
  ['He may rice the potatoes.', null],
  ['She will trump them.', null],
  ['the Paris Agreement and the Oslo Accords', null],
  ['they told us to it', null],
  ['the West Wing and the West Indies', null, 'West Wing USA GOV'],
  ['the West warned Moscow', null, 'the West WESTERN_COUNTRIES', 'Moscow RUS'],
  ['President Joaquin "Quino" Guzman', null],
])

describe('codes', () => {
  const code = (text: string, date: string): string | null => {
    const match = matchName(lexicon, tokenize(text, { start: 0, end: text.length }), 0)
    return match && (resolveActor(lexicon, match, date)?.code ?? null)
  }
  test.each([
    ['Russia', '2020', 'RUS'],
    ['Kremlin', '2020', 'RUSGOV'],
    ['Pentagon', '2020', 'USAMIL'],
    ['Vladimir Putin', '2020', 'RUSGOV'],
    ['Tony Blair', '2020', 'GBRELI'],
    ['NATO', '2020', 'IGOWSTNAT'],
    ['Jens Stoltenberg', '2020', 'IGOWSTNAT'],
    ['Sergei Kislyak', '2016', 'RUSGOV'],
  ])('%s (%s): %s', (text, date, expected) => {
    expect(code(text, date)).toBe(expected)
  })
  test('diplomats code as government, nobody as nothing', () => {
    expect(actorCode(lexicon, 'RUS', 'DIP')).toBe('RUSGOV')
    expect(actorCode(lexicon, null, 'GOV')).toBeNull()
  })
})

describe('the cast', () => {
  const { people, actors } = lexicon.data
  test('covers the states and some thousands of people', () => {
    expect(actors.filter(({ kind }) => kind === 'state').length).toBeGreaterThanOrEqual(245)
    expect(people.length).toBeGreaterThanOrEqual(3800)
    expect(new Set(people.filter((p) => p.offices.some((o) => o.role === 'GOV')).map((p) => p.entity)).size).toBeGreaterThanOrEqual(180)
  })
  test('everybody is somebody on every day of a life in office', () => {
    for (const person of people)
      for (const { from, role } of person.offices)
        if (from) expect([person.id, standing(person, from).role]).toEqual([person.id, expect.any(String)])
        else expect(role).toBeTruthy()
  })
  test('every name of every person finds the person', () => {
    const lost = people.flatMap((person) =>
      [person.name, ...person.names.filter((n) => !n.near).map((n) => n.text)].filter((text) => {
        const tokens = tokenize(text, { start: 0, end: text.length })
        return !matchName(lexicon, tokens, 0)?.hits.some((hit) => hit.person?.id === person.id)
      }),
    )
    expect(lost).toEqual([])
  })
})

test('a lexicon that is indexed at run time finds what the compiled one finds', () => {
  const fresh = indexLexicon(lexicon.data)
  for (const key of ['Putin', 'Russya', 'NATO', 'KyivNobody']) expect(fresh.names.get(key)).toEqual(lexicon.names.get(key))
  expect(fresh.shouted.get('putin')).toEqual(lexicon.shouted.get('putin'))
  expect(fresh.roles.get('president')).toEqual(lexicon.roles.get('president'))
  expect(fresh.entities.get('RUS')).toEqual(lexicon.entities.get('RUS'))
  expect(fresh.actions.get('meet')).toEqual(lexicon.actions.get('meet'))
  expect(fresh.classesOf.get('tank')).toEqual(lexicon.classesOf.get('tank'))
  expect([...fresh.described.keys()]).toEqual([...lexicon.described.keys()])
  expect(fresh.operators).toEqual(lexicon.operators)
  expect(fresh.givenNames).toEqual(lexicon.givenNames)
  for (const word of ['United', 'West', 'wing', 'zebra', 'a', '']) expect(fresh.sight(word)).toEqual(lexicon.sight(word))
})
