import type { Basis, Mention, Party } from '../../document.ts'
import { isHolder, isNobodysOwn, type Piece } from '../../extract/actors/piece.ts'
import { antecedent, conjuncts, nounPhrase, preposition } from '../../extract/clauses/noun-phrase.ts'
import { dependents, hangsBy, wordAt } from '../../extract/clauses/tree.ts'
import type { SentenceReading } from '../../extract/read-sentence.ts'
import { isOfClass } from '../../lexicon/is-of-class.ts'
import { NONE } from '../../lexicon/mapped.ts'
import { isPartOfWorld } from '../../lexicon/part-of-world.ts'
import { keepsLast } from '../../lexicon/remembered.ts'
import { actorCode } from '../../lexicon/resolve-actor.ts'
import { isOf } from '../is-of.ts'
import { isCounterpart } from '../references/resolve-several.ts'
import { type AskedFor, asWritten, type Found, fromMention, owned, type Resolved, standFor, withEntity, withParty } from './found.ts'
import { joinedTo } from './joined-nations.ts'
import { subjectAbove, thingMeant } from './pronoun-meant.ts'

/** The parties that the phrase headed by `head` denotes, or, failing that, the actor that it belongs to. */
export const partiesAt = (at: Resolved, head: number, whom: AskedFor = 'anybody', depth = 0): readonly Found[] => {
  const known = knownBy(at.resolutions)
  const key = 2 * (DEEPEST * head + depth) + (whom === 'doers' ? 1 : 0)
  const before = known.get(key)
  if (before !== undefined) return before
  const parties = readParties(at, head, whom, depth)
  known.set(key, parties)
  return parties
}

const DEEPEST = 8

// Every clause of a sentence asks for them, and of every slot.
const knownBy = keepsLast((_: Resolved['resolutions']) => new Map<number, readonly Found[]>())

const readParties = (at: Resolved, head: number, whom: AskedFor, depth: number): readonly Found[] => {
  const { reading } = at
  const thing = thingMeant(reading, head)
  if (thing >= 0) return partiesAt(at, thing, whom, depth)
  const here = reading.mentions.find((m) => m.head === head) ?? nameAround(reading, head)
  const mention = here?.kind === 'pronoun' && !at.resolutions.has(head) ? (subjectAbove(reading, here) ?? here) : here
  const counted = mention && depth < 3 ? countedBy(at, mention) : undefined
  if (counted !== undefined) return partiesAt(at, counted, whom, depth + 1)
  const known = mention && (mention.entity !== null || !isRole(mention)) ? fromMention(at, mention) : NONE
  if (known.some((f) => f.party.entity !== null))
    return mention?.role
      ? [...joinedTo(at, mention, known, mention.plural ? ofOthers(at, known, head, depth) : NONE), ...alsoIn(at, mention, known)]
      : known
  // "the country's largest guerrilla group": the group that the passage tells of.
  if (mention && mention.owner !== null && at.resolutions.get(head)?.by === 'group') return fromMention(at, mention)
  const leader = mention?.kind === 'people' && depth === 0 ? leaderOf(at, head) : NONE
  if (leader.length > 0)
    return leader.flatMap((o) => asWritten(at, mention as Mention).map((f) => withParty(f, withEntity(at.lexicon, f.party, o.party))))
  const isOfDoer = whom === 'doers' && !mention
  const members = mention?.plural === false || depth > 3 ? NONE : membersOf(at, head, depth)
  if (members.length > 0) return members
  const owner =
    depth > 3 || isCounterpart(at.lexicon, reading.tree, head) || isWorld(reading.tree, head)
      ? NONE
      : ownerOf(at, head, isOfDoer ? 'doers' : 'anybody', depth)
  // "sent experts to Chad": the experts are not Chad's, nor is the border with it.
  const facing =
    owner.length > 0 || depth > 0 || isOfDoer || BORDER.test(wordAt(reading.tree, head).lemma)
      ? NONE
      : ownerBy(at, head, FACING, whom, depth)
  if (facing.length > 0) return facing
  // A role whose state the words around it tell, else the article.
  const direct = mention && isRole(mention) ? (owner.length === 0 ? fromMention : asWritten)(at, mention) : known
  if (owner.length === 0) return [...direct, ...(mention ? alsoIn(at, mention, direct) : NONE)]
  if (direct.length === 0) return owner
  // "the presidents of the two countries": of each.
  const whose = mention?.plural
    ? owner.filter((o, i) => owner.findIndex((p) => p.party.entity === o.party.entity) === i)
    : owner.slice(0, 1)
  const people = direct.flatMap((f) => whose.map((o) => withParty(f, withEntity(at.lexicon, f.party, o.party))))
  return [...people, ...(mention ? alsoIn(at, mention, people) : NONE)]
}

