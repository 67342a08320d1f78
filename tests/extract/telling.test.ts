import { describe, expect, it } from 'vitest'
import { extract } from '../../src/index.ts'

const datesOf = (paragraphs: readonly string[], published: string): readonly string[] =>
  extract({ text: paragraphs.join('\n\n'), published, kind: null }).events.map((e) => `${e.trigger.text} ${e.date?.value}`)

describe('an article of dated entries, whose kind nobody says', () => {
  it('tells its own time: entries go on from the year of the one before, and what they tell is of their day', () => {
    const entries = [
      '- 18 August 2011: Britain condemned Syria.',
      '- 2 November: Syria rejected the plan.',
      '- 19 December: The Arab League suspended Syria. Russia condemned the step.',
      '- 22 January 2012: The Arab League urged Syria to accept the plan.',
    ]
    expect(datesOf(entries, '2012-06-30')).toEqual(
      expect.arrayContaining([
        'condemned 2011-08-18',
        'rejected 2011-11-02',
        'suspended 2011-12-19',
        'condemned 2011-12-19',
        'urged 2012-01-22',
      ]),
    )
  })

  it('goes on from the year that heads its entries, not from one that an entry mentions', () => {
    const entries = [
      '-- 2014 --',
      '- October 31: Soldiers arrested the president. They had killed a journalist in 1998 who was critical.',
      '- November 1: Soldiers arrested the speaker.',
      '-- 2015 --',
      '- January 22: Soldiers arrested the premier.',
      '- July 2: Soldiers arrested a judge.',
    ]
    expect(datesOf(entries, '2015-09-18').filter((d) => d.startsWith('arrested'))).toEqual([
      'arrested 2014-10-31',
      'arrested 2014-11-01',
      'arrested 2015-01-22',
      'arrested 2015-07-02',
    ])
  })

  it('goes on though one entry stands a few days out of order', () => {
    const entries = [
      '2019, January 5: Rebels attacked Bamako.',
      'March 2: Syria arrested protesters.',
      'February 27: France condemned Mali.',
      'April 10: Rebels bombed Gao.',
      'June 3: Mali expelled two Germans.',
    ]
    expect(datesOf(entries, '2020-06-20')).toEqual(
      expect.arrayContaining(['arrested 2019-03-02', 'condemned 2019-02-27', 'bombed 2019-04-10', 'expelled 2019-06-03']),
    )
  })

  it('goes back where its entries do, though by few days at first', () => {
    const entries = [
      '20 November 2004: Rebels bombed Gao.',
      '12 November: France condemns Mali.',
      '3 March: Mali expels two Germans.',
      '2 December: Rebels attack Bamako.',
    ]
    expect(datesOf(entries, '2004-12-01')).toEqual(
      expect.arrayContaining(['condemns 2004-11-12', 'expels 2004-03-03', 'attack 2003-12-02']),
    )
  })

  it('goes on in a calendar of what is to come', () => {
    const entries = [
      'Key dates ahead',
      '- May 10: The premier of Peru visits Chad.',
      '- May 20: Chad hosts talks with Peru.',
      '- June 20: France signs an accord with Germany.',
      '- August 3: Russia withdraws from Syria.',
      '- January 9: Chile will expel two Germans.',
    ]
    const calendar = ['visits 2024-05-10', 'signs 2024-06-20', 'withdraws 2024-08-03', 'expel 2025-01-09']
    expect(datesOf(entries, '2024-05-06')).toEqual(expect.arrayContaining(calendar))
    expect(datesOf(entries.slice(0, 4), '2024-05-06')).toEqual(expect.arrayContaining(calendar.slice(0, 2)))
  })

  it('is none where the hours of a day stand before what is told as it goes', () => {
    const hours = (first: number): readonly string[] =>
      [0, 15, 30, 45].map((m) => `${String(first + m).padStart(4, '0')} - Israel bombed Gaza.`)
    for (const lines of [hours(900), [...hours(900), ...hours(1000)], hours(1000)])
      expect(new Set(datesOf(lines, '2024-05-06'))).toEqual(new Set(['bombed 2024-05-06']))
    const years = ['1914', '1918', '1939', '1945'].map((year) => `${year} - Russia bombed Berlin.`)
    expect(datesOf(years, '2024-05-06')).toEqual(['bombed 1914', 'bombed 1918', 'bombed 1939', 'bombed 1945'])
  })

  it.each<[string, readonly string[], readonly string[], string]>([
    ['told in the title of a day', ['How the attack unfolded'], ['1705', '1730', '1812'], '2024-05-06'],
    ['given a zone once', [], ['1705', '1730 GMT', '1745'], '2024-05-06'],
    ['of the day that the article is at', ['Russia attacked Mali on Friday.'], ['1705', '1730', '1905', '2010'], '2024-05-03'],
    ['of a night that is told minute by minute', ['Minute by minute: the siege'], ['2030', '2115', '2350', '0015'], '2024-05-06'],
    ['close to each other over midnight', ['Russia attacked Mali on Monday.'], ['2245', '2350', '0015'], '2024-05-06'],
    ['told of a day by name', ['How events unfolded on Friday'], ['1705', '1732', '1812'], '2024-05-03'],
    ['of a day that pauses', [], ['0930', '1705', '1812'], '2024-05-06'],
    ['of a night', [], ['2030', '2045', '2130'], '2024-05-06'],
    ['of an evening that begins before 1600', [], ['1545', '1650', '1705', '1730'], '2024-05-06'],
  ])('is none where its labels, which could be years, are hours: %s', (_, lead, labels, day) => {
    for (const end of [':', ' -'])
      expect(
        datesOf([...lead, ...labels.map((label) => `${label}${end} Israel bombed Gaza.`)], '2024-05-06').filter((d) =>
          d.startsWith('bombed'),
        ),
      ).toEqual(labels.map(() => `bombed ${day}`))
  })

  it('is one where they are years, whatever was said nearby', () => {
    for (const [lead, labels] of [
      ['Russia and Sweden: key moments.', ['1705', '1730', '1809']],
      ['Russia attacked Mali on Friday. It had done so in 1990.', ['1705', '1730', '1809']],
      ['Russia attacked Mali on Friday.', ['1905', '1917', '1941', '1945']],
      ['How the war unfolded', ['1939', '1941', '1944', '1945']],
      ['The anniversary is on Monday.', ['1805', '1812', '1815']],
      ['The anniversary is on Monday.', ['1805', '1815', '1830']],
      ['How the wars unfolded.', ['1805', '1812', '1815']],
      ['Hour by hour', ['1939\n\n', '1941\n\n', '1944\n\n', '1945\n\n']],
    ] as const)
      expect(datesOf([lead, ...labels.map((year) => `${year} - Russia bombed Berlin.`)], '2024-05-06').slice(-labels.length)).toEqual(
        labels.map((year) => `bombed ${year.trim()}`),
      )
  })

  it('is one where they are years, some of them to come', () => {
    for (const labels of [['2014', '2022', '2025'], ['2015', '2024', '2030'], ['2030', '2045', '2050'], ['2030'], ['1815']])
      for (const end of [':', ' -']) {
        const plan = labels.map((year) => `${year}${end} Russia ${year > '2024' ? 'will expel' : 'expelled'} two Germans.`)
        expect(datesOf(plan, '2024-05-10')).toEqual(labels.map((year) => `${year > '2024' ? 'expel' : 'expelled'} ${year}`))
      }
  })

  it('is one where they are years, and a weekday or an hour comes behind', () => {
    const years = ['1805', '1812', '1815'].map((year) => `${year} - Russia bombed Berlin.`)
    for (const end of ['The anniversary is on Monday.', 'That is how it unfolded, hour by hour.'])
      expect(datesOf([...years, end], '2024-05-10')).toEqual(['bombed 1805', 'bombed 1812', 'bombed 1815'])
  })

  it('is none where a report ends in a few entries', () => {
    const report = [
      'Britain condemned Syria on Friday.',
      'Syria rejected the charge.',
      'France condemned Syria.',
      'Russia rejected the charge.',
      'Egypt condemned Syria.',
      'Iran rejected the charge.',
      'Italy condemned Syria.',
      'Spain condemned Syria.',
      'March 15: Syria arrested protesters.',
      'March 16: Syria arrested students.',
    ]
    const more = [...report, 'March 17: Syria arrested a judge.', 'March 18: Syria arrested a priest.', 'Greece condemned Syria.']
    const line = extract({ text: more.join('\n'), published: '2012-06-29', kind: null }).events
    expect(line.find((e) => e.trigger.start > 60)?.date?.value).toBe('2012-06-29')
    expect(datesOf(report, '2012-06-29')[0]).toBe('condemned 2012-06-29')
    expect(datesOf(report, '2012-06-29')[4]).toMatch(/2012-06-29$/)
  })
})
