import type { Writer } from './exported.ts'

/** Every event as the record that `annalist extract` gives, one a line. */
export const writeNdjson: Writer = function* (events) {
  for (const { event } of events) yield `${JSON.stringify(event)}\n`
}
