import type { Event, Party } from '../document.ts'
import type { Change } from './diff.ts'

const names = (parties: readonly Party[]): string => parties.map((p) => p.code ?? p.entity ?? p.text).join(', ') || '—'

/** An event in one line: what, who, when. */
export const describeEvent = ({ action, source, target, date }: Event, nameOf: (code: string) => string): string => {
  const status = action.status === 'asserted' ? '' : ` [${action.status}]`
  return `${action.cameo} ${nameOf(action.cameo)}${action.negated ? ' [not]' : ''}${status} · ${names(source)} → ${names(target)} · ${date?.value ?? 'no date'}`
}

/** What of an event a change is told by: the new one, or what it was. */
export const eventOf = ({ before, after }: Change): Event => {
  const finding = after ?? before
  if (finding === null) throw new Error('a change has an event on one side at least')
  return finding.event
}
