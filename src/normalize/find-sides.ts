import type { Party } from '../document.ts'
import type { Argument, Clause } from '../extract/clauses/clause.ts'
import { nounPhrase } from '../extract/clauses/noun-phrase.ts'
import { dependents, hangsBy, subtree, wordAt } from '../extract/clauses/tree.ts'
import { type Found, partiesAt, type Resolved } from './parties.ts'
import { inSlots, isOnTheGround, type SideRule, sourceSlots, targetSlots } from './sides.ts'

export type Sides = { readonly source: readonly Party[]; readonly target: readonly Party[] }

/** Who does the act of a clause to whom. Joint acts list every party on both sides; a side that the text leaves unsaid is empty. */
export const findSides = (at: Resolved, clause: Clause, rule: SideRule, clauses: ReadonlyMap<number, Clause>): Sides => {
  const source = firstSlot(at, clause, sourceSlots(clause, rule), () => true, true)
  if (rule.joint) return joint(at, clause, rule, source)
  if (reciprocal(at, clause)) {
    const each = parties(source)
    return { source: each, target: each }
  }
  const target = targetOf(at, clause, rule, source, clauses)
  const sent =
    source.length === 0 && (clause.kind === 'noun' || clause.passive) && DEPLOYS.test(rule.cameo ?? '') ? target.filter(isForce) : []
  if (sent.length > 0) {
    const others = { ...clause, args: clause.args.filter((a) => !sent.some((f) => f.mention.head === a.head)) }
    return { source: parties(sent), target: parties(targetOf(at, others, rule, sent, clauses)) }
  }
  const fired = source.length === 0 && clause.passive && STRIKES.test(rule.cameo ?? '') ? weapons(at, clause) : []
  if (fired.length > 0)
    return {
      source: parties(fired),
      target: parties(targetOf(at, { ...clause, args: clause.args.filter((a) => a.slot !== 'object') }, rule, fired, clauses)),
    }
  return { source: parties(source), target: parties(target) }
}

/** The sides of every act of a sentence, by its head. */
export const saySides = (at: Resolved, clauses: ReadonlyMap<number, Clause>): ReadonlyMap<number, Sides> =>
  new Map(
    at.reading.candidates.flatMap(({ clause, acts: [act] }) =>
      act ? [[clause.head, findSides(at, clause, act.entry, clauses)] as const] : [],
    ),
  )

const parties = (found: readonly Found[]): readonly Party[] => {
  const seen = new Set<string>()
  return found
    .map((f) => f.party)
    .filter((p) => {
      const key = `${p.entity ?? p.text}|${p.entity === null ? '' : (p.role ?? '')}`
      return !seen.has(key) && Boolean(seen.add(key))
    })
}

const at_ = (at: Resolved, args: readonly Argument[], acting = false): readonly Found[] => {
  const found = args.flatMap((a) =>
    (a.slot === 'modifier' ? modifierParty(at, a.head) : partiesAt(at, a.head, acting)).map((f) => ({ a, f })),
  )
  // "a U.S. drone strike": beside a name a word that could be anybody's says how.
  const named = found.some(({ f }) => f.party.entity !== null)
  return found.filter(({ a, f }) => !(named && a.slot === 'modifier' && f.party.entity === null)).map(({ f }) => f)
}

/** "Russian attack", "US-Taliban talks": the name or nationality before the noun. */
const modifierParty = (at: Resolved, head: number): readonly Found[] => {
  const { pieces, tree } = at.reading
  const piece = pieces.find((p) => p.first <= head && head <= p.last)
  // "the Lisbon summit", "the Rome Declaration": a capital before a noun is where it was.
  if (!piece || piece.kind === 'capital') return []
  const span = { start: wordAt(tree, piece.first).start, end: wordAt(tree, piece.last).end }
  const text = at.text.slice(span.start, span.end)
  const basis = piece.kind === 'demonym' ? 'demonym' : piece.kind === 'person' ? 'person' : piece.entity === null ? 'unresolved' : 'name'
  const party: Party = { ...span, entity: piece.entity, role: piece.role, code: piece.code, name: piece.name, text, basis }
  const mention = {
    ...span,
    kind: 'name' as const,
    head,
    text,
    entity: piece.entity,
    role: piece.role,
    code: piece.code,
    name: piece.name,
    basis: party.basis,
    rule: piece.rule,
    plural: false,
    gender: null,
    owner: null,
  }
  return [{ party, mention, owned: false, kind: 'name' }]
}

