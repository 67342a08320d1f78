import { describe, expect, it } from 'vitest'
import type { EventDate } from '../../../src/document.ts'
import { extract } from '../../../src/index.ts'

const PUBLISHED = '2023-04-05' // a Wednesday

/** The date of the predicate that stands in [brackets]. */
const dateOf = (marked: string, kind: string | null, published: string | null = PUBLISHED): EventDate | null => {
  const start = marked.indexOf('[')
  const text = marked.replace(/[[\]]/g, '')
  const reading = extract({ text, kind, published }).readings.find((r) => r.sentence.start <= start && r.sentence.end > start)
  const word = reading?.words.find((w) => w.start === start)
  if (!reading || !word) throw new Error(`no word in brackets: ${marked}`)
  const clause = reading.candidates.find((c) => c.clause.head === word.index)?.clause
  return reading.dateOf({ head: word.index, light: clause?.light ?? null })
}
const describeDate = (date: EventDate | null): string => (date === null ? 'null' : `${date.value} ${date.basis}`)

type Row = readonly [text: string, date: string]

const GRAMMAR: readonly Row[] = [
  ['On Monday rebels [attacked] the town.', '2023-04-03 text'],
  ['Rebels [attacked] the town on Monday.', '2023-04-03 text'],
  ['In March the army [attacked] the town and [seized] its bridge.', '2023-03 text'],
  ['The army attacked the town in March and [seized] its bridge in April.', '2023-04 text'],
  ['The minister said on Monday that rebels [attacked] the town.', '2023-04-03 text'],
  ['The minister [said] on Tuesday that rebels attacked the town on Sunday.', '2023-04-04 text'],
  ['Rebels [attacked] the town, officials said on Monday.', '2023-04-03 text'],
  ['The government [rejected] the accord that it had signed in 2015.', '2023-04-05 publication'],
  ['The government rejected the accord that it had [signed] in 2015.', '2015 text'],
  ['Chad [urged] the rebels to return to talks that collapsed last month.', '2023-04-05 publication'],
  ['Chad urged the rebels to return to talks that [collapsed] last month.', '2023-03 text'],
  ['Pakistan [threatened] to leave a 1972 peace accord.', '2023-04-05 publication'],
  ["Chad [condemned] last month's raid.", '2023-04-05 publication'],
  ["Chad [ruled] out a rerun of February's election.", '2023-04-05 publication'],
  ["Chad [agreed] at Monday's summit to withdraw.", '2023-04-03 text'],
  ['Pakistan [threatened] in 1972 to leave the peace accord.', '1972 text'],
  ['China agreed to suspend the tariffs for a year after Xi [met] Biden in March.', '2023-03 text'],
  ['China suspended the tariffs for a year after Xi [met] Biden.', '2023-04-05 publication'],
  ['The president has [dismissed] the general who led the coup of May 2021.', '2023-04-05 publication'],
  ['The president has dismissed the general who led the [coup] of May 2021.', '2021-05 text'],
  ['In February the talks broke down, and on 9 March the rebels [attacked] the town.', '2023-03-09 text'],
  ['In February the talks [collapsed], and on 9 March the rebels attacked the town.', '2023-02 text'],
  ['Turnout was smaller than on Sunday, and police [arrested] nobody.', '2023-04-05 publication'],
  ['The army [shelled] the port from 2 March to 9 March.', '2023-03-02/2023-03-09 text'],
  ['The army [shelled] the port between 2 and 9 March.', '2023-03-02/2023-03-09 text'],
  ['Between 2 and 9 March the army [shelled] the port.', '2023-03-02/2023-03-09 text'],
  ['Russia, which intervened in the war in 2015, [called] for restraint.', '2023-04-05 publication'],
  ['Russia, which [intervened] in the war in 2015, called for restraint.', '2015 text'],
  ['The raid was the deadliest since 2019, when gunmen [killed] 20 officers.', '2019 text'],
  ['The police [arrested] a new suspect for the first time since 2019.', '2023-04-05 publication'],
  ['It was the first vote since a January 2022 [coup] in Chad.', '2022-01 text'],
  ['Chad has been in turmoil since January 2022, the government [said].', '2023-04-05 publication'],
  ['Rebels have [killed] 50 soldiers in the past two weeks.', '2023-03-22/2023-04-05 text'],
  // What had been done to somebody dates nothing that is done to him, but a deed may be told with the agreement that brought it.
  ['Egypt [released] a journalist convicted in 2015.', '2023-04-05 publication'],
  ['A journalist convicted in 2015 was [released] by the police.', '2023-04-05 publication'],
  ['Trump, elected in 2016, [imposed] sanctions on Iran.', '2023-04-05 publication'],
  ['A truce announced in March [ended] the war.', '2023-03 text'],
  ['Chad [condemned] the raid carried out on Monday.', '2023-04-03 text'],
  // So long after what the clause itself dates.
  ['Four days after he was arrested on March 27, thousands [marched] in the capital.', '2023-03-31 text'],
  ['Thousands [marched] in the capital, two days after he was arrested on March 27.', '2023-03-29 text'],
  ['Rebels [attacked] the town on Monday, two days after they signed a truce on Saturday.', '2023-04-03 text'],
  ['He has appeared in court, two days after he was arrested.\n\nPolice [surrounded] the building.', '2023-04-05 publication'],
  ['Over the last six months rebels [attacked] every town.', '2022-10-05/2023-04-05 text'],
  // A statement with a subject of its own, and a deed that is joined to another, keep their dates to themselves; one day is shared.
  ['Baku [denied] that there was a blockade, while the Union condemned it in February.', '2023-04-05 publication'],
  ['The court [threatened] to act, and the police charged six men in March.', '2023-04-05 publication'],
  ['The Union [condemned] the blockade and sent a mission last week.', '2023-04-05 publication'],
  ['Gunmen [killed] six people and wounded ten on Monday.', '2023-04-03 text'],
  // One deed in two verbs, force with what it does, and what was done of late are of one time.
  ['Russia [arrested] and deported two Germans in February.', '2023-02 text'],
  ['Rebels [attacked] the town and killed ten people in February.', '2023-02 text'],
  ['Chad [recalled] its envoy and closed the border last month.', '2023-03 text'],
  [
    'The neighbours came close to war in 1976 and in March 1987, when Turkey sent a ship and Greece [put] its army on alert.',
    '1987-03 text',
  ],
  ['Relations were restored in February 1990 by a president who courted them and, in 1998, [visited] London.', '1998 text'],
  ['Chad [welcomed] the resignation last week of the premier.', '2023-04-05 publication'],
  ['Chad [accused] the rebels on Monday of bombing a hospital.', '2023-04-03 text'],
  ['Chad [accused] the opposition on Monday of treason.', '2023-04-03 text'],
  ['A court [convicted] the minister last week of corruption.', '2023-W13 text'],
  ['Chad [welcomed] the dismissal on Monday of the premier.', '2023-04-05 publication'],
  // Right behind who says so it is when it was said.
  ['The president [said] three days ago he would visit Chad.', '2023-04-02 text'],
  ['The minister [announced] in March it had arrested two spies.', '2023-03 text'],
  ['The minister said the rebels [attacked] the town three days ago.', '2023-04-02 text'],
  // Behind the comma that closes an aside it is no longer the aside's; between commas of its own it is.
  ['Chad [signed] a truce, which ends a year of war, on Monday.', '2023-04-03 text'],
  ["Chad's president [met] the rebel leader, who lives in Libya, last week.", '2023-W13 text'],
  ["Chad's president, who faces an election, on Monday [accused] the rebels of treason.", '2023-04-03 text'],
  ['Soldiers [attacked] the square, where the palace and congress stand, on Monday afternoon.', '2023-04-03 text'],
  ['Chad accused Libya, which, in March, [expelled] two of its diplomats, of treason.', '2023-03 text'],
  ['Chad [accused] Libya, which, in March, expelled two of its diplomats, of treason.', '2023-04-05 publication'],
  ['Chad [accused] Libya, which expelled two of its diplomats on Monday.', '2023-04-05 publication'],
  ['Chad [praised] Libya, which, in 2013, had expelled two of its diplomats.', '2023-04-05 publication'],
  ['Chad praised Libya, which, in 2013, had [expelled] two of its diplomats.', '2013 text'],
  ['Chad, which fought Libya in 1978, in 1980 and in 1987, [signed] a truce.', '2023-04-05 publication'],
  // What somebody is said to have done has its day to itself.
  ['Chad [accused] Libya of having bombed a village on Monday.', '2023-04-05 publication'],
  ['Chad accused Libya of having [bombed] a village on Monday.', '2023-04-03 text'],
  ['Chad [blamed] Libya for an attack on Monday that killed six soldiers.', '2023-04-05 publication'],
  ['Chad blamed Libya for an [attack] on Monday that killed six soldiers.', '2023-04-03 text'],
  ['Chad [launched] an attack on Monday that killed six soldiers.', '2023-04-03 text'],
  // What is to come by the words alone dates nothing past.
  ['Chad [expelled] two journalists ahead of elections due later this year.', '2023-04-05 publication'],
  ['Chad will [expel] two journalists later this year.', '2023 text'],
  ['Chad [expelled] two journalists earlier this year.', '2023 text'],
  ['Chad [expelled] two journalists before the vote on Sunday.', '2023-04-05 publication'],
  ['Chad [expelled] two journalists hours before the vote on Sunday.', '2023-04-02 text'],
  // What has been done since then was later, and by the day of writing.
  ['Chad [recalled] its envoy on Monday and has since expelled two diplomats.', '2023-04-03 text'],
  ['Chad recalled its envoy on Monday and has since [expelled] two diplomats.', '2023-04-05 publication'],
  ['Chad recalled its envoy on Monday. It has since [expelled] two diplomats.', '2023-04-05 publication'],
  ['Chad recalled its envoy on Monday and has [expelled] two diplomats.', '2023-04-03 text'],
  // What ends a stretch of time was at its end.
  ['Between 1998 and 2003 the clans [fought] over the port, until French troops landed.', '1998/2003 text'],
  ['Between 1998 and 2003 the clans fought over the port, until French troops [landed].', '2003 text'],
  ['Between 1998 and 2003 the clans fought over the port, while French troops [trained] the police.', '1998/2003 text'],
  ['Kenyan police [fired] tear gas in 2011 as protesters attacked parliament.', '2011 text'],
  ['The president, who was [ousted] in a 2012 uprising, is in exile.', '2012 text'],
  ['Chad has [defended] Mali over claims of interference in the 2016 election.', '2023-04-05 publication'],
  // What has gone on since a day began then; what hasn't happened since, didn't.
  ['The rebels have [fought] the army since 1983.', '1983 text'],
  ['Police have [detained] 220 protesters since Thursday.', '2023-03-30 text'],
  ['The president has been [held] captive since he was toppled on 26 March.', '2023-03-26 text'],
  ['He was the first president to [visit] the town since a predecessor arrived in 1928.', '2023-04-05 publication'],
  ['The two leaders have not [met] since 2021.', '2023-04-05 publication'],
  ['Chad has [accused] the rebels since he took office in 2021.', '2021 text'],
  // Deadlines and ends date nothing before them.
  ['The union [suspended] the talks until the end of 2028.', '2023-04-05 publication'],
  ['Until February 2023 the talks were [suspended].', '2023-02 text'],
  ['Chad [called] for elections to be held by February 2024.', '2023-04-05 publication'],
  ['Chad [attended] the talks held in February.', '2023-02 text'],
  // A step onward is measured from the rest of the sentence.
  ['In September 1996 the rebels [denounced] the accord, but accepted a truce the following July.', '1996-09 text'],
  ['In September 1996 the rebels denounced the accord, but [accepted] a truce the following July.', '1997-07 text'],
  ['After [talks] with Chad on 23 February the parliament ratified the accord three days later.', '2023-02-23 text'],
  ['After talks with Chad on 23 February the parliament [ratified] the accord three days later.', '2023-02-26 text'],
  // A later statement about another dates only itself, one that tells who says so both.
  ['The assembly [asked] the court for its view; the judges found in 2010 that no rule had been broken.', '2010 text'],
  ['The assembly [asked] the court for its view; the judges found on Sunday that no rule had been broken.', '2023-04-05 publication'],
  ['The party [retreated] to the north and, in September 2020, held an election.', '2020-09 text'],
  ['The two sides have [reached] an accord, the union said on Monday.', '2023-04-03 text'],
  ['The ministry has drawn closer to Chad and, in February last year, [granted] its troops access.', '2022-02 text'],
  ['Chad was not [invited] to attend the summit held in September 2014.', '2014-09 text'],
  // At a distance that leads back to what it dates.
  ['The minister [said] the truce - granted two hours after the request - helped rather than hurt the rebels.', '2023-04-05 publication'],
  ['The minister [said] that rebels attacked the town on 3 March.', '2023-04-05 publication'],
  ['The assembly voted on Monday to put off the poll until December, after police [removed] its members.', '2023-04-03 text'],
  ['The president, who had [asked] for help under a treaty signed in 2017, resigned.', 'null'],
  ['The president [asked] for help at talks held in 2017.', '2017 text'],
  ['The minister [met] the rebels at the end of April.', '2022-04 text'],
  ['The minister will [meet] the rebels at the end of April.', '2023-04 text'],
  // So many weeks ago is a day, unless it is only about so long.
  ['Rebels [attacked] the town two weeks ago.', '2023-03-22 text'],
  ['Rebels [attacked] the town about two weeks ago.', '2023-W12 text'],
  ['Rebels [attacked] the town last week.', '2023-W13 text'],
]

