import type { Party } from '../document.ts'
import type { Clause } from '../extract/clauses/clause.ts'
import { dependents, hangsBy, type Tree, wordAt } from '../extract/clauses/tree.ts'
import type { Lexicon } from '../lexicon/index-lexicon.ts'
import type { ActionEntry } from '../lexicon/lexicon.ts'
import { actorCode } from '../lexicon/resolve-actor.ts'
import { barredSource, barredTarget } from './barred-source.ts'
import { besides, certain, entitiesOf, isCertain } from './besides.ts'
import { courtBefore } from './court-before.ts'
import { lastNamed, type Referent } from './discourse.ts'
import { reactedTo } from './doer-of.ts'
import type { Sides } from './find-sides.ts'
import { inferPair } from './infer-pair.ts'
import { isForeign } from './is-foreign.ts'
import type { Scene } from './judge-candidate.ts'
import { withEntity } from './parties.ts'
import { isPolitical } from './political.ts'
import { profilesAt } from './profile-entities.ts'
import { type Gap, type GapScene, isOfState, type Ranked, rankFor } from './rank-parties.ts'
import { facesGovernment } from './sides.ts'
import { coerceThere, sufferThere } from './suffer-there.ts'

const gapScene = ({ discourse, lexicon, reading, said }: Scene, clause: Clause): GapScene => ({
  discourse,
  lexicon,
  reading,
  clause,
  beside: besides(reading, said(), clause.head),
})

