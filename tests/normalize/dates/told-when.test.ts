import { expect, test } from 'vitest'
import { extract } from '../../../src/index.ts'

// Expressions of time by what they are told in: which date an act has follows from the construction, whatever the act and the expression.

const PUBLISHED = '2024-05-16' // a Thursday

/** Expressions with the dates that are right for them. */
type Expressions = readonly (readonly [words: string, dates: string])[]

const DAYS: Expressions = [
  ['on Monday', '2024-05-13'],
  ['Monday', '2024-05-13'],
  ['last Friday', '2024-05-10'],
  ['on 3 March', '2024-03-03'],
  ['on March 3', '2024-03-03'],
  ['late on Sunday', '2024-05-12'],
  ['in the early hours of Tuesday', '2024-05-14'],
  ['yesterday', '2024-05-15'],
  ['three days ago', '2024-05-13'],
  ['on Sunday night', '2024-05-12'],
  ['on the night of 22 April', '2024-04-22'],
  ['at dawn on Tuesday', '2024-05-14'],
  ['on 30 April 2024', '2024-04-30'],
  ['last night', '2024-05-15'],
  ['overnight', '2024-05-15 2024-05-16'],
  ['on Christmas Eve', '2023-12-24'],
  ['on Friday, May 3', '2024-05-03'],
]

const COARSE: Expressions = [
  ['in March', '2024-03'],
  ['earlier this week', '2024-W20'],
  ['over the weekend', '2024-W19'],
  ['at the weekend', '2024-W19'],
  ['last week', '2024-W19'],
  ['last month', '2024-04'],
  ['a month ago', '2024-04'],
  ['earlier this year', '2024'],
  ['last summer', '2023-SU'],
  ['in late March', '2024-03'],
  ['from 2 to 9 March', '2024-03-02/2024-03-09'],
  ['late last month', '2024-04'],
  ['last November', '2023-11'],
]

const LONG: Expressions = [
  ['in March 2019', '2019-03'],
  ['in 2011', '2011'],
  ['in the 1990s', '199'],
  ['between 2011 and 2014', '2011/2014'],
  ['two years ago', '2022'],
  ['in the spring of 2009', '2009-SP'],
  ['on April 30, 2021', '2021-04-30'],
  ['in the mid-1990s', '199'],
  ['in the last quarter of 2022', '2022-Q4'],
  ['at the end of 2022', '2022'],
  ['in April last year', '2023-04'],
  ['in early 2020', '2020'],
]

const TO_COME: Expressions = [
  ['next week', '2024-W21'],
  ['tomorrow', '2024-05-17'],
  ['in June', '2024-06'],
  ['later this month', '2024-05'],
  ['later this year', '2024'],
  ['on 3 July', '2024-07-03'],
  ['next year', '2025'],
  ['in 2026', '2026'],
]

const OVER: Expressions = [...DAYS, ...COARSE, ...LONG]

/** A text with `{}` for the expression (`{^}` at the head of a sentence), and acts by a word of theirs: `it` is the date of the expression, `today` that of publication. */
type Shape = readonly [text: string, acts: Readonly<Record<string, string>>]

const POSITIONS: readonly Shape[] = [
  ['{^}, police in Chad arrested three Sudanese rebels.', { arrested: 'it' }],
  ['Chadian police {} arrested three opposition leaders in the capital.', { arrested: 'it' }],
  ['Chad expelled the French ambassador {}.', { expelled: 'it' }],
  ['Kenya released two Somali prisoners {} at the border.', { released: 'it' }],
  ['Six Malian soldiers were killed {} by gunmen near Gao.', { killed: 'it' }],
  ['Six Malian soldiers were killed by gunmen {}.', { killed: 'it' }],
  ['Gunmen killed six Malian soldiers {}, officials said.', { killed: 'it' }],
  ['Gunmen killed six Malian soldiers {}, according to the United Nations.', { killed: 'it' }],
  ['Egypt and Sudan held talks {} on the dam.', { talks: 'it' }],
  ['Talks {} between Israel and Hamas ended without agreement.', { Talks: 'it' }],
  ['But {} Sudanese jets bombed a Chadian village.', { bombed: 'it' }],
  ['At a meeting in Cairo {}, Egypt’s foreign minister accused Ethiopia of bad faith.', { accused: 'it' }],
  ['Speaking in Cairo {}, Egypt’s foreign minister accused Ethiopia of bad faith.', { accused: 'it' }],
  ['Uganda’s president, who faces an election, {} accused the opposition of terrorism.', { accused: 'it' }],
  ['Uganda’s president, who has ruled since 1986, accused the opposition {} of terrorism.', { accused: 'it' }],
]