const DISTANCES: readonly Row[] = [
  ['Police arrested him on Monday, two days after rebels [attacked] the town.', '2023-04-01 text'],
  ['The group declared a ceasefire on 22 May 2015, a day after an air [raid] on its camp.', '2015-05-21 text'],
  ['They signed the accord on 3 May 2015. The army [attacked] two weeks later.', '2015-05-17 text'],
  ['They signed the accord on 3 May 2015. The army [attacked] two months later.', '2015-07 text'],
]

// Two distances that point at each other.
const CROSSED = 'Two days after rebels [attacked] the town, three days before the army replied, the minister resigned.'

const NEWS: readonly Row[] = [
  ['Rebels attacked the town on Monday. They [killed] 12 soldiers.', '2023-04-03 context'],
  ['Rebels attacked the town on Monday.\n\nThe minister [condemned] the raid.', '2023-04-03 context'],
  ['Rebels attacked the town on Monday.\n\nThe minister [condemns] the raid.', '2023-04-05 publication'],
  ['Rebels attacked the town on Monday.\n\nThe army attacked it in 2015.\n\nThe minister [said] nobody was hurt.', '2023-04-03 context'],
  ['The minister [condemned] the raid.', '2023-04-05 publication'],
  ['The minister will [visit] the town.', 'null'],
  ['The minister is due to [visit] the town.', 'null'],
  ['Chiefs will meet on Thursday since the president was toppled on 26 March.\n\nGuards [detained] him.', '2023-03-26 context'],
  ['The minister will [visit] the town on Friday.', '2023-04-07 text'],
  ['The general, who had [fought] the rebels, condemned the raid.', 'null'],
  ['India outlawed the group in 1992. In Chennai parties [marched] against the raids.', '2023-04-05 publication'],
  ['India outlawed the group on 3 May 1992. It [arrested] its leaders.', '1992-05-03 context'],
  ['Rebels seized a boat in January. The army [attacked] them at the time.', '2023-01 text'],
  // Once the article has come to the day of publication it stays there.
  [
    'Rebels attacked the town on Monday.\n\nPolice arrested two men on Wednesday.\n\nThe minister [condemned] the raid.',
    '2023-04-05 context',
  ],
  [
    'Rebels attacked the town on Monday.\n\nPolice arrested two men on Tuesday.\n\nThe minister [condemned] the raid.',
    '2023-04-03 context',
  ],
  ['Rebels attacked the town on Monday and burned it on Tuesday.\n\nThe minister [condemned] the raid.', '2023-04-03 context'],
  // Far below news of the evening before stand the answers of the day after.
  [
    'Rebels attacked the town late on Tuesday.\n\nOne fell.\n\nOne fled.\n\nOne hid.\n\nFrance [condemned] the raid.',
    '2023-04-05 publication',
  ],
  ['Rebels attacked the town late on Tuesday.\n\nOne fell.\n\nFrance [condemned] the raid.', '2023-04-04 context'],
  ['Rebels attacked the town on Tuesday.\n\nOne fell.\n\nOne fled.\n\nOne hid.\n\nFrance [condemned] the raid.', '2023-04-04 context'],
  // A name's own word beside an event of an earlier day is of the day that the article reports, where that is today.
  [
    'Rebels attacked the town on Wednesday.\n\nSix were shot on Monday. Army chief Mahamat Deby [promised] an inquiry.',
    '2023-04-05 context',
  ],
  ['Rebels attacked the town on Wednesday.\n\nSix were shot on Monday. He [promised] an inquiry.', '2023-04-03 context'],
  [
    'Rebels attacked the town on Wednesday.\n\nSix were shot on Monday. Mahamat Deby [said] afterwards that he was sorry.',
    '2023-04-03 context',
  ],
  ['Rebels attacked the town on Tuesday.\n\nSix were shot on Monday. Army chief Mahamat Deby [promised] an inquiry.', '2023-04-03 context'],
  // A paragraph that begins at another place doesn't go on from the one before.
  [
    'Rebels have attacked the town.\n\nThe army seized it on Sunday.\n\nIn Bangkok, exiles [marched] against the raid.',
    '2023-04-05 publication',
  ],
  ['Rebels have attacked the town.\n\nThe army seized it on Sunday.\n\nIts soldiers [killed] five men.', '2023-04-02 context'],
  ['Rebels have attacked the town.\n\nThe army seized it in May 2002.\n\nIts soldiers [killed] five men.', '2023-04-05 publication'],
  [
    'Rebels attacked the town early on Tuesday.\n\nThe army attacked it in 2015.\n\nThe minister [condemned] the raid.',
    '2023-04-04 context',
  ],
  ['Rebels attacked the town on Monday. Guards [beat] a man.', '2023-04-03 context'],
  ['Rebels attacked the town on Monday. Guards [let] a man through.', '2023-04-03 context'],
  [
    'Chad arrested him on Monday. The judge is leading an inquiry into the raid of 4 August 2020. She [charged] three men.',
    '2023-04-03 context',
  ],
  // What has gone on since a day is no story that goes on.
  ['Chad arrested him on Monday.\n\nPolice have detained 220 protesters since 26 March. They [burned] a car.', '2023-04-03 context'],
  [
    'Chad arrested him on Monday.\n\nNobody has been seen there since his return on 26 March.\n\nThey [burned] a car.',
    '2023-04-03 context',
  ],
]

