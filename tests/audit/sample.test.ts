import { describe, expect, test } from 'vitest'
import type { Columns } from '../../src/audit/index/columns.ts'
import { dictionaryMaker, hashText, NO_DAY } from '../../src/audit/index/columns.ts'
import { orderRows } from '../../src/audit/index/order.ts'
import { nextInQueue, type Queue } from '../../src/audit/queue.ts'
import { foldVerdicts } from '../../src/verdicts/fold-verdicts.ts'
import { measureQuality } from '../../src/verdicts/stats/quality.ts'
import type { Verdict } from '../../src/verdicts/verdict.ts'
import { article } from '../store/fake-extract.ts'
import { say } from '../verdicts/make.ts'
import { build, fresh, judge, news, open } from './setup.ts'

/** Columns of events with these roots; ids and confidences follow from the number. */
const columnsOf = (roots: readonly string[], seed = ''): Columns => {
  const coded = (values: readonly string[]) => {
    const dictionary = dictionaryMaker()
    return { codes: Uint32Array.from(values, dictionary.codeOf), dictionary }
  }
  const same = coded(roots.map(() => 'x'))
  const list = { ...same, starts: Uint32Array.from({ length: roots.length + 1 }, (_, i) => i) }
  return {
    size: roots.length,
    keys: Float64Array.from(roots, (_, i) => i + 1),
    hashes: Uint32Array.from(roots, (_, i) => hashText(`${seed}event ${i}`)),
    article: same,
    root: coded(roots),
    quad: same,
    status: same,
    country: same,
    rule: same,
    confidence: Float64Array.from(roots, (_, i) => ((i * 37) % 100) / 100),
    first: Int32Array.from(roots, (_, i) => i),
    last: Int32Array.from(roots, (_, i) => i),
    month: Int32Array.from(roots, (_, i) => (i % 11 === 0 ? NO_DAY : 12 * (2000 + (i % 5)))),
    source: list,
    target: list,
  }
}

/** The first n events of a queue, judged one after the other. */
const draw = (columns: Columns, queue: Queue, n: number, disputed: ReadonlySet<number> = new Set()) => {
  const done = new Set<number>()
  const chosen = new Uint8Array(columns.size).fill(1)
  const byConfidence = orderRows(columns, 'confidence')
  const drawn: { row: number; stratum: string | null; population: number | null; left: number }[] = []
  for (let i = 0; i < n; i++) {
    const next = nextInQueue(queue, { columns, chosen, done, disputed, byConfidence })
    if (next === null) break
    drawn.push(next)
    done.add(next.row)
  }
  return drawn
}
const roots = Array.from({ length: 300 }, (_, i) => (i % 10 === 0 ? '19' : i % 3 === 0 ? '05' : '01'))

describe('queues', () => {
  test('the most doubtful come by rising confidence', () => {
    const columns = columnsOf(roots)
    const confidences = draw(columns, { queue: 'doubtful', by: 'root', seed: '1' }, 300).map(({ row }) => columns.confidence[row] ?? 0)
    expect(confidences).toEqual(confidences.toSorted((a, b) => a - b))
    expect(confidences).toHaveLength(300)
  })
  test('chance gives every event once, the same for a seed, another order for another', () => {
    const order = (seed: string) => draw(columnsOf(roots), { queue: 'random', by: 'root', seed }, 400).map((d) => d.row)
    expect(order('1')).toEqual(order('1'))
    expect(new Set(order('1')).size).toBe(300)
    expect(order('2')).not.toEqual(order('1'))
  })
  test('chance is even: over many seeds each event is among the first thirty about as often', () => {
    const counts = new Uint32Array(300)
    const columns = columnsOf(roots)
    for (let seed = 0; seed < 200; seed++)
      for (const { row } of draw(columns, { queue: 'random', by: 'root', seed: `s${seed}` }, 30)) counts[row] = (counts[row] ?? 0) + 1
    // 200 · 0.1 = 20 times each, with a standard deviation of 4.2; four and a half of them on either side.
    expect(Math.min(...counts)).toBeGreaterThan(1)
    expect(Math.max(...counts)).toBeLessThan(39)
  })
  test('an event keeps its place in the shuffle when others come and go: the sample outlives a rebuild', () => {
    const before = columnsOf(roots)
    const after: Columns = {
      ...before,
      size: 299,
      hashes: before.hashes.slice(1),
      root: { ...before.root, codes: before.root.codes.slice(1) },
    }
    const order = (columns: Columns) => draw(columns, { queue: 'random', by: 'root', seed: '1' }, 300).map((d) => columns.hashes[d.row])
    expect(order(after)).toEqual(order(before).filter((hash) => hash !== before.hashes[0]))
  })
  test('strata are judged in turn, each told with what it holds', () => {
    const drawn = draw(columnsOf(roots), { queue: 'stratified', by: 'root', seed: '1' }, 30)
    expect(drawn.slice(0, 6).map((d) => d.stratum)).toEqual(['01', '05', '19', '01', '05', '19'])
    expect(Object.fromEntries(drawn.map((d) => [d.stratum, d.population]))).toEqual({ '01': 180, '05': 90, '19': 30 })
    const years = draw(columnsOf(roots), { queue: 'stratified', by: 'year', seed: '1' }, 12)
    expect(years.slice(0, 6).map((d) => d.stratum)).toEqual(['undated', '2000', '2001', '2002', '2003', '2004'])
  })
  test('a stratum that is judged whole is left', () => {
    const drawn = draw(columnsOf(roots), { queue: 'stratified', by: 'root', seed: '1' }, 300)
    expect(new Set(drawn.map((d) => d.row)).size).toBe(300)
  })
  test('disagreements come in the order of the text', () =>
    expect(
      nextInQueue(
        { queue: 'disputed', by: 'root', seed: '1' },
        {
          columns: columnsOf(roots),
          chosen: new Uint8Array(300).fill(1),
          done: new Set(),
          disputed: new Set([9, 4]),
          byConfidence: orderRows(columnsOf(roots), 'confidence'),
        },
      ),
    ).toMatchObject({ row: 4, left: 2 }))
})

