import type { Mention } from '../../document.ts'
import type { Lexicon } from '../../lexicon/index-lexicon.ts'
import type { Condition } from '../../lexicon/lexicon.ts'
import { dependents, perWord, type Tree, wordAt } from '../clauses/tree.ts'
import { namesOf } from './names-of.ts'

/** What conditions are tested against: a sentence's tree, its actors and the words of the lexicon. */
export type Scene = { readonly tree: Tree; readonly lexicon: Lexicon; readonly mentions: ReadonlyMap<number, Mention> }

/** Whether a condition holds of the head of an argument. */
export const headHolds = (scene: Scene, head: number, condition: Condition): boolean => {
  switch (condition.test) {
    case 'word':
      return namesOf(scene.tree, head, scene.lexicon).includes(condition.value)
    case 'class':
      return inClass(scene, head, condition.value)
    case 'kind':
      return isKind(scene, head, condition.value)
    case 'actor':
      return isActor(scene, head)
    case 'any':
    case 'clause':
      return true
    case 'none':
      return false
  }
}

/** Whether one of the words is a name of the head. */
export const isCalled = ({ tree, lexicon }: Scene, head: number, words: ReadonlySet<string>): boolean => {
  for (const name of namesOf(tree, head, lexicon)) if (words.has(name)) return true
  return false
}

/** Whether the head, or the role of the actor that it is, is of a class. */
export const inClass = (scene: Scene, head: number, id: string): boolean => {
  const mention = scene.mentions.get(head)
  // The Tamil Tigers are no beasts.
  if (classesAt(scene.tree, head, scene.lexicon).has(id)) return !mention?.entity || !/^(weather|nature)$/.test(id)
  if (!mention?.rule) return false
  const roles = scene.lexicon.classRoles.get(id)
  return roles !== undefined && (roles.has(mention.rule.slice(mention.rule.indexOf('/') + 1)) || roles.has(mention.role ?? ''))
}

/** The classes of all names of a word. */
const classesAt = perWord((tree, head, lexicon: Lexicon): ReadonlySet<string> => {
  let only: ReadonlySet<string> = NO_CLASSES
  let all: Set<string> | null = null
  for (const name of namesOf(tree, head, lexicon)) {
    const classes = lexicon.classesOf.get(name)
    if (classes === undefined) continue
    if (only === NO_CLASSES) only = classes
    else {
      all ??= new Set(only)
      for (const id of classes) all.add(id)
    }
  }
  return all ?? only
})

const NO_CLASSES: ReadonlySet<string> = new Set()

/** A phrase that denotes or belongs to an actor. */
export const isActor = (scene: Scene, head: number): boolean => {
  if (scene.mentions.has(head)) return true
  for (const at of dependents(scene.tree, head, 'nmod:poss', 'amod', 'compound')) if (scene.mentions.has(at)) return true
  return scene.mentions.has(-1 - head)
}

/** Whether the actor that a head is, or its number, is of a kind (docs/lexicon.md, "Actions"). */
export const isKind = (scene: Scene, head: number, kind: string): boolean => {
  const mention = scene.mentions.get(head)
  if (kind === 'several') return isOfSeveral(scene, head)
  if (kind === 'number') return wordAt(scene.tree, head).upos === 'NUM'
  if (kind === 'masses') return isCountedByThousands(scene.tree, head)
  if (kind === 'unclaimed') return !isAnothers(scene, head)
  if (!mention) return false
  const actor = mention.entity === null ? undefined : scene.lexicon.entities.get(mention.entity)
  switch (kind) {
    case 'unknown':
      return mention.kind === 'unknown'
    case 'person':
      return mention.kind === 'person' || mention.kind === 'unknown' || (mention.kind === 'pronoun' && mention.gender !== null)
    case 'people':
      return mention.kind === 'people'
    case 'body':
      return mention.kind === 'body'
    case 'organisation':
      return actor?.kind === 'igo' || actor?.kind === 'alliance' || actor?.kind === 'ngo'
    case 'place':
      return mention.kind === 'name' && actor?.kind === 'state'
    default:
      return mention.kind === 'name' && actor?.kind === kind
  }
}

/** "Iceland's decision", not "its decision" or "the decision". */
const isAnothers = ({ tree, mentions }: Scene, head: number): boolean =>
  [...dependents(tree, head, 'nmod:poss', 'amod', 'compound'), -1 - head].some((at) => (mentions.get(at)?.kind ?? 'pronoun') !== 'pronoun')

/** "60,000 villagers", "some two million Cambodians", "thousands of them". */
const isCountedByThousands = (tree: Tree, head: number): boolean =>
  THOUSANDS.test(wordAt(tree, head).text) ||
  dependents(tree, head, 'nummod', 'nmod', 'det', 'compound', 'amod').some((at) => at < head && THOUSANDS.test(wordAt(tree, at).text))

const THOUSANDS = /^(?:\d{1,3}(?:,\d{3})+|\d{4,}|thousands?|millions?)$/i

/** "Greek and Egyptian warships": of one nation and of another. */
const isOfSeveral = ({ tree, mentions }: Scene, head: number): boolean =>
  dependents(tree, head, 'amod', 'compound').some((at) => at < head && dependents(tree, at, 'conj').some((other) => mentions.has(other)))
