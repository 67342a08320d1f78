import type { Lexicon } from '../../lexicon/index-lexicon.ts'
import { keepsLast } from '../../lexicon/remembered.ts'
import { spellings } from '../../lexicon/spelling.ts'

/** What stands around the names of states, as patterns of the text before or behind a name. */
export type Signs = {
  /** What only a state has, behind its "'s " and before its name: "foreign minister", "neighbouring". */
  readonly ownBehind: RegExp
  readonly ownBefore: RegExp
  /** What leaders have as well: "government". */
  readonly sharedBehind: RegExp
  readonly sharedBefore: RegExp
  /** "Zendia has recalled its ambassador". */
  readonly has: RegExp
  /** "the Zendian navy", "two Zendian villages": what stands behind the adjective of a state. */
  readonly ofAdjective: RegExp
  /** What states in one row do, rather than flowers. */
  readonly together: RegExp
  readonly betweenStates: RegExp
}

/** The signs by the words of the lexicon. */
export const signsOfStates = keepsLast((lexicon: Lexicon): Signs => {
  const any = (id: string): string => alternatives(lexicon, id)
  const own = `(?:(?:${any('department-of-state')}) minist(?:er|ry|ries)|premiers?(?! \\p{Ll})|${any('only-states-have')})\\b`
  const states = any('states-have')
  const shared = `(?:${states}|${any('leaders-have')})\\b`
  return {
    ownBehind: new RegExp(`^${WITHIN}${own}`, 'u'),
    ownBefore: new RegExp(
      `(?:(?:${own}|\\b(?:${any('called-of-a-state')})) of (?:the )?|\\bPresident \\p{Lu}\\S+ (?:\\p{Lu}\\S+ )?of |\\bneighbou?ring )$`,
      'u',
    ),
    sharedBehind: new RegExp(`^${WITHIN}${shared}`, 'u'),
    sharedBefore: new RegExp(`\\b${shared} (?:of|in) (?:the )?$`, 'iu'),
    has: new RegExp(`^ [^.]{0,40}\\bits (?:${any('its-own')})\\b`),
    ofAdjective: new RegExp(`^ (?:${WITHIN}(?:${own}|(?:${states}|${any('nations-have')})\\b)|(?:${any('office-in-capitals')})\\b)`, 'u'),
    together: new RegExp(`\\b(?:${any('done-by-states')})\\b`),
    betweenStates: new RegExp(`\\b(?:${any('between-states')})\\b`),
  }
})

const WITHIN = String.raw`(?:\p{Ll}[\p{Ll}-]+ ){0,2}`

/** The forms that a class lists, in both spellings; what nothing matches where it lists none. */
const alternatives = ({ data }: Lexicon, id: string): string => {
  const words = data.classes.filter((entry) => entry.id === id).flatMap((entry) => entry.words.flatMap(spellings))
  return words.length === 0 ? '(?!)' : words.map((word) => word.replaceAll(/[$()*+./?[\\\]^{|}]/g, '\\$&')).join('|')
}
