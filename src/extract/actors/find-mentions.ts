import type { Basis, Mention, MentionKind } from '../../document.ts'
import { nounPhrase } from '../clauses/noun-phrase.ts'
import { dependents, hangsBy, type Tree, wordAt } from '../clauses/tree.ts'
import type { Piece } from './piece.ts'

/**
 * Grows the lexicon's pieces over their noun phrases: nationality + role + name is one mention ("Russian Defense Minister Sergei Ivanov"), a role
 * takes its state or organisation from an adjective, possessor, `of` phrase or apposition. Pronouns and descriptions ("the two sides") are mentions
 * too, left open for the discourse. In the order of their heads.
 */
export const findMentions = (tree: Tree, text: string, pieces: readonly Piece[]): readonly Mention[] => {
  const inside = new Map<number, Piece>()
  for (const piece of pieces) for (let at = piece.first; at <= piece.last; at++) inside.set(at, piece)
  const own = tree.words.flatMap((word) =>
    isPhraseHead(tree, word.index, inside) ? (mentionAt(tree, text, pieces, inside, word.index) ?? []) : [],
  )
  return own.map((mention) => withApposition(tree, own, mention))
}

const MODIFIERS = ['compound', 'flat', 'nmod:desc', 'amod', 'det', 'fixed', 'goeswith', 'nummod']

/** Whether the word heads a phrase of its own, rather than being part of a name or a modifier in another's. */
const isPhraseHead = (tree: Tree, index: number, inside: ReadonlyMap<number, Piece>): boolean => {
  const { upos, head, deprel } = wordAt(tree, index)
  if (!/^(NOUN|PROPN|PRON|ADJ|NUM|DET)$/.test(upos)) return false
  const piece = inside.get(index)
  if (piece && head >= piece.first && head <= piece.last) return false
  if (upos === 'ADJ' || upos === 'NUM' || upos === 'DET')
    return hangsBy(tree, index, 'nsubj', 'obj', 'iobj', 'obl', 'nmod', 'conj', 'root') && deprel !== 'nmod:desc'
  return !hangsBy(tree, index, ...MODIFIERS)
}

const mentionAt = (
  tree: Tree,
  text: string,
  pieces: readonly Piece[],
  inside: ReadonlyMap<number, Piece>,
  head: number,
): Mention | null => {
  const { first, last } = nounPhrase(tree, head)
  const within = pieces.filter((p) => p.first >= first && p.last <= last)
  const core = within.find((p) => p.first <= head && head <= p.last) ?? nameOf(tree, within, head)
  const word = wordAt(tree, head)
  const span = { start: wordAt(tree, trimFront(tree, first, head)).start, end: wordAt(tree, Math.max(last, core?.last ?? last)).end }
  const shared = { ...span, head, text: text.slice(span.start, span.end), plural: isPlural(tree, head), owner: null }
  if (word.upos === 'PRON') return pronoun(tree, shared, head)
  const owner = [...within].reverse().find((p) => p !== core && isOwner(p)) ?? ownerAround(tree, pieces, inside, head)
  const title = within.find((p) => p !== core && (p.kind === 'title' || p.kind === 'institution' || p.kind === 'people'))
  if (core) return fromCore(tree, shared, core, owner, title)
  if (title && word.upos === 'PROPN')
    return {
      ...shared,
      kind: 'person',
      ...from(owner),
      role: title.role,
      basis: owner ? 'person' : 'unresolved',
      name: shared.text,
      rule: title.rule,
      gender: title.gender,
    }
  if (word.upos === 'PROPN')
    return {
      ...shared,
      kind: 'unknown',
      entity: null,
      role: null,
      code: null,
      name: shared.text,
      basis: 'unresolved',
      rule: null,
      gender: null,
    }
  return null
}

/** A person or organisation whose name ends the phrase though the tree heads it elsewhere. */
const nameOf = (tree: Tree, within: readonly Piece[], head: number): Piece | undefined =>
  wordAt(tree, head).upos === 'PROPN' ? within.find((p) => p.kind === 'person' && p.last >= head) : undefined

/** The determiner isn't part of the quotation. */
const trimFront = (tree: Tree, first: number, head: number): number => {
  let at = first
  while (at < head && (wordAt(tree, at).upos === 'DET' || wordAt(tree, at).upos === 'PUNCT')) at++
  return at
}

const isPlural = (tree: Tree, head: number): boolean => {
  const { text, lemma, upos } = wordAt(tree, head)
  return (
    (upos === 'NOUN' && text.toLowerCase() !== lemma.toLowerCase()) ||
    /^(they|them|their|we|our|us|both|these|those)$/i.test(text) ||
    dependents(tree, head, 'conj').length > 0
  )
}

