import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Article } from '../src/document.ts'
import { layOut } from '../src/extract/lay-out.ts'
import { lexiconData } from '../src/lexicon/english.ts'
import { isTown } from '../src/normalize/places/is-town.ts'
import { LISTS, SENTENCES, WORDS } from './ordinary-prose.ts'

/**
 * News for benchmarks, the same for the same seed, article by article: of four articles two or three are of ordinary prose (bench/ordinary-prose.ts), the others political, with
 * sentences from the CC0 corpus among ordinary ones, so that one sentence in four or so bears an event. Ordinary prose is a quarter whole sentences with slots, else put
 * together word by word, so that articles are no near-copies of each other; one in fifty is made one. So that no cache is flattered: every name of a person, town, club and firm
 * in ordinary prose is made up of syllables, and so are those of the persons in sentences of the corpus; states change places with each other from article to article, and numbers
 * are drawn anew. Among 100,000 articles there are 150,000 names.
 */
export type Random = () => number

/** Numbers from 0 to 1 by mulberry32: small, and the same everywhere. */
export const randomFrom = (seed: number): Random => {
  let state = seed | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

const pick = <Item>(random: Random, list: readonly Item[]): Item => list[Math.floor(random() * list.length)] as Item

const SYLLABLES =
  'ba be bel bor bra ca cor da del dor du el fa fen gar gor ha hal hol is ka ker kor la lan ler lo ma mar mel mir mo na nel nor o or pa per po ra ren ri ro sa sel sor ta tar tel tor u va vel vin vor wa wen wil yo za zel zor'.split(
    ' ',
  )
const ENDINGS = 'an by den er ford ham ic ko ley man mere na ner off ov ry son sten ter ton wick wood'.split(' ')
const named = (random: Random): string => {
  const word = Array.from({ length: 1 + Math.floor(random() * 2) }, () => pick(random, SYLLABLES)).join('') + pick(random, ENDINGS)
  return word.slice(0, 1).toUpperCase() + word.slice(1)
}
const GIVEN = lexiconData.givenNames.flatMap(({ names }) => names)

const fill = (random: Random, template: string): string =>
  template.replace(/\{(\w+)\}/g, (_, slot: string) => {
    switch (slot) {
      case 'n':
        return String(10 + Math.floor(random() * 89))
      case 'small':
        return String(1 + Math.floor(random() * 9))
      case 'year':
        return String(1950 + Math.floor(random() * 70))
      case 'person':
        return `${pick(random, GIVEN)} ${named(random)}`
      case 'town':
        return named(random)
      case 'street':
        return `${named(random)} Street`
      case 'club':
      case 'club2':
        return `${named(random)} ${pick(random, ['Rovers', 'Athletic', 'Town', 'Wanderers', 'Albion'])}`
      case 'firm':
        return `${named(random)} & ${pick(random, ['Sons', 'Daughters', 'Company', 'Partners'])}`
      default:
        return pick(random, LISTS[slot] ?? [slot])
    }
  })

const phrase = (random: Random): string =>
  `${pick(random, ['the', 'a', 'her', 'his', 'their', 'our', 'one', 'every', 'another'])} ${random() < 0.5 ? `${pick(random, LISTS.adj ?? [])} ` : ''}${pick(random, WORDS.nouns)}`
const clause = (random: Random): string => {
  const subject = random() < 0.12 ? `${pick(random, GIVEN)} ${named(random)}` : phrase(random)
  const where = random() < 0.5 ? ` ${pick(random, WORDS.places)} ${random() < 0.15 ? named(random) : phrase(random)}` : ''
  const how = random() < 0.5 ? ` ${pick(random, WORDS.manners)}` : ''
  return `${subject} ${random() < 0.7 ? `${pick(random, WORDS.acts)} ${phrase(random)}` : pick(random, WORDS.states)}${where}${how}`
}
/** An ordinary sentence: of a topic's, or word by word. */
const ordinary = (random: Random, topic: readonly string[]): string => {
  if (random() < 0.25) return fill(random, pick(random, topic))
  const text = random() < 0.6 ? `${clause(random)} ${pick(random, WORDS.joints)} ${clause(random)}` : clause(random)
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}.`
}

type Swap = { readonly name: string; readonly demonym: string; readonly capital: string }
const STATES: readonly Swap[] = lexiconData.actors
  .filter(
    ({ kind, demonyms, capitals, name, before }) =>
      kind === 'state' && before === null && demonyms[0] && capitals[0] && !name.includes(' '),
  )
  .map(({ name, demonyms, capitals }) => ({ name, demonym: demonyms[0]?.text ?? name, capital: capitals[0]?.text ?? name }))

/** Replaces states by others, all of one article's alike, persons' surnames by made-up ones, and numbers. */
const disguise = (random: Random, sentence: string, states: ReadonlyMap<string, string>, surnames: Map<string, string>): string =>
  sentence
    .replace(/\p{Lu}[\p{L}'’-]+/gu, (word) => states.get(word) ?? word)
    .replace(/(\p{Lu}[\p{L}-]+) (\p{Lu}[\p{Ll}-]+)/gu, (both, given: string, surname: string) => {
      if (!GIVEN_SET.has(given)) return both
      const known = surnames.get(surname) ?? named(random)
      surnames.set(surname, known)
      return `${given} ${known}`
    })
    .replace(/\b[1-9]\d?\b(?! (?:January|February|March|April|May|June|July|August|September|October|November|December))/g, () =>
      String(2 + Math.floor(random() * 97)),
    )

const GIVEN_SET = new Set(GIVEN)

const sentencesOf = (corpus: string): readonly string[] =>
  readdirSync(corpus)
    .toSorted()
    .flatMap((slug) => {
      try {
        const facts = JSON.parse(readFileSync(join(corpus, slug, 'article.json'), 'utf8')) as { license?: string }
        if (facts.license !== 'CC0-1.0') return []
        const text = readFileSync(join(corpus, slug, 'article.txt'), 'utf8')
        const document = layOut({ id: slug, text, published: null, title: null, url: null, kind: null }, isTown)
        return document.sentences.filter((s) => s.kind === 'prose').map((s) => text.slice(s.start, s.end).trim())
      } catch {
        return []
      }
    })

/** Makes the n-th article of a seed: the same whenever it is asked for. */
export const newsMaker = (seed: number, corpus: string): ((n: number) => Article) => {
  const political = sentencesOf(corpus)
  if (political.length === 0) throw new Error(`no CC0 article in ${corpus}`)
  const topics = Object.keys(SENTENCES)
  const make = (n: number): Article => {
    const random = randomFrom(Math.imul(seed, 0x9e3779b1) ^ Math.imul(n + 1, 0x85ebca6b))
    const isPolitical = random() < 0.45
    const topic = SENTENCES[pick(random, topics)] ?? []
    const shuffled = new Map<string, string>()
    for (let i = 0; i < 12; i++) {
      const [from, to] = [STATES[(i * 7 + n) % STATES.length] as Swap, pick(random, STATES)]
      shuffled.set(from.name, to.name).set(from.demonym, to.demonym).set(from.capital, to.capital)
    }
    const surnames = new Map<string, string>()
    const start = Math.floor(random() * political.length)
    const count = 8 + Math.floor(random() * 22)
    const sentences = Array.from({ length: count }, (_, i) =>
      isPolitical && random() < 0.75
        ? disguise(random, political[(start + i) % political.length] as string, shuffled, surnames)
        : ordinary(random, topic),
    )
    const paragraphs: string[] = []
    for (let i = 0; i < sentences.length; i += 3) paragraphs.push(sentences.slice(i, i + 3).join(' '))
    const day = new Date(Date.UTC(2015, 0, 1 + Math.floor(random() * 3600))).toISOString().slice(0, 10)
    return {
      id: `news-${n}`,
      text: paragraphs.join('\n\n'),
      published: day,
      title: ordinary(random, topic).replace(/\.$/, ''),
      url: `https://paper${n % 40}.example/${n}`,
      kind: null,
    }
  }
  return (n) => {
    if (n === 0 || n % 50 !== 0) return make(n)
    const original = make(n - 1)
    return { ...make(n), text: original.text.replace(/\n\n/, '\n\nBy our correspondent.\n\n'), published: original.published }
  }
}
