// What options and configuration choose from, apart from the schema: the command line starts without it.

export const EXPORT_FORMATS = ['ndjson', 'csv', 'parquet', 'graphml', 'jsonld', 'timeline', 'conll'] as const
export const COLUMN_LAYOUTS = ['annalist', 'gdelt', 'icews', 'polecat', 'acled'] as const
export const LEVELS = ['event', '+root', '+actors', '+date'] as const
export const DIFF_FORMATS = ['text', 'markdown', 'json', 'html'] as const
