import type { Block, Span } from '../../document.ts'
import type { Lexicon } from '../../lexicon/index-lexicon.ts'
import { isOfClass } from '../../lexicon/is-of-class.ts'
import { once } from '../../lexicon/unpack.ts'
import { lemmaOf } from '../../syntax/lemmas.ts'
import { type Tense, tenseAt } from './tense-at.ts'

type Classes = Pick<Lexicon, 'classesOf'>

/** What stands around an expression that bears on its reckoning. */
export type Surroundings = {
  readonly block: Block | null
  readonly quoted: boolean
  readonly bracketed: boolean
  /** Looked up when it is asked for: few reckonings need it. */
  readonly tense: () => Tense
  /** Its own words. */
  readonly own: string
  readonly start: number
  /** The 24 characters before it in its block, and after it. */
  readonly lead: string
  readonly next: string
  /** Whether a noun of a violent act stands behind it, which it then is of: "the June 14 attack". */
  readonly isOfViolence: () => boolean
  /** What stands before it in its sentence, as far as a full stop tells. */
  readonly before: string
}

/** Looks around an expression: quotation marks and brackets open before it in its block, and the tense of the nearest verb in its sentence. */
export const surroundingsOf = (text: string, span: Span, block: Block | null, lexicon: Classes): Surroundings => {
  const from = Math.max(block?.start ?? 0, span.start - 1500)
  const lead = text.slice(from, span.start)
  return {
    block,
    quoted: isQuoted(lead),
    bracketed: lead.lastIndexOf('(') > lead.lastIndexOf(')'),
    tense: once(() => tenseAt(lead.slice(-400), text.slice(span.end, Math.min(block?.end ?? text.length, span.end + 160)))),
    isOfViolence: once(() => isViolence(text.slice(span.end, Math.min(block?.end ?? text.length, span.end + 40)), lexicon)),
    before: lead.slice(Math.max(...['. ', '! ', '? '].map((stop) => lead.lastIndexOf(stop))) + 1),
    own: text.slice(span.start, span.end),
    start: span.start,
    lead: lead.slice(-24),
    next: text.slice(span.end, Math.min(block?.end ?? text.length, span.end + 24)),
  }
}

const isViolence = (next: string, lexicon: Classes): boolean =>
  (/^ ([a-z]+)(?: ([a-z]+))?/.exec(next)?.slice(1) ?? []).some((word = '') => {
    const noun = lemmaOf(word, 'NOUN')
    return isOfClass(lexicon, noun, 'attack-noun') || isOfClass(lexicon, noun, 'crime')
  })

/** Whether an expression is the label of an entry: "- November 1: …", "2014 --". */
export const isEntry = ({ before, next }: Surroundings): boolean => /^\s*(?:[-–—•*]+\s*)?$/.test(before) && /^\s*[:–—-]/.test(next)

const isQuoted = (lead: string): boolean => {
  const curly = lead.lastIndexOf('“') > lead.lastIndexOf('”')
  return curly || (lead.split('"').length - 1) % 2 === 1
}
