import type { Party } from '../../document.ts'
import type { Clause } from '../../extract/clauses/clause.ts'
import { isOfClass } from '../../lexicon/is-of-class.ts'
import type { ActionEntry } from '../../lexicon/lexicon.ts'
import type { Scene } from '../judge-candidate.ts'
import type { Sides } from '../sides/find-sides.ts'
import { together } from './act-together.ts'
import { certain, isCertain } from './besides.ts'
import { reactedTo } from './doer-of.ts'
import { doneAlike } from './done-alike.ts'
import { fill, gapOf, gapScene } from './fill-gap.ts'
import { fillSides } from './fill-sides.ts'
import { inferPair } from './infer-pair.ts'
import { isDoing } from './is-doing.ts'
import { isDone } from './is-done.ts'
import { lastTogether, lastTold } from './last-told.ts'
import { mediateThere } from './mediate-there.ts'
import { type OpenAct, openAct } from './open-act.ts'
import { resumedAct } from './resumed-act.ts'
import { struckAgain } from './struck-again.ts'
import { sufferedAgain } from './suffered-again.ts'
import { byStranger, fromOwnState, inNamedCoup } from './take-power.ts'
import { toldAgain } from './told-again.ts'

/** Fills a side that the sentence leaves unsaid: by the first step that knows both, else each from what the passage is about. */
export const completeSides = (scene: Scene, said: Sides, entry: ActionEntry, clause: Clause): Sides => {
  const act = openAct(scene, said, entry, clause)
  for (const step of STEPS) {
    const sides = step(act)
    if (sides) return sides
  }
  return fillSides(act)
}

/** The sides of an act that a step knows; null leaves them to the next. */
type Step = (act: OpenAct) => Sides | null

/** Whom an answer is for: who did what it answers. */
const toDoer: Step = ({ scene, clause, entry, root, source }) => {
  if (entry.joint) return null
  const doer = reactedTo(scene, clause, root)?.doer
  const doers = doer ? [doer] : resumedAct(scene, clause, root, source)
  if (doers.length === 0 || source.some((p) => doers.some((d) => d.entity === p.entity))) return null
  // "Chad accused Niger of spying. The charge was denied": by whom it was made against.
  const accused =
    source.length === 0 && clause.passive && /^12/.test(entry.cameo) ? lastTold(scene, (told) => FOR_AN_ANSWER.test(told.root)) : null
  if (accused && accused.source.entity === doers[0]?.entity) return { source: [accused.target], target: doers }
  if (isCertain(source)) return { source, target: doers }
  const likeliest = fill(gapScene(scene, clause), source, gapOf(scene.lexicon, 'source', doers, root, source))
  // "Chad and Mali met. The truce was praised": by neither of them.
  const isOneOfThem = doers.length > 1 && likeliest.some((p) => doers.some((d) => d.entity === p.entity))
  return { source: isOneOfThem ? source : likeliest, target: doers }
}

/** CAMEO roots of what one answers: appeals, demands, accusations, threats. */
const FOR_AN_ANSWER = /^(02|10|11|13)$/

const alike: Step = ({ scene, clause, entry, said, source }) => {
  const target = doneAlike(scene, clause, entry)
  return target !== null && !isCertain(said.target) ? { source, target } : null
}

/** "Chad and Sudan violated the truce in Darfur": each did so towards the other, and where they did so is no third. */
const inBreach: Step = ({ scene: { lexicon, reading }, clause, source, target }) =>
  source.length > 1 && isCertain(source) && target.every((p) => p.role === null) && isDoing(lexicon, reading, clause, 'mutual-breach')
    ? { source, target: source }
    : null

const bothSaid: Step = ({ entry, source, target }) => (!entry.joint && isCertain(source) && isCertain(target) ? { source, target } : null)

/** What two did together they did with each other. */
const withEachOther: Step = ({ scene, clause, entry, root, source, alone }) =>
  entry.joint && !alone ? together(scene, gapScene(scene, clause), source, root, clause) : null

/** "Thai and Cambodian troops clashed. A truce was declared": of the two who were just told to do a thing together, where nobody is told to. */
const bothAgain: Step = ({ scene, clause, entry, source, target }) => {
  if (!isDone(scene, clause) || !/^0871/.test(entry.cameo) || source.length > 0 || isCertain(target)) return null
  const both = lastTogether(scene)
  return both.length > 0 ? { source: both, target: both } : null
}

const again: Step = ({ scene, clause, entry, source, target }) =>
  isCertain(source) || isCertain(target)
    ? null
    : (struckAgain(scene, clause, entry.cameo, target) ??
      sufferedAgain(scene, clause, entry.cameo, target) ??
      toldAgain(scene, clause, entry, target))

/** Who mediates does so between the two that the passage is about. */
const betweenTwo: Step = ({ scene, clause, entry, source, target }) => {
  if (!MEDIATION.test(entry.cameo) || isCertain(target)) return null
  const there = mediateThere(scene, clause, source)
  if (there) return { source, target: there }
  const { discourse, lexicon, reading } = scene
  const two = inferPair(discourse, lexicon, reading.sentence.index).filter((p) => !certain(source).includes(p.entity ?? ''))
  return two.length > 0 ? { source, target: two } : null
}

const MEDIATION = /^(039|045)/

const amongThemselves: Step = ({ scene, entry, source, target }) =>
  !isCertain(target) && isCertain(source) && source.length > 1 && (TOGETHER.test(entry.cameo) || areFoes(scene, source, target, entry))
    ? { source, target: source }
    : null

/** "The two sides shelled towns": the sides of a quarrel who fight nobody that is named fight each other. */
const areFoes = ({ lexicon, reading }: Scene, [one, two]: readonly Party[], target: readonly Party[], { cameo }: ActionEntry): boolean =>
  target.length === 0 &&
  cameo.startsWith('19') &&
  one?.basis === 'coreference' &&
  one.start === two?.start &&
  isOfClass(lexicon, reading.words.find((word) => word.end === one.end)?.lemma ?? '', 'side-in-quarrel')

/** CAMEO codes of what sides do with each other: intend, consult, cooperate, lay down arms; who mediates together does so between others. */
const TOGETHER = /^(03(?!9)|04(?!5)|057|06|087)/

/** In this order: the more the sentence itself tells, the earlier. */
const STEPS: readonly Step[] = [
  toDoer,
  alike,
  inBreach,
  bothSaid,
  bothAgain,
  withEachOther,
  inNamedCoup,
  again,
  betweenTwo,
  fromOwnState,
  byStranger,
  amongThemselves,
]
