import type { Clause } from '../extract/clauses/clause.ts'
import { ancestors, hangsBy } from '../extract/clauses/tree.ts'
import type { SentenceReading } from '../extract/read-sentence.ts'
import type { Lexicon } from '../lexicon/index-lexicon.ts'
import type { Discourse, Referent } from './discourse.ts'
import { WEIGHTS } from './rank-parties-weights.generated.ts'

/** A side whose entity the sentence leaves open: who stands on the other side, the act's root, and the role that its words give ("soldiers"), if any. */
export type Gap = {
  readonly side: 'source' | 'target'
  readonly known: readonly string[]
  readonly root: string
  readonly role: string | null
  /** Whom the words of the role were taken to mean before the rest of the sentence was read. */
  readonly guess: string | null
}

/** What a gap stands in: all that the article has said up to the sentence's end, and who acts in the sentence besides. */
export type GapScene = {
  readonly discourse: Discourse
  readonly lexicon: Lexicon
  readonly reading: Pick<SentenceReading, 'tree' | 'sentence'>
  readonly clause: Clause
  /** The entities that the sentence's other acts name for their sides. */
  readonly beside: { readonly sources: ReadonlySet<string>; readonly targets: ReadonlySet<string> }
}

/** One entity that may fill a gap, with what speaks for it. */
export type Offer = { readonly entity: string; readonly features: readonly number[] }

const SHARED = [
  'what the passage is about, in all',
  'named as subject before, near counting more',
  'named otherwise before, near counting more',
  'share of all that was named',
  'share of what was named near',
  'named most of all',
  'named before the trigger in the sentence',
  'named behind the trigger in the sentence',
  'subject of a clause above',
  'argument of the clause',
  'only told as a place',
  'in the title',
  'in the dateline',
  'told of together with the other side',
  'acted so on the other side before',
  'was acted on by the other side before',
  'the other side itself',
  'the other side itself, by how far the passage is about it alone',
  'the other side itself, and the act coerces or protests',
  'the other side itself, and the act is of violence',
  'the other side itself, and the act is of words',
  'source of another act of the sentence',
  'target of another act of the sentence',
  'source of the last act',
  'target of the last act',
  'a state',
  'an organisation of states',
  'a group, party or community',
  'source of acts of this quad class before',
  'target of acts of this quad class before',
  'only guessed before',
  'a role of rebels, and a group',
  'an office, and a state',
  'what the words of the role were taken for',
] as const

/** What the ranker sees of an entity, in the order of its weights (`rank-parties-weights.generated.ts`): all once, again where the gap is a target, and where it has a role. */
export const FEATURES: readonly string[] = [...SHARED, ...SHARED.map((f) => `target: ${f}`), ...SHARED.map((f) => `role: ${f}`)]

/** The entities that the article has named so far, with what speaks for each as the party of a gap. */
export const offersOf = (scene: GapScene, gap: Gap): readonly Offer[] => {
  const { discourse, lexicon } = scene
  const known = new Set(gap.known)
  const named = new Map<string, Referent[]>()
  for (const r of discourse.referents) {
    const kind = lexicon.entities.get(r.entity)?.kind ?? ''
    if ((BYSTANDERS.has(kind) && !known.has(r.entity)) || (kind === 'group' && isOfState(gap))) continue
    const list = named.get(r.entity)
    if (list) list.push(r)
    else named.set(r.entity, [r])
  }
  for (const [entity, list] of named) if (list.every((r) => r.locative && r.head >= 0)) named.delete(entity)
  const total = discourse.referents.length
  const most = Math.max(...[...named.values()].map((list) => list.length))
  const above = subjectsAbove(scene)
  const weights = weigh(scene, named)
  const own = Math.max(0.05, ...gap.known.map((entity) => weights.get(entity) ?? 0))
  const other = Math.max(0.05, ...[...weights].flatMap(([entity, weight]) => (known.has(entity) ? [] : [weight])))
  const near = [...weights.values()].reduce((a, b) => a + b, 0.01)
  const seen = { total, most, known, above, weights, near, alone: Math.max(-2, Math.min(3, Math.log(own / other))) }
  return [...named].map(([entity, list]) => {
    const shared = featuresOf(scene, gap, { ...seen, entity, list })
    const none = shared.map(() => 0)
    return { entity, features: [...shared, ...(gap.side === 'target' ? shared : none), ...(gap.role === null ? none : shared)] }
  })
}

