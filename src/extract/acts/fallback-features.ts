/** What the fallback's ranker sees of a root, in the order of its weights (model/fallback.json, made by train/fallback.ts). */
export const FEATURES = [
  'share of the verb’s entries with this root',
  'best share of an entry’s conditions that hold',
  'weight of its conditions that hold',
  'own words of the verb stand there',
  'an object stands there that no entry wants',
  'an object is wanted and none stands there',
  'subject is an actor',
  'object is an actor',
  'another phrase is an actor',
  'roots of the verb (log)',
  'entries of the verb (log)',
  'main clause',
  'root of words (01 to 05, 09 to 13)',
] as const
