import type { Party } from '../../document.ts'
import type { Clause } from '../../extract/clauses/clause.ts'
import { dependents, type Tree, wordAt } from '../../extract/clauses/tree.ts'
import type { Lexicon } from '../../lexicon/index-lexicon.ts'
import { isOfClass } from '../../lexicon/is-of-class.ts'
import type { ActionEntry } from '../../lexicon/lexicon.ts'
import { actorCode } from '../../lexicon/resolve-actor.ts'
import type { Scene } from '../judge-candidate.ts'
import { isForeign } from '../references/is-foreign.ts'
import type { Sides } from '../sides/find-sides.ts'
import { withEntity } from '../sides/found.ts'
import { isNamed, together } from './act-together.ts'
import { barredSource, barredTarget } from './barred-source.ts'
import { certain, isCertain } from './besides.ts'
import { coerceThere } from './coerce-there.ts'
import { courtBefore } from './court-before.ts'
import { reactedTo } from './doer-of.ts'
import { fill, gapOf, gapScene, sure, trusted } from './fill-gap.ts'
import { inferPair } from './infer-pair.ts'
import { isItself } from './is-itself.ts'
import { mediateThere } from './mediate-there.ts'
import { quadOf } from './profile-entities.ts'
import { protestThere } from './protest-there.ts'
import { struckAgain } from './struck-again.ts'
import { sparedAtHome, struckAtHome, struckBefore } from './struck-before.ts'
import { sufferThere } from './suffer-there.ts'

/** Fills a side that the sentence leaves unsaid: what two did together they did with each other, else from what the passage is about. */
export const completeSides = (scene: Scene, said: Sides, entry: ActionEntry, clause: Clause): Sides => {
  const { discourse, lexicon, reading } = scene
  const source = entry.joint && clause.kind === 'noun' ? said.source : trusted(said.source)
  // "The FARC declared a truce": who lays down arms alone does so towards the other.
  const alone = entry.joint && /^0871/.test(entry.cameo) && source.length === 1 && isNamed(source[0])
  const reacted = entry.joint ? null : reactedTo(scene, clause, entry.cameo.slice(0, 2))
  if (reacted?.doer && source.every((p) => p.entity !== reacted.doer?.entity)) {
    const at = gapScene(scene, clause)
    const gap = gapOf(lexicon, 'source', [reacted.doer], entry.cameo.slice(0, 2), source)
    return { source: isCertain(source) ? source : fill(at, source, gap), target: [reacted.doer] }
  }
  const target = alone || isItself(said, entry.cameo) ? [] : trusted(said.target)
  // "violated the truce in Sudan": where they did so is no third.
  if (source.length > 1 && isCertain(source) && target.every((p) => p.role === null) && isBreach(lexicon, reading, clause))
    return { source, target: source }
  if (!entry.joint && isCertain(source) && isCertain(target)) return { source, target }
  const at = gapScene(scene, clause)
  const root = entry.cameo.slice(0, 2)
  if (entry.joint && !alone) return together(scene, at, source, root, clause)
  const again = isCertain(source) || isCertain(target) ? null : struckAgain(scene, clause, entry.cameo, target)
  if (again) return again
  // Who mediates does so between the two that the passage is about.
  if (MEDIATION.test(entry.cameo) && !isCertain(target)) {
    const there = mediateThere(scene, clause, source)
    if (there) return { source, target: there }
    const between = inferPair(discourse, lexicon, reading.sentence.index).filter((p) => !certain(source).includes(p.entity ?? ''))
    if (between.length > 0) return { source, target: between }
  }
  // "Officers seized power in Mali": who takes power takes it at home.
  if (!isCertain(target) && isUsurping(lexicon, reading, clause)) {
    const home = source.filter((p) => p.entity !== null && p.basis !== 'discourse' && lexicon.entities.get(p.entity)?.kind === 'state')
    if (home.length > 0 && certain(source).length === 1) return { source, target: home }
  }
  // "Colonel Jan Doe, who led a coup in Mali": whom nobody knows is of where he did so.
  const [usurper, ally] = source
  const [state, other] = target
  if (usurper?.entity === null && !ally && state && !other && isState(lexicon, state) && isUsurping(lexicon, reading, clause))
    return { source: [withEntity(lexicon, usurper, { entity: state.entity, name: state.name, basis: 'discourse' })], target }
  if (!isCertain(target) && isCertain(source) && source.length > 1 && TOGETHER.test(entry.cameo)) return { source, target: source }
  const filled = isCertain(source)
    ? source
    : (protestThere(scene, clause, entry.cameo, source) ??
      (source.length === 0 ? (coerceThere(scene, clause, entry.cameo, target) ?? courtBefore(scene, clause, entry.cameo, target)) : null) ??
      fill(at, source, gapOf(lexicon, 'source', sure(target), root, source), barredSource(scene, clause, entry.cameo, target)))
  const home = isCertain(target) ? null : atHome(scene, clause, entry.cameo, filled, target)
  if (home) return { source: filled, target: home }
  const there = isCertain(target)
    ? null
    : (sufferThere(scene, clause, entry.cameo, filled, target) ?? struckBefore(scene, entry.cameo, filled, target))
  if (there) return { source: filled, target: there }
  return {
    source: filled,
    target: isCertain(target)
      ? target
      : struckAtHome(
          scene,
          entry.cameo,
          filled,
          fill(at, target, gapOf(lexicon, 'target', filled, root, target), [
            ...barredTarget(scene, clause, root),
            ...sparedAtHome(scene, entry.cameo, filled, target),
          ]),
        ),
  }
}

