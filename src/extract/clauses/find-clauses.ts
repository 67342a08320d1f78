import { isCalendarWord } from '../actors/calendar-words.ts'
import { argumentsOfNoun } from './arguments-of-noun.ts'
import { argumentsOfVerb } from './arguments-of-verb.ts'
import type { Clause } from './clause.ts'
import { complementsOf } from './complements.ts'
import { gerundClause } from './gerund-clause.ts'
import type { Grammar } from './grammar.ts'
import { moodOf } from './mood.ts'
import { isPassive } from './surface.ts'
import { dependent, dependents, hangsBy, type Tree, wordAt } from './tree.ts'

/**
 * Reads the predicates of a sentence with their arguments off its tree, in the order of the text: verbs (auxiliaries and copulas aside), nouns that
 * name events, adjectives that the lexicon knows as actions.
 */
export const findClauses = (tree: Tree, grammar: Grammar): readonly Clause[] => {
  const clauses: Clause[] = []
  for (const { upos, index, lemma } of tree.words) {
    if (upos === 'VERB') {
      if (!hangsBy(tree, index, 'amod', 'case', 'compound', 'fixed', 'flat')) clauses.push(predicateClause(tree, grammar, index, 'verb'))
    } else if (upos === 'NOUN' || upos === 'PROPN') {
      if (isEvent(tree, grammar, index)) clauses.push(nounClause(tree, grammar, index))
      else {
        const gerund = gerundClause(tree, grammar, index, () => linkOf(tree, index))
        if (gerund !== null) clauses.push(gerund)
      }
    } else if (upos === 'ADJ' && grammar.isEventAdjective(lemma.toLowerCase()))
      clauses.push(predicateClause(tree, grammar, index, 'adjective'))
  }
  return clauses
}

const isEvent = (tree: Tree, grammar: Grammar, index: number): boolean => {
  const { lemma, upos } = wordAt(tree, index)
  return (
    (upos === 'NOUN' || dependents(tree, index, 'flat').length === 0) &&
    !hangsBy(tree, index, 'flat', 'compound') &&
    !isLabel(tree, index) &&
    !grammar.isInName(index) &&
    !isNamed(tree, index) &&
    grammar.isEventNoun(lemma.toLowerCase())
  )
}

/** "Gaza ceasefire: Israel frees 90 prisoners": what a headline is about tells no act (parse-beside-colon.ts hangs it so). */
const isLabel = (tree: Tree, index: number): boolean => hangsBy(tree, index, 'dislocated') && wordAt(tree, index).head > index

/** "March", "the Rome Declaration": a month, or what a document is called. */
const isNamed = (tree: Tree, index: number): boolean => {
  const { text, upos } = wordAt(tree, index)
  if (upos !== 'PROPN' || !/^\p{Lu}/u.test(text)) return false
  return isCalendarWord(text) || dependents(tree, index, 'compound').some((at) => wordAt(tree, at).upos === 'PROPN')
}

/** Of an adjective nothing is passive, and no particle is a part of it. */
const predicateClause = (tree: Tree, grammar: Grammar, head: number, kind: 'verb' | 'adjective'): Clause => {
  const particle = kind === 'verb' ? dependent(tree, head, 'compound:prt') : null
  const { mood, negated, unwilling } = moodOf(tree, head)
  const { governor, link, marker } = linkOf(tree, head)
  return {
    head,
    kind,
    lemma: wordAt(tree, head).lemma.toLowerCase(),
    words: particle === null ? [head] : [head, particle],
    particle: particle === null ? null : wordAt(tree, particle).text.toLowerCase(),
    passive: kind === 'verb' && isPassive(tree, head),
    mood,
    negated,
    unwilling,
    args: argumentsOfVerb(tree, grammar, head),
    complements: complementsOf(tree, head),
    governor,
    link,
    marker,
    light: null,
  }
}

const nounClause = (tree: Tree, grammar: Grammar, head: number): Clause => {
  const { args, light } = argumentsOfNoun(tree, grammar, head)
  const carrier = light === null ? null : moodOf(tree, light)
  const own = moodOf(tree, head)
  const { governor, link, marker } = linkOf(tree, light ?? head)
  return {
    head,
    kind: 'noun',
    lemma: wordAt(tree, head).lemma.toLowerCase(),
    words: light !== null && Math.abs(head - light) === 1 ? [Math.min(head, light), Math.max(head, light)] : [head],
    particle: null,
    passive: false,
    mood: carrier?.mood ?? own.mood,
    negated: own.negated || (carrier?.negated ?? false),
    unwilling: carrier?.unwilling ?? false,
    args,
    // "expressed doubts about bringing the rebels to Oslo": the parser hangs the clause on the verb.
    complements: [...complementsOf(tree, head), ...(light === null ? [] : complementsOf(tree, light).filter((c) => TOPIC.test(c.slot)))],
    governor,
    link,
    marker,
    light,
  }
}

const TOPIC = /^(to|that|about|over|on|toward|towards|against)$/

/** The predicate above, with the relation and the marker between. */
const linkOf = (tree: Tree, head: number): { readonly governor: number | null; readonly link: string; readonly marker: string } => {
  const word = wordAt(tree, head)
  let marker = ''
  for (const at of dependents(tree, head, 'mark', 'case'))
    if (at < head) marker += `${marker === '' ? '' : ' '}${wordAt(tree, at).text.toLowerCase()}`
  return { governor: word.head < 0 ? null : word.head, link: word.deprel, marker }
}
