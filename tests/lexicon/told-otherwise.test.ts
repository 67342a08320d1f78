import { expect, test } from 'vitest'
import { type Event, extract } from '../../src/index.ts'
import { readOver } from '../../src/lexicography/read-over.ts'

// The lexicon's own examples, told as news tells them: what is added changes neither what was done nor by whom to whom.

/** What is added, and the share of events that must stay as they are: only rises. */
const WAYS: readonly (readonly [string, (text: string, at: number) => string, number])[] = [
  ['…, officials said.', (text) => text.replace(/\.$/, ', officials said.'), 0.988],
  ['…, Reuters reported on Tuesday.', (text) => text.replace(/\.$/, ', Reuters reported on Tuesday.'), 0.988],
  ['…, said a spokesman.', (text) => text.replace(/\.$/, ', said a spokesman.'), 0.988],
  ['"…," the minister told reporters.', (text) => `"${text.replace(/\.$/, ',"')} the minister told reporters.`, 0.988],
  ['…, officials said, …', (text, at) => `${text.slice(0, at)}, officials said,${text.slice(at)}`, 0.98],
  ['According to a report on Monday, …', (text) => `According to a report on Monday, ${text}`, 0.988],
  ['…, which held elections in March, …', (text, at) => `${text.slice(0, at)}, which held elections in March,${text.slice(at)}`, 0.98],
  ['…, a neighbour, …', (text, at) => `${text.slice(0, at)}, a neighbour,${text.slice(at)}`, 0.98],
  ['… on Monday.', (text) => text.replace(/\.$/, ' on Monday.'), 0.985],
  ['…, raising fears of a wider war.', (text) => text.replace(/\.$/, ', raising fears of a wider war.'), 0.988],
  [
    'In a move that surprised all, …',
    (text) => `In a move that surprised all, ${text.replace(LOWERED, (word) => word.toLowerCase())}`,
    0.97,
  ],
  ['… hours before a summit.', (text) => text.replace(/\.$/, ' hours before a summit.'), 0.985],
  ['Under pressure from Ghana, …', (text) => `Under pressure from Ghana, ${text.replace(LOWERED, (word) => word.toLowerCase())}`, 0.868],
  ['…, drawing criticism from Ghana.', (text) => text.replace(/\.$/, ', drawing criticism from Ghana.'), 0.93],
  ['… has repeatedly …', (text, at) => (at < 0 ? text : inPerfect(text, at, 'has repeatedly')), 0.985],
  ['… said it had …', (text, at) => (at < 0 ? text : inPerfect(text, at, 'said it had')), 0.955],
  ['… had on Tuesday …', (text, at) => (at < 0 ? text : inPerfect(text, at, 'had on Tuesday')), 0.99],
  ['… amid protests.', (text) => text.replace(/\.$/, ' amid protests.'), 0.985],
  ['… a day before a summit.', (text) => text.replace(/\.$/, ' a day before a summit.'), 0.985],
  ['… – a small state – …', (text, at) => (at < 0 ? text : `${text.slice(0, at)} – a small state –${text.slice(at)}`), 0.98],
  ['… later that day …', (text, at) => (at < 0 ? text : `${text.slice(0, at)} later that day${text.slice(at)}`), 0.94],
  ['… this week …', (text, at) => (at < 0 ? text : `${text.slice(0, at)} this week${text.slice(at)}`), 0.985],
  ['… in a bid to win votes.', (text) => text.replace(/\.$/, ' in a bid to win votes.'), 0.96],
]

/** First words that are no names. */
const LOWERED = /^(The|An?|Two|Three|Police|Troops|Thousands|Hundreds|Dozens|Protesters)\b/

/** "Chad | recalled its envoy" with an auxiliary, where the verb's past is its participle, too. */
const inPerfect = (text: string, at: number, auxiliary: string): string =>
  text
    .slice(at)
    .replace(/^ (\p{Ll}+ed)\b/u, ` ${auxiliary} $1`)
    .replace(/^/, text.slice(0, at))