describe('estimates from samples', () => {
  const one = article('one', 'Russia attacked Ukraine. '.repeat(300).trim())
  const truth = (row: number): boolean => (roots[row] === '19' ? row % 20 === 0 : roots[row] === '05' ? row % 9 !== 0 : row % 4 !== 0)
  const precision = roots.filter((_, row) => truth(row)).length / roots.length
  const judged = roots.map((root, row) => {
    const verdict = say(truth(row) ? { verdict: 'accept' } : { verdict: 'reject', reason: 'not-an-event' }, { one, n: row })
    return { ...verdict, finding: { ...verdict.finding, cameo: `${root}0` } }
  })
  const estimateOf = (queue: Queue, n: number, columns: Columns) => {
    const verdicts: Verdict[] = draw(columns, queue, n).map(({ row, stratum, population }) => ({
      ...(judged[row] as (typeof judged)[0]),
      draw: {
        queue: queue.queue as 'random',
        by: queue.queue === 'random' ? null : queue.by,
        seed: queue.seed,
        filter: '',
        stratum: stratum ?? '',
        population: population ?? 1,
      },
    }))
    return measureQuality([...foldVerdicts(verdicts).values()], verdicts).sample.precision
  }
  test.each(['random', 'stratified'] as const)(
    'a %s sample is right on average, and its interval holds the truth as often as it says',
    (queue) => {
      const columns = columnsOf(roots)
      const runs = Array.from({ length: 60 }, (_, i) => estimateOf({ queue, by: 'root', seed: `t${i}` }, 60, columns)).filter(
        (e) => e !== null,
      )
      const mean = runs.reduce((sum, e) => sum + e.share, 0) / runs.length
      expect(Math.abs(mean - precision)).toBeLessThan(0.02)
      expect(runs.filter((e) => e.low <= precision && precision <= e.high).length / runs.length).toBeGreaterThanOrEqual(0.93)
    },
  )
  test('a sample of everything is the truth', () => {
    expect(estimateOf({ queue: 'stratified', by: 'root', seed: '1' }, 300, columnsOf(roots))?.share).toBeCloseTo(precision, 10)
  })
})

describe('how an event was drawn is noted', () => {
  const one = open(build(fresh('db'), news(12)))
  const last = () => one.desk.standing().verdicts.at(-1)
  test('when chance chose it', async () => {
    await judge(one, { queue: 'stratified', by: 'root', seed: 'x' }, { verdict: 'accept' })
    expect(last()).toMatchObject({
      draw: {
        queue: 'stratified',
        by: 'root',
        seed: 'x',
        filter: '',
        stratum: expect.stringMatching(/^\d\d$/),
        population: expect.any(Number),
      },
    })
    await judge(one, { queue: 'random', filter: 'root=19', root: '19' }, { verdict: 'accept' })
    expect(last()).toMatchObject({ draw: { queue: 'random', by: null, filter: 'root=19' } })
  })
  test('and not when it was looked at out of turn, or the queue was none of chance', async () => {
    await judge(one, { queue: 'doubtful' }, { verdict: 'accept' })
    expect(last()).not.toHaveProperty('draw')
    const { events } = await one.json<{ events: { id: string; document: string; verdict: string }[] }>('/events.json?verdict=unjudged')
    const next = (await one.json<{ event: { id: string } }>('/judge.json?queue=random')).event.id
    const other = events.find((e) => e.id !== next)
    const answer = await one.post('/verdicts', {
      id: 'out-of-turn',
      verdict: 'accept',
      article: other?.document ?? '',
      event: other?.id ?? '',
      queue: 'random',
    })
    expect([answer.status, 'draw' in (last() ?? {})]).toEqual([200, false])
  })
  test('a drawn event that is judged again keeps it', async () => {
    const { event } = await judge(one, { queue: 'random' }, { verdict: 'accept' })
    const { events } = await one.json<{ events: { id: string; document: string }[] }>('/events.json?verdict=accepted')
    await one.post('/verdicts', {
      id: 'once-again',
      verdict: 'reject',
      reason: 'other',
      article: events.find((e) => e.id === event)?.document ?? '',
      event,
    })
    expect(last()).toMatchObject({ verdict: 'reject', draw: { queue: 'random' } })
  })
})
