// What options and configuration choose from, apart from the schema: the command line starts without it.

export const EXPORT_FORMATS = ['ndjson', 'csv', 'parquet', 'graphml', 'jsonld', 'timeline', 'conll'] as const
export const COLUMN_LAYOUTS = ['annalist', 'gdelt', 'icews', 'polecat', 'acled'] as const
export const LEVELS = ['event', '+root', '+actors', '+date'] as const
/** What filters choose by, each with what to write: a name that no event can have would choose none without a word. */
export const ROOTS = { shape: /^(?:0[1-9]|1\d|20)$/, hint: 'write roots of two digits: 04,19,20 (there are 01 to 20)' } as const
export const PARTIES = { shape: /^[A-Z0-9][A-Z0-9_]*$/, hint: 'write entities or CAMEO actor codes: RUS,NATO,FRAMIL' } as const
export const COUNTRIES = { shape: /^[A-Z]{3}$/, hint: 'write ISO 3166 alpha-3 codes: UKR,POL' } as const
export const DIFF_FORMATS = ['text', 'markdown', 'json', 'html'] as const
