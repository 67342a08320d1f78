import type { Event, Party } from '../document.ts'
import type { LexiconData } from '../lexicon/lexicon.ts'
import type { Entries } from '../lexicon/load-lexicon.ts'
import type { Extraction } from '../normalize/read-article.ts'
import { type Trial, trialsOf } from './trial.ts'

export type Extract = (text: string, published?: string) => Extraction

type Read = Entries['actions'][number]
type Example = Read['value']['examples'][number]
type Sides = Example['source']

/** Tries an action entry: an example must give an event of its root by this entry, with the sides that it names; a counterexample none, or that of another. */
export const tryAction = ({ raw, value }: Read, extract: Extract): readonly Trial[] => {
  const trial = trialsOf(`actions/${value.id}`, raw)
  const ours = (event: Event): boolean => event.rule === `actions/${value.id}`
  return [
    ...value.examples.map((example, at) => {
      const { events } = extract(example.text, example.published)
      const right = events.some((e) => ours(e) && e.action.root === (example.cameo ?? value.cameo).slice(0, 2) && meets(e, example))
      const nearest = events.filter(ours)
      return trial('example', at, example.text, right, tellWanted(value, example), tellEvents(nearest.length > 0 ? nearest : events))
    }),
    ...value.counterexamples.map((given, at) => {
      const { text, instead = undefined } = typeof given === 'string' ? { text: given } : given
      const { events } = extract(text)
      const right = !events.some(ours) && (instead === undefined || events.some((e) => e.rule === `actions/${instead}`))
      return trial('counterexample', at, text, right, instead === undefined ? 'none by it' : `actions/${instead}`, tellEvents(events))
    }),
  ]
}

/** Tries a synonym: an example must give an event by an action that lists the verb, with the sides that it names; a counterexample none. */
export const trySynonym = ({ raw, value }: Entries['synonyms'][number], extract: Extract, { actions }: LexiconData): readonly Trial[] => {
  const trial = trialsOf(`synonyms/${value.verb}`, raw)
  const rules = new Set(actions.filter(({ verbs }) => verbs.includes(value.verb)).map(({ id }) => `actions/${id}`))
  const wanted = `an event of "${value.verb}" as of "${value.as}"`
  return [
    ...value.examples.map((example, at) => {
      const { events } = extract(example.text, example.published)
      const right = events.some(
        (e) => rules.has(e.rule) && (example.cameo === undefined || e.action.root === example.cameo.slice(0, 2)) && meets(e, example),
      )
      return trial('example', at, example.text, right, wanted, tellEvents(events))
    }),
    ...value.counterexamples.map((text, at) => {
      const { events } = extract(text)
      return trial('counterexample', at, text, !events.some((e) => rules.has(e.rule)), `no ${wanted.slice(3)}`, tellEvents(events))
    }),
  ]
}

/** Whether an event has what its example says of it; what the example leaves out may be anything. */
const meets = (event: Event, { source, target, trigger, status, negated }: Example): boolean =>
  isSide(event.source, source) &&
  isSide(event.target, target) &&
  (trigger === undefined || event.trigger.text === trigger) &&
  (status === undefined || event.action.status === status) &&
  (negated === undefined || event.action.negated === negated)

/** A side holds when its known entities are those named; who the lexicon doesn't know may stand beside them. */
const isSide = (parties: readonly Party[], wanted: Sides): boolean => {
  if (wanted === undefined) return true
  const known = new Set(parties.flatMap((p) => p.entity ?? []))
  const names = wanted === null ? [] : [wanted].flat()
  return known.size === names.length && names.every((name) => known.has(name))
}

const side = (names: Sides): string => (names === undefined ? '…' : names === null ? '—' : [names].flat().join(', '))

const tellWanted = ({ cameo, id }: Read['value'], { source, target, trigger, status, negated }: Example): string =>
  [
    cameo,
    ...(source === undefined && target === undefined ? [] : [`${side(source)} → ${side(target)}`]),
    ...(trigger === undefined ? [] : [`"${trigger}"`]),
    ...(status === undefined ? [] : [status]),
    ...(negated ? ['negated'] : []),
    `by actions/${id}`,
  ].join(' ')

const parties = (list: readonly Party[]): string => [...new Set(list.map((p) => p.entity ?? p.text))].join(', ') || '—'

/** Events in a line each, as `explain` writes them. */
const tellEvents = (events: readonly Event[]): string =>
  events
    .map(
      ({ action, source, target, trigger, rule }) =>
        `${action.cameo} ${parties(source)} → ${parties(target)} "${trigger.text}" ${action.status}${action.negated ? ' negated' : ''} by ${rule}`,
    )
    .join('; ') || 'no event'
