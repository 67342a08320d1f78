import type { Lexicon } from '../lexicon/index-lexicon.ts'
import type { Entries } from '../lexicon/load-lexicon.ts'
import { findContexts } from '../normalize/find-contexts.ts'
import { tellStatus } from '../normalize/tell-status.ts'
import { type Trial, trialsOf } from './trial.ts'
import type { Extract } from './try-actions.ts'

/** Tries a role: it must be found in its examples, belonging to the entity that they name, and not in its counterexamples. */
export const tryRole = ({ raw, value }: Entries['roles'][number], extract: Extract): readonly Trial[] => {
  const trial = trialsOf(`roles/${value.id}`, raw)
  const ownersIn = (text: string): readonly (string | null)[] =>
    extract(text).readings.flatMap(({ pieces, words, mentions }) =>
      pieces
        .filter((piece) => piece.rule === `actors/${value.id}`)
        .map((piece) => {
          const at = words[piece.last]?.start ?? 0
          return mentions.find((m) => m.start <= at && at < m.end)?.entity ?? null
        }),
    )
  const tell = (owners: readonly (string | null)[]): string =>
    owners.length === 0 ? 'the role is not found' : owners.map((owner) => `the role of ${owner ?? 'nobody named'}`).join(', ')
  return [
    ...value.examples.map(({ text, source }, at) => {
      const owners = ownersIn(text)
      const wanted = source === undefined || source === null ? [null] : [source].flat()
      const right = wanted.every((owner) => owners.includes(owner))
      return trial('example', at, text, right, tell(wanted), tell(owners))
    }),
    ...value.counterexamples.map((text, at) => {
      const owners = ownersIn(text)
      return trial('counterexample', at, text, owners.length === 0, tell([]), tell(owners))
    }),
  ]
}

/** Tries an actor or a person: found in the examples and not in the counterexamples. */
export const tryActor = ({ raw, value }: Entries['actors'][number] | Entries['people'][number], extract: Extract): readonly Trial[] => {
  const trial = trialsOf(`actors/${value.id}`, raw)
  const rulesIn = (text: string): readonly string[] =>
    extract(text).readings.flatMap(({ pieces }) => pieces.flatMap(({ rule }) => (rule === null ? [] : [rule])))
  const tell = (rules: readonly string[]): string => (rules.length === 0 ? 'no actor' : rules.join(', '))
  const make = (kind: Trial['kind']) => (text: string, at: number) => {
    const rules = rulesIn(text)
    const found = rules.includes(`actors/${value.id}`)
    return trial(kind, at, text, found === (kind === 'example'), kind === 'example' ? `actors/${value.id}` : 'not this actor', tell(rules))
  }
  return [...value.examples.map(make('example')), ...value.counterexamples.map(make('counterexample'))]
}

/** Tries a context: the words of its examples tell of it, those of its counterexamples don't. */
export const tryContext = ({ raw, value }: Entries['contexts'][number], extract: Extract, lexicon: Lexicon): readonly Trial[] => {
  const trial = trialsOf(`contexts/${value.id}`, raw)
  const make = (kind: Trial['kind']) => (text: string, at: number) => {
    const found = extract(text).readings.flatMap(({ words }) => findContexts(words, lexicon))
    const wanted = kind === 'example' ? value.id : `not ${value.id}`
    return trial(kind, at, text, found.includes(value.id) === (kind === 'example'), wanted, found.join(', ') || 'none')
  }
  return [...value.examples.map(make('example')), ...value.counterexamples.map(make('counterexample'))]
}

/** Tries an operator: the act below it must have the status and negation that its examples say. */
export const tryOperator = ({ raw, value }: Entries['operators'][number], extract: Extract, lexicon: Lexicon): readonly Trial[] => {
  const trial = trialsOf(`operators/${value.verbs.join(', ')}`, raw)
  return value.examples.map(({ text, inner, status, negated }, at) => {
    const standings = extract(text).readings.flatMap(({ tree, candidates }) => {
      const clauses = new Map(candidates.map(({ clause }) => [clause.head, clause]))
      return candidates.filter(({ clause }) => clause.lemma === inner).map(({ clause }) => tellStatus(tree, clause, clauses, lexicon))
    })
    const right = standings.some((s) => (status === undefined || s.status === status) && (negated === undefined || s.negated === negated))
    const tell = (s: { readonly status?: string | undefined; readonly negated?: boolean | undefined }): string =>
      `${inner} ${s.status ?? ''}${s.negated ? ' negated' : ''}`
    return trial('example', at, text, right, tell({ status, negated }), standings.map(tell).join(', ') || `no clause of "${inner}"`)
  })
}
