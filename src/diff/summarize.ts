import type { Party } from '../document.ts'
import type { Change, Kind } from './diff.ts'
import type { Cause } from './tell-cause.ts'

export type Counts = Record<Kind, number>

/** The changes of one cause: all counted, the first of them kept to be shown. */
export type Group = { readonly cause: Cause; readonly counts: Counts; readonly shown: Change[] }

/** What differs, counted and grouped. */
export type Summary = {
  readonly before: number
  readonly after: number
  readonly counts: Counts
  moved: number
  readonly roots: Map<string, Counts>
  readonly actors: Map<string, Counts>
  readonly groups: Map<string, Group>
}

export const emptySummary = (before: number, after: number): Summary => ({
  before,
  after,
  counts: { added: 0, removed: 0, changed: 0 },
  moved: 0,
  roots: new Map(),
  actors: new Map(),
  groups: new Map(),
})

/** What a cause is called: changes of the same name are one group. */
export const nameOfCause = (cause: Cause): string => {
  switch (cause.kind) {
    case 'text':
      return `Text: ${cause.detail}`
    case 'lexicon':
      return cause.entries.length === 0
        ? 'Lexicon: entries that are not known'
        : `Lexicon: ${cause.entries.length > 1 ? 'one of ' : ''}${cause.entries.join(', ')}`
    case 'code':
      return `Code: ${cause.detail}`
    case 'unknown':
      return 'Unknown: the sides tell no reason'
  }
}

const count = (map: Map<string, Counts>, key: string, kind: Kind): void => {
  const counts = map.get(key) ?? { added: 0, removed: 0, changed: 0 }
  counts[kind]++
  map.set(key, counts)
}

/** Counts a change in; `most` of a group are kept to be shown. */
export const addChange = (summary: Summary, change: Change, most: number): void => {
  const { kind, before, after, cause } = change
  summary.counts[kind]++
  const event = (after ?? before)?.event
  if (event === undefined) return
  for (const root of new Set([before, after].flatMap((f) => (f ? [f.event.action.root] : [])))) count(summary.roots, root, kind)
  const parties: readonly Party[] = [before, after].flatMap((f) => (f ? [...f.event.source, ...f.event.target] : []))
  for (const entity of new Set(parties.flatMap((p) => (p.entity === null ? [] : [p.entity])))) count(summary.actors, entity, kind)
  const name = nameOfCause(cause)
  const group = summary.groups.get(name) ?? { cause, counts: { added: 0, removed: 0, changed: 0 }, shown: [] }
  summary.groups.set(name, group)
  group.counts[kind]++
  if (group.shown.length < most) group.shown.push(change)
}

export const totalOf = ({ added, removed, changed }: Counts): number => added + removed + changed

/** Groups, those that need least thought last: lexicon, code, unknown, text. */
export const groupsOf = ({ groups }: Summary): readonly (readonly [string, Group])[] => {
  const rank = { lexicon: 0, code: 1, unknown: 2, text: 3 }
  return [...groups].sort(
    ([a, x], [b, y]) => rank[x.cause.kind] - rank[y.cause.kind] || totalOf(y.counts) - totalOf(x.counts) || (a < b ? -1 : 1),
  )
}

export const rootsOf = ({ roots }: Summary): readonly (readonly [string, Counts])[] => [...roots].sort(([a], [b]) => (a < b ? -1 : 1))
export const actorsOf = ({ actors }: Summary, most: number): readonly (readonly [string, Counts])[] =>
  [...actors].sort(([a, x], [b, y]) => totalOf(y) - totalOf(x) || (a < b ? -1 : 1)).slice(0, most)
