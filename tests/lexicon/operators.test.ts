import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { Event, Party } from '../../src/document.ts'
import { extract } from '../../src/index.ts'

/** How many of the sixty hold: it only rises. The first figure stands in the head of sentences.txt. */
const FLOOR = 57

type Row = {
  readonly text: string
  readonly absent: boolean
  readonly wanted: readonly [root: string, source: string, target: string, status: string | undefined]
}

const rows: readonly Row[] = readFileSync(new URL('../../fixtures/operators/sentences.txt', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !/^(#|==)/.test(line))
  .map((line) => {
    const [text = '', told = ''] = line.split(' | ')
    const [, not, root, source, target, status] = /^(!?)(\d\d) (\S+) > (\S+)(?: (\w+))?$/.exec(told) ?? []
    if (root === undefined || source === undefined || target === undefined) throw new Error(`sentences.txt: no event in "${line}"`)
    return { text, absent: not === '!', wanted: [root, source, target, status] }
  })

const isSide = (wanted: string, parties: readonly Party[]): boolean =>
  wanted === '*' || (wanted === '-' ? parties.length === 0 : parties.some((p) => p.entity === wanted))

const fits =
  ([root, source, target, status]: Row['wanted']) =>
  ({ action, source: by, target: on }: Event): boolean =>
    action.root === root &&
    isSide(source, by) &&
    isSide(target, on) &&
    (status === undefined || (action.status === status && !action.negated))

test('sixty sentences of threats, refusals, demands, reversals, votes and courts', () => {
  expect(rows).toHaveLength(60)
  const wrong = rows.filter(
    ({ text, absent, wanted }) =>
      extract({ id: 'case', text, published: '2024-05-20', title: null, url: null, kind: null }).events.some(fits(wanted)) === absent,
  )
  if (process.env.MISSES) console.log(wrong.map(({ text }) => text).join('\n'))
  console.log(`operators: ${rows.length - wrong.length} of ${rows.length} sentences hold`)
  expect(rows.length - wrong.length).toBeGreaterThanOrEqual(FLOOR)
})
