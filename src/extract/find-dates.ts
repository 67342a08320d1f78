import type { Document } from '../document.ts'
import { spanIn, visible } from '../syntax/visible.ts'
import { cutPieces } from './dates/cut-pieces.ts'
import type { Found, Traits } from './dates/expression.ts'
import { readTraits } from './dates/read-traits.ts'
import { PARSERS, REFINERS } from './dates/rules.ts'

/** The time expressions of a document by their words alone, in order and without overlaps; offsets are those of the article's text. */
export const findDates = (document: Document): readonly Found[] => {
  const { text } = document.article
  const traits = readTraits(document.article)
  return cutPieces(text, document.blocks).flatMap((piece) =>
    findInPiece(text.slice(piece.start, piece.end), traits).map(({ start, end, meaning, mod, rule }) => ({
      start: start + piece.start,
      end: end + piece.start,
      meaning,
      mod,
      rule,
    })),
  )
}

/** The expressions in a paragraph or a part of one, soft hyphens and the like passed over. */
export const findInPiece = (text: string, traits: Traits): readonly Found[] => {
  const seen = visible(text)
  return seen === null
    ? findSeen(text, traits)
    : findSeen(seen.text, traits).map((found) => ({ ...found, ...spanIn(seen, found.start, found.end) }))
}

/** Every parser, then every refiner in its turn. */
const findSeen = (text: string, traits: Traits): readonly Found[] =>
  REFINERS.reduce<readonly Found[]>(
    (found, refiner) => refiner.refine(text, found),
    PARSERS.flatMap((parser) => (parser.hint?.test(text) === false ? [] : parser.find(text, traits))),
  )