const texts = readOver()
  .entries.actions.flatMap(({ value }) => value.examples.map(({ text }) => text))
  .filter((text) => text.endsWith('.'))

const eventsOf = (text: string): readonly Event[] => extract({ id: 'told', text, published: '2024-05-10' }).events

const asItStands = new Map<string, readonly Event[]>()
/** The events of an example as it stands, extracted once for all the ways to tell it. */
const eventsOfExample = (text: string): readonly Event[] => {
  const events = asItStands.get(text) ?? eventsOf(text)
  asItStands.set(text, events)
  return events
}

const sidesOf = ({ source, target }: Event): string => [source, target].map(namesOf).join(' > ')

const namesOf = (side: readonly { readonly entity: string | null }[]): string =>
  side
    .map(({ entity }) => entity ?? '?')
    .toSorted()
    .join()

const isTheSame = (event: Event, told: readonly Event[]): boolean =>
  told.some((e) => e.trigger.lemma === event.trigger.lemma && e.action.root === event.action.root && sidesOf(e) === sidesOf(event))

/** Where a party ends right before the act that it does ("Chad| recalled"); -1 where it stands nowhere so. */
const endOfSource = (text: string, events: readonly Event[]): number => {
  const spot = events.find(
    ({ source, trigger }) => source.length === 1 && source[0]?.end === trigger.start - 1 && text[trigger.start - 1] === ' ',
  )
  const party = spot?.source[0]
  // Of "A US drone strike" it is a part of the words for the act.
  const isSubject = party?.basis === 'name' && /^\p{Lu}/u.test(party.text) && !/^An? $/.test(text.slice(0, party.start as number))
  return isSubject ? (party.end as number) : -1
}

test.each(WAYS)('%s', (way, tell, share) => {
  let [same, all] = [0, 0]
  const changed: string[] = []
  // Every eighth, by its length, so that new examples move no others in or out; one half of the ways goes over other ones than the other half.
  const eighth = WAYS.findIndex(([other]) => other === way) % 2 === 0 ? 4 : 0
  for (const text of texts.filter(({ length }) => length % 8 === eighth)) {
    const events = eventsOfExample(text)
    const at = endOfSource(text, events)
    if (/^…, .* …$/.test(way) && at < 0) continue
    if (tell(text, at) === text) continue
    const told = eventsOf(tell(text, at))
    for (const event of events) {
      all++
      if (isTheSame(event, told)) same++
      else changed.push(`${event.trigger.text}: ${tell(text, at)}`)
    }
  }
  console.log(`${way} ${same} of ${all} events stay as they are`)
  expect(all).toBeGreaterThan(100)
  expect(same / all, changed.join('\n')).toBeGreaterThan(share)
})

/** What is said of an act that was not done, or not yet, and the share of acts that so become none: only rises. */
const UNDONE: readonly (readonly [string, (subject: string, lemma: string, rest: string, past: string) => string, number])[] = [
  ['… has yet to …', (subject, lemma, rest) => `${subject} has yet to ${lemma}${rest}`, 0.98],
  ['… was too weak to …', (subject, lemma, rest) => `${subject} was too weak to ${lemma}${rest}`, 0.98],
  ['… will no longer …', (subject, lemma, rest) => `${subject} will no longer ${lemma}${rest}`, 0.98],
  ['… threatened to …', (subject, lemma, rest) => `${subject} threatened to ${lemma}${rest}`, 0.96],
  ['… changed its mind so as to …', (subject, lemma, rest) => `${subject} changed its mind so as to ${lemma}${rest}`, 0.97],
  ['Neither Ghana nor …', (subject, _, rest, past) => `Neither Ghana nor ${subject}${past}${rest}`, 0.95],
  ['… almost …', (subject, _, rest, past) => `${subject} almost${past}${rest}`, 0.95],
  ['… is unlikely to …', (subject, lemma, rest) => `${subject} is unlikely to ${lemma}${rest}`, 0.98],
  ['Will …?', (subject, lemma, rest) => `Will ${lowered(subject)} ${lemma}${withoutStop(rest)}?`, 0.98],
  ['Unless …', (subject, _, rest, past) => `Unless ${lowered(subject)}${past}${withoutStop(rest)}, prices will rise.`, 0.98],
]

