import type { Basis, Mention, Party } from '../../document.ts'
import type { SentenceReading } from '../../extract/read-sentence.ts'
import type { Lexicon } from '../../lexicon/index-lexicon.ts'
import { actorCode } from '../../lexicon/resolve-actor.ts'
import type { Referent } from '../references/discourse.ts'
import type { Resolution } from '../references/resolution.ts'

/** A party with what it took to find it: `owned` when the phrase is a thing that belongs to the actor ("Russian missiles", "its mission"). */
export type Found = { readonly party: Party; readonly mention: Mention; readonly owned: boolean; readonly kind: Mention['kind'] }

/** A sentence's mentions by head with what the discourse resolved them to. */
export type Resolved = {
  readonly reading: SentenceReading
  readonly text: string
  readonly lexicon: Lexicon
  readonly resolutions: ReadonlyMap<number, Resolution>
}

/** Whom a phrase is asked for: where something is doesn't tell who acts ("the embassy in Chad said"), but may tell to whom it is done. */
export type AskedFor = 'doers' | 'anybody'

/** The parties that a mention is, or, where the discourse resolved it, those that it means. */
export const fromMention = (at: Resolved, mention: Mention): readonly Found[] => {
  const resolution = at.resolutions.get(mention.head)
  return resolution
    ? resolution.referents.map((r) => ({ party: partyOf(at, r, mention, resolution.basis), mention, owned: false, kind: r.kind }))
    : asWritten(at, mention)
}

/** The party that a mention is by its own words. */
export const asWritten = ({ lexicon }: Resolved, mention: Mention): readonly Found[] => {
  const { start, end, text, entity, role, code, name, basis, kind } = mention
  const party = { start, end, text, entity, role, code: code ?? actorCode(lexicon, entity, role), name, basis }
  return [{ party, mention, owned: false, kind }]
}

/** A pronoun's party quotes the words that it stands for where these are in the same sentence: they tell more. */
const partyOf = ({ reading: { sentence }, lexicon }: Resolved, r: Referent, mention: Mention, basis: Basis): Party => {
  const { start, end, text } = mention.kind === 'pronoun' && r.sentence === sentence.index && r.start >= sentence.start ? r : mention
  const role = mention.role ?? r.role
  return { start, end, text, entity: r.entity, role, code: actorCode(lexicon, r.entity, role), name: r.name, basis }
}

/** What was found, of another party. */
export const withParty = ({ mention, owned, kind }: Found, party: Party): Found => ({ party, mention, owned, kind })

/** A party with the entity of whoever it belongs to; the name of a state that was only guessed goes with it. */
export const withEntity = (
  lexicon: Lexicon,
  party: Party,
  owner: Pick<Party, 'entity' | 'name' | 'basis'> | null,
  name: string | null = ownName(lexicon, party, owner?.entity ?? null) ?? owner?.name ?? null,
): Party => {
  if (!owner?.entity) return party
  const { start, end, text, role } = party
  const { entity, basis } = owner
  return { start, end, text, entity, role, code: actorCode(lexicon, entity, role), name, basis }
}

/** A party's name, unless it is that of an entity that it no longer has. */
const ownName = (lexicon: Lexicon, { entity, name }: Party, now: string | null): string | null =>
  entity !== null && entity !== now && lexicon.entities.get(entity)?.name === name ? null : name

/** What was found, as a thing that belongs to it. */
export const owned = (found: readonly Found[]): readonly Found[] =>
  found.map(({ party, mention, kind }) => ({ party, mention, owned: true, kind }))

/** The mention that a party would have whom no noun phrase of its own names. */
export const standFor = (party: Party, head: number, rule: string | null): Mention => ({
  start: party.start,
  end: party.end,
  kind: 'name',
  head,
  text: party.text,
  entity: party.entity,
  role: party.role,
  code: party.code,
  name: party.name,
  basis: party.basis,
  rule,
  plural: false,
  gender: null,
  owner: null,
})
