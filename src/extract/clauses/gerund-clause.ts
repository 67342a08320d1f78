import { lemmaOf } from '../../syntax/lemmas.ts'
import { phrasesOn } from './arguments-of-verb.ts'
import type { Argument, Clause } from './clause.ts'
import type { Grammar } from './grammar.ts'
import { isNegated } from './mood.ts'
import { antecedent, conjuncts } from './noun-phrase.ts'
import { dependents, type Tree, wordAt } from './tree.ts'

/** What stands between a predicate and the one above it. */
type Link = Pick<Clause, 'governor' | 'link' | 'marker'>

/**
 * "the expelling of envoys by Chad", "its arming of the rebels": a gerund that the lexicon has no noun for is the verb, its "of" the object, its "by" or its owner the
 * subject; null of every other noun.
 */
export const gerundClause = (tree: Tree, grammar: Grammar, head: number, linkOf: () => Link): Clause | null => {
  const { text, lemma } = wordAt(tree, head)
  if (!/ing$/.test(text) || tree.words[head + 1]?.text !== 'of' || grammar.isEventNoun(lemma.toLowerCase())) return null
  const verb = lemmaOf(text, 'VERB').toLowerCase()
  const owners = dependents(tree, head, 'nmod:poss')
  if (!grammar.isEventVerb(verb) || grammar.isInName(head)) return null
  const own = phrasesOn(tree, head).map((a) => argument(SLOTS.get(a.slot) ?? a.slot, a.head))
  const objects = own.filter((a) => a.slot === 'object')
  if (objects.length === 0) return null
  const subjects = owners.flatMap((at) => conjuncts(tree, antecedent(tree, at))).map((at) => argument('subject', at))
  // "the jailing of activists by Chad": the parser may hang who does it on whom it is done to.
  const attached = objects.flatMap(({ head: at }) => phrasesOn(tree, at)).map((a) => (a.slot === 'by' ? argument('subject', a.head) : a))
  // "at the urging of the union": without anybody else, its "of" may be who does it.
  if (![...subjects, ...own, ...attached].some(({ slot }) => slot === 'subject')) return null
  return {
    head,
    kind: 'verb',
    lemma: verb,
    words: [head],
    particle: null,
    passive: false,
    mood: 'asserted',
    negated: isNegated(tree, head),
    unwilling: false,
    args: [...subjects, ...own, ...attached],
    complements: [],
    ...linkOf(),
    light: null,
  }
}

const argument = (slot: string, head: number): Argument => ({ slot, head, via: 'own' })

const SLOTS: ReadonlyMap<string, string> = new Map([
  ['of', 'object'],
  ['by', 'subject'],
])
