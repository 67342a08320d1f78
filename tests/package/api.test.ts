import { describe, expect, test } from 'vitest'
import * as browser from '../../src/browser.ts'
import * as library from '../../src/index.ts'
import * as store from '../../src/store/index.ts'

describe('the public API has these names and no others', () => {
  test('annalist', () => expect(Object.keys(library).toSorted()).toEqual(['articleFrom', 'createExtract', 'dates', 'extract', 'readModel']))
  test('annalist in a browser', () => expect(Object.keys(browser).toSorted()).toEqual(['articleFrom', 'createExtract', 'dates']))
  test('annalist/store', () => expect(Object.keys(store)).toEqual(expect.arrayContaining(['openStore', 'StoreError', 'articleHash'])))
})

describe('the library by itself', () => {
  const article = { text: 'Finland joined NATO on Tuesday. Nothing else happened.', published: '2023-04-05' }
  test('extract gives events with spans that quote the text', () => {
    const { events } = library.extract(article)
    expect(events).toHaveLength(1)
    const [event] = events
    expect(event).toMatchObject({ document: 'article', trigger: { text: 'joined' }, action: { root: '05' }, date: { value: '2023-04-04' } })
    expect([event?.source[0]?.entity, event?.target[0]?.entity]).toEqual(['FIN', 'NATO'])
    for (const { start, end, text } of [event?.trigger, ...(event?.source ?? []), ...(event?.target ?? [])].flatMap((x) => x ?? []))
      expect(article.text.slice(start, end)).toBe(text)
  })
  test('dates gives TIMEX3 values', () => expect(library.dates(article).map((t) => [t.text, t.value])).toEqual([['Tuesday', '2023-04-04']]))
  test('what is no model is refused', () =>
    expect(() => library.createExtract({ model: new Uint8Array(40) })).toThrow(/no model of Annalist/))
})
