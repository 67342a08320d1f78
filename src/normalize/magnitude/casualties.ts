import type { Lexicon } from '../../lexicon/index-lexicon.ts'
import { isOfClass } from '../../lexicon/is-of-class.ts'

/** What a count of people says of them. */
export type Harm = 'dead' | 'injured'

/** What a verb does to its object. */
export const harmOfObject = (lexicon: Lexicon, lemma: string): Harm | null =>
  isOfClass(lexicon, lemma, 'deadly') ? 'dead' : isOfClass(lexicon, lemma, 'injurious') ? 'injured' : null

/** What a verb says of its subject. */
export const harmOfSubject = (lexicon: Lexicon, lemma: string): Harm | null => (isOfClass(lexicon, lemma, 'dying') ? 'dead' : null)

/** What a word beside those counted says of them: "12 dead", "30 wounded". */
export const harmOfState = (text: string): Harm | null =>
  /^(dead|killed|slain|murdered)$/.test(text) ? 'dead' : /^(injured|wounded|hurt|maimed)$/.test(text) ? 'injured' : null

/** What is counted: "12 deaths", "no injuries". Casualties are both. */
export const harmsOfNoun = (lemma: string): readonly Harm[] =>
  /^(death|fatality|dead)$/.test(lemma)
    ? ['dead']
    : /^(injury|wounded|injured)$/.test(lemma)
      ? ['injured']
      : lemma === 'casualty'
        ? ['dead', 'injured']
        : []

/** Whether the predicate is itself about the dead or wounded. */
export const isHarm = (lexicon: Lexicon, lemma: string): boolean =>
  harmOfObject(lexicon, lemma) !== null || harmOfSubject(lexicon, lemma) !== null
