import type { Extraction } from './library.ts'

const field = (text: string): string => (text === '' ? '_' : text.replace(/\s/g, ' '))

/** An article's sentences as CoNLL-U (universaldependencies.org/format.html), with offsets into the article's text in MISC. */
export const conllu = ({ document, readings }: Extraction): string => {
  const { article } = document
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
    return `# sent_id = ${field(article.id)}-${sentence.index}\n# text = ${text}\n${lines.join('\n')}\n\n`
  })
  return `# newdoc id = ${field(article.id)}\n${sentences.join('')}`
}
