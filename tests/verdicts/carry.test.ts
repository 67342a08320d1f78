import { describe, expect, test } from 'vitest'
import type { Article, Event } from '../../src/document.ts'
import { type Carried, carryVerdict } from '../../src/verdicts/carry-verdict.ts'
import { article, fakeExtract } from '../store/fake-extract.ts'
import { say, WAR, war } from './make.ts'

const now = (one: Article, change: (event: Event) => Event | null = (e) => e, renamed = false) => ({
  article: one.id,
  text: one.text,
  events: fakeExtract(one).events.flatMap((e) => change(e) ?? []),
  renamed,
})
const edited = (text: string): Article => article('war', text, { published: '2022-02-25' })
const recoded = (e: Event): Event => ({ ...e, action: { ...e.action, cameo: '193' } })
const gone = (e: Event): Event | null => (e.trigger.text === 'attacked' ? null : e)
const retarget = (e: Event): Event => ({ ...e, target: e.target.map((p) => ({ ...p, entity: 'POL' })) })

describe('what becomes of a verdict after a rebuild', () => {
  test.each<[string, Parameters<typeof say>[0], ReturnType<typeof now> | null, Carried['fate'], Carried['outcome'], RegExp | null]>([
    ['nothing changed', { verdict: 'accept' }, now(war), 'carried', 'kept', null],
    ['a rejected event is still there', { verdict: 'reject', reason: 'not-an-event' }, now(war), 'carried', 'still-wrong', null],
    [
      'another confidence and rule are no change',
      { verdict: 'accept' },
      now(war, (e) => ({ ...e, confidence: 0.2, rule: 'actions/other' })),
      'carried',
      'kept',
      null,
    ],
    ['another id, same finding', { verdict: 'accept' }, now(war, (e) => ({ ...e, id: `new-${e.id}` })), 'carried', 'kept', null],
    ['text put before', { verdict: 'accept' }, now(edited(`NATO slept. ${WAR}`)), 'moved', 'kept', /stands elsewhere/],
    [
      'text taken out before and behind',
      { verdict: 'accept' },
      now(edited('Russia attacked Ukraine in Kyiv on 2022-02-24.')),
      'carried',
      'kept',
      null,
    ],
    [
      'the sentence was edited behind the trigger',
      { verdict: 'accept' },
      now(edited(WAR.replace('2022-02-24.', '2022-02-24, we hear.'))),
      'moved',
      'kept',
      /was edited/,
    ],
    [
      'the sentence was edited before the trigger',
      { verdict: 'accept' },
      now(edited(`On Thursday, ${WAR}`)),
      'moved',
      'kept',
      /elsewhere|edited/,
    ],
    [
      'the article was renamed',
      { verdict: 'accept' },
      now({ ...war, id: 'war-2' }, (e) => e, true),
      'moved',
      'kept',
      /goes by the name war-2/,
    ],
    ['the sentence is gone', { verdict: 'accept' }, now(edited('France praised Serbia.')), 'stale', 'lost', /no longer in the article/],
    ['the article is gone', { verdict: 'accept' }, null, 'stale', 'lost', /article is no longer there/],
    ['an accepted event is no longer extracted', { verdict: 'accept' }, now(war, gone), 'stale', 'lost', /no longer extracted/],
    ['an accepted event has another code', { verdict: 'accept' }, now(war, recoded), 'stale', 'changed', /code 190 → 193/],
    ['an accepted event has another target', { verdict: 'accept' }, now(war, retarget), 'stale', 'changed', /target UKR → POL/],
    [
      'an accepted event lost its date',
      { verdict: 'accept' },
      now(war, (e) => ({ ...e, date: null })),
      'stale',
      'changed',
      /date 2022-02-24 → none/,
    ],
    [
      'a rejected event is no longer extracted',
      { verdict: 'reject', reason: 'not-an-event' },
      now(war, gone),
      'moved',
      'mended',
      /no longer extracted/,
    ],
    [
      'a rejected event has another code',
      { verdict: 'reject', reason: 'wrong-code' },
      now(war, recoded),
      'stale',
      'changed',
      /code 190 → 193/,
    ],
    ['a corrected event is as it was', { verdict: 'correct', correction: { cameo: '193' } }, now(war), 'carried', 'still-wrong', null],
    [
      'a corrected event is extracted so now',
      { verdict: 'correct', correction: { cameo: '193' } },
      now(war, recoded),
      'moved',
      'mended',
      /as it was corrected/,
    ],
    [
      'a corrected event is wrong otherwise now',
      { verdict: 'correct', correction: { cameo: '193' } },
      now(war, retarget),
      'stale',
      'changed',
      /target/,
    ],
    ['a missed event is still missed', { verdict: 'add' }, now(war, gone), 'carried', 'open', null],
    ['a missed event is found now', { verdict: 'add' }, now(war), 'moved', 'mended', /found now/],
    ['a missed event is found with another code', { verdict: 'add' }, now(war, recoded), 'stale', 'changed', /otherwise: code/],
    ['a comment holds on', { verdict: 'comment', comment: 'hm' }, now(edited(`NATO slept. ${WAR}`)), 'moved', 'kept', /elsewhere/],
  ])('%s', (_, said, then, fate, outcome, note) => {
    const carried = carryVerdict(say(said), then)
    expect([carried.fate, carried.outcome]).toEqual([fate, outcome])
    if (note === null) expect(carried.note).toBeNull()
    else expect(carried.note).toMatch(note)
  })

  test('it takes the nearest of equal sentences', () => {
    const twice = edited('Russia attacked Ukraine. France praised Serbia. Russia attacked Ukraine.')
    const second = say({ verdict: 'accept' }, { one: twice, n: 2 })
    const then = now(edited(`NATO slept. ${twice.text}`))
    expect(carryVerdict(second, then)).toMatchObject({
      fate: 'moved',
      event: then.events.filter((e) => e.trigger.text === 'attacked')[1]?.id,
    })
  })
  test('it is attached to the event that is most alike of several at the place', () => {
    const [event] = now(war).events as [Event]
    const other = { ...recoded(event), id: 'other' }
    const same = { ...event, id: 'same' }
    expect(carryVerdict(say({ verdict: 'accept' }), { ...now(war), events: [other, same] })).toMatchObject({
      fate: 'carried',
      event: 'same',
    })
  })
})
