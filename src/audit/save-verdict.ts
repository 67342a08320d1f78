import { teach, told } from '../teach.ts'
import { findingOf } from '../verdicts/judged-event.ts'
import {
  type Correction,
  type Draw,
  type Finding,
  hasFinding,
  isDateValue,
  REASONS,
  type Verdict,
  verdictSchema,
} from '../verdicts/verdict.ts'
import type { Desk } from './desk.ts'
import { readFilter, writeFilter } from './index/filter.ts'
import { PageError } from './page.ts'
import { nextFor, readQueue } from './pages/judge.ts'
import { locate, readSides, type Scope } from './read-sides.ts'
import type { Stored } from './reader.ts'

/** The fields of a form, each at most once. */
export type Form = Readonly<Record<string, string>>

/** Makes the verdict that a form says and appends it to the file; it is on the disk when this returns. @throws PageError */
export const saveVerdict = (desk: Desk, form: Form, reviewer: string): Verdict => {
  if (desk.readOnly) throw new PageError(403, 'the audit was started read only', 'start it without --read-only to judge')
  const common = { id: form.id || desk.ports.newId(), at: timeOf(desk, reviewer), reviewer, article: form.article ?? '' }
  const verdict = verdictSchema.safeParse(verdictFrom(desk, form, common), { error: teach })
  if (!verdict.success) {
    const [issue] = verdict.error.issues
    throw new PageError(400, issue ? told(issue) : 'is no verdict', 'mend the field and save again')
  }
  try {
    desk.log.append(verdict.data)
  } catch (error) {
    throw new PageError(
      500,
      `the verdict could not be saved: ${error instanceof Error ? error.message : String(error)}`,
      `check the disk and the permissions of ${desk.log.path}, and save again`,
    )
  }
  return verdict.data
}

/** Now; but after the reviewer's last verdict, whatever the clock of this machine was set to since. */
const timeOf = (desk: Desk, reviewer: string): string => {
  const now = desk.ports.now()
  const last = desk.standing().verdicts.findLast((v) => v.reviewer === reviewer)?.at ?? ''
  return now > last ? now : new Date(Date.parse(last) + 1).toISOString()
}

type Common = { readonly id: string; readonly at: string; readonly reviewer: string; readonly article: string }

const verdictFrom = (desk: Desk, form: Form, common: Common): unknown => {
  const { verdict = form.reason ? 'reject' : '' } = form
  const comment = form.comment?.trim() ? { comment: form.comment.trim() } : {}
  if (verdict === 'undo') return { ...common, article: undoneOf(desk, form.of ?? '', common.reviewer).article, verdict, of: form.of }
  const stored = desk.stored(common.article)
  if (stored === null)
    throw new PageError(404, `there is no article “${common.article}”`, 'a rebuild may have removed it: go on with another one')
  if (verdict === 'read') return { ...common, verdict, ...comment }
  const versions = { versions: versionsOf(desk) }
  if (verdict === 'add') return { ...common, verdict, ...comment, finding: missedEvent(desk, stored, form), ...versions }
  const event = stored.events.find((e) => e.id === form.event)
  if (event === undefined)
    throw new PageError(
      409,
      'the event is not there any more',
      'a rebuild has changed the article: reload the page and judge what is there now',
    )
  const finding = findingOf(event, stored.article.text)
  const draw = drawOf(desk, form, common.reviewer, event.id)
  const of = { ...comment, finding, ...(draw && { draw }), ...versions }
  switch (verdict) {
    case 'accept':
    case 'skip':
    case 'flag':
    case 'comment':
      return { ...common, verdict, ...of }
    case 'reject':
      return { ...common, verdict, reason: REASONS.find((r) => r === form.reason) ?? 'other', ...of }
    case 'correct':
      return { ...common, verdict, correction: correctionOf(desk, stored, finding, form), ...of }
    default:
      throw new PageError(400, `“${verdict}” is no verdict`, 'use the forms of the page')
  }
}

const undoneOf = (desk: Desk, id: string, reviewer: string): Verdict => {
  const undone = desk.standing().verdicts.find((v) => v.id === id)
  if (undone === undefined) throw new PageError(404, 'there is no such verdict to take back', 'reload the page')
  if (undone.reviewer !== reviewer)
    throw new PageError(403, 'that verdict is another reviewer’s', 'only they can take it back; judge the event yourself')
  return undone
}

const versionsOf = (desk: Desk) => {
  const { version, lexicon, model } = desk.run()
  return { annalist: version, lexicon, model }
}