/**
 * "a state of emergency was declared", "mounted protests", "dissolved the government": what is done at home where nothing tells against whom. Null where the act is
 * no such, nobody alone is known to do it in a state, or nothing stands before the sentence.
 */
const atHome = (
  { lexicon, reading, discourse }: Scene,
  clause: Clause,
  cameo: string,
  source: readonly Party[],
  open: readonly Party[],
): readonly Party[] | null => {
  const [doer, other] = source
  if (discourse.referents.every((r) => r.sentence === reading.sentence.index)) return null
  if (!doer || other || !isState(lexicon, doer) || open.some((p) => p.role !== null && isForeign(p.text))) return null
  if (!AT_HOME.test(cameo) && !isDoing(lexicon, reading, clause, 'usurping') && !isDoing(lexicon, reading, clause, 'ruling-at-home'))
    return null
  if (clause.kind === 'verb' && !AT_HOME.test(cameo) && isAbroad(lexicon, discourse, doer)) return null
  if (/^141/.test(cameo) && answersAnother(lexicon, discourse, doer, reading.sentence.index)) return null
  const people = open.filter((p) => p.role !== null)
  if (people.length > 0) return people.map((p) => withEntity(lexicon, p, doer))
  const { start, end, text, entity, name } = doer
  return [{ start, end, text, entity, role: null, code: actorCode(lexicon, entity, null), name, basis: 'discourse' }]
}

/** "Russia annexed Crimea. Russia banned protests": who was told to coerce or strike another state may do it there. */
const isAbroad = (lexicon: Lexicon, { acts }: Scene['discourse'], { entity }: Party): boolean =>
  acts.some((a) => a.source === entity && a.target !== entity && isStateNamed(lexicon, a.target) && quadOf(a.root) >= 3)

/** "Israel attacked Lebanon. Jordanians protested": a crowd may answer what another state has just done. */
const answersAnother = (lexicon: Lexicon, { acts }: Scene['discourse'], { entity }: Party, index: number): boolean =>
  acts.some((a) => a.source !== entity && isStateNamed(lexicon, a.source) && quadOf(a.root) >= 3 && a.sentence === index - 1)

/** CAMEO codes of protests, curfews and states of emergency. */
const AT_HOME = /^(14|172[34])/

const isState = (lexicon: Lexicon, { entity }: Party): boolean => isStateNamed(lexicon, entity ?? '')

const isStateNamed = (lexicon: Lexicon, entity: string): boolean => lexicon.entities.get(entity)?.kind === 'state'

const isUsurping = (lexicon: Lexicon, reading: Scene['reading'], clause: Clause): boolean => isDoing(lexicon, reading, clause, 'usurping')

/** "Chad and Sudan violated the truce": each did so towards the other. */
const isBreach = (lexicon: Lexicon, reading: Scene['reading'], clause: Clause): boolean =>
  isDoing(lexicon, reading, clause, 'mutual-breach')

/** Whether a class holds the verb, or the verb with its object (and the noun before that) or a preposition behind it. */
const isDoing = (lexicon: Lexicon, { tree }: Scene['reading'], { lemma, args }: Clause, id: string): boolean => {
  if (isOfClass(lexicon, lemma, id)) return true
  for (const { slot, head } of args) {
    if (slot !== 'object') {
      if (isOfClass(lexicon, `${lemma} ${slot}`, id)) return true
    } else if (namesOf(tree, head).some((name) => isOfClass(lexicon, `${lemma} ${name}`, id))) return true
  }
  return false
}

const namesOf = (tree: Tree, head: number): readonly string[] => {
  const noun = wordAt(tree, head).lemma.toLowerCase()
  return [noun, ...dependents(tree, head, 'compound', 'amod').map((at) => `${wordAt(tree, at).lemma.toLowerCase()} ${noun}`)]
}

/** CAMEO codes of what sides do with each other: intend, consult, cooperate, lay down arms; who mediates together does so between others. */
const TOGETHER = /^(03(?!9)|04(?!5)|057|06|087)/

const MEDIATION = /^(039|045)/
