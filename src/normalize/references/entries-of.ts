import type { Document, Mention, Timex } from '../../document.ts'
import { hangsBy } from '../../extract/clauses/tree.ts'
import type { SentenceReading } from '../../extract/read-sentence.ts'
import type { Lexicon } from '../../lexicon/index-lexicon.ts'
import { isLabel } from '../dating/label-of-entry.ts'

/** The entries of a chronology ("1973: The army topples the president", each a paragraph): the sentences that open them, and who is named in a good part of them. */
export type Entries = { readonly opens: ReadonlySet<number>; readonly often: ReadonlySet<string> }

/** Null where an article is no chronology: fewer than a few of its paragraphs open with a date and a mark. */
export const entriesOf = (
  document: Document,
  timexes: readonly Timex[],
  read: ReadonlyMap<number, SentenceReading>,
  lexicon: Lexicon,
): Entries | null => {
  const opens = openings(document, timexes)
  if (opens.length < FEW) return null
  return { opens: new Set(opens.filter((at) => !goesOn(read.get(at)))), often: oftenNamed(opens, read, lexicon) }
}

const FEW = 4

/** "2021: It withdrew its troops": who is only a pronoun was told of in the entry before. */
const goesOn = (reading: SentenceReading | undefined): boolean => {
  const first = reading?.mentions.reduce<Mention | null>((before, m) => (before === null || m.head < before.head ? m : before), null)
  return first?.kind === 'pronoun' && reading !== undefined && hangsBy(reading.tree, first.head, 'nsubj', 'nsubj:pass')
}

const openings = ({ article, blocks, sentences }: Document, timexes: readonly Timex[]): readonly number[] => {
  if (timexes.length < FEW) return NO_SENTENCES
  const found: number[] = []
  let timex = 0
  let at = 0
  let last = -1
  for (const { index, block, start } of sentences) {
    if (block === last) continue
    last = block
    while (at < blocks.length && (blocks[at]?.index ?? block) < block) at++
    const opens = blocks[at]?.index === block ? (blocks[at]?.start ?? start) : start
    while ((timexes[timex]?.start ?? Number.POSITIVE_INFINITY) < opens) timex++
    const first = timexes[timex]
    if (first !== undefined && isLabel(article.text, opens, first)) found.push(index)
  }
  return found
}

const NO_SENTENCES: readonly number[] = []

/** Whom some of the entries name, if only by a group, a party or a person of theirs. */
const oftenNamed = (opens: readonly number[], read: ReadonlyMap<number, SentenceReading>, lexicon: Lexicon): ReadonlySet<string> => {
  const entries = new Map<string, Set<number>>()
  for (const [sentence, { mentions }] of read) {
    const entry = opens.findLastIndex((at) => at <= sentence)
    for (const { entity } of mentions) {
      if (entity === null) continue
      for (const named of [entity, lexicon.entities.get(entity)?.home ?? entity]) {
        const among = entries.get(named)
        if (among === undefined) entries.set(named, new Set([entry]))
        else among.add(entry)
      }
    }
  }
  const many = Math.max(2, opens.length / PART)
  return new Set([...entries].flatMap(([entity, among]) => (among.size >= many ? [entity] : [])))
}

/** A sixth of them. */
const PART = 6