const NARRATIVE: readonly Row[] = [
  ['In May 1997 they met in Paris. They [signed] an accord.', '1997-05 context'],
  ['In May 1997 they met. The treaty was signed in 1999. They [attacked] the town in March of that year.', '1999-03 text'],
  ['2014\n\nMay 16 — The two sides [announce] an accord.', '2014-05-16 text'],
  ['2011, August-October: The rebels [seize] the capital.', '2011-08/2011-10 text'],
  ['2011, August-October: The rebels seize the capital. The leader [flees] the town.', '2011-10 context'],
  ['2013, May 16: They meet.\n\n2014, June 17: They [announce] that ties will be restored.', '2014-06-17 text'],
  ['In May 1997 they met in Paris.\n\nThe cold years\n\nThey [attacked] the town.', 'null'],
  ['They [attacked] the town.', 'null'],
]

const table = (name: string, rows: readonly Row[], kind: string): void => {
  describe(name, () => {
    it.each(rows)('%s → %s', (text, date) => {
      // A row may mark several predicates: all have the date.
      const marks = [...text.matchAll(/\[/g)].length
      for (let k = 0; k < marks; k++) {
        let seen = -1
        const one = text.replace(/\[([^\]]*)\]/g, (whole, word: string) => (++seen === k ? whole : word))
        expect(describeDate(dateOf(one, kind))).toBe(date)
      }
    })
  })
}

