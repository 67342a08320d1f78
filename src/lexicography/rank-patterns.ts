import { WEIGHT } from '../extract/acts/match-condition.ts'
import { type ActionPart, indexActions } from '../lexicon/index-actions.ts'
import type { ActionEntry, Condition, Conditions, LexiconData } from '../lexicon/lexicon.ts'

/** A condition of a pattern with the most that it can score: the best of its alternatives. */
export type Asked = { readonly slot: string; readonly alternatives: readonly string[]; readonly score: number }

/** An action entry under one of its phrases. `score` is the sum when all of its conditions hold: extra words of the phrase and what it asks. */
export type RankedPattern = {
  readonly part: ActionPart
  readonly phrase: string
  readonly id: string
  readonly cameo: string
  readonly score: number
  /** Of `score`, what the words beyond the first give. */
  readonly words: number
  readonly asks: readonly Asked[]
  readonly except: readonly Asked[]
}

/** The patterns that a word can reach, by its lemmas: verbs, nouns and adjectives apart, the ones that score most first, then by id, as in a clause. */
export const rankPatterns = (data: LexiconData, lemmas: ReadonlySet<string>): readonly RankedPattern[] =>
  [...indexActions(data).values()]
    .flat()
    .filter(
      ({ words }) => words.some((word) => lemmas.has(word)) || [...lemmas].some((lemma) => `${words.join(' ')} `.startsWith(`${lemma} `)),
    )
    .map(({ entry, words, part }) => ranked(entry, words, part))
    .sort((a, b) => PARTS.indexOf(a.part) - PARTS.indexOf(b.part) || b.score - a.score || (a.id < b.id ? -1 : 1))

const PARTS: readonly ActionPart[] = ['verb', 'noun', 'adjective']

const ranked = ({ id, cameo, when, except }: ActionEntry, words: readonly string[], part: ActionPart): RankedPattern => {
  const asks = askedOf(when)
  const extra = WEIGHT.word * (words.length - 1)
  return {
    part,
    phrase: words.join(' '),
    id,
    cameo,
    score: extra + asks.reduce((sum, { score }) => sum + score, 0),
    words: extra,
    asks,
    except: askedOf(except),
  }
}

const askedOf = (conditions: Conditions): readonly Asked[] =>
  Object.entries(conditions).map(([slot, alternatives]) => ({
    slot,
    alternatives: alternatives.map(written),
    score: Math.max(...alternatives.map(({ test }) => WEIGHT[test])),
  }))

/** A condition as an entry writes it. */
const written = (condition: Condition): string =>
  'value' in condition ? `${condition.test === 'word' ? '=' : ''}${condition.value}` : condition.test
