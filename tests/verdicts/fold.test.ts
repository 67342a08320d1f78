import { describe, expect, test } from 'vitest'
import { foldVerdicts, type State } from '../../src/verdicts/fold-verdicts.ts'
import { goldLines } from '../../src/verdicts/gold-lines.ts'
import { measureQuality } from '../../src/verdicts/stats/quality.ts'
import type { Draw, Verdict } from '../../src/verdicts/verdict.ts'
import { article } from '../store/fake-extract.ts'
import { eventOf, say, undo, war } from './make.ts'

const stateOf = (verdicts: readonly Verdict[]): State | undefined => [...foldVerdicts(verdicts).values()][0]?.state
const accept = (reviewer = 'ada') => say({ verdict: 'accept' }, { reviewer })
const reject = (reviewer = 'ada') => say({ verdict: 'reject', reason: 'not-an-event' }, { reviewer })
const correct = (cameo: string, reviewer = 'ada') => say({ verdict: 'correct', correction: { cameo } }, { reviewer })
const undone = (verdict: Verdict, reviewer?: string) => [verdict, undo(verdict, reviewer)]

test.each<[string, readonly Verdict[], State | undefined]>([
  ['nothing said', [], undefined],
  ['accepted', [accept()], 'accepted'],
  ['a reviewer’s last word counts', [accept(), reject()], 'rejected'],
  ['taken back', undone(accept()), undefined],
  ['the last taken back: the one before counts again', [accept(), ...undone(reject())], 'accepted'],
  ['another reviewer can’t take it back', undone(accept(), 'ben'), 'accepted'],
  ['two agree', [accept(), accept('ben')], 'accepted'],
  ['two disagree', [accept(), reject('ben')], 'disputed'],
  ['corrected alike', [correct('193'), correct('193', 'ben')], 'corrected'],
  ['corrected unlike', [correct('193'), correct('051', 'ben')], 'disputed'],
  ['one can’t tell', [say({ verdict: 'skip' }), reject('ben')], 'rejected'],
  ['nobody can tell', [say({ verdict: 'skip' })], 'skipped'],
  ['a comment decides nothing', [say({ verdict: 'comment', comment: 'hm' })], 'unjudged'],
  ['added', [say({ verdict: 'add' })], 'added'],
])('%s', (_, verdicts, state) => expect(stateOf(verdicts)).toBe(state))

describe('gold', () => {
  const gold = (verdicts: readonly Verdict[]) => goldLines(foldVerdicts(verdicts).values(), verdicts)
  const read = (id: string): Verdict => ({
    id: `read-${id}-12`,
    at: '2026-01-01T00:00:00.000Z',
    reviewer: 'ada',
    article: id,
    verdict: 'read',
  })
  test('is accepted events as they are, corrected ones as they should be, added ones; rejected ones are not in it', () => {
    const other = say({ verdict: 'reject', reason: 'not-an-event' }, { n: 1 })
    expect(gold([accept(), other])).toEqual([
      {
        doc: 'war',
        start: 7,
        end: 15,
        trigger: 'attacked',
        quote: 'Russia attacked Ukraine in Kyiv on 2022-02-24.',
        date: '2022-02-24',
        source: ['RUS'],
        target: ['UKR'],
        roots: ['19'],
        cameo: '190',
        modality: 'asserted',
      },
    ])
    expect(gold([say({ verdict: 'correct', correction: { cameo: '051', date: null, target: [] } })])).toMatchObject([
      { roots: ['05'], date: null, target: [], source: ['RUS'] },
    ])
    expect(gold([say({ verdict: 'add' })])).toMatchObject([{ start: 7, roots: ['19'] }])
  })
  test('what reviewers disagree on is optional; an article read whole without an event is named', () => {
    expect(gold([accept(), reject('ben')])).toMatchObject([{ optional: true }])
    expect(gold([read('quiet'), read('war'), accept()])).toMatchObject([{ doc: 'war' }, { doc: 'quiet', none: true }])
  })
})

