import { hash } from 'node:crypto'
import type { Event, Rejection, Sentence } from '../document.ts'
import type { Findings } from './check-extraction.ts'
import { eventRecord } from './event-record.ts'

type Kept = {
  readonly telling: string
  readonly sentences: readonly Pick<Sentence, 'start' | 'end' | 'section' | 'kind'>[]
  readonly events: readonly Event[]
  readonly rejections: readonly Rejection[]
}

/** The hash of what is kept of an article's extraction: 32 hexadecimal digits. */
export const digestOfKept = ({ telling, sentences, events, rejections }: Kept): string =>
  hash(
    'sha256',
    JSON.stringify([
      telling,
      sentences.map(({ start, end, section, kind }) => [start, end, section, kind]),
      events.map(eventRecord),
      rejections.map(({ id, document, sentence, trigger, reason, detail, rule }) => [
        id,
        document,
        [sentence.index, sentence.start, sentence.end],
        [trigger.start, trigger.end, trigger.text, trigger.lemma],
        reason,
        detail,
        rule,
      ]),
    ]),
  ).slice(0, 32)

/** The hash of what an extraction found in an article, the same before it is stored and read back. */
export const digestOf = ({ document, events, rejections }: Findings): string =>
  digestOfKept({ telling: document.telling, sentences: document.sentences, events, rejections })
