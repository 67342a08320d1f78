import { isCalendarWord } from '../../extract/actors/calendar-words.ts'
import { fold } from '../../lexicon/fold.ts'
import type { Lexicon } from '../../lexicon/index-lexicon.ts'
import { isOfClass } from '../../lexicon/is-of-class.ts'
import { keepsLast, remembered } from '../../lexicon/remembered.ts'
import { type Place, placesNamed } from '../places/gazetteer.ts'
import { placeKey } from '../places/place-key.ts'

/** Whether a word is a name that nobody knows; of a small town's, of which hardly anybody heard, it is that. Null of all others. */
export type Newness = (word: string) => 'new' | 'village' | null

/** Nobody's name, no place's, and no place's adjective ("Bavarian") is new. */
export const newWords = keepsLast(
  (lexicon: Lexicon): Newness =>
    remembered((name) => {
      if (isCalendarWord(name) || isOpening(lexicon, name) || lexicon.givenNames.has(name) || isKnown(name, lexicon)) return null
      if (/^New .*(?:an|ese|ish)$/.test(name)) return null
      const places = placesNamed(placeKey(name))
      if (places.some(isHeardOf)) return null
      const stem = name.replace(/(?:ian|an|n|ese|ish|ic)s?$/, '')
      const isOfKnown = (root: string): boolean => isKnown(root, lexicon) || placesNamed(placeKey(root)).some(isHeardOf)
      if (stem !== name && ['', 'a', 'ia', 'e', 'y', 'n', 'o'].some((end) => isOfKnown(stem + end))) return null
      return places.length > 0 ? 'village' : 'new'
    }),
)

/** Whether sentences begin with a word, which has its capital from that: "The", "Neighbouring". */
export const isOpening = (lexicon: Lexicon, word: string): boolean => isOfClass(lexicon, word.toLowerCase(), 'opening-word')

const isHeardOf = ({ known, rank, people }: Place): boolean => known || !/^(?:town|district)$/.test(rank) || people >= 100

const isKnown = (name: string, lexicon: Lexicon): boolean => {
  const { exact, roles, blocked } = lexicon.known(fold(name))
  // "Korean": what known names begin with.
  return lexicon.sight(name).most !== undefined || exact !== undefined || roles !== undefined || blocked
}