/** "people in Mali, Niger and Chad": those of the other states, each quoted by its name. */
const alsoIn = (at: Resolved, { head, kind, plural }: Mention, known: readonly Found[]): readonly Found[] => {
  const { tree } = at.reading
  const [first] = known
  const [preposition, name] = [tree.words[head + 1], tree.words[head + 2]]
  const place = name?.upos === 'PROPN' && /^in$/i.test(preposition?.text ?? '') ? (preposition?.head ?? -1) : -1
  if (kind !== 'people' || !plural || place < 0 || first?.party.entity == null) return NONE
  return conjuncts(tree, place)
    .slice(1)
    .flatMap((other) => partiesAt(at, other, 'anybody', DEEPEST - 1))
    .filter((f) => f.party.entity !== null && f.party.role === null && f.party.entity !== first.party.entity)
    .map((f) => withParty(f, { ...f.party, role: first.party.role, code: actorCode(at.lexicon, f.party.entity, first.party.role) }))
}

/** "the first contingents of Ghanaian peacekeepers": what counts them stands for them. */
const countedBy = ({ reading: { tree, mentions }, lexicon }: Resolved, { head, role, kind }: Mention): number | undefined =>
  role !== null && kind !== 'name' && wordAt(tree, head).lemma !== 'member' && isOf(lexicon, tree, head, 'quantity')
    ? dependents(tree, head, 'nmod').find(
        (at) => preposition(tree, at) === 'of' && mentions.some((m) => m.head === at && m.role !== null && m.kind === 'people'),
      )
    : undefined

/** "the international community for a new start in Chad": nobody's own. */
const isWorld = (tree: SentenceReading['tree'], head: number): boolean =>
  /^(community|power)$/.test(wordAt(tree, head).lemma) && /^(international|world)$/i.test(wordAt(tree, Math.max(0, head - 1)).text)

/** "the Liberation Tigers of Tamil Eelam, who captured the town": a word of a name, to which the parser hung what is told of the whole. */
const nameAround = ({ tree, mentions }: SentenceReading, head: number): Mention | undefined => {
  const { start, end } = wordAt(tree, head)
  return dependents(tree, head, 'acl:relcl').length > 0
    ? mentions.find((m) => m.kind === 'name' && m.start < start && m.end >= end)
    : undefined
}

/** "the leaders of France and Germany", "negotiators for Chad and Libya": people of the one and of the others. */
const ofOthers = (at: Resolved, known: readonly Found[], head: number, depth: number): readonly Found[] => {
  const { tree } = at.reading
  const below = depth > 3 ? [] : dependents(tree, head, 'nmod').filter((n) => n > head && isHome(at, known, n, depth))
  return below
    .flatMap((n) => conjuncts(tree, n).slice(1))
    .flatMap((n) => partiesAt(at, n, 'anybody', depth + 1))
    .filter((f) => f.party.entity !== null && known.every((k) => k.party.entity !== f.party.entity))
    .flatMap((f) => known.slice(0, 1).map((k) => withParty(k, withEntity(at.lexicon, k.party, f.party, f.party.name))))
}

/** Whether a phrase behind people tells whose they are: "of France"; "from" and "for" only where they are known to be of that ("French aid for Chad and Mali" is no such). */
const isHome = (at: Resolved, known: readonly Found[], head: number, depth: number): boolean => {
  const marker = preposition(at.reading.tree, head)
  if (marker === 'of') return true
  return (
    /^(from|for)$/.test(marker) &&
    dependents(at.reading.tree, head, 'conj').length > 0 &&
    partiesAt(at, head, 'anybody', depth + 1).some((f) => f.party.entity !== null && f.party.entity === known[0]?.party.entity)
  )
}

