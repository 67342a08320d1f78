import type { Mention, Word } from '../../document.ts'
import { dependents, hangsBy, type Tree, wordAt } from '../clauses/tree.ts'
import { isAge } from './is-age.ts'
import { basisOf, from, mentionOf, OPEN, type Shared } from './mention-of.ts'
import type { Describer, Scene } from './mention-scene.ts'
import type { Piece } from './piece.ts'

/** Whether a word that the lexicon knows no actor in may be a mention all the same: a pronoun, a name, a word that points back. */
export const mayPoint = ({ describer, tree }: Scene, word: Word): boolean => {
  const { upos, lemma } = word
  if (isOfTwo(tree, word)) return true
  if (upos === 'PRON' || upos === 'PROPN') return true
  if (upos === 'NUM') return lemma.toLowerCase() === 'two'
  if (isLatter(word) || isAge(tree, word)) return true
  return (
    upos === 'NOUN' && (describer.describes(lemma.toLowerCase()) || describer.isOf(lemma.toLowerCase(), 'side-word') || lemma === 'capital')
  )
}

/** "brought both to the table", "each blamed the other": what the tagger calls a determiner stands for two. */
export const isOfTwo = (tree: Tree, { upos, text, index }: Word): boolean =>
  upos === 'DET' && /^(both|each)$/i.test(text) && hangsBy(tree, index, 'nsubj', 'obj', 'iobj', 'obl', 'nmod')

/** "The latter" of two that were told of. */
export const isLatter = ({ upos, text }: Word): boolean => (upos === 'ADJ' || upos === 'NOUN') && /^(former|latter)$/.test(text)

/** "the alliance", "both sides", "the two": words that point back at an actor. */
export const describe = (
  { tree, describer }: Scene,
  shared: Shared,
  head: number,
  first: number,
  owner: Piece | undefined,
): Mention | null => {
  const word = wordAt(tree, head)
  const lemma = word.lemma.toLowerCase()
  if (word.upos !== 'NOUN' && word.upos !== 'NUM' && !(word.upos === 'PROPN' && describer.describes(lemma))) return null
  const before = tree.words.slice(first, head).map((w) => w.text.toLowerCase())
  const definite = before.some((w) => /^(the|this|that|these|those|both|either|neither|its|their|his|her)$/.test(w))
  const isSide = describer.isOf(lemma, 'side-word')
  const owned = isSide && dependents(tree, head, 'nmod:poss').length > 0
  if (!definite && !owned && !before.some((w) => /^(two|warring|rival|opposing)$/.test(w))) return null
  if (word.upos === 'NUM' ? lemma !== 'two' : !describer.describes(lemma) && !isSide && !areCapitals(shared, lemma)) return null
  const { start, end, text } = shared
  const counted = { start, end, head, text, plural: shared.plural || word.upos === 'NUM' }
  // "the West African nation", "the two African states": one of them or two, told of before.
  const isTold = !shared.plural || before.some((w) => /^(two|both)$/.test(w))
  const isOne = describer.isOf(lemma, 'one-state') || (shared.plural && /^neighbou?r$/.test(lemma))
  // "Qatar's neighbours": whose neighbours they are doesn't tell which.
  const isOther = COUNTERPART.test(lemma) && owner !== undefined && /^['’]s?$/.test(tree.words[owner.last + 1]?.text ?? '')
  const whose = owner && (isOther || (isTold && isOne && isOfRegion(describer, owner, text))) ? undefined : owner
  return mentionOf(counted, 'description', from(whose, null), whose ? basisOf(whose) : 'unresolved', { rule: null, gender: null })
}

const COUNTERPART = /^(neighbou?r|rival|foe|enemy|adversary|opponent)$/

/** Words for a part of the world; "Central African" may be of the republic, which the country told of before then is. */
const isOfRegion = (describer: Describer, { kind, entity }: Piece, text: string): boolean =>
  /^(demonym|name)$/.test(kind) && entity !== null && (describer.isPartOfWorld(entity) || /^(the )?central african\b/i.test(text))

/** "shuttled between the two capitals". */
const areCapitals = (shared: Shared, lemma: string): boolean => lemma === 'capital' && shared.plural

/** "he", "their", "both"; null where the word is no person's or thing's that acts. */
export const pronoun = (tree: Tree, shared: Shared, head: number): Mention | null => {
  const text = wordAt(tree, head).text.toLowerCase()
  if (isLatter(wordAt(tree, head)) || isAge(tree, wordAt(tree, head)))
    return mentionOf({ ...shared, plural: false }, 'pronoun', OPEN, 'unresolved', { rule: null, gender: null })
  // "met neither the man nor the woman".
  if (/^n?either$/.test(text) && !hangsBy(tree, head, 'nsubj', 'nsubj:pass')) return null
  if (!PERSONAL.test(text) || (text === 'it' && isExpletive(tree, head))) return null
  const gender = /^(he|him|his|himself)$/.test(text) ? 'male' : /^(she|her|hers|herself)$/.test(text) ? 'female' : null
  return mentionOf(shared, 'pronoun', OPEN, 'unresolved', { rule: null, gender })
}

const PERSONAL =
  /^(he|him|his|himself|she|her|hers|herself|it|its|itself|they|them|their|theirs|themselves|both|each|either|neither|we|our|us)$/i

/** "It was announced on Monday that", "it was Paris that": no actor. */
const isExpletive = (tree: Tree, at: number): boolean => {
  if (!hangsBy(tree, at, 'nsubj', 'expl')) return false
  const { head } = wordAt(tree, at)
  if (head < at || dependents(tree, head, 'cop', 'aux:pass').length === 0) return false
  return tree.words.slice(head + 1, head + THAT).some((w) => w.text === 'that' && w.upos !== 'DET')
}

// So near behind the predicate stands the clause that "it" announces.
const THAT = 5