table('the date nearest by grammar', GRAMMAR, 'wire')
table('dates at a distance', DISTANCES, 'wire')
table('undated news', NEWS, 'wire')
const EXPLAINER: readonly Row[] = [
  ['They met last month.\n\n1982\n\nThe junta [invaded] the islands on 2 April.', '1982-04-02 text'],
  ['They met last month.\n\nThe war\n\nThe junta [invaded] the islands on 2 April.', '2023-04-02 text'],
  ['The worst came in 2011. The army [shelled] the temple in February.', '2011-02 text'],
  // Under a heading a year long past goes on.
  ['They met last month.\n\nThe war\n\nThe junta invaded the islands in 1982. Britain [sent] ships.', '1982 context'],
  [
    'They signed an accord on 17 February 1966. Soldiers [occupied] the half of the island of Ankoko that October and left in 1970.',
    '1966-10 text',
  ],
]

const ENTRIES: readonly Row[] = [
  ['In 1989 the war ended.\n\n1990 - Tuaregs [launch] rebellions in Mali.', '1990 text'],
  // Three days after what is known by its month alone is of that month.
  ['He resigned in July 2008, three days after the council had [approved] the listing.', '2008-07 text'],
]

table('entries and distances in narrative', ENTRIES, 'history')
table('explainers', EXPLAINER, 'explainer')
table('undated narrative', NARRATIVE, 'history')

