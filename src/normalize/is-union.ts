import type { Lexicon } from '../lexicon/index-lexicon.ts'

/** Whether an entity is an organisation of states: its ministers or members agree among themselves. */
export const isUnion = (lexicon: Lexicon, entity: string | null): boolean =>
  /^(igo|alliance)$/.test(lexicon.entities.get(entity ?? '')?.kind ?? '')
