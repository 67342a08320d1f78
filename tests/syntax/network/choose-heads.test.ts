import { describe, expect, it } from 'vitest'
import { chooseHeads } from '../../../src/syntax/network/choose-heads.ts'
import { engineWith } from './engine-with.ts'

/** Word 2 of three, whose heads score as given; `margins` by head say how sure its label is there. Words 1 and 3 hang where they score best. */
const chosen = (row: readonly number[], margins: Readonly<Record<number, number>>): number | undefined => {
  const engine = engineWith([[9, -1e9, 0, 0], row, [0, 9, 0, -1e9]], { labelMargin: (_, head) => margins[head] ?? 0 })
  return chooseHeads(engine, 3)[1]
}

describe('chooseHeads', () => {
  it.each([
    { name: 'the best head stays where its label is as sure', row: [0, 5, -1e9, 4.5], margins: { 1: 2, 3: 2 }, head: 1 },
    { name: 'the second head takes over where its label is surer by more', row: [0, 5, -1e9, 4.5], margins: { 1: 0.2, 3: 6 }, head: 3 },
    { name: 'the surer label is worth no more than two', row: [0, 5, -1e9, 2.9], margins: { 1: 0, 3: 1e6 }, head: 1 },
    { name: 'a margin of 1 against none is worth one', row: [0, 5, -1e9, 4.1], margins: { 1: 0, 3: 1 }, head: 3 },
    { name: '… and no more than one', row: [0, 5, -1e9, 3.9], margins: { 1: 0, 3: 1 }, head: 1 },
    { name: 'the label of the root is beyond doubt', row: [4.5, 5, -1e9, 0], margins: { 1: 1 }, head: 0 },
    { name: 'a third head is not asked', row: [0, 5, -1e9, 4.5], margins: { 0: 9 }, head: 1 },
  ])('$name', ({ row, margins, head }) => {
    expect(chosen(row, margins)).toBe(head)
  })

  it('changes nothing in the engine', () => {
    const engine = engineWith([
      [5, -1e9, 4.9],
      [0, 5, -1e9],
    ])
    chooseHeads({ ...engine, labelMargin: () => 9 }, 2)
    expect(Array.from(engine.heads)).toEqual([0, 1])
  })
})
