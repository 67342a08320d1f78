import { preposition } from '../../extract/clauses/noun-phrase.ts'
import { dependents, hangsBy, type Tree, wordAt } from '../../extract/clauses/tree.ts'
import type { Lexicon } from '../../lexicon/index-lexicon.ts'
import { isOfClass } from '../../lexicon/is-of-class.ts'
import { isOf } from '../is-of.ts'
import type { PlaceName } from './find-place-names.ts'
import { isBearing, isWhere, isWhither } from './place-words.ts'

/**
 * How a place's name stands in its sentence: it tells where (`where`) or where something comes from or goes (`whither`), is what is acted on (`object`, which a phrase
 * "on Kharkiv" or "of Mariupol" of an attack may be too), stands before an event noun or people of the town (`before`), or is the other name's state
 * (`beside`). `at` is the word whose part it is: from there it is climbed to the predicate.
 */
export type Standing = { readonly how: 'where' | 'whither' | 'object' | 'before' | 'beside'; readonly at: number }

/** Reads how a name stands; null where it tells no place: subjects ("Moscow said"), possessors, parties ("talks with Kyiv"). */
export const locateName = (lexicon: Lexicon, tree: Tree, name: PlaceName, names: readonly PlaceName[]): Standing | null => {
  if (names.some((n) => n.last < name.first && name.first - n.last <= 7 && explains(tree, n.last + 1, name.first)))
    return { how: 'beside', at: name.head }
  if (wordAt(tree, name.head).text.toLowerCase() === 'there') return { how: 'where', at: name.head }
  // "the Indian Ocean city", "a Caribbean island".
  if (hangsBy(tree, name.head, 'compound', 'amod') && name.places.every(({ rank }) => rank === 'water')) return null
  let at = name.head
  for (let step = 0; step < 8; step++) {
    const { head, deprel } = wordAt(tree, at)
    const prep = preposition(tree, at)
    if (
      prep === '' &&
      at !== name.head &&
      isBearing(wordAt(tree, at).text.toLowerCase()) &&
      hangsBy(tree, at, 'obl', 'advmod', 'nmod', 'dep', 'advcl')
    )
      return { how: 'where', at }
    if (head < 0) return prep !== '' && isWhere(prep) ? { how: 'where', at } : null
    const other = names.find((n) => n !== name && n.first <= head && head <= n.last)
    if (
      other &&
      (at === name.head || prep === '') &&
      hangsBy(tree, at, 'appos', 'nmod', 'nmod:poss', 'flat', 'compound', 'list', 'dep', 'parataxis', 'nmod:unmarked')
    )
      return { how: 'beside', at: head }
    const local = isOf(lexicon, tree, head, 'place-word') || isOfClass(lexicon, wordAt(tree, head).text.toLowerCase(), 'place-word')
    // "in Niger near the border with Mali": on this side of it.
    if (local && prep === 'with' && names.length > 1) return { how: 'beside', at: head }
    if (local && climbs(deprel, prep)) {
      at = head
      continue
    }
    if (hangsBy(tree, at, 'conj') && (prep === '' || isNoun(tree, head))) {
      if (prep !== '') return standingOf(lexicon, tree, at, prep, head)
      at = head
      continue
    }
    if (hangsBy(tree, at, 'appos') && local) {
      at = head
      continue
    }
    return standingOf(lexicon, tree, at, prep, head)
  }
  return null
}

/** "Bukavu, the capital of [South Kivu]": what stands behind the comma tells of the name before it. */
const explains = ({ words }: Tree, from: number, to: number): boolean =>
  /^, (the|a|an) (\S+ )*?(capital|city|town|village|centre|center|port|suburb|island|district) (of|in|near)( the)?$/.test(
    words
      .slice(from, to)
      .map((w) => w.text.toLowerCase())
      .join(' '),
  )

const isNoun = (tree: Tree, at: number): boolean => /^(NOUN|PROPN)$/.test(wordAt(tree, at).upos)

/** "the city of Homs", "the border with Chad", "Kabul airport", "Syria's north", "north of Kabul". */
const climbs = (deprel: string, prep: string): boolean =>
  /^(compound|flat|nmod:poss|nmod:desc|amod|appos)/.test(deprel) ||
  (/^(nmod|obl|advmod)/.test(deprel) && /^(of|with|between|from|)$/.test(prep))

const standingOf = (lexicon: Lexicon, tree: Tree, at: number, prep: string, head: number): Standing | null => {
  if (
    prep !== '' &&
    hangsBy(tree, at, 'obl', 'nmod', 'advmod', 'conj', 'advcl', 'acl', 'parataxis', 'dep', 'xcomp', 'ccomp', 'root', 'orphan')
  ) {
    const [first] = dependents(tree, at, 'case')
    if (isOf(lexicon, tree, head, 'in-by-speech') || (first !== undefined && first > 0 && isOf(lexicon, tree, first - 1, 'in-by-speech')))
      return null
    if (isWhere(prep)) return { how: prep === 'between' || prep === 'on' || prep === 'over' || prep === 'upon' ? 'object' : 'where', at }
    if (isWhither(prep)) return { how: 'whither', at }
    return /^(against|of|for)$/.test(prep) ? { how: 'object', at } : null
  }
  if (prep !== '' && isWhere(prep) && hangsBy(tree, at, 'compound')) return { how: 'where', at }
  if (hangsBy(tree, at, 'obj', 'nsubj:pass') || (hangsBy(tree, at, 'xcomp') && prep === '')) return { how: 'object', at }
  if (hangsBy(tree, at, 'obl', 'advmod') && prep === '' && dependents(tree, at, 'case').length === 0) return null
  if (hangsBy(tree, at, 'compound', 'nmod:desc', 'amod') && at < head) return { how: 'before', at }
  if (hangsBy(tree, at, 'nmod:poss') && isOf(lexicon, tree, head, 'of-their-town')) return { how: 'before', at }
  return null
}
