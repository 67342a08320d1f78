import { isCalendarWord } from '../../extract/actors/calendar-words.ts'
import type { Lexicon } from '../../lexicon/index-lexicon.ts'
import { isOpening, type Newness, newWords } from './new-words.ts'
import { signsOfStates } from './signs-of-states.ts'

/**
 * What stands by a name: what only a state has, what leaders have too, and a place in the clause where states stand; `inside` the sentence, where a capital tells a name,
 * or before an auxiliary. `village`: a small town is called so too.
 */
export type Evidence = {
  readonly own: boolean
  readonly shared: boolean
  readonly where: boolean
  readonly slot: boolean
  readonly inside: boolean
  readonly village: boolean
}

type Seen = {
  readonly names: Map<string, Evidence>
  readonly adjectives: Set<string>
  readonly people: Set<string>
  readonly barred: Set<string>
}

/** The new names of an article with what stands by them, new adjectives of states and peoples, and what a new name is a part of. */
export const findEvidence = (text: string, lexicon: Lexicon): Seen => {
  const [newness, signs] = [newWords(lexicon), signsOfStates(lexicon)]
  const seen: Seen = { names: new Map(), adjectives: new Set(), people: new Set(), barred: new Set() }
  for (const match of text.matchAll(NAME)) {
    const [name] = match
    const how = newness(name)
    if (how === null) continue
    const before = text.slice(Math.max(0, match.index - 40), match.index)
    const after = text.slice(match.index + name.length, match.index + name.length + 60)
    const isNational = NATIONAL.test(name)
    const isEnd = isNational ? endsAdjective(before, lexicon, newness) : endsName(before, lexicon)
    if (isNational) {
      if (!isEnd) (signs.ofAdjective.test(after) && !name.endsWith('s') ? seen.adjectives : seen.people).add(name.replace(/s$/, ''))
    } else if (isEnd || goesOn(after)) seen.barred.add(name)
    else {
      const { own, shared, where, slot, inside } = seen.names.get(name) ?? NOTHING
      const owns = /^(?:['’]s|, (?:whose|its)) /.exec(after)?.[0] ?? ''
      const had = owns === '' ? '' : after.slice(owns.length)
      seen.names.set(name, {
        own: own || signs.ownBehind.test(had) || signs.ownBefore.test(before),
        shared: shared || signs.sharedBehind.test(had) || signs.sharedBefore.test(before) || signs.has.test(after),
        where: where || /\bin $/.test(before),
        slot: slot || SLOT.test(before) || SUBJECT.test(after),
        inside: inside || INSIDE.test(before) || SUBJECT.test(after),
        village: how === 'village',
      })
    }
  }
  return seen
}

/** "Zendia Bridge", but not "in Zendia Monday". */
const goesOn = (after: string): boolean => {
  const [, next] = /^(?: |-)(\p{Lu}[\p{L}]*)/u.exec(after) ?? []
  return next !== undefined && !isCalendarWord(next)
}

const NOTHING: Evidence = { own: false, shared: false, where: false, slot: false, inside: false, village: false }

/** "Alan Garcia", "Mr. Garcia's government"; but not "On Monday Zendia". */
const endsName = (before: string, lexicon: Lexicon): boolean => {
  const name = nameRightBefore(before)
  return name !== null && (!name.isFirst || !isOpening(lexicon, name.word))
}

/** "Alan Garcian"; but not "The Garcian government", and behind a first word that nobody knows it may be a state ("Kelmar Zendian troops"). */
const endsAdjective = (before: string, lexicon: Lexicon, newness: Newness): boolean => {
  const name = nameRightBefore(before)
  return name !== null && (!name.isFirst || (!isOpening(lexicon, name.word) && newness(name.word) === null))
}

/** The word with a capital that ends before a blank at the end, and whether it begins a sentence. */
const nameRightBefore = (before: string): { readonly word: string; readonly isFirst: boolean } | null => {
  const match = /\p{Lu}(?:[\p{L}'’-]{0,20}|\p{L}{0,4}\.)(?= $)/u.exec(before)
  if (match === null || isCalendarWord(match[0])) return null
  return { word: match[0], isFirst: match.index === 0 || /(?:[.!?:]["”]? |["“])$/.test(before.slice(0, match.index)) }
}

export const NAME =
  /\b(?:(?:North|South|East|West|New|Upper|Lower|Greater) )?\p{Lu}\p{Ll}{3,}(?: (?:Minor|Major|Republic|Federation))?(?!\p{L})/gu

const SLOT = /(?:^|[.!?]["”]? |\b(?:in|against|between|with|by|from|to|on|and) )$/
const INSIDE = /\b(?:in|against|between|with|by|from|to) $/
const SUBJECT = /^ (?:has|had|have|was|will|would|is)\b/
const NATIONAL = /^\p{Lu}\p{Ll}{2,}(?:ian|an|ese|ish|ic)s?$/u
