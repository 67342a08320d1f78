import type { Article, Event, Party, Rejection, Sentence, Span } from '../../src/document.ts'
import { findingId } from '../../src/normalize/event-id.ts'
import type { Findings } from '../../src/store/index.ts'

const ENTITIES: Readonly<Record<string, string>> = { Russia: 'RUS', Ukraine: 'UKR', NATO: 'NATO', France: 'FRA', Serbia: 'SRB' }
const VERBS: Readonly<Record<string, readonly [string, Event['action']['quad'], number]>> = {
  attacked: ['190', 4, -10],
  praised: ['051', 1, 3.4],
  met: ['040', 1, 1],
  sued: ['115', 3, -2],
}

/**
 * A small extraction for tests of what comes after it: sentences end at a full stop, `X attacked Y` is an event, `may have attacked` a hypothetical one,
 * `X and Y met` a joint one, `X slept` a rejection. All that the event record can hold turns up, every span quotes the text, ids are content hashes.
 */
export const fakeExtract = (article: Article): Findings => {
  const sentences: Sentence[] = [...article.text.matchAll(/[^.]+\./g)].map((m, index) => ({
    index,
    start: m.index,
    end: m.index + m[0].length,
    block: 0,
    section: 0,
    kind: 'prose',
  }))
  const document = {
    article,
    telling: 'news' as const,
    blocks: [{ index: 0, section: 0, kind: 'prose' as const, start: 0, end: article.text.length }],
    datelines: [],
    sentences,
  }
  return {
    document,
    events: sentences.flatMap((s) => eventsIn(article, s, idOf(sentences, s, article))),
    rejections: sentences.flatMap((s) => rejectionsIn(article, s, idOf(sentences, s, article))),
  }
}

type IdOf = (trigger: Span, what: string) => string

const idOf = (sentences: readonly Sentence[], sentence: Sentence, article: Article): IdOf => {
  const wordsOf = ({ start, end }: Span): string => article.text.slice(start, end)
  const words = wordsOf(sentence)
  const repeat = sentences.slice(0, sentence.index).filter((s) => wordsOf(s) === words).length
  return ({ start, end }, what) => findingId(article.id, words, repeat, start - sentence.start, end - sentence.start, what)
}

const ref = ({ index, start, end }: Sentence) => ({ index, start, end })

const partyAt = (word: string, at: Span): Party => ({
  entity: ENTITIES[word] ?? null,
  role: word === 'NATO' ? null : 'GOV',
  code: ENTITIES[word] ? (word === 'NATO' ? 'IGOWSTNAT' : `${ENTITIES[word]}GOV`) : null,
  name: ENTITIES[word] ? word : null,
  start: at.start,
  end: at.end,
  text: word,
  basis: ENTITIES[word] ? 'name' : 'unresolved',
})

const eventsIn = (article: Article, sentence: Sentence, id: IdOf): readonly Event[] => {
  const text = article.text.slice(sentence.start, sentence.end)
  return [
    ...text.matchAll(
      /(\p{Lu}\w+)( and (\p{Lu}\w+))? (may have )?(attacked|praised|met|sued)(?: (\p{Lu}\w+))?( killing at least (\d+))?(?: in (\p{Lu}\w+))?( on (\d{4}-\d\d-\d\d))?/gu,
    ),
  ].map((match) => {
    const find = (part: string | undefined): Span | null => {
      if (part === undefined) return null
      const start = sentence.start + match.index + match[0].indexOf(part)
      return { start, end: start + part.length }
    }
    const party = (word: string | undefined): readonly Party[] => {
      const at = find(word)
      return word === undefined || at === null ? [] : [partyAt(word, at)]
    }
    const [, first, , second, maybe, verb = '', object, , dead, where, , day] = match
    const [cameo, quad, goldstein] = VERBS[verb] as readonly [string, Event['action']['quad'], number]
    const source = [...party(first), ...party(second)]
    const trigger = find(verb) as Span
    const deadAt = find(dead)
    const placeAt = find(where)
    return {
      id: id(trigger, 'event'),
      document: article.id,
      sentence: ref(sentence),
      trigger: { ...trigger, text: verb, lemma: verb },
      action: {
        cameo,
        root: cameo.slice(0, 2),
        plover: quad === 4 ? 'ASSAULT' : null,
        modes: quad === 4 ? ['aerial', 'heavy-weapons'] : [],
        quad,
        goldstein,
        status: maybe ? 'hypothetical' : 'asserted',
        negated: false,
      },
      contexts: quad === 4 ? ['military', 'territory'] : [],
      magnitude: deadAt ? { dead: { min: Number(dead), max: null, ...deadAt } } : {},
      source,
      target: second ? source : party(object),
      date: day
        ? { value: day, start: day, end: day, precision: 'day', basis: 'text', span: find(day) }
        : article.published
          ? {
              value: article.published,
              start: article.published,
              end: article.published,
              precision: 'day',
              basis: 'publication',
              span: null,
            }
          : null,
      place:
        where && placeAt
          ? { name: where, country: null, ...placeAt, ...(where === 'Kyiv' && { latitude: 50.45, longitude: 30.523 }) }
          : null,
      confidence: maybe ? 0.1 + 0.2 : 0.87,
      rule: `actions/${verb}`,
    }
  })
}

const rejectionsIn = (article: Article, sentence: Sentence, id: IdOf): readonly Rejection[] => {
  const match = /slept|sang/.exec(article.text.slice(sentence.start, sentence.end))
  if (match === null) return []
  const start = sentence.start + match.index
  const trigger = { start, end: start + match[0].length, text: match[0], lemma: match[0] === 'slept' ? 'sleep' : 'sing' }
  const reason = match[0] === 'slept' ? 'no-code' : 'not-an-event'
  return [
    {
      id: id(trigger, reason),
      document: article.id,
      sentence: ref(sentence),
      trigger,
      reason,
      detail: `no rule has ${match[0]}`,
      rule: null,
    },
  ]
}

export const article = (id: string, text: string, facts: Partial<Article> = {}): Article => ({
  id,
  text,
  published: null,
  title: null,
  url: null,
  kind: null,
  ...facts,
})

/** Articles that between them fill every column. */
export const ARTICLES: readonly Article[] = [
  article('war', 'Russia attacked Ukraine killing at least 12 in Kyiv on 2022-02-24. NATO slept. Russia and Ukraine met in Ankara.', {
    published: '2022-02-25',
    title: 'War',
    url: 'https://example.org/war',
    kind: 'wire',
  }),
  article('quiet', 'Nothing was said. The choir sang.'),
  article('talk', '😀 Serbia may have attacked NATO. France praised Atlantis. “so”, France sued.\r\n'),
]
export const SETTINGS = { version: '1.0.0', lexicon: 'abc', model: 'def', options: {} }