/** "fighters loyal to Haftar", "forces allied with Chad", "hackers working for Chad": whose they are. */
const leaderOf = (at: Resolved, head: number): readonly Found[] => {
  const { tree } = at.reading
  for (const adjective of dependents(tree, head, 'amod', 'acl')) {
    const word = wordAt(tree, adjective).text.toLowerCase()
    const behind =
      adjective < head ? null : isOfClass(at.lexicon, word, 'loyal') ? LOYAL_TO : isOfClass(at.lexicon, word, 'in-service') ? SERVING : null
    if (behind === null) continue
    const [lord] = dependents(tree, adjective, 'obl', 'nmod').filter((n) => behind.test(preposition(tree, n)))
    const found = lord === undefined ? NONE : partiesAt(at, lord, 'doers', 1)
    if (found[0]?.party.entity) return found.slice(0, 1)
  }
  return NONE
}

const LOYAL_TO = /^(to|with)$/
const SERVING = /^(for|by)$/

/** "several groups, including Hamas and Fatah": those whom the words name of people that nobody knows. */
const membersOf = (at: Resolved, head: number, depth: number): readonly Found[] => {
  const { tree } = at.reading
  return dependents(tree, head, 'nmod')
    .filter((n) => n > head && /^(including|include|such as)$/.test(preposition(tree, n)))
    .flatMap((n) => conjuncts(tree, n))
    .flatMap((n) => partiesAt(at, n, 'doers', depth + 1))
    .filter((f) => f.party.entity !== null)
}

const isRole = (mention: Mention): boolean =>
  mention.kind === 'people' || mention.kind === 'body' || (mention.kind === 'person' && mention.role !== null)

/** The actor that a thing belongs to: possessor, nationality before it, `of` phrase; then where it is. */
const ownerOf = (at: Resolved, head: number, whom: AskedFor, depth: number): readonly Found[] => {
  const { reading } = at
  const { tree, pieces } = reading
  for (const possessor of dependents(tree, head, 'nmod:poss')) {
    // "lifted its Cuba sanctions", "its Syrian ally": the nation before it tells more than whose it is.
    if (wordAt(tree, possessor).upos === 'PRON' && pieces.some((p) => p.first === possessor + 1 && p.last < head && isNation(p))) continue
    const found = partiesAt(at, antecedent(tree, possessor), whom, depth + 1)
    if (found.some((f) => f.party.entity !== null || (whom === 'anybody' && OFFICIAL.test(f.party.role ?? '')))) return owned(found)
  }
  // "the Juba airport": a town before what stands in it is where that is.
  const isSite = whom === 'anybody' && isOf(at.lexicon, tree, head, 'site-of-town')
  const { first, last } = nounPhrase(tree, head)
  // "rebel-held Aleppo".
  const holder = tree.words
    .slice(first, head)
    .find((w) => isHolder(w.index, tree.words) && reading.mentions.some((m) => m.head === w.index))
  if (holder) return partiesAt(at, holder.index, whom, depth + 1)
  const isInside = (p: Piece): boolean =>
    p.first >= first && p.last <= last && p.entity !== null && (isSite || p.kind !== 'capital') && !isNobodysOwn(p, tree.words, head)
  if (!pieces.some(isInside)) {
    const around = ownerBy(at, head, whom === 'doers' ? OWNING_ACTOR : OWNING, whom, depth)
    return around.length > 0 || whom === 'doers' ? around : carriedBy(at, head, depth)
  }
  const inside = pieces.filter(isInside)
  // "Muslim members of Senegal's coalition": what they believe tells less than whose they are.
  const fellows = inside.every((p) => isCreed(at, p)) ? ownerBy(at, head, ['of'], whom, depth) : NONE
  if (fellows.length > 0) return fellows
  const nearest = inside.at(-1)
  const joined = inside.filter((p) => p === nearest || (nearest !== undefined && isJoined(tree, p.last, nearest.last)))
  const owners = joined.map((piece): Found => {
    const { start } = wordAt(tree, piece.first)
    const { end } = wordAt(tree, piece.last)
    const basis: Basis =
      piece.kind === 'demonym' ? 'demonym' : piece.kind === 'capital' ? 'capital' : piece.kind === 'person' ? 'person' : 'name'
    const { entity, role, code, name } = piece
    const party: Party = { start, end, text: at.text.slice(start, end), entity, role, code, name, basis }
    return { party, mention: standFor(party, head, null), owned: true, kind: 'name' }
  })
  return owners
}

