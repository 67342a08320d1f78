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
  test.each([
    [undefined, /an article is an object: \{ text: /],
    ['Finland joined NATO.', /an article is an object: \{ text: /],
    [{}, /text: must be a text/],
    [{ text: 5 }, /text: must be a text/],
    [{ id: 5, text: '' }, /id: must be a text/],
    [{ text: '', published: new Date(0) }, /published: must be a text.*2023-04-05/],
    [{ text: '', published: 'April' }, /published: "April" is no date that annalist knows.*2023-04-05/],
    [{ text: '', published: '2023-02-30' }, /published: "2023-02-30" is no date that annalist knows/],
  ])('the article %j is refused, with what to give instead', (wrong, message) => {
    expect(() => library.extract(wrong as never)).toThrow(message)
    expect(() => library.dates(wrong as never)).toThrow(message)
  })
  test('a time of publication with a blank for the T is one', () =>
    expect(library.articleFrom({ text: '', published: '2023-04-05 10:30' }).published).toBe('2023-04-05T10:30'))
  test.each([undefined, {}, new Uint8Array(40)])('createExtract(%j) tells that it wants { model }', (wrong) =>
    expect(() => library.createExtract(wrong as never)).toThrow(/createExtract\(\{ model \}\).*model\/english\.bin/),
  )
  test('what is no model is refused', () =>
    expect(() => library.createExtract({ model: new Uint8Array(40) })).toThrow(/no model of Annalist/))
})
