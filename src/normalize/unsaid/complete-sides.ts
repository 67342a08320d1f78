import type { Party } from '../../document.ts'
import type { Clause } from '../../extract/clauses/clause.ts'
import type { Lexicon } from '../../lexicon/index-lexicon.ts'
import type { ActionEntry } from '../../lexicon/lexicon.ts'
import { NONE } from '../../lexicon/mapped.ts'
import type { Scene } from '../judge-candidate.ts'
import type { Sides } from '../sides/find-sides.ts'
import { withEntity } from '../sides/found.ts'
import { isNamed, together } from './act-together.ts'
import { atHome, ruledThere } from './at-home.ts'
import { barredSource, barredTarget } from './barred-source.ts'
import { certain, isCertain } from './besides.ts'
import { coerceThere } from './coerce-there.ts'
import { courtBefore } from './court-before.ts'
import { reactedTo } from './doer-of.ts'
import { doneAlike } from './done-alike.ts'
import { facedThere } from './faced-there.ts'
import { fill, gapOf, gapScene, sure, trusted } from './fill-gap.ts'
import { inferPair } from './infer-pair.ts'
import { isDoing } from './is-doing.ts'
import { isItself } from './is-itself.ts'
import { mediateThere } from './mediate-there.ts'
import { protestThere } from './protest-there.ts'
import { struckAgain } from './struck-again.ts'
import { sparedAtHome, struckAtHome, struckBefore } from './struck-before.ts'
import { sufferThere } from './suffer-there.ts'
import { followsCoup, usurpedWhere, usurpers } from './usurped-where.ts'

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
  const alike = doneAlike(scene, clause, entry)
  if (alike !== null && !isCertain(said.target)) return { source, target: alike }
  const target = alone || isItself(said, entry.cameo) ? [] : trusted(said.target)
  // "violated the truce in Sudan": where they did so is no third.
  if (source.length > 1 && isCertain(source) && target.every((p) => p.role === null) && isBreach(lexicon, reading, clause))
    return { source, target: source }
  if (!entry.joint && isCertain(source) && isCertain(target)) return { source, target }
  const at = gapScene(scene, clause)
  const root = entry.cameo.slice(0, 2)
  if (entry.joint && !alone) return together(scene, at, source, root, clause)
  if (clause.kind === 'noun' && (!isCertain(source) || followsCoup(scene, clause)) && isUsurping(lexicon, reading, clause)) {
    const open = followsCoup(scene, clause) ? NONE : source
    if (!isCertain(target) || target.every((p) => source.includes(p))) return usurpedWhere(scene, clause, { source: open, target })
    if (target.every((p) => p.role === null && isState(lexicon, p))) return { source: usurpers(lexicon, open, target), target }
  }
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
      (source.length === 0
        ? (coerceThere(scene, clause, entry.cameo, target) ??
          courtBefore(scene, clause, entry.cameo, target) ??
          ruledThere(scene, clause, entry.cameo, target))
        : null) ??
      fill(at, source, gapOf(lexicon, 'source', sure(target), root, source), barredSource(scene, clause, entry.cameo, target)))
  const home = isCertain(target) ? null : atHome(scene, clause, entry.cameo, filled, target)
  if (home) return { source: filled, target: home }
  if (!isCertain(target) && isOfOwn(scene, entry.cameo, source, target)) return { source: filled, target }
  const there = isCertain(target)
    ? null
    : (facedThere(scene, clause, entry.cameo, filled) ??
      sufferThere(scene, clause, entry.cameo, filled, target) ??
      struckBefore(scene, entry.cameo, filled, target))
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

/** "Greek prosecutors questioned the minister after Ghana praised Togo": whom a state coerces is of its own, where the sentence's own words were taken for that. */
const isOfOwn = ({ lexicon }: Scene, cameo: string, source: readonly Party[], target: readonly Party[]): boolean =>
  COERCES.test(cameo) &&
  isCertain(source) &&
  certain(source).length === 1 &&
  target.length > 0 &&
  source.every((p) => isState(lexicon, p)) &&
  target.every((p) => p.role !== null && p.entity === certain(source)[0])

/** CAMEO codes of what a state does to its own; whom it expels are others. */
const COERCES = /^(17(?!4)|1823)/

const isState = (lexicon: Lexicon, { entity }: Party): boolean => isStateNamed(lexicon, entity ?? '')

const isStateNamed = (lexicon: Lexicon, entity: string): boolean => lexicon.entities.get(entity)?.kind === 'state'

const isUsurping = (lexicon: Lexicon, reading: Scene['reading'], clause: Clause): boolean => isDoing(lexicon, reading, clause, 'usurping')

/** "Chad and Sudan violated the truce": each did so towards the other. */
const isBreach = (lexicon: Lexicon, reading: Scene['reading'], clause: Clause): boolean =>
  isDoing(lexicon, reading, clause, 'mutual-breach')

/** CAMEO codes of what sides do with each other: intend, consult, cooperate, lay down arms; who mediates together does so between others. */
const TOGETHER = /^(03(?!9)|04(?!5)|057|06|087)/

const MEDIATION = /^(039|045)/