const isNation = ({ kind, entity }: Piece): boolean => entity !== null && /^(name|demonym)$/.test(kind)

const isCreed = ({ lexicon }: Resolved, { entity, role }: Piece): boolean =>
  role === 'REL' && lexicon.entities.get(entity ?? '')?.kind === 'community'

/** Whose ability, demand or decision is that of a side though their state is open: "rejected the government's demand". */
const OFFICIAL = /^(GOV|MIL|COP|LEG|REB|SEP|OPP)$/

const BORDER = /^(border|frontier)$/

const OWNING = ['of', 'by', 'from', 'in', 'at', 'near', 'on']

const OWNING_ACTOR = OWNING.slice(0, 3)

const FACING = ['to', 'against', 'for', 'with']

/** The actor in a phrase on the noun, the prepositions tried in their order. */
const ownerBy = (at: Resolved, head: number, prepositions: readonly string[], whom: AskedFor, depth: number): readonly Found[] => {
  const { tree } = at.reading
  const phrases = dependents(tree, head, 'nmod')
  if (phrases.length === 0) return NOBODY
  for (const preposition of prepositions) {
    if (preposition === 'from' && isTakenAway(at, head)) continue
    for (const below of phrases) {
      // "a town near the Chadian border": on this side of it.
      if (preposition === 'near' && BORDER.test(wordAt(tree, below).lemma)) continue
      if (dependents(tree, below, 'case').every((c) => wordAt(tree, c).text.toLowerCase() !== preposition)) continue
      const heads = [below, ...dependents(tree, below, 'conj')]
      const stands = preposition === 'of' && standsFor(at, head)
      const found = heads
        .flatMap((h) => partiesAt(at, h, whom, depth + 1))
        .filter((f) =>
          f.party.entity === null ? stands && f.party.role !== null : preposition !== 'in' || !isPartOfWorld(at.lexicon, f.party.entity),
        )
      if (found.length > 0) return stands ? found : owned(found)
    }
  }
  return NONE
}

const NOBODY: readonly Found[] = NONE

/** "struck a bus carrying civil servants": who is hit in what carries them. */
const carriedBy = (at: Resolved, head: number, depth: number): readonly Found[] =>
  dependents(at.reading.tree, head, 'acl')
    .filter((verb) => /^(carrying|transporting|ferrying|housing|sheltering)$/i.test(wordAt(at.reading.tree, verb).text))
    .flatMap((verb) => dependents(at.reading.tree, verb, 'obj'))
    .flatMap((object) => partiesAt(at, object, 'anybody', depth + 1))
    .filter((f) => f.party.role !== null || f.party.entity !== null)

/** "withdrew peacekeepers from Chad": where they were, not whose they are. */
const isTakenAway = ({ reading: { tree }, lexicon }: Resolved, head: number): boolean => {
  // "a batch of 200 peacekeepers from Chad".
  const top = hangsBy(tree, head, 'nmod') && preposition(tree, head) === 'of' ? wordAt(tree, head).head : head
  const verb = wordAt(tree, top).head
  return verb >= 0 && hangsBy(tree, top, 'obj', 'nsubj:pass') && isOfClass(lexicon, wordAt(tree, verb).lemma, 'taking-away')
}

/** "British and French planes": two adjectives of one coordination. */
const isJoined = (tree: SentenceReading['tree'], one: number, other: number): boolean => {
  const [a, b] = [wordAt(tree, one), wordAt(tree, other)]
  return (b.head === a.index && b.deprel.startsWith('conj')) || (a.head === b.index && a.deprel.startsWith('conj'))
}

/** "hundreds of Russians", "the leader of Hamas": the word before "of" is no thing that they own. */
const standsFor = ({ reading, lexicon }: Resolved, head: number): boolean => isOf(lexicon, reading.tree, head, 'stands-for-group')
