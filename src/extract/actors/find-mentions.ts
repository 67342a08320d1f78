import type { Basis, Mention, MentionKind, Word } from '../../document.ts'
import { nounPhrase } from '../clauses/noun-phrase.ts'
import { dependent, dependents, hangsBy, type Tree, wordAt } from '../clauses/tree.ts'
import { isCalendarWord } from './calendar-words.ts'
import { isBackerOnly, isHolder, LANDMARK, type Piece } from './piece.ts'
import { trimEnd, trimFront } from './trim-phrase.ts'

/** What the lexicon says of words that point back: common nouns that describe an entity ("alliance"), and whose a name is that it lacks. */
export type Describer = {
  readonly describes: (lemma: string) => boolean
  /** Whether a word (lemma) is of a class of the lexicon. */
  readonly isOf: (lemma: string, id: string) => boolean
  /** Whether a noun says what an entity is: "group" of Hezbollah. */
  readonly isWordFor: (lemma: string, entity: string) => boolean
  /** Whether an entity is a part of the world, whose name alone says where ("forces in Europe"). */
  readonly isPartOfWorld: (entity: string) => boolean
  /** Whether a name that the lexicon lacks is a person's. */
  readonly isPerson: (name: string) => boolean
  readonly genderOf: (name: string) => 'male' | 'female' | null
}

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

