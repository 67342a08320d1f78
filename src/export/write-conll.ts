import type { Article, Event, Sentence, Span, Word } from '../document.ts'
import type { Exported } from './exported.ts'

/** A sentence with its words as they were read. */
export type ReadWords = { readonly sentence: Sentence; readonly words: readonly Word[] }

const field = (text: string): string => (text === '' ? '_' : text.replace(/\s/g, ' '))

/** The words that a span covers, by their numbers in CoNLL-U: `3`, `3-5`. */
const numbersOf = (words: readonly Word[], span: Span): string => {
  const covered = words.flatMap((word, i) => (word.start < span.end && word.end > span.start ? [i + 1] : []))
  const [first, last] = [covered[0], covered.at(-1)]
  return first === undefined ? '_' : first === last ? String(first) : `${first}-${last}`
}

const eventComment = (words: readonly Word[], { id, action, trigger, source, target, date, rule }: Event): string =>
  `# event = ${JSON.stringify({
    id,
    cameo: action.cameo,
    status: action.status,
    negated: action.negated,
    trigger: numbersOf(words, trigger),
    source: source.map((p) => ({ code: p.code, words: numbersOf(words, p) })),
    target: target.map((p) => ({ code: p.code, words: numbersOf(words, p) })),
    date: date?.value ?? null,
    rule,
  })}\n`

/**
 * An article's sentences as CoNLL-U (universaldependencies.org/format.html), with offsets into the article's text in MISC and a comment for each event of a
 * sentence; the words of a sentence are called by their numbers there.
 */
export const conllu = (article: Pick<Article, 'id' | 'text'>, readings: readonly ReadWords[], events: readonly Event[] = []): string => {
  const sentences = readings.map(({ sentence, words }) => {
    const lines = words.map((word, i) => {
      const space = words[i + 1]?.start === word.end ? '|SpaceAfter=No' : ''
      return [
        i + 1,
        field(word.text),
        field(word.lemma),
        word.upos,
        '_',
        '_',
        word.head + 1,
        word.deprel,
        '_',
        `start=${word.start}|end=${word.end}${space}`,
      ].join('\t')
    })
    const text = field(article.text.slice(sentence.start, sentence.end).trim())
    const comments = events.filter((event) => event.sentence.index === sentence.index).map((event) => eventComment(words, event))
    return `# sent_id = ${field(article.id)}-${sentence.index}\n# text = ${text}\n${comments.join('')}${lines.join('\n')}\n\n`
  })
  return `# newdoc id = ${field(article.id)}\n${sentences.join('')}`
}

/** The articles that events are of, sentence by sentence as CoNLL-U with their events; `read` reads an article's words again. */
export function* writeConll(
  events: Iterable<Exported>,
  read: (id: string) => { readonly article: Article; readonly readings: readonly ReadWords[] } | null,
): Generator<string> {
  let found: Event[] = []
  const flush = (): string => {
    const [first] = found
    const reading = first ? read(first.document) : null
    const text = reading ? conllu(reading.article, reading.readings, found) : ''
    found = []
    return text
  }
  for (const { event } of events) {
    if (found[0] && found[0].document !== event.document) yield flush()
    found.push(event)
  }
  if (found.length > 0) yield flush()
}
