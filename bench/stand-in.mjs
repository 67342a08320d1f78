import { createHash } from 'node:crypto'

/** An extraction that costs next to nothing and gives as much as the real one does of mixed news: an event and a rejection a sentence. For what is measured of all the rest. */
export const createExtractMany = async () => (articles) => articles.map(extract)

const extract = (article) => {
  const sentences = [...article.text.matchAll(/[^.\n]+(?:\.|\n|$)/g)].map((m, index) => ({
    index,
    start: m.index,
    end: m.index + m[0].length,
    block: 0,
    section: 0,
    kind: 'prose',
  }))
  const document = {
    article,
    telling: 'news',
    blocks: [{ index: 0, section: 0, kind: 'prose', start: 0, end: article.text.length }],
    datelines: [],
    sentences,
  }
  return { document, events: sentences.map((s) => event(article, s)), rejections: sentences.map((s) => rejection(article, s)) }
}

const idOf = (...parts) => createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32)

const first = ({ text }, { start, end }) => {
  const word = /\w+/.exec(text.slice(start, end))
  const at = start + (word?.index ?? 0)
  const found = word?.[0] ?? text.slice(start, start + 1)
  return { start: at, end: at + found.length, text: found }
}

const about = (article, { index, start, end }, what) => {
  const trigger = first(article, { start, end })
  return {
    id: idOf(article.id, what, start),
    document: article.id,
    sentence: { index, start, end },
    trigger: { ...trigger, lemma: trigger.text.toLowerCase() },
  }
}

const event = (article, sentence) => {
  const found = about(article, sentence, 'event')
  const { start, end, text } = found.trigger
  const party = { entity: 'RUS', role: 'GOV', code: 'RUSGOV', name: 'Russia', start, end, text, basis: 'name' }
  return {
    ...found,
    action: { cameo: '190', root: '19', plover: 'ASSAULT', modes: [], quad: 4, goldstein: -10, status: 'asserted', negated: false },
    contexts: ['military'],
    magnitude: {},
    source: [party],
    target: [party],
    date: null,
    place: null,
    confidence: 0.87,
    rule: 'actions/attack',
  }
}

const rejection = (article, sentence) => ({
  ...about(article, sentence, 'no-code'),
  reason: 'no-code',
  detail: 'no entry of the lexicon has this verb',
  rule: null,
})
