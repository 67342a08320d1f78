import type { Clause } from '../../extract/clauses/clause.ts'
import { ancestors, dependents, type Tree, wordAt } from '../../extract/clauses/tree.ts'
import { isPast, isPresent } from '../finite-verb.ts'
import { isForce, isPhysical, isVerbal, isViolent } from './kinds-of-acts.ts'
import { prepOf } from './prep-of.ts'

/** `from`: only names that stand before this word pass (-1: all). */
export type Distance = { readonly cost: number; readonly from: number }

const STEPS: Readonly<Record<string, number>> = {
  xcomp: 1,
  advcl: 2,
  acl: 2,
  conj: 2,
  nsubj: 1,
  appos: 1,
  csubj: 2,
  ccomp: 4,
  parataxis: 4,
}

/** The predicates from which a place reaches down to the clause. */
export const reachUp = (
  tree: Tree,
  clause: Clause,
  root: string,
  roots: ReadonlyMap<number, string | null>,
): ReadonlyMap<number, Distance> => {
  const costs = new Map<number, Distance>([[clause.head, { cost: 0, from: -1 }]])
  if (clause.light !== null) costs.set(clause.light, { cost: 0, from: -1 })
  let cost = 0
  let from = -1
  let at = clause.head
  for (const up of ancestors(tree, clause.head)) {
    const deprel = wordAt(tree, at).deprel.split(':')[0] as string
    const verb = roots.get(up) ?? null
    // "stayed away from talks in Nairobi a week ago and rules out more": what holds now is not there; but "marched in Nairobi and are demanding" goes on.
    if (deprel === 'conj' && isPresent(tree, at) && !/ing$/.test(wordAt(tree, at).text) && isPast(tree, up)) break
    // Relative clauses tell of the noun, which may itself be the place ("Niger, where he is held"), not of what the noun does.
    if (deprel === 'acl') {
      costs.set(up, { cost: cost + (opensWhere(tree, at) ? 0.5 : 3), from: up + 1 })
      if (!isPhysical(root) || !answers(tree, at)) break
      cost += 2
      from = wordAt(tree, up).head
      at = up
      continue
    }
    if (up === clause.light) cost += 0
    else if (/^(obj|obl|nmod|iobj)$/.test(deprel) || (deprel === 'nsubj' && verb !== null && isVerbal(verb))) {
      // "condemned the attack": where it was condemned isn't where it took place.
      if (!isPhysical(root) && root !== '04' && root !== '05') break
      if (verb !== null && isVerbal(verb)) break
      // "marched in Chennai against the air strikes".
      if (/^(against|over|for|about|despite)$/.test(prepOf(tree, at))) break
      cost += 2
    } else cost += STEPS[deprel] ?? 3
    if (deprel === 'xcomp' && !isPhysical(root) && hasOther(tree, up, at)) break
    // A subject of its own: only what stands before both predicates is said of both, but for what happens at once.
    if (/^(conj|advcl)$/.test(deprel) && hasSubject(tree, at) && !(isPhysical(root) && isAtOnce(tree, at)))
      from = from < 0 ? up : Math.min(from, up)
    // "A house near Saravan was stormed, the commander told reporters".
    if (deprel === 'parataxis' && isVerbal(root)) break
    // Speech: what stands before the verb of saying may tell where the rest took place; what follows it is where it was said.
    if (deprel === 'ccomp' || (deprel === 'parataxis' && !(isViolent(root) && verb !== null && isForce(verb))))
      from = from < 0 ? up : Math.min(from, up)
    if (!costs.has(up)) costs.set(up, { cost, from })
    at = up
  }
  return costs
}

/** "In Fez youths stoned police, who fired back": what a clause behind a comma tells of people goes on where it began. */
const answers = (tree: Tree, clause: number): boolean =>
  dependents(tree, clause, 'nsubj').some((at) => wordAt(tree, at).text === 'who' && tree.words[at - 1]?.text === ',')

const hasSubject = (tree: Tree, at: number): boolean => dependents(tree, at, 'nsubj').length > 0
const isAtOnce = (tree: Tree, at: number): boolean => hasMark(tree, at, /^(when|as|while)$/i)
export const hasMark = (tree: Tree, at: number, mark: RegExp): boolean =>
  dependents(tree, at, 'mark', 'advmod').some((m) => mark.test(wordAt(tree, m).text))
/** "leading Santos to suspend": the infinitive's subject is the object of the verb above. */
const hasOther = (tree: Tree, verb: number, below: number): boolean => dependents(tree, verb, 'obj', 'iobj').some((at) => at < below)
export const opensWhere = (tree: Tree, clause: number): boolean =>
  dependents(tree, clause, 'advmod', 'obl').some((m) => /^(where|which)$/i.test(wordAt(tree, m).text))
