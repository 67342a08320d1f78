import type { ActionEntry } from '../../lexicon/lexicon.ts'
import type { Wanted } from '../../lexicon/wanted.ts'
import type { Clause } from '../clauses/clause.ts'
import { FEATURES } from './fallback-features.ts'
import { WEIGHTS } from './fallback-weights.generated.ts'
import type { Scene } from './head-holds.ts'
import { anyHolds, scoreSlot } from './match-condition.ts'

/** An entry whose verb stands in a clause and whose exceptions don't hold, whatever its conditions. */
export type Reached = {
  readonly entry: ActionEntry
  readonly when: readonly Wanted[]
  readonly trigger: readonly number[]
  readonly extra: number
}

/** One root that a verb's entries offer, with what speaks for it, in the order of FEATURES. */
export type Offer = { readonly root: string; readonly features: readonly number[] }

/** The roots that a verb's entries offer in a clause, best share first. */
export const offersOf = (scene: Scene, clause: Clause, reached: readonly Reached[]): readonly Offer[] => {
  const roots = new Map<string, Reached[]>()
  for (const one of reached) {
    const root = one.entry.cameo.slice(0, 2)
    roots.set(root, [...(roots.get(root) ?? []), one])
  }
  const isActor = (test: (slot: string) => boolean): number =>
    clause.args.some((a) => test(a.slot) && scene.mentions.get(a.head)?.entity) ? 1 : 0
  const hasObject = clause.args.some((a) => a.slot === 'object')
  return [...roots].map(([root, own]) => {
    const met = own.map(({ when }) => metOf(scene, clause, when))
    const objects = own.flatMap(({ when }) => when.find(({ slot }) => slot === 'object') ?? [])
    return {
      root,
      features: [
        own.length / reached.length,
        Math.max(...met.map((m) => m.share)),
        Math.max(...met.map((m) => m.weight)) / 4,
        own.some(({ extra }) => extra > 0) ? 1 : 0,
        hasObject && objects.length === own.length && !objects.some((wanted) => anyHolds(scene, clause, wanted)) ? 1 : 0,
        !hasObject && objects.length === own.length ? 1 : 0,
        isActor((slot) => slot === 'subject'),
        isActor((slot) => slot === 'object'),
        isActor((slot) => slot !== 'subject' && slot !== 'object'),
        Math.log(roots.size),
        Math.log(reached.length),
        /^(root|ccomp|conj|parataxis)$/.test(clause.link) ? 1 : 0,
        /^(0[1-59]|1[0-3])$/.test(root) ? 1 : 0,
      ],
    }
  })
}

/** The root that the ranker chose: how sure it is (0 to 1; it chooses from `threshold` on), and what made it choose, each with its weight. */
export type Choice = {
  readonly root: string
  readonly sure: number
  readonly threshold: number
  readonly bias: number
  readonly features: readonly { readonly name: string; readonly value: number; readonly weight: number }[]
}

/**
 * "The court accepted seven": a main clause that tells what an actor did to something, or what was done to it, tells an act more often than others do, and
 * is taken on less; so does one that stands before who tells it ("The court accepted seven, officials said").
 */
export const isPlain = ({ mentions }: Scene, { head, kind, mood, negated, link, governor, args }: Clause): boolean =>
  kind === 'verb' &&
  mood === 'asserted' &&
  !negated &&
  (/^(root|conj|parataxis)$/.test(link) || (link === 'ccomp' && governor !== null && governor > head)) &&
  args.some((a) => a.slot === 'object') &&
  args.every((a) => a.slot !== 'subject' || mentions.has(a.head))

/** "The minister arrived with a smile": what one person does by himself, for which no entry stands, is no deed, unless it is told. */
export const isAlone = (scene: Scene, { kind, passive, args, complements }: Clause): boolean =>
  kind === 'verb' &&
  !passive &&
  complements.length === 0 &&
  args.every(({ slot, head }) => (slot === 'subject' ? isOnePerson(scene, head) : slot !== 'object' && !scene.mentions.has(head)))

/** "The minister", "he", not "the minister's offensive". */
const isOnePerson = ({ mentions, tree, lexicon }: Scene, head: number): boolean => {
  const mention = mentions.get(head)
  return (
    (mention?.kind === 'person' || mention?.gender != null) &&
    !mention.plural &&
    lexicon.actions.get(tree.words[head]?.lemma ?? '') === undefined
  )
}

/** The offer that the weights like best, of two alike the lower root; null where none is liked enough. */
export const choose = (offers: readonly Offer[], plain: boolean): Choice | null => {
  const { bias, weights } = WEIGHTS
  let best: { readonly offer: Offer; readonly sure: number } | null = null
  for (const offer of offers) {
    const sum = offer.features.reduce((total, value, i) => total + value * (weights[i] ?? 0), bias)
    const sure = 1 / (1 + Math.exp(-sum))
    if (best === null || sure > best.sure || (sure === best.sure && offer.root < best.offer.root)) best = { offer, sure }
  }
  if (best === null) return null
  const { offer, sure } = best
  const threshold = plain && !DAILY.test(offer.root) ? WEIGHTS.plainThreshold : WEIGHTS.threshold
  if (sure < threshold) return null
  return {
    root: offer.root,
    sure,
    threshold,
    bias,
    features: FEATURES.map((name, i) => ({ name, value: offer.features[i] ?? 0, weight: weights[i] ?? 0 })),
  }
}

/** Who exports, feeds and pays does so every day. */
const DAILY = /^0[67]$/

const metOf = (scene: Scene, clause: Clause, when: readonly Wanted[]): { readonly share: number; readonly weight: number } => {
  let [met, weight] = [0, 0]
  for (const wanted of when) {
    const score = scoreSlot(scene, clause, wanted)
    if (score === null) continue
    met++
    weight += score
  }
  return { share: when.length === 0 ? 1 : met / when.length, weight }
}
