import type { Sentence, Timex } from '../document.ts'
import type { SentenceReading } from '../extract/read-sentence.ts'
import { dateEvent, type TimeScene } from './dating/date-event.ts'
import type { Outcome } from './judge-candidate.ts'
import type { ResolvedSentence } from './read-article.ts'
import type { Reasons } from './reasons/explain-sentence.ts'
import type { Resolution } from './references/resolution.ts'

/** What a sentence comes to once it is read. */
export type Later = {
  readonly reading: SentenceReading
  readonly resolutions: ReadonlyMap<number, Resolution>
  readonly time: TimeScene
  readonly outcomes: readonly Outcome[]
  readonly reasons: () => Reasons
}

const WHOLE = Symbol('whole')
type PassedOver = { readonly [WHOLE]: () => Later }
type Read = Pick<ResolvedSentence, 'words' | 'tree' | 'pieces' | 'mentions' | 'candidates' | 'resolutions' | 'outcomes'>

const field = <Name extends keyof Read>(read: (later: Later) => Read[Name]): PropertyDescriptor & ThisType<PassedOver> => ({
  enumerable: true,
  get() {
    return read(this[WHOLE]())
  },
})

/** One getter for all sentences: those of a literal are new ones each time, which V8 puts among what is old, and all that they see stays with them until that is collected. */
const FIELDS: { readonly [Name in keyof Read]: PropertyDescriptor & ThisType<PassedOver> } = {
  words: field<'words'>(({ reading }) => reading.words),
  tree: field<'tree'>(({ reading }) => reading.tree),
  pieces: field<'pieces'>(({ reading }) => reading.pieces),
  mentions: field<'mentions'>(({ reading }) => reading.mentions),
  candidates: field<'candidates'>(({ reading }) => reading.candidates),
  resolutions: field<'resolutions'>(({ resolutions }) => resolutions),
  outcomes: field<'outcomes'>(({ outcomes }) => outcomes),
}

/** Whether a sentence was passed over. */
export const isLater = (reading: ResolvedSentence): boolean => WHOLE in reading

/** A sentence that no event comes of, read when somebody asks what is in it. */
export const readLater = (sentence: Sentence, timexes: readonly Timex[], whole: () => Later): ResolvedSentence => {
  const reasons = (): Reasons => whole().reasons()
  const dateOf: ResolvedSentence['dateOf'] = (predicate) => dateEvent(whole().time, predicate)
  const passedOver = Object.defineProperty({ sentence, timexes, reasons, dateOf }, WHOLE, { value: whole })
  return Object.defineProperties(passedOver, FIELDS) as typeof passedOver & Read
}