/** The parties of the first slot that has any whose entity is known; else the first that has any at all. */
const firstSlot = (
  at: Resolved,
  clause: Clause,
  slots: readonly string[],
  fits: (f: Found) => boolean,
  acting = false,
): readonly Found[] => {
  let open: readonly Found[] = []
  for (const slot of slots) {
    if (!clause.args.some((a) => a.slot === slot)) continue
    const found = at_(at, inSlots(clause, [slot]), acting).filter(fits)
    if (found.some((f) => f.party.entity !== null)) return found
    if (open.length === 0) open = found
  }
  return open
}

const joint = (at: Resolved, clause: Clause, rule: SideRule, source: readonly Found[]): Sides => {
  const slots =
    clause.kind === 'noun'
      ? ['with', 'between', 'among', 'poss', 'modifier', 'by', 'of', 'to']
      : ['object', 'indirect', 'with', 'between', 'among', 'alongside', 'against']
  // "established a council", "signed the charter": what two make together is none of them.
  const made = clause.kind === 'verb' && /^05/.test(rule.cameo ?? '')
  const args = inSlots(clause, slots)
  // "as the talks move to Havana", "in Paris": where it is doesn't tell who.
  const objects = new Set(made ? inSlots(clause, ['object']).map((a) => a.head) : [])
  const others = args
    .flatMap((a) => at_(at, [a], a.slot !== 'object'))
    .filter(
      (f) =>
        !(f.party.basis === 'capital' && (isTo(at, f.mention.head) || isLocative(at, f.mention.head))) &&
        (f.owned || !objects.has(f.mention.head)),
    )
  const all = parties(
    [...source, ...others].filter((f) => f.party.entity !== null || f.party.role !== null || f.mention.kind === 'unknown'),
  )
  return { source: all, target: all }
}

const reciprocal = (at: Resolved, clause: Clause): boolean =>
  inSlots(clause, ['object', 'indirect', 'with', 'to', 'at', 'against', 'on', 'of']).some(
    (a) =>
      isOneAnother(at, a.head) ||
      (/^(each|other)$/i.test(wordAt(at.reading.tree, a.head).lemma) &&
        /each|one/i.test(
          wordAt(at.reading.tree, Math.max(0, nounPhrase(at.reading.tree, a.head).first - 1)).text +
            wordAt(at.reading.tree, nounPhrase(at.reading.tree, a.head).first).text,
        )),
  )

/** "Iranian missiles were fired at bases": whose the things are that strike is who acts, where they strike somebody. */
const weapons = (at: Resolved, clause: Clause): readonly Found[] => {
  const fired = at_(at, inSlots(clause, ['object']))
  return fired.length > 0 && fired.every((f) => f.owned) && clause.args.some((a) => /^(at|on|into|toward|towards|against)$/.test(a.slot))
    ? fired
    : []
}

/** "the deployment of Russian troops": whose forces are sent is who sends them. */
const isForce = ({ party }: Found): boolean => /^(MIL|COP|SPY)$/.test(party.role ?? '')

const DEPLOYS = /^15/
const STRIKES = /^(18|19|20)/

/** "sent troops": soldiers without a state of their own are those of who sends them. */
const isOwnOrgan = ({ party }: Found): boolean => party.basis === 'discourse' && /^(MIL|GOV|COP|SPY|DIP)$/.test(party.role ?? '')

const isOneAnother = ({ reading: { words } }: Resolved, at: number): boolean =>
  /^one another$/i.test(`${words[at]?.text} ${words[at + 1]?.text}`) || /^one another$/i.test(`${words[at - 1]?.text} ${words[at]?.text}`)

const key = (f: Found): string => `${f.party.entity}|${f.party.role ?? ''}`