/** How the event was drawn: only when it is what the reviewer's queue gives next, or was drawn when they judged it before. */
const drawOf = (desk: Desk, form: Form, reviewer: string, event: string): Draw | null => {
  const before = desk
    .standing()
    .verdicts.findLast((v) => hasFinding(v) && v.reviewer === reviewer && v.finding.event === event && v.draw !== undefined)
  const params = new URLSearchParams(Object.entries(form))
  const queue = readQueue(params)
  if (queue.queue === 'random' || queue.queue === 'stratified') {
    const filter = readFilter(new URLSearchParams(form.filter ?? ''))
    const next = nextFor(desk, queue, reviewer, desk.choose(filter).chosen)
    if (next !== null && next.stratum !== null && next.population !== null && next.row === desk.rowOfEvent(event))
      return {
        queue: queue.queue,
        by: queue.queue === 'stratified' ? queue.by : null,
        seed: queue.seed,
        filter: writeFilter(filter),
        stratum: next.stratum,
        population: next.population,
      }
  }
  return before !== undefined && hasFinding(before) ? (before.draw ?? null) : null
}

const scopeOf = (stored: Stored, sentence: Finding['sentence']): Scope => ({
  text: stored.article.text,
  sentence,
  known: stored.events
    .flatMap((e) => [...e.source, ...e.target])
    .map(({ entity, code, start, end, text }) => ({ entity, code, start, end, text })),
})

const codeOf = (desk: Desk, written: string): string => {
  const code = /^\d+/.exec(written.trim())?.[0] ?? ''
  if (!desk.ports.codebook.some((c) => c.code === code))
    throw new PageError(400, `“${written}” is no code of the codebook`, 'type a code such as 057, or words of its name, and choose')
  return code
}

const dateOf = (written: string): string | null => {
  const value = written.trim()
  if (value === '') return null
  if (!isDateValue(value))
    throw new PageError(
      400,
      `“${value}” is no date`,
      'write 1997, 1997-05, 1997-05-27, 2009-SP, 2013-W11, 2016-Q3, a range as 1997/1999, or nothing',
    )
  return value
}

const placeOf = (written: string): Finding['place'] => {
  const [, name = '', country] = /^(.*?)(?:,\s*([A-Za-z]{3}))?$/s.exec(written.trim()) ?? []
  return name === '' ? null : { name: name.trim(), country: country?.toUpperCase() ?? null }
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

/** The fields of a form that say something else than the event does. */
const correctionOf = (desk: Desk, stored: Stored, finding: Finding, form: Form): Correction => {
  const scope = scopeOf(stored, finding.sentence)
  const fields: Correction = {
    ...(form.trigger !== undefined && { trigger: spanOf(locate(form.trigger, scope)) }),
    ...(form.cameo !== undefined && { cameo: codeOf(desk, form.cameo) }),
    ...(form.status !== undefined && { status: form.status as Finding['status'] }),
    ...(form.status !== undefined && { negated: form.negated === '1' }),
    ...(form.source !== undefined && { source: [...readSides(form.source, scope)] }),
    ...(form.target !== undefined && { target: [...readSides(form.target, scope)] }),
    ...(form.date !== undefined && { date: dateOf(form.date) }),
    ...(form.place !== undefined && { place: placeOf(form.place) }),
  }
  const changed = Object.entries(fields).filter(([field, value]) => !same(value, keep(finding[field as keyof Finding], value)))
  if (changed.length === 0) throw new PageError(400, 'nothing was changed', 'change a field, or accept the event as it is')
  return Object.fromEntries(changed) as Correction
}

/** Sides count as the same when their words and entities are: what the form can't show (an actor's full code) is no correction. */
const keep = (was: unknown, is: unknown): unknown =>
  Array.isArray(was) &&
  Array.isArray(is) &&
  was.length === is.length &&
  was.every((w, i) => w.entity === is[i].entity && w.start === is[i].start && w.end === is[i].end)
    ? is
    : was

const spanOf = ({ start, end, text }: { readonly start: number; readonly end: number; readonly text: string }) => ({ start, end, text })

const missedEvent = (desk: Desk, stored: Stored, form: Form): Finding => {
  const { text } = stored.article
  const trigger = spanOf(locate(form.trigger ?? '', { text, sentence: { start: 0, end: text.length }, known: [] }))
  const found = stored.sentences.find((s) => s.start <= trigger.start && trigger.end <= s.end) ?? { start: trigger.start, end: trigger.end }
  const sentence = { start: found.start, end: found.end, text: text.slice(found.start, found.end) }
  const scope = scopeOf(stored, sentence)
  return {
    event: null,
    sentence,
    trigger,
    cameo: codeOf(desk, form.cameo ?? ''),
    status: 'asserted',
    negated: false,
    source: [...readSides(form.source ?? '', scope)],
    target: [...readSides(form.target ?? '', scope)],
    date: dateOf(form.date ?? ''),
    place: placeOf(form.place ?? ''),
    rule: null,
    confidence: null,
  }
}