const CHRONOLOGY = `Key dates since the coup.

October 5

Rebels [seize] the palace. The president flees.

October 6

The Union [suspends] Chad.

December 7

France sends 600 troops.

January 10

The president [resigns].

May 2 is the day of the vote.`
/** The chronology with one predicate marked. */
const marked = (word: string): string => CHRONOLOGY.replace(/\[(\w+)\]/g, (whole, other: string) => (other === word ? whole : other))

describe('an article without a kind', () => {
  it.each([
    ['seize', '2022-10-05 context'],
    ['suspends', '2022-10-06 context'],
    ['resigns', '2023-01-10 context'],
  ])('that dates stand above is a chronology, which tells of the past: %s → %s', (word, date) => {
    expect(describeDate(dateOf(marked(word), null))).toBe(date)
  })

  it('that one date stands above is news', () => {
    expect(describeDate(dateOf('March 24\n\nRebels [seize] the palace of Chad.', null))).toBe('2023-04-05 publication')
  })
})

describe('an event date', () => {
  it('is found where two distances count from each other', () => {
    expect(dateOf(CROSSED, 'wire')).not.toBeUndefined()
  })

  it('has its first and last day, its precision and the span that gives it', () => {
    expect(dateOf('Rebels [attacked] the town in February 2020.', 'wire')).toEqual({
      value: '2020-02',
      start: '2020-02-01',
      end: '2020-02-29',
      precision: 'month',
      basis: 'text',
      span: { start: 28, end: 41 },
    })
  })

  it('is never the day of publication in a narrative, nor where nobody knows it', () => {
    expect(dateOf('They [attacked] the town.', 'wire', null)).toBeNull()
    expect(dateOf('They [attacked] the town.', 'history')).toBeNull()
  })
})
