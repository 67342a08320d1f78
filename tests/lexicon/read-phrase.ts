import type { Mention, Word } from '../../src/document.ts'
import { findMentions } from '../../src/extract/actors/find-mentions.ts'
import { findPieces } from '../../src/extract/actors/find-pieces.ts'
import type { Piece } from '../../src/extract/actors/piece.ts'
import { plantTree } from '../../src/extract/clauses/tree.ts'
import { lexicon } from '../../src/lexicon/english.ts'
import { isOfClass } from '../../src/lexicon/is-of-class.ts'
import { readSyntax } from '../../src/syntax/read-syntax.ts'
import { tokenize } from '../../src/syntax/tokens.ts'
import { loadEnglish } from '../syntax/network/load-english.ts'

const model = loadEnglish()
const describer = {
  describes: (lemma: string) => lexicon.described.has(lemma),
  isOf: (lemma: string, id: string) => isOfClass(lexicon, lemma, id),
  isPartOfWorld: () => false,
  isWordFor: (lemma: string, entity: string) => lexicon.described.get(lemma)?.has(entity) ?? false,
  isPerson: () => false,
  genderOf: () => null,
}

/** The actors of one sentence: the lexicon's pieces, and the mentions that grew over them. */
export const readPhrase = (
  text: string,
): { readonly words: readonly Word[]; readonly pieces: readonly Piece[]; readonly mentions: readonly Mention[] } => {
  const words = readSyntax(model, tokenize(text, { start: 0, end: text.length }))
  const pieces = findPieces(words, lexicon, null)
  return { words, pieces, mentions: findMentions(plantTree(words, describer.isOf), text, pieces, describer) }
}
