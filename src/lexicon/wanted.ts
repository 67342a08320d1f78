import type { Condition, Conditions } from './lexicon.ts'

/** What an entry wants, or bars, in a slot: one of `conditions`, which are sorted by their kind so that a look tells whether one of a kind holds. */
export type Wanted = {
  readonly slot: string
  readonly conditions: readonly Condition[]
  readonly words: ReadonlySet<string>
  readonly classes: readonly string[]
  readonly kinds: readonly string[]
  readonly actor: boolean
  readonly any: boolean
  readonly clause: boolean
  readonly none: boolean
}

/** An entry's conditions by slot, in the order in which they stand there. */
export const wantedBy = (conditions: Conditions): readonly Wanted[] =>
  Object.entries(conditions).map(([slot, list]) => {
    const valuesOf = (test: Condition['test']): readonly string[] => list.flatMap((c) => (c.test === test && 'value' in c ? [c.value] : []))
    const has = (test: Condition['test']): boolean => list.some((c) => c.test === test)
    return {
      slot,
      conditions: list,
      words: new Set(valuesOf('word')),
      classes: valuesOf('class'),
      kinds: valuesOf('kind'),
      actor: has('actor'),
      any: has('any'),
      clause: has('clause'),
      none: has('none'),
    }
  })
