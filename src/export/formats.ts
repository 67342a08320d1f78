import type { Writer } from './exported.ts'

/** The formats that need a database only, each with its media type and the code that writes it, loaded when it is needed. */
export const FORMATS = {
  ndjson: { mediatype: 'application/x-ndjson', load: async (): Promise<Writer> => (await import('./write-ndjson.ts')).writeNdjson },
  parquet: {
    mediatype: 'application/vnd.apache.parquet',
    load: async (): Promise<Writer> => (await import('./write-parquet.ts')).writeParquet,
  },
  graphml: { mediatype: 'application/graphml+xml', load: async (): Promise<Writer> => (await import('./write-graphml.ts')).writeGraphml },
  jsonld: { mediatype: 'application/ld+json', load: async (): Promise<Writer> => (await import('./write-jsonld.ts')).writeJsonld },
} as const

/** How a table's layout, a picture and trees are told apart from those above. */
export const MEDIA_TYPES = {
  ...Object.fromEntries(Object.entries(FORMATS).map(([name, { mediatype }]) => [name, mediatype])),
  csv: 'text/csv',
  timeline: 'text/html',
  conll: 'text/plain',
} as Readonly<Record<string, string>>
