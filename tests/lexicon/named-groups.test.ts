import { describe, expect, test } from 'vitest'
import { readPhrase } from './read-phrase.ts'

/** The entities of a text's mentions, in order. */
const entitiesIn = (text: string): readonly (string | null)[] => readPhrase(text).mentions.map((m) => m.entity)

describe('organisations and groups, named as news names them', () => {
  test.each([
    ['Hezbollah group fired at the town.', 'HEZBOLLAH'],
    ['The Nato alliance opened an office.', 'NATO'],
    ['The Houthis also claimed the attack.', 'HOUTHIS'],
    ['US launched cyber attacks on Iran.', 'USA'],
    ['The U.N. Security Council met on Friday.', 'UN'],
    ["The EU's foreign policy chief flew to Tirana.", 'EU'],
    ['The Organisation of Islamic Cooperation met in Jeddah.', 'OIC'],
    ['Farc rebels laid down their rifles.', 'FARC'],
    ['The Rapid Support Forces shelled the market.', 'RSF'],
    ['Kosovo Serbs blocked the bridge.', 'KOSOVO_SERBS'],
    ['Médecins Sans Frontières closed its clinic.', 'MSF'],
    ['Médecins sans Frontières closed its clinic.', 'MSF'],
    ['The Tamil Tigers attacked a base.', 'LTTE'],
    ['The African National Congress elected him.', 'ANC'],
    ['Al-Shabaab fighters overran the base.', 'AL_SHABAAB'],
    ['The Red Cross counted the wounded.', 'ICRC'],
    ['Hizbullah denied the report.', 'HEZBOLLAH'],
    ["South Africa's DA left the hall.", 'DA_ZAF'],
    ['The Zimbabwean opposition CCC left the hall.', 'CITIZENS_COALITION_FOR_CHANGE'],
    ['Metropolitan Police arrested two Russians.', 'GBR'],
    ['The East African Community met in Arusha.', 'EAC'],
    ['A Tiger spokesman in Kilinochchi denied it.', 'LTTE'],
    ['The PLA ambushed Indian troops in Manipur.', 'PLA_MANIPUR'],
    ['The Cobras of Sassou Nguesso attacked Brazzaville.', 'COBRA_MILITIA'],
    ['Ansar al-Sunnah attacked Mocimboa da Praia in Mozambique.', 'ANSAR_SUNNA_MOZ'],
    ['The National Liberation Army attacked Macedonian troops near Tetovo.', 'NLA_MKD'],
    ['The National Liberation Army of Colombia attacked Albanian smugglers.', 'ELN'],
    ['The East African reported a shortage of maize.', 'THE_EAST_AFRICAN'],
  ])('%s', (text, entity) => {
    expect(entitiesIn(text)).toContain(entity)
  })
  test.each([
    ['Who will win, asked the mayor.', 'WHO'],
    ['The Berlin Wall fell in November.', 'DEU'],
    ['He ordered French fries.', 'FRA'],
    ['Manchester United beat Real Madrid.', 'ESP'],
    ['Ships crossed the South China Sea.', 'CHN'],
    ['The Gulf of Mexico was calm.', 'MEX'],
    ['The care of the old costs more.', 'CARE_NGO'],
    ['The Vietnam War lasted for years.', 'VNM'],
    ['The DA charged an African American officer.', 'DA_ZAF'],
    ['The CCC of China signed a deal with Zimbabwe.', 'CITIZENS_COALITION_FOR_CHANGE'],
    ['The NCP in Khartoum thanked Bangladesh.', 'NCP_BGD'],
    ['Mr Bayan toured the Philippines.', 'BAYAN_PHL'],
    ['Pacific leaders of the US Army condemned China.', 'PIF'],
    ['The East African nation closed its border.', 'THE_EAST_AFRICAN'],
    ['Tiger Woods met Trump, a White House spokesman said.', 'LTTE'],
    ['Tiger Global invested in Indian firms, a spokesman said.', 'LTTE'],
    ['The Chinese PLA crossed into Arunachal Pradesh from Tibet, near Assam.', 'PLA_MANIPUR'],
    ['Turkish Cobras attacked a Kurdish militia base.', 'COBRA_MILITIA'],
    ['Ansar al-Sunnah attacked an American base in Iraq.', 'ANSAR_SUNNA_MOZ'],
    ['The National Liberation Army of Colombia attacked Albanian smugglers.', 'NLA_MKD'],
  ])('not in: %s', (text, entity) => {
    expect(entitiesIn(text)).not.toContain(entity)
  })
  test('SDF is Syrian beside Syria', () => {
    expect(entitiesIn('The SDF advanced on Raqqa.')).toContain('SDF')
    expect(entitiesIn('The SDF sent a destroyer from Yokosuka.')).not.toContain('SDF')
  })
})