/** The offers with their probability, likeliest first. */
export const rank = (
  offers: readonly Offer[],
  weights: readonly number[] = WEIGHTS,
): readonly { readonly entity: string; readonly sure: number }[] => {
  const sums = offers.map(({ features }) => features.reduce((sum, x, i) => sum + x * (weights[i] ?? 0), 0))
  const top = Math.max(...sums)
  const powers = sums.map((s) => Math.exp(s - top))
  const total = powers.reduce((a, b) => a + b, 0)
  return offers
    .map(({ entity }, i) => ({ entity, sure: (powers[i] as number) / total }))
    .sort((a, b) => b.sure - a.sure || (a.entity < b.entity ? -1 : 1))
}

type Seen = {
  readonly entity: string
  readonly list: readonly Referent[]
  readonly total: number
  readonly most: number
  readonly known: ReadonlySet<string>
  readonly above: ReadonlySet<number>
  readonly weights: ReadonlyMap<string, number>
  readonly near: number
  readonly alone: number
}

/** How much the passage is about each entity. */
const weigh = ({ reading: { sentence } }: GapScene, named: ReadonlyMap<string, readonly Referent[]>): ReadonlyMap<string, number> =>
  new Map(
    [...named].map(([entity, list]) => [
      entity,
      list
        .filter((r) => !r.locative && !r.guessed)
        .reduce(
          (sum, r) =>
            sum + (r.subject ? 1 : 0.6) * (0.1 + nearness(sentence.index - r.sentence)) * (r.section === sentence.section ? 1 : 0.7),
          0,
        ),
    ]),
  )

