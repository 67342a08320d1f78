import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { lexicon } from '../../../src/lexicon/english.ts'
import { loadNlp } from '../../../src/load-nlp.ts'
import { readArticle } from '../../../src/normalize/read-article.ts'
import { emptyDiscourse } from '../../../src/normalize/references/discourse.ts'
import { resolveSentence } from '../../../src/normalize/references/resolve-sentence.ts'
import { saySides } from '../../../src/normalize/sides/find-sides.ts'
import { besides } from '../../../src/normalize/unsaid/besides.ts'
import { gapsOf } from '../../../src/normalize/unsaid/fill-gap.ts'
import { offersOf, rank, rankFor } from '../../../src/normalize/unsaid/rank-parties.ts'
import { loadEnglish } from '../../syntax/network/load-english.ts'

const model = loadEnglish()
const BLANK = { id: 'x', title: null, published: '2023-05-01', url: null, kind: null }

/** The entities of both sides of the event with a trigger, "SRC > TGT". */
const sidesOf = (text: string, trigger: string): string => {
  const { events } = readArticle({ lexicon, model, nlp: loadNlp }, { ...BLANK, text })
  const event = events.find((e) => e.trigger.text.startsWith(trigger))
  return event ? `${event.source.map((p) => p.entity)} > ${event.target.map((p) => p.entity)}` : 'none'
}

test.each([
  // While nothing else was told, people at home are of the dateline's state, but where another place is told.
  ['LA PAZ, May 9 - Police fired tear gas at miners who had blocked the road to Peru.', 'fired', 'BOL > BOL'],
  ['CAIRO, May 9 - Police arrested 20 protesters in Benghazi.', 'arrested', 'LBY > LBY'],
  // The other side is the one that the passage is about.
  // Who met with another is not that one once more.
  ['Chad raised tariffs. The foreign ministry signed a deal with Chad.', 'signed', ',TCD > ,TCD'],
  // What lasted or was repeated has happened, between those whom the passage is about; what is busy at lunch has not.
  [
    'Armenia accused Azerbaijan of shelling its villages. Azerbaijan denied it. Despite twelve rounds of negotiations the line was never drawn.',
    'negotiations',
    'AZE,ARM > AZE,ARM',
  ],
  ['Armenia accused Azerbaijan of shelling its villages. Azerbaijan denied it. The cafe is busy every day at lunch.', 'lunch', 'none'],
  [
    'Armenia accused Azerbaijan of shelling its villages. Azerbaijan denied it. On Friday Armenia suspended the talks.',
    'suspended',
    'ARM > AZE',
  ],
  // A state that the passage tells of alone deals with its own public.
  ['Peru is tired of its politics. Peru votes in June. The government of Peru banned demonstrations.', 'banned', 'PER > PER'],
  // Police, lawmakers, victims and crowds are a state's, not an armed group's, however much the passage is about the group.
  [
    'Colombia suspended talks with the National Liberation Army. The ELN attacked a base. The ELN freed two men. Police arrested a rebel.',
    'arrested',
    'COL > ELN',
  ],
  // Who watches and judges fights nobody, and is hit by nobody.
  [
    'Syria bombed Idlib. The Syrian Observatory for Human Rights said so. The Observatory spoke to witnesses. At noon two more villages were shelled.',
    'shelled',
    'SYR > SYR',
  ],
  ['The African Union condemned Gabon for its elections. Officers seized power on Monday.', 'seized', 'GAB > GAB'],
  ['Sudan told the United Nations of its needs. The United Nations thanked Sudan. Fighting went on in the town.', 'Fighting', 'none'],
  // But whose soldiers were told to fight may.
  [
    'African Union troops attacked al-Shabab. The African Union denied it. Two farmers were wounded in the attack.',
    'attacked',
    'AU > AL_SHABAAB',
  ],
  // Whom a crowd marches against is no armed group unless it is named.
  [
    'Colombia suspended talks with the National Liberation Army. The ELN attacked a base. The ELN freed two men. Thousands of people marched in Bogota.',
    'marched',
    'COL > COL',
  ],
  // A state whose parties and rebels the passage tells of is what it is about, though a guest be named as often.
  [
    'India praised Bangladesh. The Awami League met the Bangladesh Nationalist Party. The Awami League accused the BNP. Police arrested six people.',
    'arrested',
    'BGD > BGD',
  ],
  // The leaders of two countries are of each.
  ['Armenia attacked Azerbaijan. The presidents of the two countries met in Moscow.', 'met', 'ARM,AZE > ARM,AZE'],
  // Where something was is no party.
  [
    'Colombia signed a truce with the National Liberation Army in Cuba. Opposition lawmakers demanded the resignation of Defence Minister Ivan Velasquez.',
    'demanded',
    'COL > COL',
  ],
])('a side that a sentence leaves open: %s', (text, trigger, sides) => {
  expect(sidesOf(text, trigger)).toBe(sides)
})