const TOLD_BY: readonly Shape[] = [
  ['Nigeria’s foreign minister said {} that Niger had broken the accord.', { said: 'it' }],
  ['The Polish president said {} he would visit Ukraine.', { said: 'it' }],
  ['Nigeria’s foreign minister said Niger expelled its ambassador {}.', { said: 'today', expelled: 'it' }],
  ['On Thursday, Ethiopian police said they had arrested three opposition leaders {}.', { said: 'today', arrested: 'it' }],
  ['"Israel bombed our embassy {}," Iran’s foreign minister said on Thursday.', { said: 'today', bombed: 'it' }],
  ['Russia admitted it had bombed a Polish railway {}.', { admitted: 'today', bombed: 'it' }],
  ['Poland accused Russia of having bombed a railway {}.', { accused: 'today', bombed: 'it' }],
  [
    'A rebel commander was arrested by French police {} on charges of killing nine Belgian nurses in 1994.',
    { arrested: 'it', killing: '1994' },
  ],
  ['A rebel commander was arrested by French police on charges of killing nine Belgian nurses {}.', { killing: 'it' }],
  ['Poland announced {} the expulsion of two Russian diplomats.', { announced: 'it' }],
]

const BESIDE: readonly Shape[] = [
  ['The rebel leader, who signed a truce with Kenya {}, accused Ethiopia of an attack.', { signed: 'it', accused: 'today' }],
  ['Russia accused Poland, which expelled two of its diplomats {}, of provocation.', { expelled: 'it', accused: 'today' }],
  ['Poland accused Russia, which, {}, expelled two of its diplomats, of provocation.', { expelled: 'it' }],
  ['Chad and Sudan signed a truce, which ends a year of war, {}.', { signed: 'it' }],
  ['Russia expelled two Polish diplomats {} after Poland accused it of spying.', { expelled: 'it' }],
  ['A Sudanese jet bombed a market in Chad {}, killing 12 civilians.', { bombed: 'it', killing: 'it' }],
  ['{^}, Turkey recalled its ambassador and expelled two Israeli diplomats.', { recalled: 'it', expelled: 'it' }],
  ['Turkey expelled two Israeli diplomats {} and recalled its ambassador on 11 January 2008.', { expelled: 'it', recalled: '2008-01-11' }],
  ['Turkey recalled its ambassador {} and has since expelled two Israeli diplomats.', { recalled: 'it', expelled: 'today' }],
  ['Kenyan police fired tear gas {} as protesters attacked parliament.', { fired: 'it', attacked: 'it' }],
  ['Gabon’s president has been under arrest since soldiers toppled him {}.', { toppled: 'it' }],
  ['Sudan, whose army bombed a Chadian village {}, accused Chad of arming rebels.', { bombed: 'it', accused: 'today' }],
  ['Israel bombed the Damascus airport {}, in the third such raid in two months.', { bombed: 'it' }],
  ['Chinese President Xi Jinping visited Serbia {}, his first trip there since 2016.', { visited: 'it' }],
  ['Haiti’s prime minister resigned {}, two years after taking office.', { resigned: 'it' }],
]

const PASSAGES: readonly Shape[] = [
  ['Egypt expelled the Turkish ambassador on Thursday.\n\nTurkey recalled its own envoy {}.', { expelled: 'today', recalled: 'it' }],
  ['Rebels attacked the Sudanese army on Wednesday.\n\nThe army bombed the rebels {}.', { attacked: '2024-05-15', bombed: 'it' }],
  ['Chad expels French ambassador\n\nN’DJAMENA, May 16 - Chad expelled the French ambassador {} for meddling.', { expelled: 'it' }],
]

/** The next sentence tells of the same days. */
const GOES_ON: readonly Shape[] = [
  ['Rebels attacked the Sudanese army {}. They killed six Sudanese soldiers.', { attacked: 'it', killed: 'it' }],
  ['Rebels attacked the Sudanese army {}. That night the army bombed the rebels.', { bombed: 'it' }],
  ['Rebels attacked the Sudanese army {}. Hours later, the army bombed the rebels.', { bombed: 'it' }],
  ['Rebels attacked the Sudanese army {}. In response, the army bombed the rebels.', { bombed: 'it' }],
  ['Rebels attacked the Sudanese army {}. Egypt condemned the attack on Thursday.', { condemned: 'today', attack: 'it' }],
]

