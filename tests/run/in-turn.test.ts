import { expect, test } from 'vitest'
import { inTurn } from '../../src/run/in-turn.ts'

const settled = async (width: number, sizes: readonly number[]): Promise<readonly number[]> => {
  const done: number[] = []
  const turn = inTurn(width)
  for (const [i, characters] of sizes.entries()) {
    turn.add({ characters, settle: () => void done.push(i) })
    await turn.makeRoom()
  }
  return done
}

test.each([
  { what: 'few wait', width: 4, sizes: [1, 1, 1], done: [] },
  { what: 'the first go when there are too many', width: 3, sizes: [1, 1, 1, 1], done: [0, 1] },
  { what: 'one at a time', width: 1, sizes: [1, 1], done: [0, 1] },
  { what: 'large ones go earlier', width: 9, sizes: [3 << 20, 2 << 20], done: [0] },
])('$what', async ({ width, sizes, done }) => expect(await settled(width, sizes)).toEqual(done))

test('all are settled in their order, the slow before the quick', async () => {
  const done: string[] = []
  const turn = inTurn(9)
  turn.add({ characters: 1, settle: () => new Promise((ready) => setTimeout(() => ready(void done.push('slow')), 5)) })
  turn.add({ characters: 1, settle: () => void done.push('quick') })
  await turn.settleAll()
  expect(done).toEqual(['slow', 'quick'])
})