type Scene = {
  readonly tree: Tree
  readonly text: string
  readonly pieces: readonly Piece[]
  readonly inside: ReadonlyMap<number, Piece>
  readonly describer: Describer
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

type Shared = Pick<Mention, 'start' | 'end' | 'head' | 'text' | 'plural'>
type Identity = Pick<Mention, 'entity' | 'role' | 'code' | 'name'>
type Rest = Pick<Mention, 'rule' | 'gender'> & { readonly owner?: number | null }

/** All mentions are of one shape: whoever looks into them finds each field in its place. */
const mentionOf = ({ start, end, head, text, plural }: Shared, kind: MentionKind, who: Identity, basis: Basis, rest: Rest): Mention => {
  const { entity, role, code, name } = who
  return {
    start,
    end,
    kind,
    head,
    text,
    entity,
    role,
    code,
    name,
    basis,
    rule: rest.rule,
    plural,
    gender: rest.gender,
    owner: rest.owner ?? null,
  }
}

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
  if ((word.upos === 'PRON' || isOfTwo(tree, word)) && !core) return pronoun(tree, shared, head)
  const title = within.findLast((p) => p !== core && isRole(p)) ?? (named ? covering : undefined)
  const owners = within.filter((p) => p !== core && isOwner(p) && (p.first < head || !isWhere(scene, p)))
  const owner = owners.findLast((p) => !isBehind(tree, p)) ?? ownerAround(scene, head, title?.role === 'DIP') ?? owners.at(-1)
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

const NO_PIECES: readonly Piece[] = []

/** Whether a word that the lexicon knows no actor in may be a mention all the same: a pronoun, a name, a word that points back. */
const mayPoint = ({ describer, tree }: Scene, word: Word): boolean => {
  const { upos, lemma } = word
  if (isOfTwo(tree, word)) return true
  if (upos === 'PRON' || upos === 'PROPN') return true
  if (upos === 'NUM') return lemma.toLowerCase() === 'two'
  return (
    upos === 'NOUN' && (describer.describes(lemma.toLowerCase()) || describer.isOf(lemma.toLowerCase(), 'side-word') || lemma === 'capital')
  )
}

/** "brought both to the table", "each blamed the other": what the tagger calls a determiner stands for two. */
const isOfTwo = (tree: Tree, { upos, text, index }: Word): boolean =>
  upos === 'DET' && /^(both|each)$/i.test(text) && hangsBy(tree, index, 'nsubj', 'obj', 'iobj', 'obl')

const OPEN: Identity = { entity: null, role: null, code: null, name: null }
const unknownBy = (name: string): Identity => ({ entity: null, role: null, code: null, name })

const isRole = (p: Piece): boolean => p.kind === 'title' || p.kind === 'institution' || p.kind === 'people'

/** A person's name that ends the phrase though the tree heads it by the title. */
const isNameIn = (tree: Tree, piece: Piece, head: number): boolean => {
  const top = tree.words.slice(piece.first, piece.last + 1).find((w) => w.head < piece.first || w.head > piece.last)
  return top !== undefined && (top.head === head || wordAt(tree, head).upos === 'PROPN')
}

const namedInRole = ({ describer }: Scene, shared: Shared, title: Piece, owner: Piece | undefined): Mention => {
  const who = { entity: owner?.entity ?? null, role: title.role, code: null, name: shared.text }
  const gender = title.gender ?? describer.genderOf(shared.text)
  return mentionOf(shared, 'person', who, owner ? 'person' : 'unresolved', { rule: title.rule, gender })
}

/** "the alliance", "both sides", "the two": words that point back at an actor. */
const describe = ({ tree, describer }: Scene, shared: Shared, head: number, first: number, owner: Piece | undefined): Mention | null => {
  const word = wordAt(tree, head)
  const lemma = word.lemma.toLowerCase()
  if (word.upos !== 'NOUN' && word.upos !== 'NUM' && !(word.upos === 'PROPN' && describer.describes(lemma))) return null
  const before = tree.words.slice(first, head).map((w) => w.text.toLowerCase())
  const definite = before.some((w) => /^(the|this|that|these|those|both|either|neither|its|their|his|her)$/.test(w))
  const isSide = describer.isOf(lemma, 'side-word')
  const owned = isSide && dependents(tree, head, 'nmod:poss').length > 0
  if (!definite && !owned && !before.some((w) => /^(two|warring|rival|opposing)$/.test(w))) return null
  if (word.upos === 'NUM' ? lemma !== 'two' : !describer.describes(lemma) && !isSide && !areCapitals(shared, lemma)) return null
  const { start, end, text } = shared
  const counted = { start, end, head, text, plural: shared.plural || word.upos === 'NUM' }
  // "the West African nation": one of them, told of before.
  const whose = owner && !shared.plural && describer.isOf(lemma, 'one-state') && isOfRegion(describer, owner, text) ? undefined : owner
  return mentionOf(counted, 'description', from(whose, null), whose ? basisOf(whose) : 'unresolved', { rule: null, gender: null })
}

/** Words for a part of the world; "Central African" may be of the republic, which the country told of before then is. */
const isOfRegion = (describer: Describer, { kind, entity }: Piece, text: string): boolean =>
  kind === 'demonym' && entity !== null && (describer.isPartOfWorld(entity) || /^(the )?central african\b/i.test(text))

/** "shuttled between the two capitals". */
const areCapitals = (shared: Shared, lemma: string): boolean => lemma === 'capital' && shared.plural

const isPlural = (tree: Tree, head: number): boolean => {
  const { text, lemma, upos } = wordAt(tree, head)
  return (
    (upos === 'NOUN' && text.toLowerCase() !== lemma.toLowerCase()) ||
    /^(they|them|their|we|our|us|both|these|those|people|police)$/i.test(text) ||
    dependents(tree, head, 'conj').length > 0
  )
}

/** "Bosnia's Moslem-led government", "the Iran-backed Iraqi militia": who leads or backs is the owner only where none other is named. */
const isBehind = (tree: Tree, piece: Piece): boolean =>
  tree.words[piece.last + 1]?.text === '-' &&
  /^(led|backed|allied|aligned|dominated|sponsored|funded)$/.test(tree.words[piece.last + 2]?.text ?? '')

const isOwner = (piece: Piece): boolean => piece.entity !== null && piece.kind !== 'person'

const from = (piece: Piece | undefined, role: string | null): Identity => ({
  entity: piece?.entity ?? null,
  role,
  code: null,
  name: piece?.name ?? null,
})

/** The state or organisation that a role belongs to by a possessor, an `of` or `in` phrase; a diplomat's `to` names his post. */
const ownerAround = (scene: Scene, head: number, diplomat: boolean): Piece | undefined => {
  const { tree, pieces, inside } = scene
  const pieceAt = (at: number): Piece | undefined => {
    // "a spokeswoman for the Ethiopian government": of an office whose words tell its state.
    const piece = inside.get(at)
    return piece?.entity ? piece : lastWithin(tree, pieces, at)
  }
  if (pieces.length > 0) {
    for (const at of dependents(tree, head, 'nmod:poss')) {
      const piece = pieceAt(at)
      if (piece) return piece
    }
    for (const at of dependents(tree, head, 'nmod')) {
      const piece = (diplomat ? /^(of|from)$/ : OWNING).test(caseOf(tree, at)) ? pieceAt(at) : undefined
      if (piece && !isWhere(scene, piece)) return piece
    }
  }
  return hangsBy(tree, head, 'conj') ? sharedOwner(scene, head, diplomat) : undefined
}

/** "dropped its opposition to the ban": what one has, and nobody. */
const isStance = (tree: Tree, head: number): boolean => wordAt(tree, head).lemma === 'opposition' && tree.words[head + 1]?.text === 'to'

/** "forces in Europe" are not Europe's. */
const isWhere = ({ describer }: Scene, { kind, entity }: Piece): boolean =>
  kind === 'name' && entity !== null && describer.isPartOfWorld(entity)

/** "the people and government of Chad", "Chad's king and ministers": what stands before the first or behind the last is both's. */
const sharedOwner = (scene: Scene, head: number, diplomat: boolean): Piece | undefined => {
  const first = wordAt(scene.tree, head).head
  // "the Yemeni army and allied fighters".
  if (
    first < head &&
    dependents(scene.tree, head, 'amod').some((at) => /^(allied|loyal|loyalist|supporting)$/i.test(wordAt(scene.tree, at).text))
  )
    return lastWithin(scene.tree, scene.pieces, first)
  const shares = [
    ...dependents(scene.tree, first, 'nmod:poss'),
    ...dependents(scene.tree, first, 'nmod').filter((at) => at > head && caseOf(scene.tree, at) === 'of'),
  ]
  return first < head && shares.length > 0 ? ownerAround(scene, first, diplomat) : undefined
}

const OWNING = /^(of|in|from|for)$/
const caseOf = (tree: Tree, at: number): string => {
  const first = dependent(tree, at, 'case')
  return first === null ? '' : wordAt(tree, first).text.toLowerCase()
}

const lastWithin = (tree: Tree, pieces: readonly Piece[], head: number): Piece | undefined => {
  const { first, last } = nounPhrase(tree, head)
  return pieces.findLast((p) => p.first >= first && p.last <= last && p.entity !== null)
}

const fromCore = ({ tree }: Scene, shared: Shared, core: Piece, owner: Piece | undefined, title: Piece | undefined): Mention => {
  const rest = { rule: core.rule, gender: core.gender ?? title?.gender ?? null }
  switch (core.kind) {
    case 'person':
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

const KIND = { title: 'person', people: 'people', institution: 'body', description: 'description' } as const satisfies Record<
  string,
  MentionKind
>
const basisOf = (owner: Piece): Basis => (owner.kind === 'demonym' ? 'demonym' : owner.kind === 'capital' ? 'capital' : 'role')

const PERSONAL = /^(he|him|his|himself|she|her|hers|herself|it|its|itself|they|them|their|theirs|themselves|both|each|we|our|us)$/i

/** "It was announced on Monday that", "it was Paris that": no actor. */
const isExpletive = (tree: Tree, at: number): boolean => {
  if (!hangsBy(tree, at, 'nsubj', 'expl')) return false
  const { head } = wordAt(tree, at)
  if (head < at || dependents(tree, head, 'cop', 'aux:pass').length === 0) return false
  return tree.words.slice(head + 1, head + THAT).some((w) => w.text === 'that' && w.upos !== 'DET')
}
// So near behind the predicate stands the clause that "it" announces.
const THAT = 5

const pronoun = (tree: Tree, shared: Shared, head: number): Mention | null => {
  const text = wordAt(tree, head).text.toLowerCase()
  if (!PERSONAL.test(text) || (text === 'it' && isExpletive(tree, head))) return null
  const gender = /^(he|him|his|himself)$/.test(text) ? 'male' : /^(she|her|hers|herself)$/.test(text) ? 'female' : null
  return mentionOf(shared, 'pronoun', OPEN, 'unresolved', { rule: null, gender })
}

/** "Yuri Baluyevsky, chief of the Russian general staff": what the name doesn't tell, its apposition does, and the other way round. */
const withApposition = (scene: Scene, byHead: ReadonlyMap<number, Mention>, mention: Mention): Mention => {
  const { tree, text } = scene
  const named = namedBehind(scene, byHead, mention)
  if (named !== null) return named
  if ((mention.entity !== null && !isGroup(scene, mention)) || mention.kind === 'pronoun') return mention
  const beside = dependents(tree, mention.head, 'appos')
  const above = hangsBy(tree, mention.head, 'appos') ? [wordAt(tree, mention.head).head] : []
  const others = [...beside, ...above].map((at) => byHead.get(at))
  // "Colombia's largest rebel group, the ELN": who it is goes before whose it is.
  const other =
    mention.entity === null
      ? others.find((m) => m && (m.entity !== null || m.role !== null))
      : others.find((m) => m?.kind === 'name' && m.entity !== null)
  if (!other) return mention
  const { entity, code, basis } = other
  const kind = mention.kind === 'unknown' ? other.kind : mention.kind
  const { gender, owner, name } = mention
  const who = { entity, role: mention.role ?? other.role, code, name }
  // "The then president, Yoweri Museveni,": who holds the office is quoted with it.
  const isNamed = mention.kind === 'person' && other.kind === 'person' && /^,? $/.test(text.slice(mention.end, other.start))
  const { start, head, plural } = mention
  const shared = isNamed ? { start, end: other.end, head, text: text.slice(start, other.end), plural } : mention
  return mentionOf(shared, kind, who, basis, { rule: mention.rule ?? other.rule, gender, owner })
}

/** "the Lebanese militant group Hezbollah": whom a word for a group and the name right behind it tell is the one of the name, wherever he is at home. */
const namedBehind = (scene: Scene, byHead: ReadonlyMap<number, Mention>, mention: Mention): Mention | null => {
  if (!isGroup(scene, mention)) return null
  const { tree, text } = scene
  const name = [1, 2, 3, 4].map((ahead) => byHead.get(mention.head + ahead)).find((m) => m !== undefined)
  if (name?.kind !== 'name' || name.entity === null || name.start !== wordAt(tree, mention.head).end + 1) return null
  const { start, head, plural, gender, owner } = mention
  return mentionOf({ start, end: name.end, head, text: text.slice(start, name.end), plural }, 'name', name, 'name', {
    rule: name.rule,
    gender,
    owner,
  })
}

/** One group, by a word for such. */
const isGroup = ({ tree, describer }: Scene, { kind, plural, head }: Mention): boolean =>
  !plural && /^(people|body|description|unknown)$/.test(kind) && describer.isOf(wordAt(tree, head).lemma, 'group-word')