test.each(UNDONE)('not done: %s', (way, tell, share) => {
  let [none, all] = [0, 0]
  const facts: string[] = []
  for (const text of texts.filter(({ length }) => length % 16 === 1)) {
    const events = eventsOfExample(text)
    const at = endOfSource(text, events)
    const act = events.find(({ trigger }) => trigger.start === at + 1)
    const verb = at < 0 || !act || act.action.status !== 'asserted' ? null : /^ (\p{Ll}+ed)\b/u.exec(text.slice(at))
    if (!act || !verb) continue
    const lemma = act.trigger.lemma.split(' ')[0] as string
    const told = tell(text.slice(0, at), lemma, text.slice(at + (verb[0] as string).length), verb[0] as string)
    all++
    // Nor is it a fact of another root: only who will no longer, or does not, yield refuses, and who has yet to comment is silent.
    const isFact = eventsOf(told).some(
      ({ trigger, action: { root, cameo, status, negated } }) =>
        trigger.lemma === act.trigger.lemma &&
        status === 'asserted' &&
        !negated &&
        cameo !== '011' &&
        !(/no longer|Neither/.test(way) && root === '12' && act.action.root !== '12'),
    )
    if (isFact) facts.push(told)
    else none++
  }
  console.log(`${way} ${none} of ${all} acts are none`)
  expect(all).toBeGreaterThan(50)
  expect(none / all, facts.join('\n')).toBeGreaterThan(share)
})

/** A verb in the past, of a subject that is nothing but a name: its forms, and what stands around it. */
type Told = {
  readonly subject: string
  readonly lemma: string
  readonly past: string
  readonly ing: string
  readonly rest: string
  readonly be: string
}

