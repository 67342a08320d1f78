import type { Mention } from '../../document.ts'
import { conjuncts } from '../../extract/clauses/noun-phrase.ts'
import { dependents, hangsBy, type Tree, wordAt } from '../../extract/clauses/tree.ts'
import type { SentenceReading } from '../../extract/read-sentence.ts'
import { inSlot } from '../sides/sides.ts'

/**
 * "Chad condemned the Malian minister's words and summoned its ambassador": whose envoy one summons or expels is another's. The heads of who does that,
 * where a mention is such an envoy or his possessor; but one orders home and recalls one's own. Null where it is none.
 */
export const hostsOf = ({ tree, candidates }: SentenceReading, { kind, head }: Mention): readonly number[] | null => {
  const isOwner = /^(pronoun|description)$/.test(kind) && hangsBy(tree, head, 'nmod:poss')
  if (!isOwner && !dependents(tree, head, 'nmod:poss').some((at) => wordAt(tree, at).upos === 'PRON')) return null
  const own = isOwner ? wordAt(tree, head).head : head
  // "three of its diplomats".
  const envoy = hangsBy(tree, own, 'nmod') && wordAt(tree, wordAt(tree, own).head).upos === 'NUM' ? wordAt(tree, own).head : own
  const verb = wordAt(tree, envoy).head
  if (verb < 0 || !hangsBy(tree, envoy, 'obj') || isOfPost(tree, own + 1)) return null
  const told = [...dependents(tree, verb, 'advmod', 'compound:prt', 'obl'), ...dependents(tree, envoy, 'nmod', 'advmod')]
  if (told.some((at) => HOMEWARD.test(wordAt(tree, at).lemma))) return null
  const act = candidates.find(({ clause, acts }) => clause.head === verb && GUEST.test(acts[0]?.entry.id ?? ''))
  return act ? inSlot(act.clause, 'subject').flatMap((a) => conjuncts(tree, a.head)) : null
}

/** Acts that are done to the envoys of others alone. */
const GUEST = /^(summon-envoy|call-in-official|expel-diplomats|tell-diplomats-to-leave|persona-non-grata)$/
const HOMEWARD = /^(home|back|homeward|consultation)$/i

/** "expelled its envoy in Mali", "called in its ambassador to Chad": where one's own envoy is. */
const isOfPost = ({ words }: Tree, at: number): boolean => {
  const text = words[at]?.text ?? ''
  return /^(from|in)$/.test(text) || (text === 'to' && words[at + 1]?.upos === 'PROPN')
}
