import type { Party } from '../../document.ts'
import { isOfOthers } from '../../extract/actors/is-of-others.ts'
import { isBackerOnly, type Piece } from '../../extract/actors/piece.ts'
import type { Argument, Clause } from '../../extract/clauses/clause.ts'
import { wordAt } from '../../extract/clauses/tree.ts'
import { NONE } from '../../lexicon/mapped.ts'
import { type AskedFor, type Found, type Resolved, standFor } from './found.ts'
import { partiesAt } from './parties.ts'
import { inSlot } from './sides.ts'

/** Each party once, in the order of the text: people and bodies of one state are told apart by name and role, those whose state is open or guessed by their words. */
export const parties = (found: readonly Found[]): readonly Party[] => {
  if (found.length < 2) return found.map((f) => f.party)
  const seen = new Set<string>()
  const named = found.some(isKnown)
  return found
    .filter(({ party: p, kind }) => {
      // "Kenya and its allies": who they are is not told.
      if (named && p.entity === null && isOfOthers(p)) return false
      // "the White House and the State Department": bodies of one state are told apart by their words.
      const own = p.role !== null && (kind === 'body' || kind === 'name') && p.basis !== 'coreference' ? p.text : ''
      const key =
        p.entity === null || p.basis === 'discourse' ? `${p.text}|${p.role ?? ''}` : `${p.entity}|${p.role ?? ''}|${p.name ?? ''}|${own}`
      return !seen.has(key) && Boolean(seen.add(key))
    })
    .map((f) => f.party)
}

/** The parties of arguments. */
export const partiesOf = (at: Resolved, args: readonly Argument[], whom: AskedFor = 'anybody'): readonly Found[] => {
  const first = args[0]
  if (first === undefined) return NOBODY
  if (args.length === 1 && first.slot !== 'modifier') return partiesAt(at, first.head, whom)
  const found = args.map((a) => (a.slot === 'modifier' ? modifierParty(at, a.head, whom) : partiesAt(at, a.head, whom)))
  // "a U.S. drone strike": beside a name a word that could be anybody's says how.
  const named = found.some((own) => own.some(isKnown))
  return found.flatMap((own, i) => (named && args[i]?.slot === 'modifier' ? own.filter(isKnown) : own))
}

const NOBODY: readonly Found[] = NONE

export const isKnown = ({ party }: Found): boolean => party.entity !== null

/** "Russian attack", "US-Taliban talks": the name or nationality before the noun; a part of a state ("the Bali bombing") is where it was. */
const modifierParty = (at: Resolved, head: number, whom: AskedFor): readonly Found[] => {
  const { pieces, tree } = at.reading
  const piece = pieces.find((p) => p.first <= head && head <= p.last)
  // "the Lisbon summit", "the Rome Declaration": a capital before a noun is where it was.
  if (!piece || piece.kind === 'capital' || isBackerOnly(piece, tree.words) || isAgainst(piece.first, tree.words)) return []
  if (whom === 'doers' && isPartOfState(at, piece)) return []
  const { start } = wordAt(tree, piece.first)
  const { end } = wordAt(tree, piece.last)
  const text = at.text.slice(start, end)
  const basis = piece.kind === 'demonym' ? 'demonym' : piece.kind === 'person' ? 'person' : piece.entity === null ? 'unresolved' : 'name'
  const { entity, role, code, name, rule } = piece
  const party: Party = { start, end, text, entity, role, code, name, basis }
  return [{ party, mention: standFor(party, head, rule), owned: false, kind: 'name' }]
}

const isPartOfState = ({ lexicon }: Resolved, { kind, rule }: Piece): boolean =>
  kind === 'name' && lexicon.entities.get(rule.slice(rule.indexOf('/') + 1))?.kind === 'region'

/** "anti - government protests": whom something is against, or for, does not do it. */
const isAgainst = (first: number, words: readonly { readonly text: string }[]): boolean =>
  words[first - 1]?.text === '-' && /^(anti|pro|ex|non)$/i.test(words[first - 2]?.text ?? '')

/** The parties of the first slot that has any whose entity is known; else the first that has any at all. */
export const firstSlot = (
  at: Resolved,
  clause: Clause,
  slots: readonly string[],
  fits: (f: Found) => boolean,
  whom: AskedFor = 'anybody',
): readonly Found[] => {
  let open: readonly Found[] = NOBODY
  for (const slot of slots) {
    const args = inSlot(clause, slot)
    if (args.length === 0) continue
    const found = partiesOf(at, args, whom).filter(fits)
    if (found.some(isKnown)) return found
    if (open.length === 0) open = found
  }
  return open
}
