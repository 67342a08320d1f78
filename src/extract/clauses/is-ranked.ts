import { dependents, hangsBy, type Tree, wordAt } from './tree.ts'

/** "the third minister to resign", "the first to fire": an infinitive behind an ordinal tells what somebody has done, and not what he is to do. */
export const isRanked = (tree: Tree, verb: number): boolean => {
  if (!hangsBy(tree, verb, 'acl') || dependents(tree, verb, 'mark').every((at) => wordAt(tree, at).text.toLowerCase() !== 'to'))
    return false
  const noun = wordAt(tree, verb).head
  if (ATTEMPTS.test(wordAt(tree, noun).lemma)) return false
  return isOrdinal(tree, noun) || dependents(tree, noun, 'amod', 'nummod').some((at) => isOrdinal(tree, at))
}

const isOrdinal = (tree: Tree, at: number): boolean => ORDINAL.test(wordAt(tree, at).text) && wordAt(tree, at).index > 0

const ORDINAL = /^(first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|last|latest|only|\d+(?:st|nd|rd|th))$/i

/** What one does once more, and not who does it; and things. */
const ATTEMPTS =
  /^(attempt|bid|effort|chance|opportunity|time|way|step|move|measure|day|plan|decision|vote|meeting|option|reason|goal|aim|right|motion|proposal|resolution|bill|law|order|offer|call|appeal|deadline|choice|hope|task|job|push|try|thing|ship|vessel|boat|plane|aircraft|flight|truck|convoy|train|shipment|cargo|bus)$/
