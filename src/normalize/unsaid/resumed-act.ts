import type { Party } from '../../document.ts'
import type { Clause } from '../../extract/clauses/clause.ts'
import { nounPhrase } from '../../extract/clauses/noun-phrase.ts'
import { dependents, hangsBy, wordAt } from '../../extract/clauses/tree.ts'
import { NONE } from '../../lexicon/mapped.ts'
import { isOf } from '../is-of.ts'
import type { Scene } from '../judge-candidate.ts'
import { STRIKES } from '../sides/sides.ts'
import { entitiesOf } from './besides.ts'
import { lastParty, lastTogether, lastTold } from './last-told.ts'
import { partyOf } from './party-of.ts'

/**
 * "Chad closed its border on Monday. The move was condemned by Mali", "Mali welcomed the decision": who did what the sentences before told, where praise, blame
 * or refusal names it again by a bare "the move"; of "the agreement" both. Nobody where it names nothing so, several did things, or what was told is the answerer's own.
 */
export const resumedAct = (scene: Scene, clause: Clause, root: string, source: readonly Party[]): readonly Party[] => {
  if (clause.kind !== 'verb' || !ANSWERS.test(root)) return NONE
  const noun = clause.args.find(({ slot, via }) => slot === 'object' && via === 'own')?.head
  if (noun === undefined || !isBare(scene, noun)) return NONE
  const doers = namedAgain(scene, clause, noun)
  return doers.some((p) => entitiesOf(source).includes(p.entity ?? '')) ? NONE : doers
}

const namedAgain = (scene: Scene, clause: Clause, noun: number): readonly Party[] => {
  const { lexicon, reading } = scene
  if (isOf(lexicon, reading.tree, noun, 'resuming')) return ofOne(scene, clause, noun)
  if (verbsBefore(scene, clause.head).length > 0) return NONE
  if (isOf(lexicon, reading.tree, noun, 'done-by-both')) return lastTogether(scene)
  const struck = isOf(lexicon, reading.tree, noun, 'violence-again') ? lastTold(scene, (told) => STRIKES.test(told.root)) : null
  return struck ? [struck.source] : NONE
}

/** Who alone did what was told, in the sentence itself or in those before. */
const ofOne = (scene: Scene, clause: Clause, noun: number): readonly Party[] => {
  const { discourse, lexicon, reading } = scene
  const here = verbsBefore(scene, clause.head)
  if (here.length > 0) {
    const [one, two] = scene.said().get(here.at(-1) ?? -1)?.source ?? []
    return one?.entity && !two && one.basis !== 'discourse' ? [partyOf(one, lexicon)] : NONE
  }
  const act = reading.candidates.find((c) => c.clause.head === noun && c.clause.kind === 'noun')?.acts[0]
  const named = act?.entry.cameo.slice(0, 2)
  const { index } = reading.sentence
  const near = discourse.told.filter(
    (t) => index - t.sentence <= REACH && t.sentence < index && (named === undefined ? t.root !== '01' : t.root === named),
  )
  const [doer, other] = new Set(near.flatMap((t) => t.sources))
  const party = other === undefined ? lastParty(scene, doer) : null
  return party ? [party] : NONE
}

/** "Libya has offered talks, but London dismissed the idea": the acts before it in its own sentence, which it names first. */
const verbsBefore = ({ reading: { candidates } }: Scene, head: number): readonly number[] =>
  candidates.flatMap(({ clause, acts }) => (clause.kind === 'verb' && clause.head < head && acts.length > 0 ? [clause.head] : []))

/** "the move", "this decision": nothing else of it is said. */
const isBare = ({ reading: { tree, pieces } }: Scene, noun: number): boolean => {
  const { first, last } = nounPhrase(tree, noun)
  if (pieces.some((p) => p.first <= last && first <= p.last)) return false
  return (
    /^(the|this|that)$/i.test(wordAt(tree, first).text) &&
    dependents(tree, noun, 'det').includes(first) &&
    (tree.children[noun] ?? []).every((at) => !hangsBy(tree, at, 'nmod', 'nmod:poss', 'acl', 'acl:relcl', 'compound', 'appos'))
  )
}

/** CAMEO roots of praise, blame and refusal. */
const ANSWERS = /^(05|11|12)$/
const REACH = 2
