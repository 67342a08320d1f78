import type { Event, Magnitude } from '../../document.ts'
import type { Clause } from '../../extract/clauses/clause.ts'
import { firstConjunct } from '../../extract/clauses/noun-phrase.ts'
import { ancestors, dependents, hangsBy, type Tree, wordAt } from '../../extract/clauses/tree.ts'
import type { SentenceReading } from '../../extract/read-sentence.ts'
import type { Lexicon } from '../../lexicon/index-lexicon.ts'
import { type Harm, harmOfState, isHarm } from './casualties.ts'
import { countPeople, type PeopleCount } from './count-people.ts'

/**
 * The numbers of people that the clause of an act gives: `dead` and `injured`, which acts of force also take from the clauses beside them ("attacked …,
 * killing 12"), and `size`, how many took part or were acted on. `root` is the CAMEO root.
 */
export const findMagnitude = (reading: SentenceReading, clause: Clause, root: string, lexicon: Lexicon): Event['magnitude'] => {
  const counts = countPeople(reading, lexicon)
  if (counts.length === 0) return {}
  const dead = harmed(lexicon, reading, clause, root, counts, 'dead')
  const injured = harmed(lexicon, reading, clause, root, counts, 'injured')
  const size = sizeOf(reading, clause, root, counts)
  return { ...(isTold(dead) && { dead }), ...(isTold(injured) && { injured }), ...(isTold(size) && { size }) }
}

/** A number that no integer of JavaScript holds counts nobody, and no database would take it. */
const isTold = (magnitude: Magnitude | null): magnitude is Magnitude =>
  magnitude !== null && Number.isSafeInteger(magnitude.max ?? magnitude.min)

const isForce = (root: string): boolean => /^(14|15|17|18|19|20)$/.test(root)

const harmed = (
  lexicon: Lexicon,
  reading: SentenceReading,
  clause: Clause,
  root: string,
  counts: readonly PeopleCount[],
  harm: Harm,
): Magnitude | null => {
  const said = counts.filter((c) => c.harms.includes(harm))
  const own = said.filter((c) => isOwn(clause, c))
  if (own.length > 0) return sum(reading.tree, own)
  if (isHarm(lexicon, clause.lemma) || !isForce(root)) return null
  const near = said.filter((c) => isBeside(lexicon, reading, clause, c))
  // One clause's: what two clauses say may be the same people.
  return near.length > 0
    ? sum(
        reading.tree,
        near.filter((c) => c.predicate === near[0]?.predicate),
      )
    : null
}

const isOwn = (clause: Clause, { predicate }: PeopleCount): boolean => predicate === clause.head || predicate === clause.light

/** What follows from the act ("exploded, killing 12", "the attack, in which 12 died") or governs it ("12 were killed in an attack"). */
const isBeside = (lexicon: Lexicon, { tree, candidates }: SentenceReading, clause: Clause, { predicate }: PeopleCount): boolean => {
  if (predicate < 0) return false
  const isClause = (at: number): boolean => candidates.some((c) => c.clause.head === at && c.acts.length > 0)
  let at = predicate
  for (const up of ancestors(tree, predicate)) {
    if (!hangsBy(tree, at, 'advcl', 'conj', 'acl', 'xcomp', 'parataxis', 'nmod', 'obl', 'nsubj') && !isStateLeft(tree, at)) break
    if (up === clause.head || up === clause.light) return true
    const lemma = wordAt(tree, up).lemma.toLowerCase()
    if (isClause(up) && lemma !== 'leave' && !isHarm(lexicon, lemma)) break
    at = up
  }
  const path = ancestors(tree, clause.head).slice(0, 3)
  const first = firstConjunct(tree, predicate)
  // "three were shot dead when troops opened fire".
  const mark = dependents(tree, clause.head, 'mark', 'advmod').some((at) => /^(when|after|as)$/i.test(wordAt(tree, at).text))
  if (mark && hangsBy(tree, clause.head, 'advcl') && (path[0] === predicate || path[0] === first)) return true
  return (
    clause.kind === 'noun' &&
    (path.includes(predicate) || path.includes(first)) &&
    hangsBy(tree, clause.head, 'obl', 'nsubj', 'nmod', 'obj', 'nsubj:pass', 'conj')
  )
}

/** "leaving nine wounded", where the participle is the object. */
const isStateLeft = (tree: Tree, at: number): boolean =>
  hangsBy(tree, at, 'obj') && harmOfState(wordAt(tree, at).text.toLowerCase()) !== null

/** How many took part in a protest, or were arrested, sent, freed: not how many were hurt. */
const sizeOf = (reading: SentenceReading, clause: Clause, root: string, counts: readonly PeopleCount[]): Magnitude | null => {
  const people = counts.filter(
    (c) => c.harms.length === 0 && c.max !== 0 && isOwn(clause, c) && !isSingle(reading, c) && !isKnown(reading, c),
  )
  const slots =
    root === '14' ? ['subject', 'of', 'object', 'by', 'with'] : isMaterial(root) ? ['object', 'of', 'subject', 'with'] : ['subject']
  for (const slot of slots) {
    const found = people.filter((c) => c.slot === slot)
    if (found.length > 0) return sum(reading.tree, found)
  }
  return null
}

const isMaterial = (root: string): boolean => /^(07|08|1[45678]|19|20)$/.test(root)

/** "the two sides", "the three men": those that the text has named; "many of", "one of" tell nothing. */
const isKnown = ({ tree }: SentenceReading, { first, last, max }: PeopleCount): boolean => {
  const before = first > 0 ? wordAt(tree, first - 1).text.toLowerCase() : ''
  const [own, next] = [wordAt(tree, first).text.toLowerCase(), tree.words[last + 1]?.text]
  return (
    (max !== null && max <= 4 && /^(the|these|those|both)$/.test(before)) ||
    (own === 'one' && next === 'of') ||
    /^(many|few|numerous)$/.test(own)
  )
}

const isSingle = ({ tree }: SentenceReading, { first, core }: PeopleCount): boolean =>
  first === core && /^(an?|another)$/i.test(wordAt(tree, first).text)

/** Counts that stand together are one number: "five policemen and two civilians" are seven. Of others the first counts. */
const sum = (tree: Tree, all: readonly PeopleCount[]): Magnitude => {
  const end = all.findIndex((c, i) => i > 0 && !isJoined(tree, all[i - 1] as PeopleCount, c))
  return total(tree, end < 0 ? all : all.slice(0, end))
}

const isJoined = ({ words }: Tree, a: PeopleCount, b: PeopleCount): boolean => {
  const between = words.slice(a.last + 1, b.first)
  return (
    between.length <= 6 &&
    between.some((w) => /^(and|,)$/.test(w.text)) &&
    between.every((w) => !/^(VERB|ADP|SCONJ|PRON)$/.test(w.upos) || w.text === 'of')
  )
}

const total = (tree: Tree, counts: readonly PeopleCount[]): Magnitude => ({
  min: counts.reduce((all, c) => all + c.min, 0),
  max: counts.some((c) => c.max === null) ? null : counts.reduce((all, c) => all + (c.max ?? 0), 0),
  start: wordAt(tree, Math.min(...counts.map((c) => c.first))).start,
  end: wordAt(tree, Math.max(...counts.map((c) => c.last))).end,
})