const featuresOf = ({ discourse, lexicon, reading, clause, beside }: GapScene, gap: Gap, seen: Seen): readonly number[] => {
  const { entity, list, known, weights } = seen
  const { index } = reading.sentence
  const past = list.filter((r) => r.sentence < index && r.sentence >= 0 && !r.locative && !r.guessed)
  const here = list.filter((r) => r.sentence === index)
  const heads = new Set(clause.args.map((a) => a.head))
  const sum = (of: readonly Referent[]): number => Math.log1p(of.reduce((s, r) => s + nearness(index - r.sentence), 0))
  const acts = (test: (a: Discourse['acts'][number]) => boolean): number =>
    Math.log1p(discourse.acts.filter(test).reduce((s, a) => s + 0.3 + nearness(index - a.sentence), 0))
  const paired = discourse.pairs.filter(
    ({ entities: [a, b] }) => (a.entity === entity && known.has(b.entity)) || (b.entity === entity && known.has(a.entity)),
  )
  const kind = lexicon.entities.get(entity)?.kind ?? ''
  const isState = kind === 'state' || kind === 'region'
  const isGroup = /^(group|party|community|movement)$/.test(kind)
  const last = discourse.acts.at(-1)
  const quad = quadOf(gap.root)
  const itself = known.has(entity) && !PUBLIC.test(gap.role ?? '')
  const forward = gap.side === 'source'
  const together = paired.reduce((s, p) => s + 2 * (0.2 + nearness(index - p.sentence)), 0)
  const about = weights.get(entity) ?? 0
  return [
    Math.log(0.05 + (itself ? DOMESTIC * about : about + together)),
    sum(past.filter((r) => r.subject)),
    sum(past.filter((r) => !r.subject)),
    list.length / seen.total,
    (weights.get(entity) ?? 0) / seen.near,
    list.length === seen.most ? 1 : 0,
    here.some((r) => r.head < clause.head && !r.locative && !r.guessed) ? 1 : 0,
    here.some((r) => r.head > clause.head && !r.locative && !r.guessed) ? 1 : 0,
    here.some((r) => seen.above.has(r.head)) ? 1 : 0,
    here.some((r) => heads.has(r.head)) ? 1 : 0,
    list.every((r) => r.locative) ? 1 : 0,
    list.some((r) => r.sentence < 0) ? 1 : 0,
    list.some((r) => r.head < 0) ? 1 : 0,
    Math.log1p(paired.reduce((s, p) => s + 0.2 + nearness(index - p.sentence), 0)),
    acts((a) => (forward ? a.source === entity && known.has(a.target) : a.target === entity && known.has(a.source))),
    acts((a) => (forward ? a.target === entity && known.has(a.source) : a.source === entity && known.has(a.target))),
    itself ? 1 : 0,
    itself ? seen.alone : 0,
    itself && /^1[47]/.test(gap.root) ? 1 : 0,
    itself && /^(1[89]|20)/.test(gap.root) ? 1 : 0,
    itself && /^(0|1[0-3])/.test(gap.root) ? 1 : 0,
    beside.sources.has(entity) ? 1 : 0,
    beside.targets.has(entity) ? 1 : 0,
    last?.source === entity ? 1 : 0,
    last?.target === entity ? 1 : 0,
    isState ? 1 : 0,
    kind === 'igo' || kind === 'alliance' ? 1 : 0,
    isGroup ? 1 : 0,
    acts((a) => a.source === entity && quadOf(a.root) === quad),
    acts((a) => a.target === entity && quadOf(a.root) === quad),
    list.every((r) => r.guessed) ? 1 : 0,
    isGroup && REBELS.test(gap.role ?? '') ? 1 : 0,
    isState && OFFICES.test(gap.role ?? '') ? 1 : 0,
    gap.guess === entity ? 1 : 0,
  ]
}

/** Whether an armed group can't be meant unless it is named: not by the roles of a state and its public, nor as who arrests, nor as whom a crowd marches against. */
const isOfState = ({ side, root, role }: Gap): boolean =>
  UNARMED.test(role ?? '') || (role === null && ((side === 'source' && root === '17') || (side === 'target' && root === '14')))

/** The heads of the subjects of the clauses that the trigger stands under. */
const subjectsAbove = ({ reading: { tree }, clause }: GapScene): ReadonlySet<number> =>
  new Set(
    ancestors(tree, clause.head).flatMap((at) =>
      (tree.children[at] ?? []).filter((child) => child !== clause.head && hangsBy(tree, child, 'nsubj')),
    ),
  )

const quadOf = (root: string): number => (root <= '05' ? 1 : root <= '09' ? 2 : root <= '13' ? 3 : root === '16' ? 3 : 4)

const REBELS = /^(REB|INS|SEP|UAF|RAD|OPP|IMG)$/
const UNARMED = /^(GOV|COP|JUD|LEG|DIP|SPY|ELI|OPP|PTY|CVL|CRM|REF|MED|EDU|BUS|LAB|AGR|HLH|HRI|ENV)$/
/** Roles of a state's public: against whom they act or who acts on them is most often the same state. */
export const PUBLIC = /^(OPP|PTY|LEG|ELI|LAB|EDU)$/
const OFFICES = /^(GOV|MIL|COP|JUD|LEG|SPY|DIP)$/

/** Below this share of its own weight a state's affairs are with its own public. */
const DOMESTIC = 0.25

/** Kinds that tell of politics or suffer it, and are no side of it. */
export const BYSTANDERS = new Set(['company', 'media'])
const nearness = (sentences: number): number => 0.75 ** Math.min(24, Math.max(0, sentences))
