import { eventRecord } from '../../store/event-record.ts'
import type { Change } from '../diff.ts'
import type { Summary } from '../summarize.ts'

/** A change as one JSON object. */
export const changeJson = ({ kind, article, cause, fields, before, after }: Change): string =>
  JSON.stringify({
    kind,
    document: article.id,
    cause,
    fields: Object.fromEntries(fields.map((change) => [change.field, { before: change.before, after: change.after }])),
    before: before && eventRecord(before.event),
    after: after && eventRecord(after.event),
    words: (after ?? before)?.words ?? null,
  })

/** The counts of a diff. */
export const summaryJson = ({ before, after, counts, moved, roots, actors }: Summary): string =>
  JSON.stringify({
    before,
    after,
    ...counts,
    moved,
    roots: Object.fromEntries([...roots].sort()),
    actors: Object.fromEntries([...actors].sort()),
  })