/** Other constructions for the same act, whether Togo does it, too, and the share of events that stay as they are: only rises. */
const FORMS: readonly (readonly [string, (told: Told) => string, 'alone' | 'joint', number])[] = [
  ['…, along with Togo, …', ({ subject, past, rest }) => `${subject}, along with Togo, ${past}${rest}`, 'joint', 0.96],
  ['… and Togo …', ({ subject, past, rest }) => `${subject} and Togo ${past}${rest}`, 'joint', 0.96],
  ['…, as did Togo.', ({ subject, past, rest }) => `${subject} ${past}${withoutStop(rest)}, as did Togo.`, 'joint', 0.9],
  ['…, and so did Togo.', ({ subject, past, rest }) => `${subject} ${past}${withoutStop(rest)}, and so did Togo.`, 'joint', 0.96],
  ['… joined Togo in …ing …', ({ subject, ing, rest }) => `${subject} joined Togo in ${ing}${rest}`, 'joint', 0.9],
  ['… was joined by Togo in …ing …', ({ subject, be, ing, rest }) => `${subject} ${be} joined by Togo in ${ing}${rest}`, 'joint', 0.91],
  ['It was … that …', ({ subject, past, rest }) => `It was ${lowered(subject)} that ${past}${rest}`, 'alone', 0.95],
  ['… was the only one to …', ({ subject, be, lemma, rest }) => `${subject} ${be} the only one to ${lemma}${rest}`, 'alone', 0.92],
  ['… is one of those that …', ({ subject, past, rest }) => `${subject} is one of those that ${past}${rest}`, 'alone', 0.96],
  ['The week ended with …', ({ subject, ing, rest }) => `The week ended with ${lowered(subject)} ${ing}${rest}`, 'alone', 0.88],
  [
    'Just days after …ing …, …',
    ({ subject, ing, rest }) => `Just days after ${ing}${withoutStop(rest)}, ${lowered(subject)} rested.`,
    'alone',
    0.91,
  ],
  ['Not until Monday did …', ({ subject, lemma, rest }) => `Not until Monday did ${lowered(subject)} ${lemma}${rest}`, 'alone', 0.87],
  ['… is due on Monday to …', ({ subject, lemma, rest }) => `${subject} is due on Monday to ${lemma}${rest}`, 'alone', 0.95],
  ['… is scheduled to …', ({ subject, lemma, rest }) => `${subject} is scheduled to ${lemma}${rest}`, 'alone', 0.955],
  ['… went ahead and …', ({ subject, past, rest }) => `${subject} went ahead and ${past}${rest}`, 'alone', 0.95],
  ['… responded by …ing …', ({ subject, ing, rest }) => `${subject} responded by ${ing}${rest}`, 'alone', 0.96],
  ['… took the unusual step of …ing …', ({ subject, ing, rest }) => `${subject} took the unusual step of ${ing}${rest}`, 'alone', 0.92],
  ['… had no choice but to …', ({ subject, lemma, rest }) => `${subject} had no choice but to ${lemma}${rest}`, 'alone', 0.95],
  ['… so far …', ({ subject, past, rest }) => `So far ${lowered(subject)} has ${past}${rest}`, 'alone', 0.985],
  ['Unlike Togo, …', ({ subject, past, rest }) => `Unlike Togo, ${lowered(subject)} ${past}${rest}`, 'alone', 0.93],
  ['Backed by Togo, …', ({ subject, past, rest }) => `Backed by Togo, ${lowered(subject)} ${past}${rest}`, 'alone', 0.93],
  [
    'The vote came just hours after …',
    ({ subject, past, rest }) => `The vote came just hours after ${lowered(subject)} ${past}${rest}`,
    'alone',
    0.97,
  ],
  ['Prices rose as …', ({ subject, past, rest }) => `Prices rose as ${lowered(subject)} ${past}${rest}`, 'alone', 0.97],
  [
    'Talks were held in …, which …',
    ({ subject, past, rest }) => `Talks were held in ${lowered(subject)}, which ${past}${rest}`,
    'alone',
    0.95,
  ],
  [
    '… held elections in March, …, and later left.',
    ({ subject, past, rest }) => `${subject} held elections in March, ${past}${withoutStop(rest)}, and later left.`,
    'alone',
    0.93,
  ],
  ['Officials confirmed …', ({ subject, past, rest }) => `Officials confirmed ${lowered(subject)} ${past}${rest}`, 'alone', 0.97],
]

const withoutStop = (text: string): string => text.replace(/\.$/, '')
const lowered = (text: string): string => text.replace(LOWERED, (word) => word.toLowerCase())

test.each(FORMS)('told in another form: %s', (way, tell, doers, share) => {
  let [same, all] = [0, 0]
  const changed: string[] = []
  for (const text of texts.filter(({ length }) => length % 6 === 3)) {
    const events = eventsOfExample(text)
    const at = endOfSource(text, events)
    const act = events.find(({ trigger }) => trigger.start === at + 1)
    const past = at < 0 || !act || act.source[0]?.start !== 0 ? null : /^ (\p{Ll}+ed)\b/u.exec(text.slice(at))?.[1]
    if (!act || !past) continue
    const subject = text.slice(0, at)
    const lemma = act.trigger.lemma.split(' ')[0] as string
    const ing = past === `${lemma}${lemma.at(-1)}ed` ? `${lemma}${lemma.at(-1)}ing` : `${lemma.replace(/([^e])e$/, '$1')}ing`
    const be = /[^s]s$/.test(subject) ? 'were' : 'was'
    const other = tell({ subject, lemma, past, ing, be, rest: text.slice(at + past.length + 1) })
    const told = eventsOf(other)
    all++
    const others = doers === 'joint' ? namesOf([...act.source, { entity: 'TGO' }]) : null
    const isKept = told.some(
      (event) =>
        event.action.root === act.action.root && (others === null ? sidesOf(event) === sidesOf(act) : namesOf(event.source) === others),
    )
    if (isKept) same++
    else changed.push(other)
  }
  console.log(`${way} ${same} of ${all} acts stay as they are`)
  expect(all).toBeGreaterThan(100)
  expect(same / all, changed.join('\n')).toBeGreaterThan(share)
})
