import type { Lexicon } from './index-lexicon.ts'

/** Whether an entity is a part of the world with CAMEO's code for it ("Europe", "Latin America"): its states act, its name alone says where. */
export const isPartOfWorld = (lexicon: Pick<Lexicon, 'entities'>, entity: string): boolean => {
  const actor = lexicon.entities.get(entity)
  return actor?.kind === 'alliance' && actor.code !== null && !/^(IGO|IMG)/.test(actor.code)
}
