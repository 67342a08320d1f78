import type { Word } from '../../document.ts'
import { remembered } from '../../lexicon/remembered.ts'

/** A mend with the words that it is for, by part of speech and relation; what is left out takes all of them. */
export type Fit<Mend> = { readonly mend: Mend; readonly upos?: RegExp; readonly relation?: RegExp }

/** A mend with its place in the order. */
export type Placed<Mend> = { readonly place: number; readonly mend: Mend }

/** Tells the mends for a word, in their order; for most words there are few, and what a word needs is remembered. */
export const fitting = <Mend>(fits: readonly Fit<Mend>[]): ((word: Word) => readonly Placed<Mend>[]) => {
  const placed = fits.map(({ mend }, place) => ({ place, mend }))
  const byRelation = remembered((deprel) =>
    remembered((upos) =>
      placed.filter(({ place }) => {
        const { upos: parts = ANY, relation = ANY } = fits[place] as Fit<Mend>
        return parts.test(upos) && relation.test(deprel)
      }),
    ),
  )
  return ({ upos, deprel }) => byRelation(deprel)(upos)
}

const ANY = /^/
