import type { Sentence, Timex } from '../document.ts'
import type { SentenceReading } from '../extract/read-sentence.ts'
import { dateEvent, type TimeScene } from './date-event.ts'
import type { Outcome } from './judge-candidate.ts'
import type { ResolvedSentence } from './read-article.ts'
import type { Reasons } from './reasons/explain-sentence.ts'
import type { Resolution } from './resolve-mention.ts'

/** What a sentence comes to once it is read. */
export type Later = {
  readonly reading: SentenceReading
  readonly resolutions: ReadonlyMap<number, Resolution>
  readonly time: TimeScene
  readonly outcomes: readonly Outcome[]
  readonly reasons: () => Reasons
}

const later = new WeakSet<ResolvedSentence>()

/** Whether a sentence was passed over. */
export const isLater = (reading: ResolvedSentence): boolean => later.has(reading)

/** A sentence that no event comes of, read when somebody asks what is in it. */
export const readLater = (sentence: Sentence, timexes: readonly Timex[], whole: () => Later): ResolvedSentence => {
  const reading: ResolvedSentence = {
    sentence,
    timexes,
    get words() {
      return whole().reading.words
    },
    get tree() {
      return whole().reading.tree
    },
    get pieces() {
      return whole().reading.pieces
    },
    get mentions() {
      return whole().reading.mentions
    },
    get candidates() {
      return whole().reading.candidates
    },
    get resolutions() {
      return whole().resolutions
    },
    get outcomes() {
      return whole().outcomes
    },
    reasons: () => whole().reasons(),
    dateOf: (predicate) => dateEvent(whole().time, predicate),
  }
  later.add(reading)
  return reading
}
