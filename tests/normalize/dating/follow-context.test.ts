import { expect, test } from 'vitest'
import type { EventDate } from '../../../src/document.ts'
import { followContext } from '../../../src/normalize/dating/follow-context.ts'
import { noContext, type TimeContext } from '../../../src/normalize/dating/time-context.ts'

const date: EventDate = { value: '1997-05', start: '1997-05-01', end: '1997-05-31', precision: 'month', basis: 'text', span: null }
const told: TimeContext = { last: { date, section: 0, block: 0 }, lead: null }

test('a context is reckoned when somebody asks, once, and after all before it', () => {
  const taken: number[] = []
  const contexts = followContext()
  for (let n = 0; n < 4; n++)
    contexts.add((before) => {
      taken.push(n)
      return n === 1 ? told : before
    })
  expect(contexts.before(0)).toBe(noContext)
  expect(taken).toEqual([])
  expect(contexts.before(2)).toBe(told)
  expect(taken).toEqual([0, 1])
  expect(contexts.before(1)).toBe(noContext)
  expect(contexts.before(3)).toBe(told)
  expect(taken).toEqual([0, 1, 2])
})

test('a hundred thousand sentences before the first question', () => {
  const contexts = followContext()
  for (let n = 0; n < 100_000; n++) contexts.add((before) => before)
  expect(contexts.before(100_000)).toBe(noContext)
})

test('a sentence that is not there is a mistake', () => {
  expect(() => followContext().before(1)).toThrow(RangeError)
})
