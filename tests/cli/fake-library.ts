import type { Extraction, Library } from '../../src/cli/library.ts'
import type { Loader } from '../../src/cli/program.ts'
import type { Article, Timex } from '../../src/document.ts'
import { fakeExtract } from '../store/fake-extract.ts'

const dates = ({ text }: Article): readonly Timex[] =>
  [...text.matchAll(/\d{4}-\d\d-\d\d/g)].map((m) => ({
    start: m.index,
    end: m.index + 10,
    text: m[0],
    type: 'DATE',
    value: m[0],
    mod: null,
    first: m[0],
    last: m[0],
    precision: 'day',
    anchor: null,
    rule: 'iso',
    fault: null,
  }))

/** The fake extraction with what `explain` tells beside it: words at blanks, each hung under the first. */
const extract = (article: Article): Extraction => {
  if (article.text.includes('FAIL')) throw new Error('the extraction came upon FAIL')
  const { document, events, rejections } = fakeExtract(article)
  const readings = document.sentences.map((sentence) => {
    const words = [...article.text.slice(sentence.start, sentence.end).matchAll(/\w+|\./g)].map((m, index) => ({
      start: sentence.start + m.index,
      end: sentence.start + m.index + m[0].length,
      text: m[0],
      index,
      upos: 'X' as const,
      lemma: m[0].toLowerCase(),
      head: index === 0 ? -1 : 0,
      deprel: index === 0 ? 'root' : 'dep',
    }))
    const outcomes = [...events, ...rejections].filter((o) => o.sentence.index === sentence.index)
    const candidates = words
      .filter((w) => outcomes.some((o) => o.trigger.start === w.start))
      .map((w) => ({
        clause: {
          head: w.index,
          kind: 'verb',
          lemma: w.lemma,
          words: [w.index],
          passive: false,
          negated: false,
          mood: 'asserted',
          args: [{ slot: 'subject', head: 0, via: 'own' }],
        },
        acts: [{ entry: { id: `actions/${w.text}`, cameo: '190' }, score: 1 }],
      }))
    return {
      sentence,
      words,
      mentions: [],
      timexes: dates(article).filter((d) => d.start >= sentence.start && d.end <= sentence.end),
      candidates,
      outcomes,
      reasons: () => ({ references: [], candidates: candidates.map(() => ({ acts: [], sides: [] })) }),
    }
  })
  return { document, events, rejections, readings }
}

export const fakeLibrary: Library = {
  extract,
  dates,
  settings: { version: '0.0.0', lexicon: 'fake', model: 'fake', options: {} },
  nameOf: (code) => ({ '04': 'Consult', '05': 'Cooperate', '19': 'Fight', '190': 'Use force' })[code] ?? 'Something',
  nameOfEntity: (entity) => ({ RUS: 'Russia', UKR: 'Ukraine' })[entity] ?? null,
  codebook: [
    { code: '040', name: 'Consult', goldstein: 1, quad: 1, plover: 'CONSULT' },
    { code: '051', name: 'Praise', goldstein: 3.4, quad: 1, plover: 'SUPPORT' },
    { code: '115', name: 'Sue', goldstein: -2, quad: 3, plover: 'ACCUSE' },
    { code: '190', name: 'Use force', goldstein: -10, quad: 4, plover: 'ASSAULT' },
  ],
  drawTree: (words) => words.map((w) => `└ ${w.text}`).join('\n'),
}
export const fakeLoader: Loader =
  ({ lexicon }) =>
  async () => ({ ...fakeLibrary, settings: { ...fakeLibrary.settings, lexicon: lexicon?.join('+') ?? 'fake' } })
