import { describe, expect, test } from 'vitest'
import { extract } from '../../../src/index.ts'

const sources = (text: string): readonly string[] =>
  extract({ id: 'a', text, published: null, title: null, kind: null }).events.flatMap((e) =>
    e.trigger.text === 'condemned' ? e.source.map((p) => p.text) : [],
  )

describe('bodies of one state that act together are told one by one, each quoted', () => {
  test.each([
    ['The White House and the US State Department condemned the raid by Chad.', ['White House', 'US State Department']],
    ['The White House and NATO condemned the raid by Chad.', ['White House', 'NATO']],
    ['France, the old ally, and France alone condemned the raid by Chad.', ['France']],
  ])('%s', (text, quoted) => {
    expect(sources(text)).toEqual(quoted)
  })
})
