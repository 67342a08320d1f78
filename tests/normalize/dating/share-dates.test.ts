import { describe, expect, it } from 'vitest'
import type { Event, EventDate } from '../../../src/document.ts'
import { extract } from '../../../src/index.ts'
import { shareDates } from '../../../src/normalize/dating/share-dates.ts'

const [sample] = extract({ text: 'Russia attacked Ukraine on 24 February 2022.', published: '2022-03-01', kind: 'wire' }).events as [Event]

const day = (value: string): EventDate => ({
  value,
  start: value,
  end: value,
  precision: 'day',
  basis: 'text',
  span: { start: 0, end: 10 },
})
const month = (value: string, basis: EventDate['basis'] = 'text'): EventDate => ({
  value,
  start: `${value}-01`,
  end: `${value}-31`,
  precision: 'month',
  basis,
  span: null,
})
const event = (id: string, date: EventDate | null, more: Partial<Event> = {}): Event => ({ ...sample, id, date, ...more })
const values = (events: readonly Event[]): readonly (string | null)[] => shareDates(events).map((e) => e.date?.value ?? null)

describe('repeated mentions of an act', () => {
  it('take the finest date that one of them has', () => {
    expect(values([event('a', month('1997-05')), event('b', day('1997-05-27'))])).toEqual(['1997-05-27', '1997-05-27'])
  })

  it('keep how they came to it', () => {
    expect(shareDates([event('a', month('1997-05', 'context')), event('b', day('1997-05-27'))])[0]?.date?.basis).toBe('context')
  })

  it.each([
    ['two finer dates stand inside it', [event('a', month('1997-05')), event('b', day('1997-05-27')), event('c', day('1997-05-03'))]],
    ['the finer one lies outside', [event('a', month('1997-05')), event('b', day('1997-06-27'))]],
    ['another entry fired', [event('a', month('1997-05')), event('b', day('1997-05-27'), { rule: 'actions/other' })]],
    ['the parties differ', [event('a', month('1997-05')), event('b', day('1997-05-27'), { target: [] })]],
    ['nobody knows its date', [event('a', null), event('b', day('1997-05-27'))]],
  ] as const)('are left alone where %s', (_, events) => {
    expect(values(events)).toEqual(events.map((e) => e.date?.value ?? null))
  })
})
