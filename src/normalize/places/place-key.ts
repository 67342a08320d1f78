import { foldPlace } from '../../lexicon/fold.ts'

/** What a place's name is looked up by: folded as actors' names are, in small letters. */
export const placeKey = (name: string): string => foldPlace(name).toLowerCase()
