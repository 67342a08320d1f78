import type { Party } from '../../document.ts'
import type { Clause } from '../../extract/clauses/clause.ts'
import { ancestors, hangsBy, type Tree, wordAt } from '../../extract/clauses/tree.ts'
import type { Lexicon } from '../../lexicon/index-lexicon.ts'
import { NONE } from '../../lexicon/mapped.ts'
import type { Scene } from '../judge-candidate.ts'
import { lastNamed } from '../references/discourse.ts'
import type { Sides } from '../sides/find-sides.ts'
import { withEntity } from '../sides/found.ts'
import { certain } from './besides.ts'
import { gapOf, gapScene } from './fill-gap.ts'
import { stateOf } from './party-of.ts'
import { rankFor } from './rank-parties.ts'

/**
 * A coup that is only named: at home in the state that the act around it meets ("suspended Mali following a coup", "closed its border with Guinea after the coup"), else in
 * the one that the passage is about, but not of those who answer it ("Nigeria's president denounced the coup"). Nobody's where neither is told.
 */
export const usurpedWhere = (scene: Scene, clause: Clause, { source, target: open }: Sides): Sides => {
  const { lexicon, reading, discourse } = scene
  const states = metAbove(scene, clause)
  const barred = [...discourse.referents.filter((r) => !isState(lexicon, r.entity)).map((r) => r.entity), ...answering(scene, clause)]
  const before = discourse.referents.some((r) => r.sentence !== reading.sentence.index)
  const gap = gapOf(lexicon, 'target', [], '19', [])
  const at = gapScene(scene, clause)
  const [guess] = states.length > 0 || !before ? [] : rankFor(at, gap)
  const [best = guess] = guess ? rankFor(at, gap, barred) : []
  const last = best && lastNamed(discourse.referents, best.entity)
  const met = last ? [stateOf(last, lexicon)] : states
  const people = open.filter((p) => p.role !== null)
  const [state] = met
  const target = people.length > 0 && state ? people.map((p) => withEntity(lexicon, p, state)) : met
  return { source: usurpers(lexicon, source, met), target }
}

/** "The coup in Guinea": those who take power are of where they do so, in the role that their words tell. */
export const usurpers = (lexicon: Lexicon, open: readonly Party[], target: readonly Party[]): readonly Party[] => {
  const people = open.filter((p) => p.role !== null)
  const [state] = target
  if (people.length > 0 && state)
    return people.map((p) => withEntity(lexicon, p, { entity: state.entity, name: state.name, basis: 'discourse' }))
  return target.map((p) => withEntity(lexicon, p, { entity: p.entity, name: p.name, basis: 'discourse' }))
}

/** "left Mali following a coup": what merely came after it tells nobody who took power. */
export const followsCoup = ({ reading: { tree } }: Scene, { light, governor }: Clause): boolean =>
  light === null && governor !== null && governor >= 0 && /^(following|after|amid)$/i.test(wordAt(tree, governor).text)

/** The states that the nearest act above is done to, which its own sentence names. */
const metAbove = (scene: Scene, clause: Clause): readonly Party[] => {
  const { lexicon, reading } = scene
  const above = around(reading.tree, clause.head)
  // "after a coup there": where the act above was.
  const isThere = /^there$/i.test(reading.tree.words[clause.head + 1]?.text ?? '')
  const answers = reading.candidates.filter(
    ({ clause: { head }, acts: [act] }) => act && (isThere ? head < clause.head : above.includes(head) && MEETS.test(act.entry.cameo)),
  )
  for (const { clause: other } of answers) {
    const target = scene.said().get(other.head)?.target ?? []
    const source = certain(scene.said().get(other.head)?.source ?? [])
    const states = target.filter((p) => p.basis !== 'discourse' && isState(lexicon, p.entity) && !source.includes(p.entity ?? ''))
    if (states.length > 0) return states.map((p) => stateOf(p, lexicon))
  }
  return NONE
}

/** The words that one hangs on, as far as one clause goes. */
const around = (tree: Tree, head: number): readonly number[] => {
  const up: number[] = []
  for (const at of [head, ...ancestors(tree, head)]) {
    up.push(at)
    if (hangsBy(tree, at, 'conj', 'ccomp', 'parataxis', 'acl:relcl')) break
  }
  return up
}

/** Whoever does what the coup is told below. */
const answering = ({ reading, said }: Scene, { head }: Clause): readonly string[] => {
  const above = around(reading.tree, head)
  return reading.candidates.flatMap(({ clause, acts: [act] }) =>
    clause.head !== head && above.includes(clause.head) && act && !/^19/.test(act.entry.cameo)
      ? certain(said().get(clause.head)?.source ?? [])
      : [],
  )
}

/** CAMEO roots of what a state meets for a coup in it: demands, threats, broken relations and coercion, troops that leave. */
const MEETS = /^(08|10|13|16|17)/

const isState = (lexicon: Lexicon, entity: string | null): boolean => lexicon.entities.get(entity ?? '')?.kind === 'state'
