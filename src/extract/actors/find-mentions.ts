import type { Mention, MentionKind } from '../../document.ts'
import { NONE } from '../../lexicon/mapped.ts'
import { nounPhrase } from '../clauses/noun-phrase.ts'
import { dependents, hangsBy, type Tree, wordAt } from '../clauses/tree.ts'
import { isCalendarWord } from './calendar-words.ts'
import { findOwner, isOwner } from './find-owner.ts'
import { isAge } from './is-age.ts'
import { isOfOthers } from './is-of-others.ts'
import { basisOf, from, mentionOf, type Shared, unknownBy } from './mention-of.ts'
import type { Describer, Scene } from './mention-scene.ts'
import { isBackerOnly, isHolder, LANDMARK, type Piece } from './piece.ts'
import { describe, isLatter, isOfTwo, mayPoint, pronoun } from './points-back.ts'
import { trimEnd, trimFront } from './trim-phrase.ts'
import { withApposition } from './with-apposition.ts'

/**
 * Grows the lexicon's pieces over their noun phrases: nationality + role + name is one mention ("Russian Defense Minister Sergei Ivanov"), a role
 * takes its state or organisation from an adjective, possessor, `of` phrase or apposition. Pronouns and descriptions ("the two sides") are mentions
 * too, left open for the discourse. In the order of their heads.
 */
export const findMentions = (tree: Tree, text: string, pieces: readonly Piece[], describer: Describer): readonly Mention[] => {
  const inside = new Map<number, Piece>()
  for (const piece of pieces) for (let at = piece.first; at <= piece.last; at++) inside.set(at, piece)
  const scene = { tree, text, pieces, inside, describer }
  const own: Mention[] = []
  for (const { index } of tree.words) {
    const mention = isPhraseHead(scene, index) ? mentionAt(scene, index) : null
    if (mention !== null) own.push(mention)
  }
  const byHead = new Map(own.map((mention) => [mention.head, mention]))
  return own.map((mention) => withApposition(scene, byHead, mention))
}

const NOMINAL: ReadonlySet<string> = new Set(['NOUN', 'PROPN', 'PRON', 'ADJ', 'NUM', 'DET', 'X'])

/** Whether the word heads a phrase of its own, rather than being part of a name or a modifier in another's. */
const isPhraseHead = ({ tree, inside }: Scene, index: number): boolean => {
  const { upos, head, deprel } = wordAt(tree, index)
  if (!NOMINAL.has(upos)) return false
  const piece = inside.get(index)
  if (piece && head >= piece.first && head <= piece.last) return false
  if (piece && isOwner(piece) && dependents(tree, index, 'conj').some((at) => isNation(inside.get(at)))) return true
  if (upos === 'ADJ' || upos === 'NUM' || upos === 'DET')
    return hangsBy(tree, index, 'nsubj', 'obj', 'iobj', 'obl', 'nmod', 'conj', 'root') && deprel !== 'nmod:desc'
  if (piece?.last === index && isRole(piece) && isHolder(index, tree.words)) return true
  return !hangsBy(tree, index, 'compound', 'flat', 'nmod:desc', 'amod', 'det', 'fixed', 'goeswith', 'nummod')
}

/** "Russian and Chinese officials": the first of two nationalities is somebody of his own, as the second is. */
const isNation = (piece: Piece | undefined): boolean => piece !== undefined && piece.entity !== null && /^(demonym|name)$/.test(piece.kind)

const mentionAt = (scene: Scene, head: number): Mention | null => {
  const { tree, text, pieces, inside, describer } = scene
  const word = wordAt(tree, head)
  const { first, last } = nounPhrase(tree, head)
  const covering = inside.get(head)
  if (isStance(tree, head)) return null
  const isPart = (p: Piece): boolean => !isBackerOnly(p, tree.words) && !(p.last < head && isRole(p) && isHolder(p.last, tree.words))
  let within = NO_PIECES
  for (const piece of pieces)
    if (piece.first >= first && piece.last <= last && isPart(piece)) within = within === NO_PIECES ? [piece] : [...within, piece]
  if (within.length === 0 && covering === undefined && !mayPoint(scene, word)) return null
  const person = within.findLast((p) => p.kind === 'person' && (p === covering || isNameIn(tree, p, head)))
  const named =
    person === undefined && covering?.kind === 'title'
      ? pieces.find((p) => p.kind === 'person' && p.first === covering.last + 1)
      : undefined
  const core = person ?? named ?? covering
  const front = trimFront(tree, first, head, core?.first ?? head)
  const { start } = wordAt(tree, core && core.first < front ? trimFront(tree, core.first, front, core.first) : front)
  const { end } = wordAt(tree, Math.max(trimEnd(tree, first, last), core?.last ?? first))
  const shared: Shared = { start, end, head, text: text.slice(start, end), plural: isPlural(tree, head) }
  if ((word.upos === 'PRON' || isOfTwo(tree, word) || isLatter(word) || isAge(tree, word)) && !core) return pronoun(tree, shared, head)
  const title = within.findLast((p) => p !== core && isRole(p)) ?? (named ? covering : undefined)
  const others = within.filter((p) => p !== core)
  const owner = findOwner(scene, head, others, title?.role === 'DIP')
  const counted = core && isCountedOf(scene, shared, core) ? describe(scene, shared, head, first, undefined) : null
  if (counted) return counted
  if (core) return fromCore(scene, shared, core, owner, title)
  if (title && word.upos === 'PROPN') return namedInRole(scene, shared, title, owner)
  const kindred = within.find((p) => p.kind === 'name' && p.last === head - 1)
  if (kindred?.entity && describer.isWordFor(word.lemma.toLowerCase(), kindred.entity))
    return fromCore(scene, shared, kindred, undefined, undefined)
  // "the Lisbon summit": where it was held doesn't say whose it is.
  const description = describe(scene, shared, head, first, owner?.kind === 'capital' ? undefined : owner)
  if (description) return description
  if (word.upos !== 'PROPN' || isCalendarWord(word.text) || LANDMARK.test(word.text)) return null
  // A treaty is nobody.
  if (describer.isOf(word.lemma.toLowerCase(), 'agreement')) return null
  const kind = describer.isPerson(shared.text) ? 'person' : 'unknown'
  return mentionOf(shared, kind, unknownBy(shared.text), 'unresolved', { rule: null, gender: describer.genderOf(shared.text) })
}

