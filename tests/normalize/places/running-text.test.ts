import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, test } from 'vitest'
import type { Event } from '../../../src/document.ts'
import { extract } from '../../../src/index.ts'

const ROOT = join(import.meta.dirname, '../../..')

type Told = { readonly text: string; readonly start: number; readonly country: string }
type Row = {
  readonly dir: string
  readonly start: number
  readonly trigger: string
  readonly required: boolean
  readonly places: readonly Told[]
}

const rows: readonly Row[] = readFileSync(join(ROOT, 'fixtures/places/articles.jsonl'), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line))

const eventsOf = (dir: string): { readonly text: string; readonly events: readonly Event[] } => {
  const text = readFileSync(join(ROOT, dir, 'article.txt'), 'utf8')
  return { text, events: extract({ ...JSON.parse(readFileSync(join(ROOT, dir, 'article.json'), 'utf8')), text }).events }
}

const letters = (name: string): string => name.toLowerCase().replace(/[^\p{L}]/gu, '')

/** Whether an event's place is one of those that a reader gave: the same words, or the same name elsewhere in the text. */
const isTold = (text: string, { place }: Event, { places }: Row): boolean =>
  place !== null &&
  places.some(
    (told) =>
      (place.country === null || place.country === told.country) &&
      ((place.start < told.start + told.text.length && told.start < place.end) ||
        [place.name, text.slice(place.start, place.end)].some(
          (name) => letters(name).includes(letters(told.text)) || letters(told.text).includes(letters(name)),
        )),
  )

/** How many of the places that a reader insists on are found, and how many of those given are right. */
const scoreOf = (set: string): { readonly recall: number; readonly precision: number } => {
  const own = rows.filter(({ dir }) => new RegExp(`^${set}`).test(dir))
  const judged = [...new Set(own.map(({ dir }) => dir))].flatMap((dir) => {
    const { text, events } = eventsOf(dir)
    return own
      .filter((row) => row.dir === dir)
      .flatMap((row) => {
        const event = events.find((e) => e.trigger.start < row.start + row.trigger.length && row.start < e.trigger.end)
        return event ? [{ required: row.required, given: event.place !== null, right: isTold(text, event, row) }] : []
      })
  })
  const wanted = judged.filter(({ required }) => required)
  const given = judged.filter((one) => one.given)
  return {
    recall: wanted.filter(({ right }) => right).length / wanted.length,
    precision: given.filter(({ right }) => right).length / given.length,
  }
}

// fixtures/places/articles.jsonl: 799 events of 26 articles, their places annotated by reading; those of set e after the rules for running text were made (docs/places.md).
describe('places in running text', () => {
  test.each([
    { set: 'train/', recall: 0.7, precision: 0.9 },
    { set: 'fixtures/wire/[a-d]/', recall: 0.87, precision: 0.93 },
    { set: 'fixtures/wire/e/', recall: 0.46, precision: 0.88 },
  ])('$set', ({ set, recall, precision }) => {
    const score = scoreOf(set)
    expect(score.recall).toBeGreaterThanOrEqual(recall)
    expect(score.precision).toBeGreaterThanOrEqual(precision)
  })
})

/** The words that name the place of the event whose trigger is the last word in brackets. */
const whereOf = (marked: string): string | null => {
  const start = marked.lastIndexOf('[')
  const text = marked.replaceAll(/[[\]]/g, '')
  const event = extract({ text, published: '2024-03-05' }).events.find((e) => e.trigger.start <= start && start < e.trigger.end)
  if (event === undefined) throw new Error(`no event at the brackets: ${marked}`)
  return event.place && text.slice(event.place.start, event.place.end)
}

describe('places told of before', () => {
  test.each([
    ['Gunmen [killed] 17 people in Niger near the border with Mali.', 'Niger'],
    ['The presidents of Kenya and Uganda met in Samarkand on Friday. There they [signed] an agreement.', 'Samarkand'],
    ['Rebels attacked an army post in Goma. Police later [arrested] ten men in the city.', 'Goma'],
    ['Rebels attacked the army in Goma. Three soldiers were [killed].', 'Goma'],
    ['Police shot a singer in Maputo. Two days later officers [broke up] a vigil at the scene.', 'Maputo'],
    ['Kenyan police arrested a bishop in Mombasa. In the capital, students [marched] to demand his release.', 'the capital'],
  ])('%s → %s', (marked, place) => {
    expect(whereOf(marked)).toBe(place)
  })

  it.each([
    ['another day begins', 'Rebels attacked the army in Goma. On 3 February three soldiers were [killed].'],
    ['others come in', 'Rebels attacked the Congolese army in Goma. Israel [bombed] Hezbollah.'],
    ['talk is no force', 'Rebels attacked the army in Goma. The government [condemned] France.'],
    ['"there" only opens a clause', 'The presidents met in Samarkand. There were [protests] against the government.'],
    ['a city with a name of its own', 'Rebels attacked the army in Goma. Police [arrested] a man in the eastern city.'],
  ])('none where %s: %s', (_, marked) => {
    expect(whereOf(marked)).toBe(null)
  })
})