test('a side that is inferred quotes the name, not a part of whom it means', () => {
  const { events } = readArticle(
    { lexicon, model, nlp: loadNlp },
    {
      ...BLANK,
      text: 'Sudan sent additional troops to the border with Chad. Chad condemned Sudan. On Monday Chad recalled its ambassador.',
    },
  )
  expect(events.find((e) => e.trigger.text === 'recalled')?.target.map((p) => p.text)).toEqual(['Sudan'])
})

test.each([
  ['Peru votes in June. Peru has a new party. On Friday Peruvians protested.', 'protested', 'PER > PER'],
  // Unless another state has just given cause.
  ['Israel attacked Lebanon. Jordanians protested on Friday.', 'protested', 'JOR > ISR'],
  ['China detained two Canadians. Canada staged a protest.', 'protest', 'CAN > CHN'],
  // Who was told to coerce or strike another state rules there, not at home.
  ['The United States invaded Iraq. The United States toppled the government.', 'toppled', 'USA > IRQ'],
  ['France sent troops to Gabon. French troops ousted the president on Friday.', 'ousted', 'FRA > GAB'],
  ['Russia invaded Ukraine. Moscow cancelled elections in Kherson.', 'cancelled', 'RUS > UKR'],
  ['Chad is tired of its politics. Chad votes in June. The army dissolved the government.', 'dissolved', 'TCD > TCD'],
])('what is done at home: %s', (text, trigger, sides) => {
  expect(sidesOf(text, trigger)).toBe(sides)
})

test.each([
  ['Clashes broke out between the people of Armenia and Azerbaijan. Both countries accused each other.', 'accused', 'ARM,AZE > ARM,AZE'],
  ["Chad's army fought Sudan's army. The two countries signed an accord.", 'signed', 'TCD,SDN > TCD,SDN'],
  ["Chad's army fought Sudan's army. The two sides signed an accord.", 'signed', 'TCDMIL,SDNMIL > TCDMIL,SDNMIL'],
])('two countries have no role in which they were named, two sides do: %s', (text, trigger, codes) => {
  const { events } = readArticle({ lexicon, model, nlp: loadNlp }, { ...BLANK, text })
  const event = events.find((e) => e.trigger.text === trigger)
  expect(`${event?.source.map((p) => p.code)} > ${event?.target.map((p) => p.code)}`).toBe(codes)
})

test('a sentence that nothing stands before tells itself', () => {
  expect(sidesOf('Armenia suspended the talks.', 'suspended')).toBe('ARM > ')
})

test('offers come likeliest first, equals by name, and their probabilities add up', () => {
  const ranked = rank(
    [
      { entity: 'B', features: [0] },
      { entity: 'C', features: [1] },
      { entity: 'A', features: [0] },
    ],
    [2],
  )
  expect(ranked.map((r) => r.entity)).toEqual(['C', 'A', 'B'])
  expect(ranked.reduce((sum, r) => sum + r.sure, 0)).toBeCloseTo(1)
})

test('what ranks the parties of an article weighs as what was taught, feature by feature', () => {
  const text = readFileSync(new URL('../../../corpus/niger-coup/article.txt', import.meta.url), 'utf8')
  const { readings } = readArticle({ lexicon, model, nlp: loadNlp }, { ...BLANK, text })
  let discourse = emptyDiscourse
  let compared = 0
  for (const reading of readings) {
    const resolved = resolveSentence(reading, lexicon, discourse)
    discourse = resolved.discourse
    const clauses = new Map(reading.candidates.map(({ clause }) => [clause.head, clause]))
    const said = saySides({ reading, text, lexicon, resolutions: resolved.resolutions }, clauses)
    for (const { clause, acts } of reading.candidates) {
      const sides = said.get(clause.head)
      if (!acts[0] || !sides) continue
      const scene = { discourse, lexicon, reading, clause, beside: besides(reading, said, clause.head) }
      for (const gap of gapsOf(lexicon, sides, acts[0].entry)) {
        expect(rankFor(scene, gap)).toEqual(rank(offersOf(scene, gap)))
        compared += rankFor(scene, gap).length
      }
    }
  }
  expect(compared).toBeGreaterThan(100)
})