const AHEAD: readonly Shape[] = [
  ['Chinese President Xi Jinping will visit Serbia {}.', { visit: 'it' }],
  ['{^} Chinese President Xi Jinping will visit Serbia.', { visit: 'it' }],
  ['Egypt and Sudan are to hold talks in Cairo {}.', { talks: 'it' }],
  ['On Wednesday Egypt announced that it would withdraw its troops from Sudan {}.', { announced: '2024-05-15', withdraw: 'it' }],
  ['Germany’s chancellor, who will visit China {}, accused Russia of sabotage.', { visit: 'it', accused: 'today' }],
  ['Guinean police arrested three opposition leaders ahead of a summit {}.', { arrested: 'today' }],
  ['Guinea expelled two French journalists ahead of elections due {}.', { expelled: 'today' }],
]

/** What is added to the date of "on 3 March 2011" by what the next sentence begins with. */
const STEPS: Expressions = [
  ['On 8 March', '2011-03-08'],
  ['Five days later', '2011-03-08'],
  ['The next day', '2011-03-04'],
  ['The previous day', '2011-03-02'],
  ['On the same day', '2011-03-03'],
  ['A week later', '2011-03-10'],
  ['The next month', '2011-04'],
  ['In April', '2011-04'],
  ['In June', '2011-06'],
  ['That month', '2011-03'],
  ['The following year', '2012'],
]

const ASIDES = ['', 'It had signed a treaty with Egypt in 1990. ', 'Egypt accused Turkey of breaking the accord of 1990. ']

const textOf = (shape: string, words: string): string =>
  shape
    .replace('{}', words)
    .replace(
      '{^}',
      words.replace(/^./, (letter) => letter.toUpperCase()),
    )
    .replaceAll('’', "'")

type Outcome = { readonly told: string; readonly isRight: boolean }

const outcomesOf = (
  text: string,
  acts: Readonly<Record<string, string>>,
  dates: string,
  kind: string,
  published: string,
): readonly Outcome[] => {
  const { events } = extract({ id: 'when', text, published, kind })
  return Object.entries(acts).flatMap(([word, date]): readonly Outcome[] => {
    const event = events.findLast(({ trigger }) => trigger.text.split(' ').includes(word))
    const right = date === 'it' ? dates.split(' ') : [date === 'today' ? published : date]
    const given = event?.date?.value ?? 'null'
    return event ? [{ told: `${word} ${given}, wanted ${right.join(' or ')}: ${text}`, isRight: right.includes(given) }] : []
  })
}

/** The share of acts with the right date, and what became of the others. */
const rateOf = (outcomes: readonly Outcome[]): { readonly all: number; readonly share: number; readonly wrong: string } => ({
  all: outcomes.length,
  share: outcomes.filter(({ isRight }) => isRight).length / outcomes.length,
  wrong: outcomes.flatMap(({ told, isRight }) => (isRight ? [] : [told])).join('\n'),
})

const ratesOf = (shapes: readonly Shape[], expressions: Expressions) =>
  rateOf(
    shapes.flatMap(([shape, acts]) =>
      expressions.flatMap(([words, dates]) => outcomesOf(textOf(shape, words), acts, dates, 'wire', PUBLISHED)),
    ),
  )

/** What share of the acts has its date right: only rises. */
test.each<readonly [string, readonly Shape[], Expressions, number, number]>([
  ['where an expression stands', POSITIONS, OVER, 600, 0.99],
  ['who tells it', TOLD_BY, OVER, 600, 0.99],
  ['what is told beside it', BESIDE, OVER, 900, 0.99],
  ['other paragraphs', PASSAGES, OVER, 180, 0.99],
  ['the sentence after', GOES_ON, DAYS, 90, 0.99],
  ['what is to come', AHEAD, TO_COME, 60, 0.99],
])('the date of an act follows from %s', (_, shapes, expressions, least, floor) => {
  const { all, share, wrong } = ratesOf(shapes, expressions)
  console.log(`${(100 * share).toFixed(1)} % of ${all} dates are right`)
  expect(all).toBeGreaterThanOrEqual(least)
  expect(share, wrong).toBeGreaterThanOrEqual(floor)
})

test('steps onward and back, behind what was years before', () => {
  const outcomes = STEPS.flatMap(([step, dates]) =>
    ASIDES.flatMap((aside) => {
      const told = `Turkey recalled its envoy on 3 March 2011. ${aside}${step} Egyptian police arrested three Turkish journalists.`
      return [
        ...outcomesOf(told, { arrested: 'it' }, dates, 'timeline', '2020-02-05'),
        ...outcomesOf(`Egypt expelled the Turkish ambassador on Thursday.\n\n${told}`, { arrested: 'it' }, dates, 'wire', PUBLISHED),
      ]
    }),
  )
  const { all, share, wrong } = rateOf(outcomes)
  expect(all).toBeGreaterThanOrEqual(60)
  expect(share, wrong).toBeGreaterThanOrEqual(0.98)
})
