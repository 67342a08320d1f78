import type { Timex } from '../../document.ts'
import { ancestors, dependents, hangsBy, perTree, type Tree, wordAt } from '../../extract/clauses/tree.ts'
import type { Lexicon } from '../../lexicon/index-lexicon.ts'
import { isOfClass } from '../../lexicon/is-of-class.ts'
import { isPerfect } from '../finite-verb.ts'
import { isOf } from '../is-of.ts'
import { asideBefore, isBehindRelative } from './behind-aside.ts'
import { isOfNextStatement, isToldOfAnother, RELATIVE } from './next-statement.ts'
import { hasBefore, isAtHead, leadOfDate, spotOfDate } from './spot-of-date.ts'
import { isBarredSince, isToldOf } from './told-since.ts'

/** Whether the words around an expression keep it from dating a predicate, whatever the tree says. */
export const barsDate = (lexicon: Lexicon, tree: Tree, timex: Timex, head: number): boolean =>
  hasBefore(tree, timex, COMPARING) ||
  (hasBefore(tree, timex, ENDING) && !isAtHead(tree, timex) && !isToldOf(tree, timex, head)) ||
  isNumbered(lexicon, tree, timex) ||
  isOfNoun(lexicon, tree, timex, head) ||
  isOfWhatIsOf(lexicon, tree, timex, head) ||
  isOfDocument(lexicon, tree, timex, head) ||
  isLookedBackOn(lexicon, tree, timex, head) ||
  isOwned(tree, timex, head) ||
  isOfAnswered(lexicon, tree, timex, head) ||
  isBetween(lexicon, tree, timex, head) ||
  isOfWhatOneSpeaksOf(lexicon, tree, timex, head) ||
  isBarredSince(tree, timex, head) ||
  isInAside(tree, timex, head) ||
  isOfNextStatement(tree, timex, head) ||
  isToldOfAnother(tree, timex, head)

/** Whether a semicolon stands between: another statement. */
export const isCutOff = (tree: Tree, timex: Timex, head: number): boolean => {
  const { start } = wordAt(tree, head)
  const from = start < timex.start ? start : timex.end
  const to = Math.max(start, timex.start)
  for (const word of tree.words) if (word.text === ';' && word.start >= from && word.start < to) return true
  return false
}

// "far smaller than on Tuesday", "unlike in 2014", "a new one, effective July 20".
const COMPARING = /^(?:than|unlike|effective)$/i
// What is closed until June wasn't closed then; but "until June the talks were suspended".
const ENDING = /^(?:until|till)$/i

/** "threatened to leave a 1972 accord": a year right before a noun is the noun's alone; but "was ousted in a 2012 uprising" then. */
const isOfNoun = (lexicon: Lexicon, tree: Tree, timex: Timex, head: number): boolean => {
  const { inside } = spotOfDate(tree, timex)
  const year = tree.words[inside[0] ?? -1]
  if (!year || inside.length > 1 || !/^\d{4}$/.test(year.text)) return false
  const noun = tree.words[year.head]
  if (noun === undefined || noun.index === head || noun.index < year.index || noun.upos !== 'NOUN') return false
  // "1990 - Tuaregs launch rebellions": the label of an entry.
  if (!/^\w/.test(tree.words[year.index + 1]?.text ?? '') || dependents(tree, year.index, 'case').length > 0) return false
  // "led a 1984 coup": the noun tells what was done.
  if (noun.head === head && hangsBy(tree, noun.index, 'obj') && isOf(lexicon, tree, head, 'carrying-out')) return false
  return !(noun.head === head && isWhen(tree, noun.index) && !isPerfect(tree, head))
}

/**
 * "declared him the winner of the Nov. 28 runoff", "counted the dead of the March 3 raid": the day of what the object is of; but "said at the opening of the May 3
 * summit", "disrupted the start of the May 9 parade", "signed the communique of the summit": a part of it or a text that it made is of its day.
 */