const targetOf = (
  at: Resolved,
  clause: Clause,
  rule: SideRule,
  source: readonly Found[],
  clauses: ReadonlyMap<number, Clause>,
): readonly Found[] => {
  const mine = new Set(source.map(key))
  const entities = new Set(source.map((f) => f.party.entity))
  const taken = new Set(source.map((f) => f.mention.head))
  // Things that belong to the one who acts ("withdrew its troops") are no target.
  const fits = (f: Found): boolean =>
    !taken.has(f.mention.head) &&
    !mine.has(key(f)) &&
    !(entities.has(f.party.entity) && (f.owned || f.party.basis === 'coreference' || f.kind === 'name' || isOwnOrgan(f)))
  const slots = targetSlots(clause, rule)
  const direct = firstSlot(at, clause, slots, fits, !isOnTheGround(rule))
  if (direct.some((f) => f.party.entity !== null)) return direct
  const below = belowTarget(at, clause, clauses, fits)
  if (below.some((f) => f.party.entity !== null)) return below
  const within = withinTarget(at, clause, source.length > 0, fits)
  return within.length > 0 ? within : direct.length > 0 ? direct : below
}

const isTo = (at: Resolved, head: number): boolean =>
  dependents(at.reading.tree, head, 'case').some((c) => /^to$/i.test(wordAt(at.reading.tree, c).text))

/** "protested against what it called aggression by the coast guard": the first other actor in the words that hang on the act. */
const withinTarget = (at: Resolved, clause: Clause, acts: boolean, fits: (f: Found) => boolean): readonly Found[] => {
  const { tree, mentions } = at.reading
  const mine = new Set(subtree(tree, clause.head))
  // "Talks between Chad and Sudan were suspended by Chad": of a passive the object stands before it.
  const before = new Set(clause.passive ? inSlots(clause, ['object']).flatMap((a) => (a.via === 'own' ? subtree(tree, a.head) : [])) : [])
  // "stood with its ally and condemned China": what the second verb is done to.
  if (acts)
    for (const verb of dependents(tree, clause.head, 'conj', 'parataxis')) for (const below of subtree(tree, verb)) mine.delete(below)
  for (const mention of mentions) {
    if (
      (mention.head < clause.head && !before.has(mention.head)) ||
      !mine.has(mention.head) ||
      isLocative(at, mention.head) ||
      isAside(at, mention.head)
    )
      continue
    const found = partiesAt(at, mention.head).filter((f) => f.party.entity !== null && fits(f))
    if (found.length > 0) return found
  }
  return []
}

/** The subject of a relative clause: "the decision, which Washington called unconscionable". */
const isAside = (at: Resolved, head: number): boolean =>
  hangsBy(at.reading.tree, head, 'nsubj') && hangsBy(at.reading.tree, wordAt(at.reading.tree, head).head, 'acl:relcl')

const isLocative = (at: Resolved, head: number): boolean =>
  dependents(at.reading.tree, head, 'case').some((c) =>
    /^(in|near|at|outside|inside|around|through|since|until|during|before|after)$/i.test(wordAt(at.reading.tree, c).text),
  )

/** "agreed to free the prisoners", "accused of bombing": the other party stands in the clause below. */
const belowTarget = (
  at: Resolved,
  clause: Clause,
  clauses: ReadonlyMap<number, Clause>,
  fits: (f: Found) => boolean,
  depth = 0,
): readonly Found[] => {
  for (const { head } of clause.complements) {
    const inner = clauses.get(head)
    if (!inner || depth > 2 || head < clause.head) continue
    const subject = hangsBy(at.reading.tree, head, 'ccomp') ? at_(at, inSlots(inner, ['subject'])).filter(fits) : []
    if (subject.some((f) => f.party.entity !== null)) return subject
    const found = firstSlot(at, inner, targetSlots(inner, { source: null, target: null, joint: false }), fits)
    if (found.some((f) => f.party.entity !== null)) return found
    const deeper = belowTarget(at, inner, clauses, fits, depth + 1)
    if (deeper.length > 0) return deeper
  }
  return []
}
