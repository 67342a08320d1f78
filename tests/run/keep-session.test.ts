import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { keepSession } from '../../src/run/keep-session.ts'
import { noProgress } from '../../src/run/progress.ts'
import type { Store } from '../../src/store/index.ts'

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['performance', 'Date'] })
})
afterEach(() => {
  vi.useRealTimers()
})

test('a run notes how far it is soon after it began, then every ten seconds: one that is killed has not done nothing', () => {
  const at: number[] = []
  const store = { openSession: () => 1, updateSession: (_: number, __: string, seconds: number) => at.push(seconds) } as unknown as Store
  const keeper = keepSession(store, 'run')
  keeper.writes()
  for (let i = 0; i < 450; i++) {
    vi.advanceTimersByTime(100)
    keeper.progress(noProgress)
  }
  expect(at).toEqual([0.5, 1, 2, 4, 8, 16, 26, 36])
})
