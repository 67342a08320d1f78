import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toTree } from '../../../src/syntax/network/decode.ts'
import { engineWith, withoutSelf } from './engine-with.ts'

const treeOf = (scores: readonly (readonly number[])[]): Int32Array => {
  const engine = engineWith(withoutSelf(scores))
  return toTree(engine, engine.heads, scores.length)
}

const rootsOf = (heads: Int32Array): number => heads.filter((head) => head === 0).length

const allReachTheRoot = (heads: Int32Array): boolean =>
  heads.every((_, start) => {
    let i = start
    for (let steps = 0; steps <= heads.length; steps++) {
      const head = heads[i] ?? -1
      if (head === 0) return true
      i = head - 1
    }
    return false
  })

describe('toTree', () => {
  it.each([
    {
      name: 'a tree stays',
      scores: [
        [-9, 0, 5, 1],
        [5, 1, 0, 1],
        [1, 1, 5, 0],
      ],
      heads: [2, 0, 2],
    },
    {
      name: 'of two roots the likelier one',
      scores: [
        [5, 0, 1],
        [7, 1, 0],
      ],
      heads: [2, 0],
    },
    {
      name: 'no root: the word that loses the least',
      scores: [
        [1, 0, 5],
        [2, 3, 0],
      ],
      heads: [2, 0],
    },
    {
      name: 'a cycle is cut where it costs the least',
      scores: [
        [9, 0, 0, 0],
        [1, 3, 0, 4],
        [1, 0, 5, 0],
      ],
      heads: [0, 1, 2],
    },
    { name: 'one word', scores: [[-3, -1e9]], heads: [0] },
  ])('$name', ({ scores, heads }) => {
    expect(Array.from(treeOf(scores))).toEqual(heads)
  })

  it('gives one root and no cycle whatever the scores', () => {
    const matrix = fc
      .integer({ min: 1, max: 24 })
      .chain((n) =>
        fc.array(fc.array(fc.integer({ min: -9, max: 9 }), { minLength: n + 1, maxLength: n + 1 }), { minLength: n, maxLength: n }),
      )
    fc.assert(
      fc.property(matrix, (scores) => {
        const heads = treeOf(scores)
        return rootsOf(heads) === 1 && allReachTheRoot(heads)
      }),
      { numRuns: 500, seed: 4 },
    )
  })
})
