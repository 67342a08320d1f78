import type { Party } from '../../document.ts'
import type { Sides } from '../sides/find-sides.ts'
import { answeredBack } from './answered-back.ts'
import { atHome, ruledThere } from './at-home.ts'
import { barredSource, barredTarget } from './barred-source.ts'
import { certain, entitiesOf, isCertain } from './besides.ts'
import { coerceThere } from './coerce-there.ts'
import { courtBefore } from './court-before.ts'
import { facedThere } from './faced-there.ts'
import { fill, gapOf, gapScene, sure } from './fill-gap.ts'
import { heldAtHome, heldBefore } from './held-before.ts'
import type { OpenAct } from './open-act.ts'
import { protestThere } from './protest-there.ts'
import { sparedAtHome, struckAtHome, struckBefore, struckThings } from './struck-before.ts'
import { struckElsewhere } from './struck-elsewhere.ts'
import { sufferThere } from './suffer-there.ts'

/** Each open side by itself: who acts first, then whom he acts on. */
export const fillSides = (act: OpenAct): Sides => {
  const source = isCertain(act.source) ? act.source : fillSource(act)
  return { source, target: isCertain(act.target) ? act.target : fillTarget(act, source) }
}

/** By where the act was, else the likeliest of the passage. */
const fillSource = ({ scene, clause, entry: { cameo }, root, source, target }: OpenAct): readonly Party[] =>
  protestThere(scene, clause, cameo, source) ??
  (source.length === 0
    ? (coerceThere(scene, clause, cameo, target) ??
      courtBefore(scene, clause, cameo, target) ??
      heldBefore(scene, clause, cameo, target) ??
      ruledThere(scene, clause, cameo, target))
    : null) ??
  (source.length === 0 && struckElsewhere(scene, clause, cameo) ? source : null) ??
  fill(
    gapScene(scene, clause),
    source,
    gapOf(scene.lexicon, 'source', sure(target), root, source),
    barredSource(scene, clause, cameo, target),
  )

/** At home, by where the act was or by what was told before, else the likeliest of the passage. */
const fillTarget = (act: OpenAct, source: readonly Party[]): readonly Party[] => {
  const { scene, clause, root, target } = act
  const { cameo } = act.entry
  const home = atHome(scene, clause, cameo, source, target)
  if (home) return home
  if (isOfOwn(act)) return target
  const there =
    facedThere(scene, clause, cameo, source) ??
    sufferThere(scene, clause, cameo, source, target) ??
    struckBefore(scene, cameo, source, target) ??
    (act.source.length > 0 ? struckThings(scene, clause, cameo, source, target) : heldAtHome(scene, clause, cameo, source, target)) ??
    answeredBack(scene, clause, cameo, source, target)
  if (there) return there
  const barred = [
    ...barredTarget(scene, clause, root),
    ...sparedAtHome(scene, cameo, source, target),
    ...(BETWEEN_STATES.test(cameo) && (ASYLUM.test(cameo) || target.every((p) => p.role === null)) ? entitiesOf(source) : []),
  ]
  const likeliest = fill(gapScene(scene, clause), target, gapOf(scene.lexicon, 'target', source, root, target), barred)
  return struckAtHome(scene, cameo, source, likeliest)
}

/** "Greek prosecutors questioned the minister after Ghana praised Togo": whom a state coerces is of its own, where the sentence's own words were taken for that. */
const isOfOwn = ({ scene: { lexicon }, entry, source, target }: OpenAct): boolean =>
  COERCES.test(entry.cameo) &&
  isCertain(source) &&
  certain(source).length === 1 &&
  target.length > 0 &&
  source.every((p) => lexicon.entities.get(p.entity ?? '')?.kind === 'state') &&
  target.every((p) => p.role !== null && p.entity === certain(source)[0])

/** CAMEO codes of what is never done to one's own: recognised and gave asylum, recalled an envoy, imposed sanctions. */
const BETWEEN_STATES = /^(054|075|161|163)/
/** Whom one grants it is another's; but "froze the accounts of the dioceses" may be done to one's own people. */
const ASYLUM = /^075/

/** CAMEO codes of what a state does to its own; whom it expels are others. */
const COERCES = /^(17(?!4)|1823)/