describe('quality', () => {
  /** An article of n events, of which the first `right` are accepted and the others rejected, drawn so. */
  const sample = (id: string, verb: string, n: number, right: number, draw: (event: { cameo: string }) => Draw): readonly Verdict[] => {
    const one = article(id, `Russia ${verb} Ukraine. `.repeat(n).trim())
    return Array.from({ length: n }, (_, i) =>
      say(i < right ? { verdict: 'accept' } : { verdict: 'reject', reason: 'not-an-event' }, {
        one,
        n: i,
        draw: draw(eventOf(one, i).action),
      }),
    )
  }
  const measure = (verdicts: readonly Verdict[]) => measureQuality([...foldVerdicts(verdicts).values()], verdicts)
  const simple = (population: number): Draw => ({ queue: 'random', by: null, seed: '1', filter: '', stratum: 'all', population })
  const byRoot = (populations: Readonly<Record<string, number>>) => (e: { cameo: string }) =>
    ({
      queue: 'stratified',
      by: 'root',
      seed: '1',
      filter: '',
      stratum: e.cameo.slice(0, 2),
      population: populations[e.cameo.slice(0, 2)] ?? 1,
    }) as const

  test('of a simple sample is its share, each event standing for as many', () => {
    const { sample: result, designs } = measure(sample('a', 'attacked', 10, 7, () => simple(500)))
    expect(result).toMatchObject({ size: 10, precision: { share: expect.closeTo(0.7, 10), judged: 10 } })
    expect(result.precision?.effective).toBeCloseTo(10, 9)
    expect(designs).toEqual([{ queue: 'random', by: null, seed: '1', filter: '', drawn: 10, population: 500 }])
  })
  test('of a stratified sample weighs each stratum by what it holds', () => {
    const draw = byRoot({ '19': 900, '05': 100 })
    const { sample: result } = measure([...sample('a', 'attacked', 10, 9, draw), ...sample('b', 'praised', 10, 2, draw)])
    expect(result.precision?.share).toBeCloseTo(0.9 * 0.9 + 0.1 * 0.2, 10)
    expect(result.byRoot.map((e) => [e.name, e.share])).toEqual([
      ['05', 0.2],
      ['19', 0.9],
    ])
    expect(result.precision?.effective).toBeLessThan(20)
  })
  test('of two samples weighs an event by the chance that either would draw it', () => {
    // Ten of 100 in root 19 drawn at random; ten more of the same 100 by strata: each had the chance 1 − 0.9 · 0.9 = 0.19.
    const both = [...sample('a', 'attacked', 10, 10, () => simple(100)), ...sample('b', 'attacked', 10, 0, byRoot({ '19': 100 }))]
    expect(measure(both).sample.precision?.share).toBeCloseTo(0.5, 10)
    expect(measure(both).designs).toHaveLength(2)
  })
  test('says nothing of the whole from what was not drawn, or drawn under a filter', () => {
    expect(measure([accept()]).sample.precision).toBeNull()
    expect(measure(sample('a', 'attacked', 4, 4, () => ({ ...simple(9), filter: 'root=19' }))).sample.precision).toBeNull()
    expect(measure([accept()]).fields.find((f) => f.name === 'cameo')).toMatchObject({ judged: 1, share: 1 })
  })
  test('fields are counted over what is an event', () => {
    const { fields } = measure([
      say({ verdict: 'accept' }),
      say({ verdict: 'correct', correction: { cameo: '051', date: null } }, { n: 1 }),
      say({ verdict: 'reject', reason: 'not-an-event' }, { one: article('x', 'Russia attacked NATO.') }),
      say({ verdict: 'reject', reason: 'wrong-actors' }, { one: article('y', 'Russia attacked NATO.') }),
    ])
    expect(Object.fromEntries(fields.map((f) => [f.name, `${Math.round(f.share * f.judged)}/${f.judged}`]))).toEqual({
      trigger: '3/3',
      cameo: '2/3',
      source: '2/3',
      target: '2/3',
      date: '2/3',
      place: '3/3',
      status: '3/3',
    })
  })
  test('recall is told by articles read whole alone', () => {
    const read: Verdict = { id: 'read-war-12', at: '2026-01-01T00:00:00.000Z', reviewer: 'ada', article: 'war', verdict: 'read' }
    const missed = { ...say({ verdict: 'add' }, { n: 1 }), id: 'missed-one' }
    const elsewhere = say({ verdict: 'add' }, { one: article('z', 'Russia attacked NATO.') })
    expect(measure([accept(), missed, elsewhere]).recall.estimate).toBeNull()
    expect(measure([accept(), missed, elsewhere, read]).recall).toMatchObject({
      articles: 1,
      found: 1,
      missed: 1,
      estimate: { share: 0.5 },
    })
  })
  test('agreement is of those who judged the same events', () => {
    const { agreement, states } = measure([
      accept(),
      accept('ben'),
      say({ verdict: 'accept' }, { n: 1 }),
      say({ verdict: 'reject', reason: 'not-an-event' }, { n: 1, reviewer: 'ben' }),
    ])
    expect(agreement).toMatchObject({ units: 2, coders: 2, pairs: [{ a: 'ada', b: 'ben', units: 2, observed: 0.5, kappa: 0 }] })
    expect(states).toMatchObject({ accepted: 1, disputed: 1 })
  })
  test('the article of the tests is what the tests say', () => expect(eventOf(war).action.cameo).toBe('190'))
})
