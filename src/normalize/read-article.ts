import type { Article, Document, Event, EventDate, Rejection, Timex } from '../document.ts'
import type { NameReader } from '../extract/nlp.ts'
import { readSentences, type SentenceReading } from '../extract/read-sentence.ts'
import { withStates } from '../lexicon/with-states.ts'
import type { SyntaxModel } from '../syntax/network/model.ts'
import type { Predicate } from './dating/attach-date.ts'
import { forgetStates } from './forget-states.ts'
import { judgeArticle } from './judge-article.ts'
import type { Outcome } from './judge-candidate.ts'
import { openArticle, parseSentence } from './open-article.ts'
import type { Reasons } from './reasons/explain-sentence.ts'
import type { Resolution } from './references/resolution.ts'
import { findUnheardStates } from './unheard-states.ts'

/** What reading needs beside the article: what names are read with and the parser's weights. Without `sift` every sentence is read, which changes nothing but the time. */
export type Reader = NameReader & { readonly model: SyntaxModel; readonly sift?: boolean }

/** A sentence with all that was seen in it, what its references were resolved to, and what became of its candidates. */
export type ResolvedSentence = SentenceReading & {
  readonly timexes: readonly Timex[]
  /** The date of any predicate of the sentence, coded or not. */
  readonly dateOf: (predicate: Predicate) => EventDate | null
  readonly resolutions: ReadonlyMap<number, Resolution>
  readonly outcomes: readonly Outcome[]
  /** What else was considered, told when somebody asks. */
  readonly reasons: () => Reasons
}

/**
 * What an article comes to: its events, what became none, and every sentence as it was read. `rejections` are those of sentences that might have held an event;
 * what became of the others' candidates stands in their readings, which are made when somebody asks.
 */
export type Extraction = {
  readonly document: Document
  readonly events: readonly Event[]
  readonly rejections: readonly Rejection[]
  readonly readings: readonly ResolvedSentence[]
}

/** Reads an article whole: from its text to events and rejections. Pure: the same article gives the same extraction everywhere. */
export const readArticle = (reader: Reader, article: Article): Extraction => readArticles(reader, [article])[0] as Extraction

/**
 * Reads some articles, each by itself, but all of them stage by stage: the code of a stage is large, and stays in the processor's cache while all sentences go through it
 * (docs/performance.md, "Stages"). All are in memory until the last is done, so that many should be read a few at a time.
 */
export const readArticles = (reader: Reader, articles: readonly Article[]): readonly Extraction[] => {
  const known = articles.map(({ text }) => readerOf(reader, text))
  const opened = articles.map((article, i) => openArticle(known[i] as Reader, article))
  const parsed = opened.map(({ document, sentences }) =>
    sentences.filter(({ mayHold }) => mayHold).map((sentence) => parseSentence(reader, sentence, document.article.text)),
  )
  const plain = parsed.filter((_, i) => known[i] === reader).flat()
  const readings = readSentences(plain, reader)
  let from = 0
  return opened.map((article, i) => {
    const own = known[i] as Reader
    const length = parsed[i]?.length ?? 0
    const read = own === reader ? readings.slice(from, from + length) : readSentences(parsed[i] ?? [], own)
    if (own === reader) from += length
    const extraction = judgeArticle(own, article, new Map(read.map((reading) => [reading.sentence.index, reading])))
    return own === reader ? extraction : forgetStates(extraction)
  })
}

/** What an article is read with: with the states that it alone tells of, where it does. */
const readerOf = (reader: Reader, text: string): Reader => {
  const states = findUnheardStates(text, reader.lexicon)
  return states.length === 0 ? reader : { ...reader, lexicon: withStates(reader.lexicon, states) }
}
