import { indexLexicon, type Lexicon } from '../lexicon/index-lexicon.ts'
import type { LexiconData } from '../lexicon/lexicon.ts'
import type { Raw } from '../lexicon/read-files.ts'
import { type Reader, readArticle } from '../normalize/read-article.ts'
import type { WholeLexicon } from './read-over.ts'
import type { Trial } from './trial.ts'
import { type Extract, tryAction, trySynonym } from './try-actions.ts'
import { tryActor, tryContext, tryOperator, tryRole } from './try-words.ts'

/** What examples are read with, whatever the lexicon. */
export type ReadWith = Pick<Reader, 'model' | 'nlp'>

/** Reads the text of an example, as of 2024 unless it says otherwise. */
export const exampleReader =
  (lexicon: Lexicon, { model, nlp }: ReadWith): Extract =>
  (text, published = '2024-05-20') =>
    readArticle({ lexicon, model, nlp }, { id: 'example', text, published, title: null, url: null, kind: null })

/** Tries the examples and counterexamples of a lexicon's entries, of those that `picks` takes, one after the other. */
export function* tryExamples(
  { data, entries }: WholeLexicon,
  readWith: ReadWith,
  picks: (entry: string, raw: Raw) => boolean = () => true,
): Generator<Trial> {
  const lexicon = indexed(data)
  const extract = exampleReader(lexicon, readWith)
  for (const entry of entries.actions) if (picks(`actions/${entry.value.id}`, entry.raw)) yield* tryAction(entry, extract)
  for (const entry of entries.synonyms) if (picks(`synonyms/${entry.value.verb}`, entry.raw)) yield* trySynonym(entry, extract, data)
  for (const entry of [...entries.actors, ...entries.people])
    if (picks(`actors/${entry.value.id}`, entry.raw)) yield* tryActor(entry, extract)
  for (const entry of entries.roles) if (picks(`roles/${entry.value.id}`, entry.raw)) yield* tryRole(entry, extract)
  for (const entry of entries.operators)
    if (picks(`operators/${entry.value.verbs.join(', ')}`, entry.raw)) yield* tryOperator(entry, extract, lexicon)
  for (const entry of entries.contexts) if (picks(`contexts/${entry.value.id}`, entry.raw)) yield* tryContext(entry, extract, lexicon)
}

/** An entry's own examples and those of its neighbours are tried one after the other: what they are read with is indexed once. */
const indexed = (data: LexiconData): Lexicon => {
  const lexicon = known.get(data) ?? indexLexicon(data)
  known.set(data, lexicon)
  return lexicon
}

const known = new WeakMap<LexiconData, Lexicon>()
