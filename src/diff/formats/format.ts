import type { Change } from '../diff.ts'
import type { Summary } from '../summarize.ts'

/** How a report is written: names of codes, and addresses of articles and lexicon entries, null where there is none. */
export type Look = {
  readonly nameOf: (code: string) => string
  readonly articleLink: (article: Change['article']) => string | null
  readonly entryLink: (entry: string) => string | null
  /** Paints words for a terminal; the words as they are elsewhere. */
  readonly paint: {
    readonly bold: (text: string) => string
    readonly dim: (text: string) => string
    readonly kind: (kind: Change['kind'], text: string) => string
  }
}

export const SIGNS = { added: '+', removed: '−', changed: '~' } as const

/** "12 added, 3 removed, 5 changed": what is not none. */
export const countsLine = ({ added, removed, changed }: Summary['counts']): string =>
  [added && `${added} added`, removed && `${removed} removed`, changed && `${changed} changed`].filter(Boolean).join(', ') ||
  'nothing differs'

/** The line above a report. */
export const headline = (summary: Summary): string => {
  const { counts, moved, before, after } = summary
  const same = after - counts.added - counts.changed
  return `${countsLine(counts)}; ${same} as they were${moved > 0 ? ` (${moved} of them moved in their text)` : ''}; ${before} → ${after} events`
}
