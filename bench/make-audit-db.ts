// Makes a database of many events to measure the audit with: npx tsx bench/make-audit-db.ts FILE [EVENTS]. Plain templates, the same bytes every time.
import { rmSync } from 'node:fs'
import type { Article, Event, Party, Sentence } from '../src/document.ts'
import { isoDate } from '../src/normalize/dates/days.ts'
import { contentId } from '../src/normalize/event-id.ts'
import { openStore } from '../src/store/index.ts'

const [file = '/tmp/annalist-audit-bench.db', count = '1000000'] = process.argv.slice(2)

const ACTORS =
  'RUS UKR USA CHN FRA DEU GBR IRN ISR PSE SYR TUR IND PAK JPN KOR PRK VEN COL BRA NGA KEN ETH SDN EGY SAU YEM IRQ AFG POL NATO UN EU AFU ASEAN OPEC'.split(
    ' ',
  )
const VERBS = [
  ['said', '010', 1, 0],
  ['praised', '051', 1, 3.4],
  ['met', '040', 1, 1],
  ['visited', '042', 1, 1.9],
  ['signed a pact with', '057', 1, 8],
  ['aided', '070', 2, 7],
  ['freed prisoners of', '0841', 2, 7],
  ['accused', '112', 3, -2],
  ['rejected', '120', 3, -4],
  ['warned', '130', 3, -4.4],
  ['marched against', '141', 3, -6.5],
  ['mobilised against', '154', 4, -7.2],
  ['sanctioned', '163', 4, -8],
  ['arrested envoys of', '173', 4, -5],
  ['bombed', '183', 4, -10],
  ['attacked', '190', 4, -10],
  ['shelled', '194', 4, -10],
] as const
const PLACES = [
  ['Kyiv', 'UKR'],
  ['Geneva', 'CHE'],
  ['Ankara', 'TUR'],
  ['Nairobi', 'KEN'],
  ['Vienna', 'AUT'],
  ['Doha', 'QAT'],
  ['Gaza', 'PSE'],
  ['Khartoum', 'SDN'],
] as const
const ADVERBS = 'reportedly again yesterday formally quietly suddenly openly briefly jointly firmly'.split(' ')

let state = 0x2f6e2b1
/** A small linear congruential generator: the same numbers everywhere. */
const random = (): number => {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0
  return state / 2 ** 32
}
const pick = <T>(list: readonly T[]): T => list[Math.floor(random() ** 1.6 * list.length)] as T

const articleOf = (number: number, events: number): { article: Article; sentences: Sentence[]; events: Event[] } => {
  const id = `news/${String(number).padStart(6, '0')}`
  const published = isoDate(10_000 + Math.floor(random() * 9_000))
  const sentences: Sentence[] = []
  const found: Event[] = []
  let text = ''
  for (let i = 0; i < events; i++) {
    const [source, target, [verb, cameo, quad, goldstein], [place, country]] = [pick(ACTORS), pick(ACTORS), pick(VERBS), pick(PLACES)]
    const start = text.length
    const dated = random() < 0.8
    const placed = random() < 0.4
    text += `${source} ${pick(ADVERBS)} ${verb} ${target}${placed ? ` in ${place}` : ''}${dated ? ` on ${published}` : ''} (item ${number}-${i}). `
    const at = (words: string): { start: number; end: number } => {
      const from = text.indexOf(words, start)
      return { start: from, end: from + words.length }
    }
    const party = (code: string, from: { start: number; end: number }): Party => ({
      entity: code,
      role: 'GOV',
      code: `${code}GOV`,
      name: code,
      ...from,
      text: code,
      basis: 'name',
    })
    sentences.push({ index: i, start, end: text.length, block: 0, section: 0, kind: 'prose' })
    found.push({
      id: contentId(id, i),
      document: id,
      sentence: { index: i, start, end: text.length },
      trigger: { ...at(verb), text: verb, lemma: verb },
      action: {
        cameo,
        root: cameo.slice(0, 2),
        plover: null,
        modes: [],
        quad,
        goldstein,
        status: pick(['asserted', 'reported', 'future', 'hypothetical'] as const),
        negated: false,
      },
      contexts: [],
      magnitude: {},
      source: [party(source, at(source))],
      target: [
        party(target, {
          start: text.lastIndexOf(target, at(verb).end + 1 + target.length),
          end: text.lastIndexOf(target, at(verb).end + 1 + target.length) + target.length,
        }),
      ],
      date: dated ? { value: published, start: published, end: published, precision: 'day', basis: 'text', span: at(published) } : null,
      place: placed ? { name: place, country, ...at(place) } : null,
      confidence: Math.round((0.3 + 0.7 * random()) * 1000) / 1000,
      rule: `actions/${verb.replaceAll(' ', '-')}`,
    })
  }
  return { article: { id, text, published, title: `Dispatch ${number}`, url: null, kind: 'wire' }, sentences, events: found }
}

for (const end of ['', '-wal', '-shm', '.search']) rmSync(`${file}${end}`, { force: true })
const store = openStore(file)
const run = store.begin({ version: '0.0.0', lexicon: 'bench', model: 'bench', options: {} })
const PER_ARTICLE = 20
const articles = Math.ceil(Number(count) / PER_ARTICLE)
for (let number = 0; number < articles; number++) {
  const { article, sentences, events } = articleOf(number, Math.min(PER_ARTICLE, Number(count) - number * PER_ARTICLE))
  const document = { article, telling: 'news' as const, blocks: [], datelines: [], sentences }
  store.save({ document, events, rejections: [] }, contentId(article.id), run)
  if (process.stderr.isTTY && number % 1000 === 0) process.stderr.write(`\r${number} of ${articles} articles`)
}
store.close()
