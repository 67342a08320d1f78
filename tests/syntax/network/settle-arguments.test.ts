import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { labelRules, settleArguments } from '../../../src/syntax/network/settle-arguments.ts'
import { engineWith, withoutSelf } from './engine-with.ts'

const LABELS = ['root', 'nsubj', 'nsubj:pass', 'csubj', 'obj', 'ccomp', 'iobj', 'obl:agent', 'obl', 'aux:pass', 'conj', 'punct']
const rules = labelRules(LABELS)
type Scores = Readonly<Partial<Record<string, number>>>

/**
 * Settles a sentence of words given as the scores of their heads ([0] the root, [j] word j) and of their labels, the same under every head but those that
 * `under` names. "obl 1": labelled obl, under the first word.
 */
const settle = (
  words: readonly { readonly heads: readonly number[]; readonly labels: Scores; readonly under?: Readonly<Record<number, Scores>> }[],
) => {
  const scoresOf = (i: number, head: number): Float32Array => {
    const { labels = {}, under } = words[i] ?? {}
    const given = under?.[head] ?? labels
    return Float32Array.from(LABELS, (label) => given[label] ?? -9)
  }
  const best = (scores: Float32Array): number => scores.indexOf(Math.max(...scores.subarray(1)), 1)
  const engine = engineWith(withoutSelf(words.map(({ heads }) => heads)), {
    labelScores: scoresOf,
    label: (heads) => Uint8Array.from(heads, (head, i) => (head === 0 ? 0 : best(scoresOf(i, head)))),
  })
  const { heads, labels } = settleArguments(engine, rules, engine.heads, words.length)
  return Array.from(heads, (head, i) => `${LABELS[labels[i] as number]} ${head}`)
}

const verb = { heads: [9, 0, 0, 0], labels: {} }
const onVerb = [0, 9, 0, 0]

describe('settleArguments', () => {
  it.each([
    {
      name: 'one subject and one object stay',
      words: [verb, { heads: onVerb, labels: { nsubj: 5 } }, { heads: onVerb, labels: { obj: 5 } }],
      tree: ['root 0', 'nsubj 1', 'obj 1'],
    },
    {
      name: 'many obliques stay',
      words: [verb, { heads: onVerb, labels: { obl: 5 } }, { heads: onVerb, labels: { obl: 5 } }],
      tree: ['root 0', 'obl 1', 'obl 1'],
    },
    {
      name: 'of two subjects the one that loses less takes its next label',
      words: [verb, { heads: onVerb, labels: { nsubj: 5, obl: 4 } }, { heads: onVerb, labels: { nsubj: 5, obl: 2 } }],
      tree: ['root 0', 'obl 1', 'nsubj 1'],
    },
    {
      name: 'of two objects too',
      words: [verb, { heads: onVerb, labels: { obj: 5, iobj: 1 } }, { heads: onVerb, labels: { obj: 5, iobj: 3 } }],
      tree: ['root 0', 'obj 1', 'iobj 1'],
    },
    {
      name: 'subjects of all kinds share one place',
      words: [verb, { heads: onVerb, labels: { csubj: 5, conj: 1 } }, { heads: onVerb, labels: { nsubj: 5, obl: 4 } }],
      tree: ['root 0', 'csubj 1', 'obl 1'],
    },
    {
      name: 'a clause is an object',
      words: [verb, { heads: onVerb, labels: { ccomp: 5, conj: 1 } }, { heads: onVerb, labels: { obj: 5, obl: 4 } }],
      tree: ['root 0', 'ccomp 1', 'obl 1'],
    },
    {
      name: 'the next label is not one whose place is taken',
      words: [
        verb,
        { heads: onVerb, labels: { obj: 5, iobj: 1 } },
        { heads: onVerb, labels: { obj: 5, iobj: 4, obl: 3 } },
        { heads: [0, 9, 0, 0, 0], labels: { iobj: 5 } },
      ].map((word) => ({ ...word, heads: [...word.heads, 0].slice(0, 5) })),
      tree: ['root 0', 'obj 1', 'obl 1', 'iobj 1'],
    },
    {
      name: 'or its next head, where that costs less',
      words: [
        verb,
        { heads: onVerb, labels: { nsubj: 5 } },
        { heads: [0, 9, 8, 0], labels: { nsubj: 5, obl: 1 }, under: { 2: { conj: 5 } } },
      ],
      tree: ['root 0', 'nsubj 1', 'conj 2'],
    },
    {
      name: 'a head that hangs off the word is none for it',
      words: [
        verb,
        { heads: [0, 9, 0, 8.9], labels: { nsubj: 5, obl: 1 }, under: { 3: { conj: 9 } } },
        { heads: [0, 0, 9, 0], labels: { obl: 5 } },
        { heads: [0, 9, 0, 0], labels: { nsubj: 9 } },
      ].map((word) => ({ ...word, heads: [...word.heads, 0].slice(0, 5) })),
      tree: ['root 0', 'obl 1', 'obl 2', 'nsubj 1'],
    },
    {
      name: 'beside a passive auxiliary a subject is passive',
      words: [verb, { heads: onVerb, labels: { nsubj: 5, 'nsubj:pass': 4 } }, { heads: onVerb, labels: { 'aux:pass': 5 } }],
      tree: ['root 0', 'nsubj:pass 1', 'aux:pass 1'],
    },
    {
      name: 'subjects of other verbs are not',
      words: [
        verb,
        { heads: onVerb, labels: { conj: 5 } },
        { heads: [0, 0, 9, 0, 0], labels: { nsubj: 5 } },
        { heads: [0, 9, 0, 0, 0], labels: { 'aux:pass': 5 } },
      ].map((word) => ({ ...word, heads: [...word.heads, 0].slice(0, 5) })),
      tree: ['root 0', 'conj 1', 'nsubj 2', 'aux:pass 1'],
    },
  ])('$name', ({ words, tree }) => {
    expect(settle(words)).toEqual(tree)
  })

  it('leaves a tree with no head that has two of a kind, whatever the scores', () => {
    const numbers = (length: number) => fc.array(fc.integer({ min: -9, max: 9 }), { minLength: length, maxLength: length })
    const sentence = fc
      .integer({ min: 1, max: 12 })
      .chain((n) => fc.array(fc.tuple(numbers(n + 1), numbers(LABELS.length)), { minLength: n, maxLength: n }))
    fc.assert(
      fc.property(sentence, (words) => {
        const chain = words.map(([heads], i) =>
          heads
            .map((score, j) => (i === 0 ? (j === 0 ? 99 : -99) : j > i ? -99 : score))
            .map((score, j) => (i > 0 && j === 0 ? -99 : score)),
        )
        const labels = words.map(([, scores]) => Object.fromEntries(LABELS.map((label, k) => [label, scores[k] ?? 0])))
        const tree = settle(chain.map((heads, i) => ({ heads, labels: labels[i] ?? {} })))
        const held = tree.flatMap((arc) => {
          const [label = '', head] = arc.split(' ')
          const place = rules.places[LABELS.indexOf(label)]
          return place ? [`${place} ${head}`] : []
        })
        expect(new Set(held).size).toBe(held.length)
        expect(tree.filter((arc) => arc === 'root 0').length).toBe(1)
        expect(tree.every((_, i) => reachesRoot(tree, i))).toBe(true)
      }),
      { numRuns: 300, seed: 4 },
    )
  })
})

const reachesRoot = (tree: readonly string[], start: number): boolean => {
  let at = start
  for (let steps = 0; steps <= tree.length; steps++) {
    const head = Number(tree[at]?.split(' ')[1])
    if (head === 0) return true
    at = head - 1
  }
  return false
}
