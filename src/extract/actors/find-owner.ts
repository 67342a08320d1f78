import { nounPhrase } from '../clauses/noun-phrase.ts'
import { dependent, dependents, hangsBy, type Tree, wordAt } from '../clauses/tree.ts'
import type { Scene } from './mention-scene.ts'
import { isOnlyFaith, type Piece } from './piece.ts'

/** Whose a phrase is by a name inside it, else by a phrase around it; `within` are its pieces but the one that it is called by itself. */
export const findOwner = (scene: Scene, head: number, within: readonly Piece[], diplomat: boolean): Piece | undefined => {
  const owners = within.filter((p) => isOwner(p) && (p.first < head || !isWhere(scene, p)) && !isOnlyFaith(p, scene.tree.words, head))
  if (owners.length > 0 && isSent(scene, head)) {
    const sender = possessorOf(scene, head) ?? owners.find((p, i) => isBeforePost(scene.tree, p, owners[i + 1]))
    if (sender) return sender
  }
  return owners.findLast((p) => !isBehind(scene.tree, p)) ?? ownerAround(scene, head, diplomat) ?? owners.at(-1)
}

/** Whether a piece can be whose something is. */
export const isOwner = (piece: Piece): boolean => piece.entity !== null && piece.kind !== 'person'

/** "Chad's UN envoy", "the UN Syria envoy", "the Russian mission": who stands for one with another, whose name before the word tells the post. */
const isSent = ({ tree, inside }: Scene, head: number): boolean =>
  inside.get(head)?.role === 'DIP' ||
  /^(ambassador|envoy|representative|mission|delegate|emissary)$/.test(wordAt(tree, head).lemma.toLowerCase()) ||
  dependents(tree, head, 'compound', 'nmod:desc').some((at) => inside.get(at)?.role === 'DIP')

/** "the Russian UN ambassador", "the UN's Syria envoy": one name right before another. */
const isBeforePost = ({ words }: Tree, { last }: Piece, post: Piece | undefined): boolean =>
  post !== undefined &&
  post.first > last &&
  words.slice(last + 1, post.first).every(({ text }) => /^(deputy|permanent|acting|former|top)$/.test(text))

/** The name that possesses, which the parser may hang on a word of the title: "Chad's deputy UN ambassador". */
const possessorOf = ({ tree, inside }: Scene, head: number): Piece | undefined => {
  const before = tree.words[nounPhrase(tree, head).first - 1]
  const nested = before && /^['’]s?$/.test(before.text) ? before.head : -1
  const piece = inside.get(dependents(tree, head, 'nmod:poss')[0] ?? nested)
  return piece && isOwner(piece) ? piece : undefined
}

/** "Bosnia's Moslem-led government", "the Iran-backed Iraqi militia": who leads or backs is the owner only where none other is named. */
const isBehind = (tree: Tree, piece: Piece): boolean =>
  tree.words[piece.last + 1]?.text === '-' &&
  /^(led|backed|allied|aligned|dominated|sponsored|funded)$/.test(tree.words[piece.last + 2]?.text ?? '')

/** The state or organisation that a role belongs to by a possessor, an `of` or `in` phrase; a diplomat's `to` names his post. */
const ownerAround = (scene: Scene, head: number, diplomat: boolean): Piece | undefined => {
  const { tree, pieces, inside } = scene
  const pieceAt = (at: number): Piece | undefined => {
    // "a spokeswoman for the Ethiopian government": of an office whose words tell its state.
    const piece = inside.get(at)
    const owner = piece?.entity ? piece : lastWithin(tree, pieces, at)
    return owner !== undefined && isOneOfRegion(scene, at, owner) ? undefined : owner
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
    const leader = leaderOf(tree, head)
    const led = leader === undefined ? undefined : pieceAt(leader)
    if (led && isOwner(led)) return led
  }
  return hangsBy(tree, head, 'conj') ? sharedOwner(scene, head, diplomat) : undefined
}

/** "a coalition led by Saudi Arabia": who leads it. */
const leaderOf = (tree: Tree, head: number): number | undefined => {
  const participle = dependents(tree, head, 'acl').find(
    (at) => at === head + 1 && /^(led|headed|commanded|dominated)$/.test(wordAt(tree, at).text),
  )
  return participle === undefined ? undefined : dependents(tree, participle, 'obl').find((at) => caseOf(tree, at) === 'by')
}

/** "the army of the West African nation", "the Caribbean country's president": of a state told of before. */
const isOneOfRegion = ({ tree, describer }: Scene, at: number, { entity, last }: Piece): boolean => {
  const { lemma, text } = wordAt(tree, at)
  return (
    last < at &&
    entity !== null &&
    describer.isPartOfWorld(entity) &&
    text.toLowerCase() === lemma.toLowerCase() &&
    describer.isOf(lemma.toLowerCase(), 'one-state')
  )
}

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