/** Fills a side that the sentence leaves unsaid: what two did together they did with each other, else from what the passage is about. */
export const completeSides = (scene: Scene, said: Sides, entry: ActionEntry, clause: Clause): Sides => {
  const { discourse, lexicon, reading } = scene
  const source = entry.joint && clause.kind === 'noun' ? said.source : trusted(said.source)
  // "The FARC declared a truce": who lays down arms alone does so towards the other.
  const alone = entry.joint && /^0871/.test(entry.cameo) && source.length === 1 && isNamed(source[0])
  const reacted = entry.joint ? null : reactedTo(scene, clause, entry.cameo.slice(0, 2))
  if (reacted?.doer && source.every((p) => p.entity !== reacted.doer?.entity)) {
    const at = gapScene(scene, clause)
    const gap = gapOf('source', [reacted.doer], entry.cameo.slice(0, 2), source)
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
  // Who mediates does so between the two that the passage is about.
  if (MEDIATION.test(entry.cameo) && !isCertain(target)) {
    const between = inferPair(discourse, lexicon, reading.sentence.index).filter((p) => !certain(source).includes(p.entity ?? ''))
    if (between.length > 0) return { source, target: between }
  }
  // "Officers seized power in Mali": who takes power takes it at home.
  if (!isCertain(target) && isUsurping(lexicon, reading, clause)) {
    const home = source.filter((p) => p.entity !== null && p.basis !== 'discourse' && lexicon.entities.get(p.entity)?.kind === 'state')
    if (home.length > 0 && certain(source).length === 1) return { source, target: home }
  }
  if (!isCertain(target) && isCertain(source) && source.length > 1 && TOGETHER.test(entry.cameo)) return { source, target: source }
  const filled = isCertain(source)
    ? source
    : ((source.length === 0 ? (coerceThere(scene, clause, entry.cameo, target) ?? courtBefore(scene, clause)) : null) ??
      fill(at, source, gapOf('source', sure(target), root, source), barredSource(scene, clause, entry.cameo, target)))
  // "a state of emergency was declared": who declares one declares it at home.
  const [ruler] = filled
  if (!isCertain(target) && /^172[34]/.test(entry.cameo) && ruler?.basis === 'discourse' && isState(lexicon, ruler))
    return { source: filled, target: filled }
  const there = isCertain(target) ? null : sufferThere(scene, clause, entry.cameo, filled, target)
  if (there) return { source: filled, target: there }
  return {
    source: filled,
    target: isCertain(target) ? target : fill(at, target, gapOf('target', filled, root, target), barredTarget(scene, clause, root)),
  }
}

const isState = (lexicon: Lexicon, { entity }: Party): boolean => lexicon.entities.get(entity ?? '')?.kind === 'state'

/** The sides that a sentence leaves open, alone or where the other side is known. */
export const gapsOf = (said: Sides, entry: ActionEntry): readonly Gap[] => {
  const root = entry.cameo.slice(0, 2)
  const source = trusted(said.source)
  if (entry.joint) {
    const known = certain(source)
    return known.length > 1
      ? []
      : [known.length === 0 ? gapOf('source', [], root, source, true) : gapOf('target', sure(source), root, [], true)]
  }
  const target = isItself(said, entry.cameo) ? [] : trusted(said.target)
  if (!isCertain(source)) return [gapOf('source', sure(target), root, source)]
  return !isCertain(target) ? [gapOf('target', sure(source), root, target)] : []
}

/** Whom the passage may tell for a side that is open, likeliest first: what `explain` tells of those that lost. */
export const rankSide = (
  scene: Scene,
  said: Sides,
  entry: ActionEntry,
  clause: Clause,
  side: Gap['side'],
  known: readonly Party[],
): readonly Ranked[] => {
  const at = gapScene(scene, clause)
  return rankFor(at, gapOf(side, known, entry.cameo.slice(0, 2), trusted(said[side]), entry.joint))
}

/** Beside a party that is known, one that was only guessed falls away. */
const trusted = (side: readonly Party[]): readonly Party[] => (isCertain(side) ? side.filter((p) => p.basis !== 'discourse') : side)

const together = (scene: Scene, at: GapScene, source: readonly Party[], root: string, clause: Clause): Sides => {
  const { lexicon } = scene
  const both = (all: readonly Party[]): Sides => ({ source: all, target: isAlone(all, lexicon) ? [] : all })
  // "warmed through the signing of a treaty": who did one thing together did the other.
  const joined = entitiesOf(source).length === 0 ? partnersBeside(scene, clause) : []
  if (joined.length > 1) return both(joined)
  // A heading ("THAW") says what a section is about, and of nobody that he did it.
  const talkers = talkersOf(scene, root, clause)
  const tells =
    talkers.length > 0 ||
    clause.kind === 'verb' ||
    /^nsubj/.test(clause.link) ||
    (clause.link === 'root' && scene.reading.sentence.kind !== 'heading')
  if (tells && !source.some((p) => isPolitical(p, lexicon))) {
    const pair = inferPair(scene.discourse, lexicon, scene.reading.sentence.index, talkers)
    // "The accord was signed in Abuja": somebody did, the likeliest of the passage where no pair stands out.
    if (pair.length > 0 || talkers.length > 0) return both(pair)
  }
  const known = certain(source)
  const first =
    known.length > 0 || (entitiesOf(source).length === 0 && !tells) ? source : fill(at, source, gapOf('source', [], root, source, true))
  if (entitiesOf(first).length !== 1 || (isUnion(lexicon, first[0]?.entity ?? null) && isPlural(scene, first[0]))) return both(first)
  return both([...first, ...fill(at, [], gapOf('target', first, root, [], true)).filter((p) => p.entity !== first[0]?.entity)])
}

/** The two or more whom the nearest other act of the sentence before tells to act together, where the noun tells of another act than that one ("met for talks"). */
const partnersBeside = (scene: Scene, { kind, link, marker, light, head, governor }: Clause): readonly Party[] => {
  if (kind !== 'noun' || light !== null || marker === 'for' || !/^(obl|conj|root)/.test(link)) return []
  const pairs = [...scene.said()].filter(([at, { source, target }]) => at < head && source === target && certain(source).length > 1)
  const [nearest] = pairs.sort(([a], [b]) => b - a)
  const { tree } = scene.reading
  const above = wordAt(tree, head).head
  // "a trade and cooperation agreement": a part of a word.
  if (!nearest || nearest[0] === governor || nearest[0] === above || (link === 'conj' && hangsBy(tree, above, 'compound', 'nmod')))
    return []
  return nearest[1].source
}

/** "met to discuss the war": those who talk about a fight are not the ones who fight. */
const talkersOf = ({ said, reading }: Scene, root: string, { kind, governor }: Clause): readonly string[] => {
  const above = reading.candidates.find(({ clause }) => clause.head === governor)?.acts[0]?.entry.cameo ?? ''
  return kind === 'noun' && /^(18|19|20)$/.test(root) && /^04/.test(above) ? certain(said().get(governor ?? -1)?.source ?? []) : []
}

const isPlural = ({ reading: { mentions } }: Scene, party: Party | undefined): boolean =>
  mentions.some((m) => m.start === party?.start && m.plural)

/** Ministers or members of one organisation met among themselves. */
const isUnion = (lexicon: Lexicon, entity: string | null): boolean =>
  /^(igo|alliance)$/.test(lexicon.entities.get(entity ?? '')?.kind ?? '')

/** One state by name: whom it did the joint act with is left unsaid, and it was not with itself. Several of one state, or members of one body, met each other. */
const isAlone = ([one, ...others]: readonly Party[], lexicon: Lexicon): boolean =>
  one !== undefined && others.length === 0 && (one.entity === null || (isNamed(one) && lexicon.entities.get(one.entity)?.kind === 'state'))

const isNamed = (party: Party | undefined): party is Party => party !== undefined && /^(name|person|capital)$/.test(party.basis)

/** The likeliest entity for a gap: quoted where it was last named, or given to the role that its words tell. */
const fill = (at: GapScene, open: readonly Party[], gap: Gap, barred: readonly string[] = []): readonly Party[] => {
  const { discourse, lexicon, reading } = at
  const party = open.find((p) => p.role !== null) ?? open[0]
  // A sentence that nothing stands before is no passage: it must tell itself.
  if (!party?.role && discourse.referents.every((r) => r.sentence === reading.sentence.index)) return open
  const foreign = party !== undefined && isForeign(party.text)
  // Where nobody else is named, who judges the attack is at least of the state that it was in.
  const [best = foreign ? undefined : rankFor(at, gap)[0]] = rankFor(at, gap, foreign ? [...gap.known, ...barred] : barred)
  if (!best) return open
  const last = lastOf(at, best.entity)
  if (!last) return open
  if (party)
    return open
      .filter((p) => p.role === party.role)
      .map((p) => withEntity(lexicon, p, { entity: best.entity, name: last.name, basis: 'discourse' }))
  if (last.sentence < 0) return open
  const { entity, name, text, start, end } = last
  // Who convicts a dissident is the state, though he alone was named of it.
  const role = isOfState(gap) && !STATE.test(last.role ?? 'GOV') ? null : last.role
  const code = (role === last.role ? last.code : null) ?? actorCode(lexicon, entity, role)
  return [{ start, end, text, entity, role, code, name, basis: 'discourse' }]
}

/** How an entity was last named before the sentence, else in it, else in the title. */
const lastOf = ({ discourse, lexicon, reading }: GapScene, entity: string): Referent | undefined => {
  const named = profilesAt(discourse, reading.sentence, lexicon).find((p) => p.entity === entity)?.referents ?? []
  const { index } = reading.sentence
  const before = named.filter((r) => r.sentence >= 0 && r.sentence < index)
  return lastNamed(before, entity) ?? named.findLast((r) => r.sentence >= 0) ?? named[0]
}

/** A gap on a side: of its first role whose state is open, with whom it was taken to be of. */
const gapOf = (side: Gap['side'], other: readonly Party[], root: string, said: readonly Party[], joint = false): Gap => {
  const open = said.find((p) => p.role !== null)
  const known = entitiesOf(other)
  const roles = other.flatMap((p) => (p.entity === null ? [] : [p.role ?? '']))
  return {
    side,
    known,
    roles,
    root,
    role: open?.role ?? null,
    ofState: STATE_OWN.test(open?.text ?? ''),
    guess: open?.entity ?? null,
    joint,
  }
}

const STATE = /^(GOV|MIL|COP|JUD|LEG|SPY|DIP)$/

/** What no group or union has. */
const STATE_OWN = /\b(army|navy|air force|military|regime|cabinet|junta|gendarmerie|coast guard)$/i

/** The parties that more than a guess gives. */
const sure = (side: readonly Party[]): readonly Party[] => side.filter((p) => p.basis !== 'discourse')

const isUsurping = (lexicon: Lexicon, reading: Scene['reading'], clause: Clause): boolean => isDoing(lexicon, reading, clause, 'usurping')

/** "Chad and Sudan violated the truce": each did so towards the other. */
const isBreach = (lexicon: Lexicon, reading: Scene['reading'], clause: Clause): boolean =>
  isDoing(lexicon, reading, clause, 'mutual-breach')

/** Whether a class holds the verb, or the verb with its object (and the noun before that) or a preposition behind it. */
const isDoing = ({ classesOf }: Lexicon, { tree }: Scene['reading'], { lemma, args }: Clause, id: string): boolean => {
  if (classesOf.get(lemma)?.has(id) === true) return true
  for (const { slot, head } of args) {
    if (slot !== 'object') {
      if (classesOf.get(`${lemma} ${slot}`)?.has(id) === true) return true
    } else if (namesOf(tree, head).some((name) => classesOf.get(`${lemma} ${name}`)?.has(id) === true)) return true
  }
  return false
}

const namesOf = (tree: Tree, head: number): readonly string[] => {
  const noun = wordAt(tree, head).lemma.toLowerCase()
  return [noun, ...dependents(tree, head, 'compound', 'amod').map((at) => `${wordAt(tree, at).lemma.toLowerCase()} ${noun}`)]
}

/** CAMEO codes of what sides do with each other: intend, consult, cooperate, lay down arms; who mediates together does so between others. */
const TOGETHER = /^(03(?!9)|04(?!5)|057|06|087)/

/** "Moscow suspended its own mission": who acts is not whom it is done to, but for people of its own ("the government arrested opponents") and against its own government ("lawmakers accused the minister"). */
const isItself = ({ source, target }: Sides, cameo: string): boolean => {
  // Each other: the same list stands on both sides.
  if (target === source || target.length === 0) return false
  // A curfew or a call for calm in one's own country is for its public, a word for its policy speaks up for it.
  if (/^(02|10|17|191|052)/.test(cameo) && target.every((p) => p.role === null && p.basis === 'name')) return false
  // "Russia attacked Chechnya".
  if (/^(18|19|20)/.test(cameo) && target.every((p) => isPartOf(p, source))) return false
  return target.every((p) => {
    const mine = p.entity === null ? undefined : source.findLast((own) => own.entity === p.entity)
    return (
      mine !== undefined &&
      // Whom officers overthrow, police arrest and soldiers shoot may be of their own state.
      !(/^(11|17|18|19|20)/.test(cameo) && p.role !== null && (p.basis !== 'coreference' || /^1[78]/.test(cameo))) &&
      (p.role === null ||
        (p.role === 'GOV' && !facesGovernment(mine.role)) ||
        (p.role === 'IGO' && p.basis === 'person') ||
        p.role === mine.role)
    )
  })
}

const isPartOf = ({ role, basis, entity, name }: Party, source: readonly Party[]): boolean =>
  role === null && basis === 'name' && source.every((p) => p.entity !== entity || (p.role === null && p.name !== name) || p.role !== null)

const MEDIATION = /^(039|045)/
