import type { ActionEntry, Conditions } from '../../lexicon/lexicon.ts'
import type { Clause } from '../clauses/clause.ts'
import { WEIGHTS } from './fallback-weights.generated.ts'
import { type Scene, scoreSlot } from './match-condition.ts'

/** An entry whose verb stands in a clause and whose exceptions don't hold, whatever its conditions. */
export type Reached = { readonly entry: ActionEntry; readonly trigger: readonly number[]; readonly extra: number }

/** One root that a verb's entries offer, with what speaks for it. */
export type Offer = { readonly root: string; readonly features: readonly number[] }

/** What the ranker sees of a root, in the order of its weights (`fallback-weights.generated.ts`). */
export const FEATURES = [
  'share of the verb’s entries with this root',
  'best share of an entry’s conditions that hold',
  'weight of its conditions that hold',
  'own words of the verb stand there',
  'an object stands there that no entry wants',
  'an object is wanted and none stands there',
  'subject is an actor',
  'object is an actor',
  'another phrase is an actor',
  'roots of the verb (log)',
  'entries of the verb (log)',
  'main clause',
  'root of words (01 to 05, 09 to 13)',
] as const

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
    const met = own.map(({ entry }) => metOf(scene, clause, entry.when))
    const objects = own.filter(({ entry }) => entry.when.object !== undefined)
    return {
      root,
      features: [
        own.length / reached.length,
        Math.max(...met.map((m) => m.share)),
        Math.max(...met.map((m) => m.weight)) / 4,
        own.some(({ extra }) => extra > 0) ? 1 : 0,
        hasObject && objects.length === own.length && !objects.some(({ entry }) => objectHolds(scene, clause, entry)) ? 1 : 0,
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

/** The offer that the weights like best and how sure they are of it, 0 to 1; null where there is none. */
export const rank = (offers: readonly Offer[]): { readonly root: string; readonly sure: number } | null => {
  let best: { readonly root: string; readonly sure: number } | null = null
  for (const { root, features } of offers) {
    const sum = features.reduce((total, value, i) => total + value * (WEIGHTS.weights[i] ?? 0), WEIGHTS.bias)
    const sure = 1 / (1 + Math.exp(-sum))
    if (best === null || sure > best.sure || (sure === best.sure && root < best.root)) best = { root, sure }
  }
  return best
}

const objectHolds = (scene: Scene, clause: Clause, { when }: ActionEntry): boolean =>
  when.object !== undefined && scoreSlot(scene, clause, 'object', when.object) !== null

const metOf = (scene: Scene, clause: Clause, when: Conditions): { readonly share: number; readonly weight: number } => {
  const slots = Object.entries(when)
  const scores = slots.map(([slot, alternatives]) => scoreSlot(scene, clause, slot, alternatives))
  return {
    share: slots.length === 0 ? 1 : scores.filter((s) => s !== null).length / slots.length,
    weight: scores.reduce<number>((sum, s) => sum + (s ?? 0), 0),
  }
}
