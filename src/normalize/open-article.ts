import type { Article, Document, Sentence, Timex, Token, Word } from '../document.ts'
import type { Grammar } from '../extract/clauses/grammar.ts'
import type { Parse } from '../extract/clauses/parse-at.ts'
import { parseBeforeTeller, parseBehindTeller } from '../extract/clauses/parse-before-teller.ts'
import { parseBehindLead } from '../extract/clauses/parse-behind-lead.ts'
import { parseBehindParticiple } from '../extract/clauses/parse-behind-participle.ts'
import { parseBesideColon } from '../extract/clauses/parse-beside-colon.ts'
import { parseBesideDashes } from '../extract/clauses/parse-beside-dashes.ts'
import { parseBesideSemicolon } from '../extract/clauses/parse-beside-semicolon.ts'
import type { Known } from '../extract/clauses/parse-headline.ts'
import { parseNeighbouring } from '../extract/clauses/parse-neighbouring.ts'
import { parsePairedNames } from '../extract/clauses/parse-paired-names.ts'
import { parsePlainly } from '../extract/clauses/parse-plainly.ts'
import { parseVerbless } from '../extract/clauses/parse-verbless.ts'
import { parseWithinVerb } from '../extract/clauses/parse-within-verb.ts'
import { layOut } from '../extract/lay-out.ts'
import type { Parsed } from '../extract/read-sentence.ts'
import { mayTell } from '../extract/sift.ts'
import { isOfClass } from '../lexicon/is-of-class.ts'
import { readSyntax } from '../syntax/read-syntax.ts'
import { tokenize } from '../syntax/tokens.ts'
import { resolveDates } from './dates/resolve-dates.ts'
import { isTown } from './places/is-town.ts'
import type { Reader } from './read-article.ts'

/** A sentence before it is parsed: its tokens, the time expressions in it, the day that the article has come to, and whether it may hold an event. */
export type OpenedSentence = {
  readonly sentence: Sentence
  readonly tokens: readonly Token[]
  readonly inside: readonly Timex[]
  readonly date: string | null
  readonly mayHold: boolean
}

/** An article laid out, with its dates and its sentences' tokens. `day` is that of publication. */
export type OpenedArticle = {
  readonly document: Document
  readonly day: string | null
  readonly timexes: readonly Timex[]
  readonly sentences: readonly OpenedSentence[]
}

/** Lays an article out and sorts its sentences by whether they may hold an event. */
export const openArticle = ({ lexicon, sift = true }: Reader, article: Article): OpenedArticle => {
  const document = layOut(article, isTown)
  const timexes = resolveDates(document, lexicon)
  const day = article.published?.slice(0, 10) ?? null
  let date = day
  let next = 0
  const sentences = document.sentences.map((sentence) => {
    while ((timexes[next]?.end ?? Number.POSITIVE_INFINITY) <= sentence.start) next++
    const inside: Timex[] = []
    for (let i = next; i < timexes.length && (timexes[i] as Timex).start < sentence.end; i++) inside.push(timexes[i] as Timex)
    date = dayTold(document, inside) ?? date
    const tokens = tokenize(article.text, sentence)
    return { sentence, tokens, inside, date, mayHold: !sift || mayTell(tokens, lexicon) }
  })
  return { document, day, timexes, sentences }
}

/** Parses a sentence: in its parts, where it has such, each of them once more where no verb is found, and that without what stands within names and verbs. */
export const parseSentence = ({ model, lexicon }: Reader, { sentence, tokens, date }: OpenedSentence, text: string): Parsed => {
  const known: Known = {
    verb: (lemma) => lexicon.actions.get(lemma)?.some(({ part }) => part === 'verb') ?? false,
    noun: (lemma) => lexicon.actions.get(lemma)?.some(({ part }) => part === 'noun') ?? false,
  }
  const isOf = (word: string, id: string): boolean => isOfClass(lexicon, word, id)
  const plain = within([parseNeighbouring, parsePairedNames, parseWithinVerb, parsePlainly], isOf, (rest) => readSyntax(model, rest))
  return { sentence, words: within(IN_PARTS, isOf, (part) => parseVerbless(part, plain, known))(tokens), date, text }
}

type InParts = (tokens: readonly Token[], parse: Parse, isOf: Grammar['isOf']) => readonly Word[]

const IN_PARTS: readonly InParts[] = [
  parseBehindLead,
  parseBesideDashes,
  parseBesideSemicolon,
  parseBesideColon,
  parseBeforeTeller,
  parseBehindTeller,
  parseBehindParticiple,
]

/** Each parses what the one before it leaves. */
const within = (parsers: readonly InParts[], isOf: Grammar['isOf'], parse: Parse): Parse =>
  parsers.reduceRight<Parse>((inner, outer) => (tokens) => outer(tokens, inner, isOf), parse)

/** The day that a narrative has come to: on it, not on the day of publication, its ministers are in office. */
const dayTold = ({ telling }: Document, timexes: readonly Timex[]): string | null =>
  telling === 'narrative' ? ofStory(timexes.find((t) => t.type === 'DATE' && t.first !== null && /^\d{4}/.test(t.value ?? ''))) : null

/** As precise as it is told: in 1991 Armenia was a state, on the first of January not yet. */
const ofStory = (timex: Timex | undefined): string | null =>
  timex === undefined ? null : (/^\d{4}(-\d\d){0,2}$/.exec(timex.value ?? '')?.[0] ?? timex.first)
