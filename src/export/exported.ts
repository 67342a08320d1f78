import type { Event } from '../document.ts'
import type { Settings, Store, Stored } from '../store/index.ts'
import { type Filter, filterFrom } from './filter.ts'

/** An event to export, with the facts of its article and the words of its sentence. */
export type Exported = { readonly event: Event; readonly article: Stored; readonly words: string }

/** What exports say beside the events. */
export type About = {
  readonly version: string
  readonly title: string | null
  /** As SPDX names it, or null where none is given. */
  readonly licence: string | null
  /** When it was made (ISO 8601), or null: only SOURCE_DATE_EPOCH says so, never the clock. */
  readonly created: string | null
  /** The settings of the runs that the events are from. */
  readonly runs: readonly (Settings & { readonly id: string })[]
  /** The name of a CAMEO code. */
  readonly nameOf: (code: string) => string
  /** The name of a country or organisation, or null where the lexicon has none. */
  readonly nameOfEntity: (entity: string) => string | null
}

/** A format's writer: events in, pieces of the file out. */
export type Writer = (events: Iterable<Exported>, about: About) => AsyncIterable<string | Uint8Array> | Iterable<string | Uint8Array>

/** The events of a database that a filter takes, in the order of article ids and of the text. */
export function* exportedFrom(store: Store, filter: Filter): Generator<Exported> {
  const wanted = filterFrom(filter)
  for (const article of store.articles()) {
    const events = [...store.events(article.id)].filter(wanted)
    if (events.length === 0) continue
    const sentences = store.sentences(article.id)
    for (const event of events) yield { event, article, words: sentences[event.sentence.index]?.text ?? '' }
  }
}
