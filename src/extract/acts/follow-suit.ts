import { mapped } from '../../lexicon/mapped.ts'
import type { Clause } from '../clauses/clause.ts'
import { dependents, type Tree, wordAt } from '../clauses/tree.ts'
import type { Act } from './find-act.ts'

type Candidate = { readonly clause: Clause; readonly acts: readonly Act[] }

/** "Bahrain did the same", "France followed suit": the act is the one told last, in the sentence or as the main one of the sentence before (`before`). */
export const followSuit = (tree: Tree, candidates: readonly Candidate[], before: Act | null): readonly Candidate[] => {
  if (!candidates.some(({ clause }) => isProVerb(tree, clause) !== null)) return candidates
  return mapped(candidates, (candidate) => {
    const words = candidate.acts.length > 0 ? null : isProVerb(tree, candidate.clause)
    if (words === null) return candidate
    const told = candidates.findLast(
      ({ clause, acts: [act] }) => clause.head < candidate.clause.head && clause.kind === 'verb' && isSure(act),
    )
    const act = told?.acts[0] ?? before
    return act ? { ...candidate, acts: [{ ...act, words }] } : candidate
  })
}

/** An act that others can do, too: no word, and none that is guessed. */
export const isSure = (act: Act | undefined): boolean => act !== undefined && !act.loose && !/^01/.test(act.entry.cameo)

/** The words of "did so", "did the same", "did likewise", "followed suit"; null of any other clause, and of what is only wanted or denied. */
const isProVerb = (tree: Tree, { kind, lemma, mood, negated, link, head }: Clause): readonly number[] | null => {
  if (lemma !== 'do' && lemma !== 'follow') return null
  if (kind !== 'verb' || mood !== 'asserted' || negated || !/^(root|conj|parataxis|ccomp|advcl)$/.test(link)) return null
  const said = dependents(tree, head, 'obj', 'advmod', 'xcomp', 'obl').find(
    (at) => at > head && at - head < 4 && PRO.test(phrase(tree, head, at)),
  )
  return said === undefined ? null : [head, said]
}

const PRO = /^(do (the same|so|likewise)|follow suit)$/

const phrase = (tree: Tree, verb: number, at: number): string =>
  [wordAt(tree, verb).lemma, ...tree.words.slice(verb + 1, at + 1).map((w) => w.text)].join(' ').toLowerCase()