const isOfWhatIsOf = (lexicon: Lexicon, tree: Tree, timex: Timex, head: number): boolean => {
  const { inside, behind, before } = spotOfDate(tree, timex)
  const noun = tree.words[behind]
  if (noun?.upos !== 'NOUN' || !/^the$/i.test(tree.words[before]?.text ?? '') || !/^(?:day|time)$/.test(timex.precision ?? '')) return false
  if (!inside.some((at) => wordAt(tree, at).head === noun.index) || !hangsBy(tree, noun.index, 'nmod')) return false
  if (dependents(tree, noun.index, 'case').every((c) => wordAt(tree, c).text !== 'of')) return false
  const over = noun.head
  if (['phase-word', 'written', 'dated-document'].some((id) => isOf(lexicon, tree, over, id))) return false
  return over !== head && noun.index !== head && wordAt(tree, over).upos === 'NOUN' && hangsBy(tree, over, 'obj', 'xcomp', 'iobj')
}

/** "resolution 2423 (2018)": a part of its name. */
const isNumbered = (lexicon: Lexicon, tree: Tree, timex: Timex): boolean => {
  if (!/^\d{4}$/.test(timex.text)) return false
  const { before } = spotOfDate(tree, timex)
  if (tree.words[before]?.text !== '(' || !/^\d+$/.test(tree.words[before - 1]?.text ?? '')) return false
  return tree.words
    .slice(Math.max(0, before - 3), before - 1)
    .some(({ lemma }) => isOfClass(lexicon, lemma.toLowerCase(), 'dated-document'))
}

/** "at the summit", "in an uprising": what tells when. */
const isWhen = (tree: Tree, noun: number): boolean => {
  const cases = dependents(tree, noun, 'case')
  return hangsBy(tree, noun, 'obl') && cases.length > 0 && cases.every((c) => /^(?:at|during|in)$/i.test(wordAt(tree, c).text))
}

/** "would trigger the defence treaty of 1951", "under the accords of 2015": when a document was made. */
const isOfDocument = (lexicon: Lexicon, tree: Tree, timex: Timex, head: number): boolean => {
  const { inside } = spotOfDate(tree, timex)
  const anchor = inside.find((at) => !inside.includes(wordAt(tree, at).head))
  if (anchor === undefined || dependents(tree, anchor, 'case').every((c) => wordAt(tree, c).text !== 'of')) return false
  const noun = wordAt(tree, anchor).head
  if (noun < 0 || noun === head || !isOf(lexicon, tree, noun, 'dated-document') || ancestors(tree, head).includes(noun)) return false
  return !isOfSubject(tree, noun) && !(wordAt(tree, noun).head === head && isOfClass(lexicon, wordAt(tree, head).lemma, 'concluding'))
}

/** "The accord of 1998 put off a vote", "A second text, the accord of 1998, put off a vote". */
const isOfSubject = (tree: Tree, noun: number): boolean =>
  hangsBy(tree, noun, 'nsubj') || (hangsBy(tree, noun, 'appos') && hangsBy(tree, wordAt(tree, noun).head, 'nsubj'))

/** "compared the regime to a dictatorship of 1935", "commemorated the uprising of 1956": of what one looks back on. */
const isLookedBackOn = (lexicon: Lexicon, tree: Tree, timex: Timex, head: number): boolean => {
  if (!isOfClass(lexicon, wordAt(tree, head).lemma, 'looking-back')) return false
  const { inside } = spotOfDate(tree, timex)
  const anchor = inside.find((at) => !inside.includes(wordAt(tree, at).head))
  const noun = anchor === undefined ? -1 : wordAt(tree, anchor).head
  return noun > head && wordAt(tree, noun).upos !== 'VERB'
}

