import type { Party } from '../../document.ts'
import { preposition } from '../../extract/clauses/noun-phrase.ts'
import { hangsBy, type Tree, wordAt } from '../../extract/clauses/tree.ts'
import type { SentenceReading } from '../../extract/read-sentence.ts'
import type { Lexicon } from '../../lexicon/index-lexicon.ts'
import { isNamedOf } from '../is-of.ts'

/** Roles of those who are in politics by what they do there, and not by what they are. */
const PRIVATE_ROLE = /^(BUS|MED|EDU|HLH|AGR|CRM)$/

/** "Italian" of "the Italian fashion house", "a boy from Ghana", "a hospital in Malawi": people and firms of private life, of whatever state. The act that is judged is none. */
export const isPrivateParty = ({ tree }: SentenceReading, lexicon: Lexicon, party: Party, act: number): boolean =>
  (party.role === null && party.entity === null) || PRIVATE_ROLE.test(party.role ?? '') || isOfPrivateLife(tree, lexicon, party, act)

/** Whether what a party's words belong to is of private life; who holds an office isn't, whatever stands beside him. */
export const isOfPrivateLife = (tree: Tree, lexicon: Lexicon, party: Party, act: number): boolean =>
  (party.role === null || /^(CVL|LAB|HLH|EDU|MED|BUS|AGR)$/.test(party.role)) &&
  headsOver(tree, party).some(
    (at) => at !== act && isCommon(tree, at) && (isNamedOf(lexicon, tree, at, 'private-life') || isMaker(tree, at)),
  )

/** Whom one deals with in private life: a buyer, a rival. */
export const isPrivateOther = (tree: Tree, lexicon: Lexicon, at: number): boolean =>
  isCommon(tree, at) && (isNamedOf(lexicon, tree, at, 'private-other') || isMaker(tree, at))

/** "toolmaker", "chip maker"; makers of laws, policy, peace and bombs are none. */
const isMaker = (tree: Tree, at: number): boolean =>
  /makers?$/i.test(wordAt(tree, at).text) &&
  !/(law|policy|peace|king|decision|opinion|trouble|bomb)[ -]?makers?$/i.test(`${tree.words[at - 1]?.text ?? ''} ${wordAt(tree, at).text}`)

/** The word that heads a party's words, and those whose adjective, possessor or home it is; of a name only these. */
const headsOver = (tree: Tree, { start, end, basis }: Party): readonly number[] => {
  const top = tree.words.find((w) => w.start >= start && w.end <= end && !isWithin(tree, w.head, start, end))
  const heads: number[] = []
  for (let at = top?.index ?? -1; at >= 0 && heads.length < 6; at = belongsTo(tree, at) ? wordAt(tree, at).head : -1) heads.push(at)
  return basis === 'name' || basis === 'person' ? heads.slice(1) : heads
}

const isWithin = (tree: Tree, at: number, start: number, end: number): boolean =>
  at >= 0 && wordAt(tree, at).start >= start && wordAt(tree, at).end <= end

const belongsTo = (tree: Tree, at: number): boolean =>
  hangsBy(tree, at, 'amod', 'compound', 'nmod:poss', 'nmod:desc', 'conj') ||
  (hangsBy(tree, at, 'nmod') && /^(of|from|in|at|near)$/.test(preposition(tree, at)))

/** A word and no name: "ICE" is no ice; small letters that the parser takes for a name are a word, too ("The Swiss hospital"). */
export const isCommon = (tree: Tree, at: number): boolean => {
  const { upos, text } = wordAt(tree, at)
  return upos === 'NOUN' ? text !== text.toUpperCase() : upos === 'PROPN' && /^\p{Ll}/u.test(text)
}
