import { ancestors, dependents, hangsBy, wordAt } from '../../extract/clauses/tree.ts'
import type { SentenceReading } from '../../extract/read-sentence.ts'
import type { Lexicon } from '../../lexicon/index-lexicon.ts'
import { isOf } from '../is-of.ts'
import { authorOf, isDocument } from '../sides/author-of.ts'
import type { Judged } from './why-no-act.ts'

/** "the treaty requires", "a new text, said to meet the demands": what is a thing says, asks and promises nothing. */
export const isOfThing = ({ reading, lexicon, clause, act, action: { root }, said }: Judged): boolean => {
  if (clause.kind !== 'verb' || said.source.some((p) => p.entity !== null || p.role !== null)) return false
  const subjects = clause.args.filter((a) => a.slot === 'subject' && a.via !== 'coordination')
  const things = subjects.length > 0 && subjects.every((a) => isThing(reading, lexicon, a.head))
  if (act.loose) return things && !clause.passive
  return (
    things &&
    (/^(0[12]|03|10)$/.test(root) ||
      (root === '13' &&
        clause.lemma === 'threaten' &&
        clause.link !== 'acl' &&
        subjects.every((a) => isThreatless(reading, lexicon, a.head))))
  )
}

/** A plan, unlike "Pavlov", which the parser takes for a noun, the people of a land, and who speaks in a film. */
const isThreatless = ({ tree }: SentenceReading, lexicon: Lexicon, head: number): boolean =>
  /^\p{Ll}/u.test(wordAt(tree, head).text) && !isOf(lexicon, tree, head, 'speaking-for-people')

/** "avoid the strait, adding ten days to each voyage": a number is added to a number. */
export const isAddition = ({ reading: { tree }, clause: { lemma, args }, action: { root } }: Judged): boolean =>
  lemma === 'add' && root === '01' && args.some((a) => a.slot === 'object' && dependents(tree, a.head, 'nummod').length > 0)

/** Whether what is said in a document is told of who issued it. */
export const isAuthored = ({ reading, lexicon, clause }: Judged): boolean => authorOf(reading, lexicon, clause) !== null

/** "The document provided for a halt to the fighting", "the accord required them to disarm": what a document lays down isn't done by its being written. */
export const isLaidDown = ({ reading, lexicon, clause: { head, light, args } }: Judged): boolean => {
  const { tree, candidates } = reading
  // "The document included a pledge by the alliance": whose own act the noun names, was done.
  if (args.some((a) => /^(by|poss)$/.test(a.slot) && a.via === 'own')) return false
  const chain = ancestors(tree, light ?? head)
  const top = chain.findIndex((at) => isOf(lexicon, tree, at, 'laying-down') && wordAt(tree, at).upos === 'VERB')
  if (top < 0) return false
  const below = [light ?? head, ...chain.slice(0, top)]
  return (
    !hangsBy(tree, below.at(-1) as number, 'conj') &&
    below.every(
      (at) => hangsBy(tree, at, 'obj', 'obl', 'nmod', 'conj', 'xcomp', 'ccomp', 'acl', 'advcl') && !hangsBy(tree, at, 'acl:relcl'),
    ) &&
    candidates.some(
      ({ clause }) =>
        clause.head === chain[top] &&
        !clause.passive &&
        clause.args.some((a) => a.slot === 'subject' && isDocument(reading.tree, lexicon, a.head)),
    )
  )
}

/** A noun that nobody is called by: who does something is called an -er, -or, -ant, -ist … */
const isThing = ({ tree, mentions }: SentenceReading, lexicon: Lexicon, head: number): boolean => {
  const { upos, lemma, text } = wordAt(tree, head)
  if (upos !== 'NOUN' || text === text.toUpperCase()) return false
  return isOf(lexicon, tree, head, 'agreement') || !(PEOPLE.test(lemma) || mentions.some((m) => m.head === head))
}

const PEOPLE = /(?:er|or|ant|(?<!m)ent|ist|ian|man|men|woman|women|people|folk|ee|ic|side|party|group|figure)$/i

/** "the signing of the Rome Declaration", "under the Protocol": a word in a document's name. */
export const isInTitle = ({ reading: { tree, sentence }, clause: { kind, head, link }, action: { root } }: Judged): boolean =>
  kind === 'noun' &&
  root === '01' &&
  link !== 'root' &&
  sentence.kind !== 'heading' &&
  /^\p{Lu}\p{Ll}/u.test(wordAt(tree, head).text) &&
  head > 0 &&
  /^\p{Lu}/u.test(wordAt(tree, head - 1).text)

/** "the announcement of sanctions": what was announced tells the act. */
export const isContainer = ({ reading: { tree, candidates }, lexicon, clause: { kind, head, light } }: Judged): boolean =>
  kind === 'noun' &&
  light === null &&
  isOf(lexicon, tree, head, 'announcing') &&
  candidates.some(
    ({ clause, acts: [act] }) =>
      act !== undefined && clause.kind === 'noun' && clause.marker === 'of' && wordAt(tree, clause.head).head === head,
  )