const isOwner = (piece: Piece): boolean => piece.entity !== null && piece.kind !== 'person'

const from = (piece: Piece | undefined): Pick<Mention, 'entity' | 'code' | 'name'> => ({
  entity: piece?.entity ?? null,
  code: piece?.code ?? null,
  name: piece?.name ?? null,
})

/** The state or organisation that a role belongs to by a possessor, an `of` or `in` phrase. */
const ownerAround = (tree: Tree, pieces: readonly Piece[], inside: ReadonlyMap<number, Piece>, head: number): Piece | undefined => {
  const around = [...dependents(tree, head, 'nmod:poss'), ...dependents(tree, head, 'nmod').filter((at) => OWNING.has(caseOf(tree, at)))]
  for (const at of around) {
    const piece = inside.get(at) ?? lastWithin(tree, pieces, at)
    if (piece && (isOwner(piece) || piece.kind === 'person') && piece.entity !== null) return piece
  }
  return undefined
}

const OWNING = new Set(['of', 'in', 'from', 'for', 'to', 'at'])
const caseOf = (tree: Tree, at: number): string => dependents(tree, at, 'case').map((c) => wordAt(tree, c).text.toLowerCase())[0] ?? ''

const lastWithin = (tree: Tree, pieces: readonly Piece[], head: number): Piece | undefined => {
  const { first, last } = nounPhrase(tree, head)
  return [...pieces].reverse().find((p) => p.first >= first && p.last <= last && p.entity !== null)
}

type Shared = Pick<Mention, 'start' | 'end' | 'head' | 'text' | 'plural' | 'owner'>

const fromCore = (tree: Tree, shared: Shared, core: Piece, owner: Piece | undefined, title: Piece | undefined): Mention => {
  const base = { ...shared, rule: core.rule, gender: core.gender ?? title?.gender ?? null }
  const roleless = core.entity === null
  const possessor = dependents(tree, shared.head, 'nmod:poss')[0] ?? null
  const open = { ...base, owner: roleless && !owner && possessor !== null ? possessor : null }
  switch (core.kind) {
    case 'person':
      return { ...base, kind: 'person', ...from(core), role: core.role, basis: 'person' }
    case 'name':
    case 'seat':
    case 'body':
      return { ...base, kind: core.kind === 'body' ? 'body' : 'name', ...from(core), role: core.role, basis: 'name' }
    case 'capital':
      return { ...base, kind: 'name', ...from(core), role: core.role, basis: 'capital' }
    case 'demonym':
      return { ...base, kind: 'people', ...from(core), role: core.role, basis: 'demonym' }
    case 'title':
    case 'people':
    case 'institution':
      return { ...open, kind: KIND[core.kind], ...from(owner), role: core.role, basis: owner ? basisOf(owner) : 'unresolved' }
    case 'description':
      return { ...open, kind: 'description', ...from(owner), role: core.role, basis: owner ? basisOf(owner) : 'unresolved' }
  }
}

const KIND = { title: 'person', people: 'people', institution: 'body' } as const satisfies Record<string, MentionKind>
const basisOf = (owner: Piece): Basis => (owner.kind === 'demonym' ? 'demonym' : owner.kind === 'capital' ? 'capital' : 'role')

const PERSONAL = /^(he|him|his|himself|she|her|hers|herself|it|its|itself|they|them|their|theirs|themselves|both|each|who|whom)$/i

const pronoun = (tree: Tree, shared: Shared, head: number): Mention | null => {
  const text = wordAt(tree, head).text.toLowerCase()
  if (!PERSONAL.test(text)) return null
  const gender = /^(he|him|his|himself)$/.test(text) ? 'male' : /^(she|her|hers|herself)$/.test(text) ? 'female' : null
  return { ...shared, kind: 'pronoun', entity: null, role: null, code: null, name: null, basis: 'unresolved', rule: null, gender }
}

/** "Yuri Baluyevsky, chief of the Russian general staff": what the name doesn't tell, its apposition does, and the other way round. */
const withApposition = (tree: Tree, mentions: readonly Mention[], mention: Mention): Mention => {
  if (mention.entity !== null || mention.kind === 'pronoun') return mention
  const beside = dependents(tree, mention.head, 'appos')
  const above = hangsBy(tree, mention.head, 'appos') ? [wordAt(tree, mention.head).head] : []
  const other = [...beside, ...above].map((at) => mentions.find((m) => m.head === at)).find((m) => m?.entity)
  if (!other) return mention
  return {
    ...mention,
    kind: mention.kind === 'unknown' ? other.kind : mention.kind,
    entity: other.entity,
    role: mention.role ?? other.role,
    code: other.code,
    basis: other.basis,
    rule: mention.rule ?? other.rule,
  }
}