/** "ruled out a rerun of October's election", "condemned Monday's raid": whose day it is; but "said at Monday's summit" was said then. */
const isOwned = (tree: Tree, timex: Timex, head: number): boolean => {
  const last = tree.words.findLast((w) => w.start < timex.end)
  const clitic = last && (/^['’]s?$/.test(last.text) ? last : tree.words[last.index + 1])
  const day = clitic && /^['’]s?$/.test(clitic.text) ? tree.words[clitic.head] : undefined
  if (day?.deprel !== 'nmod:poss' || day.head < 0 || day.head === head) return false
  const noun = wordAt(tree, day.head)
  if (noun.deprel.startsWith('nsubj')) return false
  return !isWhen(tree, noun.index)
}

/** "summoned the envoy in response to Moscow's expulsion of two diplomats in March": of what is answered, where it is no day of the news. */
const isOfAnswered = (lexicon: Lexicon, tree: Tree, timex: Timex, head: number): boolean => {
  if (!/^(?:month|season|year)$/.test(timex.precision ?? '')) return false
  const { from } = spotOfDate(tree, timex)
  const answer = tree.words.findLast(
    (w) => w.index < from && w.index > head && isOfClass(lexicon, w.lemma, 'answer') && /^in$/i.test(tree.words[w.index - 1]?.text ?? ''),
  )
  if (answer === undefined || !/^(?:to|for)$/i.test(tree.words[answer.index + 1]?.text ?? '')) return false
  return !tree.words.slice(answer.index, from).some(({ text }) => text === ',')
}

/** "followed the resignation last week of the premier": between a noun and what that is of, it is the noun's; but "accused the opposition on Monday of treason" then. */
const isBetween = (lexicon: Lexicon, tree: Tree, timex: Timex, head: number): boolean => {
  const { before, behind } = spotOfDate(tree, timex)
  const of = tree.words[behind]
  if (!of || !/^of$/i.test(of.text) || of.deprel !== 'case' || wordAt(tree, of.head).upos === 'VERB') return false
  if (isOf(lexicon, tree, head, 'taking-of')) return false
  const noun = tree.words[/^(?:on|in)$/i.test(tree.words[before]?.text ?? '') ? before - 1 : before]
  return noun?.upos === 'NOUN' && noun.index !== head && !hangsBy(tree, noun.index, 'nsubj')
}

/** "blamed Chad for an attack on Monday that killed six": of the attack, and not of the words about it. */
const isOfWhatOneSpeaksOf = (lexicon: Lexicon, tree: Tree, timex: Timex, head: number): boolean => {
  if (!isOf(lexicon, tree, head, 'speaking') || !/^(?:that|which|who)$/i.test(tree.words[spotOfDate(tree, timex).behind]?.text ?? ''))
    return false
  const noun = tree.words[leadOfDate(tree, timex)]
  return (
    noun?.upos === 'NOUN' &&
    noun.index > head &&
    dependents(tree, noun.index, 'case').some((c) => /^(?:for|over)$/i.test(wordAt(tree, c).text))
  )
}

/** The word behind a relative clause: the next comma, or of one without commas the auxiliary of the main clause ("who overthrew him ten days ago have …"). */
const endOfAside = (tree: Tree, relative: number, timex: Timex): number | null => {
  const next = tree.words[spotOfDate(tree, timex).behind]
  if (wordAt(tree, relative - 1).text !== ',') return next?.upos === 'AUX' ? next.index : null
  return tree.words.find((w) => w.start >= timex.end && w.text === ',' && !isBracketed(tree, timex, w.index))?.index ?? tree.words.length
}

/** "who courted them and, in 1998, paid a visit": the commas are the expression's own. */
const isBracketed = (tree: Tree, timex: Timex, comma: number): boolean =>
  comma === spotOfDate(tree, timex).behind && isBehindRelative(tree, timex)

const FAR = 12

/** Another relative clause follows, and the word is of it: "…, where a state of emergency was declared". */
const goesOn = (tree: Tree, comma: number, head: number): boolean =>
  RELATIVE.test(tree.words[comma + 1]?.text ?? '') && tree.words.find((w) => w.index > comma && w.upos === 'VERB')?.index === head

/** "Russia, which intervened in 2015, called …": a date within a relative clause between commas dates only that. */
const isInAside = (tree: Tree, timex: Timex, head: number): boolean => {
  const closed = asideBefore(tree, timex)
  if (closed !== null) return head > closed && head < leadOfDate(tree, timex)
  const { relative, end } = asideOf(tree, timex)
  return end !== null && (head < relative || (head >= end && !goesOn(tree, end, head)))
}

/** The nearest relative pronoun before an expression, and where its clause ends; null where it has none that ends. */
const asideOf = perTree((tree, timex: Timex): { readonly relative: number; readonly end: number | null } => {
  const last = spotOfDate(tree, timex).before
  for (let at = last; at > Math.max(0, last - FAR); at--)
    if (RELATIVE.test(wordAt(tree, at).text)) return { relative: at, end: endOfAside(tree, at, timex) }
  return { relative: -1, end: null }
})
