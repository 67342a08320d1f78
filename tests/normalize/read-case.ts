import type { Party, Sentence, Word } from '../../src/document.ts'
import { layOut } from '../../src/extract/lay-out.ts'
import { type Candidate, readSentence, type SentenceReading } from '../../src/extract/read-sentence.ts'
import { lexicon } from '../../src/lexicon/english.ts'
import { loadNlp } from '../../src/load-nlp.ts'
import { isTown } from '../../src/normalize/places/is-town.ts'
import { emptyDiscourse } from '../../src/normalize/references/discourse.ts'
import { resolveSentence } from '../../src/normalize/references/resolve-sentence.ts'
import { findSides } from '../../src/normalize/sides/find-sides.ts'
import { readSyntax } from '../../src/syntax/read-syntax.ts'
import { tokenize } from '../../src/syntax/tokens.ts'
import { loadEnglish } from '../syntax/network/load-english.ts'

const model = loadEnglish()
const MARK = /\{([^{}|]+)\|(\d\d)\}/g

/** A text in which `{trigger|root}` marks acts, read as far as its sides: what place, numbers and contexts of an event are found from. */
export type ReadCase = {
  readonly text: string
  readonly document: ReturnType<typeof layOut>
  readonly reading: SentenceReading
  readonly candidate: Candidate
  readonly root: string
  readonly source: readonly Party[]
  readonly target: readonly Party[]
}

/** Reads a marked text up to the act that is asked: `trigger`, or the only one. Throws where the grammar finds no such clause. */
export const readCase = (marked: string, trigger: string | null = null, title: string | null = null): ReadCase => {
  const text = marked.replace(MARK, '$1')
  const marks = [...marked.matchAll(MARK)]
  const mark = marks.find((m) => trigger === null || m[1] === trigger)
  if (!mark) throw new Error(`no {trigger|root} in "${marked}"`)
  const start = marked.slice(0, mark.index).replace(MARK, '$1').length
  const document = layOut({ id: 'case', text, published: '2024-05-01', title, url: null, kind: null }, isTown)
  const sentence = document.sentences.find((s) => s.start <= start && start < s.end) as Sentence
  const words: readonly Word[] = readSyntax(model, tokenize(text, sentence))
  const reading = readSentence({ sentence, words, date: '2024-05-01', text }, { lexicon, nlp: loadNlp })
  const end = start + (mark[1] as string).length
  const candidate = reading.candidates.find(({ clause }) =>
    clause.words.some((at) => (words[at] as Word).start < end && (words[at] as Word).end > start),
  )
  if (!candidate) throw new Error(`no clause at "${mark[1]}" in "${text}"`)
  const { resolutions } = resolveSentence(reading, lexicon, emptyDiscourse)
  const clauses = new Map(reading.candidates.map((c) => [c.clause.head, c.clause]))
  const rule = candidate.acts[0]?.entry ?? { source: null, target: null, joint: false }
  return {
    text,
    document,
    reading,
    candidate,
    root: mark[2] as string,
    ...findSides({ reading, text, lexicon, resolutions }, candidate.clause, rule, clauses),
  }
}