/** "the two African nations": two that were told of, and not all that the words name. */
const isCountedOf = ({ tree, describer }: Scene, { head, text }: Shared, { kind, entity }: Piece): boolean =>
  kind === 'name' &&
  entity !== null &&
  /\b(?:two|both)\b/i.test(text) &&
  describer.isOf(wordAt(tree, head).lemma.toLowerCase(), 'one-state') &&
  describer.isPartOfWorld(entity)

const NO_PIECES: readonly Piece[] = NONE

/** "dropped its opposition to the ban": what one has, and nobody. */
const isStance = (tree: Tree, head: number): boolean => wordAt(tree, head).lemma === 'opposition' && tree.words[head + 1]?.text === 'to'

const isRole = (p: Piece): boolean => p.kind === 'title' || p.kind === 'institution' || p.kind === 'people'

/** A person's name that ends the phrase though the tree heads it by the title. */
const isNameIn = (tree: Tree, piece: Piece, head: number): boolean => {
  const top = tree.words.slice(piece.first, piece.last + 1).find((w) => w.head < piece.first || w.head > piece.last)
  return top !== undefined && (top.head === head || wordAt(tree, head).upos === 'PROPN')
}

const isPlural = (tree: Tree, head: number): boolean => {
  const { text, lemma, upos } = wordAt(tree, head)
  return (
    (upos === 'NOUN' && text.toLowerCase() !== lemma.toLowerCase()) ||
    /^(they|them|their|we|our|us|both|these|those|people|police|troops)$/i.test(text) ||
    dependents(tree, head, 'conj').length > 0
  )
}

const namedInRole = ({ describer }: Scene, shared: Shared, title: Piece, owner: Piece | undefined): Mention => {
  const who = { entity: owner?.entity ?? null, role: title.role, code: null, name: shared.text }
  const gender = title.gender ?? describer.genderOf(shared.text)
  return mentionOf(shared, 'person', who, owner ? 'person' : 'unresolved', { rule: title.rule, gender })
}

const fromCore = ({ tree, describer }: Scene, shared: Shared, core: Piece, of: Piece | undefined, title: Piece | undefined): Mention => {
  const owner = of && isOfOthers(core) && !isAmong(describer, of) ? undefined : of
  const rest = { rule: core.rule, gender: core.gender ?? title?.gender ?? null }
  switch (core.kind) {
    case 'person':
      // "EU observer Jana Novak", "UN envoy Owen": who acts for an organisation, of whatever state.
      if (title && title.role !== 'ELI' && isOfOrganisation(tree, title, owner) && owner.last < core.first && owner.entity !== core.entity)
        return mentionOf(shared, 'person', { entity: owner.entity, role: title.role, code: null, name: core.name }, 'person', rest)
      // "the Gaddafi regime": an institution, by whose head it is called.
      return mentionOf(shared, wordAt(tree, shared.head).lemma === 'regime' ? 'body' : 'person', core, 'person', rest)
    case 'name':
    case 'seat':
      return mentionOf(shared, 'name', core, 'name', rest)
    case 'body':
      // "Colombia's Congress", "Russia's Security Council": whose it is goes before whose it mostly is.
      return owner && owner.entity !== core.entity && owner.kind !== 'capital'
        ? mentionOf(shared, 'body', from(owner, core.role === 'IGO' ? 'GOV' : core.role), basisOf(owner), rest)
        : mentionOf(shared, 'body', core, 'name', rest)
    case 'capital':
      return mentionOf(shared, 'name', core, 'capital', rest)
    case 'demonym':
      return mentionOf(shared, 'people', core, 'demonym', rest)
    case 'title':
    case 'people':
    case 'institution':
    case 'description': {
      const possessor = dependents(tree, shared.head, 'nmod:poss')[0] ?? null
      const whose = { rule: rest.rule, gender: rest.gender, owner: owner ? null : possessor }
      return mentionOf(shared, KIND[core.kind], from(owner, core.role), owner ? basisOf(owner) : 'unresolved', whose)
    }
  }
}

/** "Lebanon's allies" are others than Lebanon; "NATO's allies" may be those that belong to it, and "Somali allies" are Somali. */
const isAmong = (describer: Describer, { kind, code, entity }: Piece): boolean =>
  kind === 'demonym' || code?.startsWith('IGO') === true || (entity !== null && describer.isPartOfWorld(entity))

/** Whoever an organisation's title is of acts for it; but "UN ambassador Samantha Power" and "EU leader Viktor Orban" act for their states. */
const isOfOrganisation = (tree: Tree, title: Piece, owner: Piece | undefined): owner is Piece =>
  owner?.code?.startsWith('IGO') === true && !OF_STATES.test(wordAt(tree, title.last).text)

const OF_STATES = /^(ambassador|leader|critic|opponent|member|delegate|diplomat)$/i

const KIND = { title: 'person', people: 'people', institution: 'body', description: 'description' } as const satisfies Record<
  string,
  MentionKind
>
