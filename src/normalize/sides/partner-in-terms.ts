import type { Clause } from '../../extract/clauses/clause.ts'
import { conjuncts, preposition } from '../../extract/clauses/noun-phrase.ts'
import { dependents, hangsBy, subtree, type Tree, wordAt } from '../../extract/clauses/tree.ts'
import { NONE } from '../../lexicon/mapped.ts'
import { isOf } from '../is-of.ts'
import { isUnion } from '../is-union.ts'
import { isArmed } from '../role-groups.ts'
import type { Found, Resolved } from './found.ts'
import { partiesAt } from './parties.ts'
import { inSlot } from './sides.ts'

/**
 * "signed a pact under which China will give it aid", "a deal to buy gas from Qatar", "an accord letting French troops in": with whom one agrees, where the
 * terms alone tell it: who acts in them, to or from whom something goes by them, or whom they let do something. Whom they are against is no partner. Parties of
 * one state and members of a union agree among themselves ("EU states reached a deal to cut imports from Russia").
 */
export const partnerInTerms = (at: Resolved, clause: Clause, own: Found): readonly Found[] => {
  const { tree } = at.reading
  const agreed = agreedIn(at, clause)
  if (agreed === undefined || areSeveral(at, own)) return NONE
  for (const terms of termsOf(tree, agreed))
    for (const head of subtree(tree, terms)) {
      if (head < terms && !isUnderWhich(tree, terms)) continue
      if (!isPartner(at, head, terms)) continue
      const found = conjuncts(tree, head)
        .flatMap((one) => partiesAt(at, one, 'doers'))
        .filter((f) => f.party.entity !== null && !f.owned && f.party.basis !== 'discourse' && f.party.entity !== own.party.entity)
      if (found.length > 0) return found
    }
  return NONE
}

const areSeveral = ({ lexicon }: Resolved, { mention, party: { entity, role } }: Found): boolean =>
  isUnion(lexicon, entity) || (mention.plural && !isArmed(role))

/** "signed a deal", "concluded a deal": the head of what is agreed. */
const agreedIn = ({ reading: { tree }, lexicon }: Resolved, clause: Clause): number | undefined =>
  clause.kind === 'noun'
    ? clause.light !== null && clause.light < clause.head && isOf(lexicon, tree, clause.head, 'agreement')
      ? clause.head
      : undefined
    : inSlot(clause, 'object').find(({ head }) => head > clause.head && isOf(lexicon, tree, head, 'agreement'))?.head

/** The clauses that tell what was agreed; "signed a deal to send migrants to Rwanda", too, where the parser hung it on the verb. */
const termsOf = (tree: Tree, agreed: number): readonly number[] => [
  ...dependents(tree, agreed, 'acl', 'acl:relcl'),
  ...dependents(tree, wordAt(tree, agreed).head, 'advcl').filter(
    (verb) => verb > agreed && dependents(tree, verb, 'mark').some((to) => to === agreed + 1 && /^to$/i.test(wordAt(tree, to).text)),
  ),
]

/** Whether a phrase of the terms tells a partner: it acts under them, gets or gives something by them, or is let do something. */
const isPartner = ({ reading: { tree }, lexicon }: Resolved, head: number, terms: number): boolean => {
  const verb = wordAt(tree, head).head
  if (verb !== terms && !hangsBy(tree, verb, 'xcomp')) return isGiven(tree, head, terms)
  if (hangsBy(tree, head, 'obl:agent')) return isUnderWhich(tree, terms)
  if (hangsBy(tree, head, 'nsubj')) return verb === terms ? isUnderWhich(tree, terms) : isOf(lexicon, tree, terms, 'letting')
  if (hangsBy(tree, head, 'obj')) return isOf(lexicon, tree, terms, 'letting') || isOf(lexicon, tree, verb, 'giving')
  return hangsBy(tree, head, 'iobj') || (hangsBy(tree, head, 'obl') && GIVES.test(preposition(tree, head)))
}

/** "to buy gas from Qatar", where the parser hung Qatar on the gas. */
const isGiven = (tree: Tree, head: number, terms: number): boolean =>
  hangsBy(tree, head, 'nmod') &&
  /^(from|to)$/.test(preposition(tree, head)) &&
  hangsBy(tree, wordAt(tree, head).head, 'obj') &&
  wordAt(tree, wordAt(tree, head).head).head === terms

/** "a pact under which China will give": what is agreed is told behind the preposition. */
const isUnderWhich = (tree: Tree, terms: number): boolean =>
  hangsBy(tree, terms, 'acl:relcl') &&
  dependents(tree, terms, 'obl', 'advmod').some(
    (at) =>
      /^(which|whereby)$/i.test(wordAt(tree, at).text) &&
      (/^whereby$/i.test(wordAt(tree, at).text) || /^(under|by|in|through)$/.test(preposition(tree, at))),
  )

const GIVES = /^(from|to|with)$/
