import type { Document, Event, Reason, Trigger } from '../document.ts'
import { wordAt } from '../extract/clauses/tree.ts'
import type { SentenceReading } from '../extract/read-sentence.ts'
import { findingId } from './event-id.ts'

/** Where a finding stands: its document and sentence, and how often the same sentence stood before. */
type Place = { readonly document: Document; readonly reading: SentenceReading; readonly repeat: number }

/** What every event and rejection tells of where it is from. */
export type Finding = Pick<Event, 'id' | 'document' | 'sentence' | 'trigger'>

/** A finding by its trigger's words; `what` tells it from others there. */
export const findingOf = (place: Place, words: readonly number[], what: Reason | 'event'): Finding => {
  const { document, reading } = place
  const trigger = triggerOf(reading, document.article.text, words)
  return { id: idOf(place, trigger, what), document: document.article.id, sentence: refOf(reading), trigger }
}

const triggerOf = (reading: SentenceReading, text: string, words: readonly number[]): Trigger => {
  const [first, last] = [words[0] as number, words.at(-1) as number]
  const start = wordAt(reading.tree, first).start
  const end = wordAt(reading.tree, last).end
  const { lemma } = wordAt(reading.tree, first)
  return {
    start,
    end,
    text: text.slice(start, end),
    lemma: words.length === 1 ? lemma : words.map((w) => wordAt(reading.tree, w).lemma).join(' '),
  }
}

const refOf = ({ sentence: { index, start, end } }: SentenceReading): Event['sentence'] => ({ index, start, end })

/** The words of the sentence and the place of the trigger in them: what stands elsewhere in the article doesn't change an id. */
const idOf = ({ document, reading: { sentence }, repeat }: Place, trigger: Trigger, what: string): string => {
  const { id, text } = document.article
  const words = text.slice(sentence.start, sentence.end)
  return findingId(id, words, repeat, trigger.start - sentence.start, trigger.end - sentence.start, what)
}
