import type { Party } from '../../document.ts'
import { isOfOthers } from '../../extract/actors/is-of-others.ts'
import type { Clause } from '../../extract/clauses/clause.ts'
import type { Lexicon } from '../../lexicon/index-lexicon.ts'
import { isOfClass } from '../../lexicon/is-of-class.ts'
import type { ActionEntry } from '../../lexicon/lexicon.ts'
import { actorCode } from '../../lexicon/resolve-actor.ts'
import type { Scene } from '../judge-candidate.ts'
import { lastNamed, type Referent } from '../references/discourse.ts'
import { isForeign } from '../references/is-foreign.ts'
import { holdsOffice } from '../role-groups.ts'
import type { Sides } from '../sides/find-sides.ts'
import { withEntity } from '../sides/found.ts'
import { besides, certain, entitiesOf, isCertain } from './besides.ts'
import { type Gap, type GapScene, isOfState } from './gap.ts'
import { isItself } from './is-itself.ts'
import { profilesAt } from './profile-entities.ts'
import { type Ranked, rankFor } from './rank-parties.ts'

/** What a gap of a clause stands in. */
export const gapScene = ({ discourse, lexicon, reading, said }: Scene, clause: Clause): GapScene => ({
  discourse,
  lexicon,
  reading,
  clause,
  beside: besides(reading, said(), clause.head),
})

/** The likeliest entity for a gap: quoted where it was last named, or given to the role that its words tell. */
export const fill = (at: GapScene, open: readonly Party[], gap: Gap, barred: readonly string[] = []): readonly Party[] => {
  const { discourse, lexicon, reading } = at
  const party = open.find((p) => p.role !== null) ?? open[0]
  // A sentence that nothing stands before is no passage: it must tell itself.
  if (!party?.role && discourse.referents.every((r) => r.sentence === reading.sentence.index)) return open
  if (isOfDateline(at, party) || (party !== undefined && isOfOthers(party) && !isFriend(lexicon, party))) return open
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
  // Who convicts a dissident is the state, though he alone was named of it, and so is whom Chile protests to over an arrest at a London hospital.
  const role = last.role !== null && (BESIDE.test(last.role) || (isOfState(gap) && !holdsOffice(last.role))) ? null : last.role
  const code = (role === last.role ? last.code : null) ?? actorCode(lexicon, entity, role)
  return [{ start, end, text, entity, role, code, name, basis: 'discourse' }]
}

/** Roles of those of a state whom nothing is done to, nor by, without a word for them. */
const BESIDE = /^(HLH|EDU|MED|BUS|AGR|ENV|REL|ELI)$/

/** "stood with its ally": one of whom the passage may tell, as it can't of "world powers". */
const isFriend = (lexicon: Lexicon, { text }: Party): boolean =>
  isOfClass(lexicon, text.slice(text.lastIndexOf(' ') + 1).toLowerCase(), 'friend')

/** "LA PAZ - Police fired at miners who had blocked the road to Peru": while nothing else was told, people at home are of the dateline's state where the passage takes them for that. */
const isOfDateline = ({ discourse, reading }: GapScene, party: Party | undefined): boolean =>
  party?.entity != null &&
  ROLES_AT_HOME.test(party.role ?? '') &&
  discourse.referents.every((r) => r.sentence < 0 || r.sentence === reading.sentence.index) &&
  discourse.referents.some((r) => r.head < 0 && r.entity === party.entity)

/** Police, workers, students, farmers and those who are against the government. */
const ROLES_AT_HOME = /^(COP|LAB|EDU|AGR|OPP)$/

/** How an entity was last named before the sentence, else in it, else in the title. */
const lastOf = ({ discourse, lexicon, reading }: GapScene, entity: string): Referent | undefined => {
  const named = profilesAt(discourse, reading.sentence, lexicon).find((p) => p.entity === entity)?.referents ?? []
  const { index } = reading.sentence
  const before = named.filter((r) => r.sentence >= 0 && r.sentence < index)
  return lastNamed(before, entity) ?? named.findLast((r) => r.sentence >= 0) ?? named[0]
}

/** A gap on a side: of its first role whose state is open, with whom it was taken to be of. */
export const gapOf = (
  lexicon: Lexicon,
  side: Gap['side'],
  other: readonly Party[],
  root: string,
  said: readonly Party[],
  joint = false,
): Gap => {
  const open = said.find((p) => p.role !== null)
  const known = entitiesOf(other)
  const roles = other.flatMap((p) => (p.entity === null ? [] : [p.role ?? '']))
  return {
    side,
    known,
    roles,
    root,
    role: open?.role ?? null,
    ofState: isOfStateAlone(lexicon, open?.text ?? ''),
    guess: open?.entity ?? null,
    joint,
  }
}

/** "the Iraqi army", "an army unit", "their air force": what no group or union has. */
const isOfStateAlone = (lexicon: Lexicon, text: string): boolean => {
  const words = text.toLowerCase().split(' ')
  return words.some((word, at) => [word, `${word} ${words[at + 1]}`].some((name) => isOfClass(lexicon, name, 'of-states-alone')))
}

/** The sides that a sentence leaves open, alone or where the other side is known. */
export const gapsOf = (lexicon: Lexicon, said: Sides, entry: ActionEntry): readonly Gap[] => {
  const root = entry.cameo.slice(0, 2)
  const source = trusted(said.source)
  if (entry.joint) {
    const known = certain(source)
    return known.length > 1
      ? []
      : [known.length === 0 ? gapOf(lexicon, 'source', [], root, source, true) : gapOf(lexicon, 'target', sure(source), root, [], true)]
  }
  const target = isItself(said, entry.cameo) ? [] : trusted(said.target)
  if (!isCertain(source)) return [gapOf(lexicon, 'source', sure(target), root, source)]
  return !isCertain(target) ? [gapOf(lexicon, 'target', sure(source), root, target)] : []
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
  return rankFor(at, gapOf(scene.lexicon, side, known, entry.cameo.slice(0, 2), trusted(said[side]), entry.joint))
}

/** Beside a party that is known, one that was only guessed falls away. */
export const trusted = (side: readonly Party[]): readonly Party[] => (isCertain(side) ? side.filter((p) => p.basis !== 'discourse') : side)

/** The parties that more than a guess gives. */
export const sure = (side: readonly Party[]): readonly Party[] => side.filter((p) => p.basis !== 'discourse')
