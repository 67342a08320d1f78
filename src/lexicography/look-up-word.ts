import type { Lexicon } from '../lexicon/index-lexicon.ts'
import { lemmaOf } from '../syntax/lemmas.ts'
import { type ActorLookUp, lookUpActors, namesakes } from './look-up-actors.ts'
import { type RankedPattern, rankPatterns } from './rank-patterns.ts'

/** Everything that a word, or a phrase, can reach in a lexicon. */
export type WordLookUp = {
  readonly word: string
  readonly lemmas: readonly string[]
  readonly actions: readonly RankedPattern[]
  readonly lightVerb: boolean
  readonly operators: readonly { readonly verb: string; readonly inner: string; readonly control: string }[]
  /** The classes that the word belongs to, and the actions that ask for each or except it. */
  readonly classes: readonly { readonly id: string; readonly actions: readonly string[] }[]
  /** The actions that ask for the word itself (`=word`). */
  readonly asked: readonly string[]
  readonly actors: readonly ActorLookUp[]
  /** People of this surname whom the full name must name first. */
  readonly namesakes: readonly { readonly id: string; readonly name: string }[]
  /** Entities that the word may refer back to ("the alliance"). */
  readonly describes: readonly string[]
  readonly contexts: readonly { readonly id: string | null; readonly phrase: string }[]
  readonly topics: readonly string[]
}

/** Looks a word up in every form that a text could give it; names hold as of `date` (ISO; null: whenever). */
export const lookUpWord = (lexicon: Lexicon, word: string, date: string | null): WordLookUp => {
  const lemmas = lemmasOf(word)
  const all = [...lemmas]
  const { data } = lexicon
  const asking = (test: 'class' | 'word', values: ReadonlySet<string>): readonly string[] =>
    data.actions
      .filter(({ when, except }) =>
        [...Object.values(when), ...Object.values(except)].flat().some((c) => c.test === test && values.has(c.value)),
      )
      .map(({ id }) => id)
  const classes = [...new Set(all.flatMap((lemma) => [...(lexicon.classesOf.get(lemma) ?? [])]))].sort()
  return {
    word,
    lemmas: all,
    actions: rankPatterns(data, lemmas),
    lightVerb: all.some((lemma) => lexicon.lightVerbs.has(lemma)),
    operators: [...lexicon.operators]
      .filter(([verb]) => lemmas.has(verb) || lemmas.has(verb.split(' ')[0] ?? ''))
      .map(([verb, { inner, control }]) => ({ verb, inner, control })),
    classes: classes.map((id) => ({ id, actions: asking('class', new Set([id])) })),
    asked: asking('word', lemmas),
    actors:
      spelled(word)
        .map((text) => lookUpActors(lexicon, text, date))
        .find((found) => found.length > 0) ?? [],
    namesakes: namesakes(lexicon, word),
    describes: [...new Set(all.flatMap((lemma) => [...(lexicon.described.get(lemma) ?? [])]))],
    contexts: all.flatMap((lemma) =>
      (lexicon.contexts.get(lemma.split(' ')[0] ?? '') ?? [])
        .filter(({ words }) => lemma.split(' ').every((part, i) => words[i] === part))
        .map(({ id, words }) => ({ id, phrase: words.join(' ') })),
    ),
    topics: [...new Set(all.flatMap((lemma) => lexicon.topics.get(lemma) ?? []))],
  }
}

/** A word as it was given; where that names nobody, with the capitals that names have. */
const spelled = (word: string): readonly string[] =>
  word === word.toLowerCase() ? [word, word.replace(/(?<!\p{L})\p{L}/gu, (c) => c.toUpperCase()), word.toUpperCase()] : [word]

/** A word as verb, noun and adjective; of a phrase the first or the last word so. */
const lemmasOf = (word: string): ReadonlySet<string> => {
  const parts = word.trim().toLowerCase().split(/\s+/)
  const [first = '', last = ''] = [parts[0], parts.at(-1)]
  const forms = parts.length === 1 ? (['VERB', 'NOUN', 'ADJ'] as const).map((upos) => lemmaOf(first, upos).toLowerCase()) : []
  const phrases =
    parts.length === 1
      ? []
      : [[lemmaOf(first, 'VERB'), ...parts.slice(1)].join(' '), [...parts.slice(0, -1), lemmaOf(last, 'NOUN')].join(' ')]
  return new Set([parts.join(' '), ...forms, ...phrases])
}
