/** The promises that a database makes; each failure is of one. */
export const PROMISES = {
  file: 'the file is whole',
  keys: 'every reference leads to a row',
  schema: 'tables, indexes and views are those of its schema version',
  runs: "a run's id is the hash of its settings, and its lexicon is that of its entries",
  current: 'every article was extracted with the version, lexicon and model of now',
  article: "an article's hash is that of its text and facts",
  sentences: 'sentences are numbered, in order, and quote their article',
  order: 'events, rejections and what belongs to them are numbered without a gap',
  quotation: 'every span quotes its article',
  record: 'every event is an event record',
  code: 'every code is in the codebook, with its Goldstein value and quad class',
  id: 'ids are content hashes',
  date: 'a date begins before it ends, and its value says the same',
  rule: 'the entry that fired is in the lexicon of its run',
  copies: 'near-copies are what the texts make of them',
  digest: 'what is stored of an article is what was found in it',
  verdicts: 'every accepted event is extracted as it was accepted',
  floors: 'counts and scores are within the bounds of the configuration',
} as const

export type Promised = keyof typeof PROMISES

/** A promise that does not hold: of which row, what is wrong, what to do. */
export type Failure = { readonly promise: Promised; readonly row: string; readonly message: string; readonly remedy: string }

export const AGAIN = 'extract it anew: `annalist run --force`, or the whole database: `annalist run --fresh`'
