import type { Mention } from '../../document.ts'
import type { Lexicon } from '../../lexicon/index-lexicon.ts'
import { isOfClass } from '../../lexicon/is-of-class.ts'
import type { Condition } from '../../lexicon/lexicon.ts'
import { keepsLast } from '../../lexicon/remembered.ts'
import type { Wanted } from '../../lexicon/wanted.ts'
import type { Clause } from '../clauses/clause.ts'
import { dependents, perWord, type Tree, wordAt } from '../clauses/tree.ts'

/** What conditions are tested against: a sentence's tree, its actors and the words of the lexicon. */
export type Scene = { readonly tree: Tree; readonly lexicon: Lexicon; readonly mentions: ReadonlyMap<number, Mention> }

/** What each kind of condition scores where it holds (docs/lexicon.md). */
export const WEIGHT = { word: 4, class: 3, kind: 2, actor: 1, any: 1, none: 1, clause: 1 } as const

/** The score of all conditions (docs/lexicon.md: "Which entry wins"), or null when one of them doesn't hold. */
export const scoreConditions = (scene: Scene, clause: Clause, conditions: readonly Wanted[]): number | null => {
  let score = 0
  for (const wanted of conditions) {
    const best = bestOf(scene, clause, wanted)
    if (best < 0) return null
    score += best
  }
  return score
}

/** The same of one slot's conditions. */
export const scoreSlot = (scene: Scene, clause: Clause, wanted: Wanted): number | null => {
  const best = bestOf(scene, clause, wanted)
  return best < 0 ? null : best
}

/** Whether one of a slot's conditions holds. */
export const anyHolds = (scene: Scene, clause: Clause, wanted: Wanted): boolean => bestOf(scene, clause, wanted) >= 0

/** The weight of the best condition of a slot that holds, -1 where none does. The weightiest kind is looked at first. */
const bestOf = (scene: Scene, clause: Clause, wanted: Wanted): number => {
  const { slot, words, classes, kinds, actor, any, clause: anyClause, none } = wanted
  if (slot === 'complement') return bestComplement(scene, clause, wanted)
  const heads = headsIn(clause, slot)
  if (heads.length === 0) return none ? WEIGHT.none : -1
  if (words.size > 0) for (const head of heads) if (isCalled(scene, head, words)) return WEIGHT.word
  for (const id of classes) for (const head of heads) if (inClass(scene, head, id)) return WEIGHT.class
  for (const kind of kinds) {
    if ((kind === 'several' && heads.length > 1) || heads.some((head) => isKind(scene, head, kind))) return WEIGHT.kind
  }
  if (any || anyClause) return WEIGHT.any
  if (actor) for (const head of heads) if (isActor(scene, head)) return WEIGHT.actor
  return -1
}

/** "Greek and Egyptian warships": of one nation and of another. */
const isOfSeveral = ({ tree, mentions }: Scene, head: number): boolean =>
  dependents(tree, head, 'amod', 'compound').some((at) => at < head && dependents(tree, at, 'conj').some((other) => mentions.has(other)))

const bestComplement = (scene: Scene, clause: Clause, { conditions }: Wanted): number => {
  let best = -1
  for (const condition of conditions) {
    const weight = WEIGHT[condition.test]
    if (weight > best && complementHolds(scene, clause, condition)) best = weight
  }
  return best
}

/** The heads of a clause's arguments in a slot; the many entries of a verb ask for the same ones. */
const headsIn = (clause: Clause, slot: string): readonly number[] => {
  const slots = filled(clause)
  const before = slots.get(slot)
  if (before !== undefined) return before
  const heads: number[] = []
  if (slot === 'governor') heads.push(...governorOf(clause))
  else for (const argument of clause.args) if (fills(clause, argument.slot, slot)) heads.push(argument.head)
  slots.set(slot, heads)
  return heads
}

const filled = keepsLast((_: Clause) => new Map<string, readonly number[]>())

/** "announced a deal": the verb that a noun is the object of. */
const governorOf = ({ kind, governor, link, light }: Clause): readonly number[] =>
  kind !== 'noun' ? [] : light !== null ? [light] : governor !== null && /^(obj|nsubj:pass)$/.test(link) ? [governor] : []

/** Of a noun, what it acts on stands in its `of` phrase, before it as possessor or compound. */
const fills = (clause: Clause, given: string, wanted: string): boolean => {
  if (given === wanted) return true
  if (wanted === 'to' && given === 'indirect') return clause.kind === 'verb'
  // "told parliament that …": the treebanks call who is addressed now the one, now the other.
  if (wanted === 'object' && given === 'indirect') return clause.kind === 'verb' && clause.args.every((a) => a.slot !== 'object')
  if (wanted === 'of' && given === 'out of') return true
  if (wanted === 'toward') return given === 'towards'
  if (wanted === 'on') return given === 'upon' || given === 'onto'
  if (clause.kind !== 'noun') return false
  if (wanted === 'object') return given === 'of' || given === 'modifier' || given === 'poss'
  if (wanted === 'subject') return given === 'by' || given === 'poss'
  return false
}

const complementHolds = (scene: Scene, clause: Clause, condition: Condition): boolean => {
  if (condition.test === 'none') return clause.complements.length === 0
  if (condition.test === 'kind' && condition.value === 'to') return clause.complements.some(({ slot }) => slot === 'to')
  if (condition.test === 'kind' && /^(not|wont)$/.test(condition.value))
    return saidBy(clause).some((head) => isDenied(scene.tree, head, condition.value === 'wont'))
  if (condition.test === 'kind') return saidBy(clause).some((head) => isDuty(scene, head, DUTIES[condition.value]))
  return clause.complements.some(({ head }) => condition.test === 'clause' || condition.test === 'any' || headHolds(scene, head, condition))
}

/** What is told by a verb of saying, below it or before it ("Iran must leave, the minister said"). */
const saidBy = (clause: Clause): readonly number[] =>
  clause.link === 'parataxis' && clause.governor !== null ? [clause.governor] : clause.complements.map(({ head }) => head)

const DUTIES: Readonly<Record<string, RegExp>> = { must: /^(must|have|need)$/, should: /^(should|ought)$/ }

/** "that Iran must leave", "that Iran has to leave": what another one is told to do. */
const isDuty = (scene: Scene, head: number, words: RegExp | undefined): boolean => {
  const { tree } = scene
  const subject = dependents(tree, head, 'nsubj')[0]
  if (words === undefined || subject === undefined || wordAt(tree, subject).upos === 'PRON') return false
  if (words === DUTIES.must && isSubjunctive(scene, head, subject)) return true
  if (dependents(tree, head, 'aux').some((at) => words.test(wordAt(tree, at).lemma) && !/^(had|has|have)$/i.test(wordAt(tree, at).text)))
    return true
  return words.test(wordAt(tree, head).lemma) && dependents(tree, head, 'xcomp').length > 0
}

/** "vowed not to accept"; with a will "that he would not bow", "that it will never sign", said of the speaker. */
const isDenied = (tree: Tree, head: number, ofWill: boolean): boolean => {
  const subject = dependents(tree, head, 'nsubj')[0]
  return (
    dependents(tree, head, 'advmod').some((at) => /^(not|never|n't|n’t)$/i.test(wordAt(tree, at).text)) &&
    (!ofWill ||
      (subject !== undefined &&
        wordAt(tree, subject).upos === 'PRON' &&
        dependents(tree, head, 'aux').some((at) => /^(will|would|shall|wo|'ll|'d)$/i.test(wordAt(tree, at).text))))
  )
}

/** "insists that Chad take them back": the bare verb of one alone, where a past form would show. */
const isSubjunctive = ({ tree, lexicon }: Scene, head: number, subject: number): boolean => {
  const { text, lemma, upos, head: governor } = wordAt(tree, head)
  return (
    governor >= 0 &&
    upos === 'VERB' &&
    text === lemma &&
    !BARE_PASTS.test(lemma) &&
    wordAt(tree, subject).text === wordAt(tree, subject).lemma &&
    isOfClass(lexicon, wordAt(tree, governor).lemma, 'insisting') &&
    dependents(tree, head, 'aux', 'cop').length === 0 &&
    dependents(tree, head, 'mark').every((at) => wordAt(tree, at).text.toLowerCase() !== 'to')
  )
}

const BARE_PASTS = /^(put|cut|let|set|hit|hurt|shut|spread|cost|cast|quit|read|beat|bid|shed|split|burst)$/

const headHolds = (scene: Scene, head: number, condition: Condition): boolean => {
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
const isCalled = ({ tree, lexicon }: Scene, head: number, words: ReadonlySet<string>): boolean => {
  for (const name of namesOf(tree, head, lexicon)) if (words.has(name)) return true
  return false
}

const inClass = (scene: Scene, head: number, id: string): boolean => {
  if (classesAt(scene.tree, head, scene.lexicon).has(id)) return true
  const mention = scene.mentions.get(head)
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
const isActor = (scene: Scene, head: number): boolean => {
  if (scene.mentions.has(head)) return true
  for (const at of dependents(scene.tree, head, 'nmod:poss', 'amod', 'compound')) if (scene.mentions.has(at)) return true
  return scene.mentions.has(-1 - head)
}

const isKind = (scene: Scene, head: number, kind: string): boolean => {
  const mention = scene.mentions.get(head)
  if (kind === 'several') return isOfSeveral(scene, head)
  if (kind === 'number') return wordAt(scene.tree, head).upos === 'NUM'
  if (kind === 'masses') return isCountedByThousands(scene.tree, head)
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

/** "60,000 villagers", "some two million Cambodians", "thousands of them". */
const isCountedByThousands = (tree: Tree, head: number): boolean =>
  THOUSANDS.test(wordAt(tree, head).text) ||
  dependents(tree, head, 'nummod', 'nmod', 'det', 'compound', 'amod').some((at) => at < head && THOUSANDS.test(wordAt(tree, at).text))

const THOUSANDS = /^(?:\d{1,3}(?:,\d{3})+|\d{4,}|thousands?|millions?)$/i

/** The names under which a word can be in a class: its lemma, and with the compounds and adjectives before it ("peace deal"); a verb with its particle. */
export const namesOf = perWord((tree, head, lexicon: Lexicon): readonly string[] => {
  const lemma = wordAt(tree, head).lemma.toLowerCase()
  const joined = joinedTo(tree, head)
  // The fire of "live-fire drills" is none.
  if (joined !== null && wordAt(tree, head).deprel === 'compound') return [`${joined}-${lemma}`, `${joined} ${lemma}`]
  const names = [lemma]
  for (const at of dependents(tree, head, 'compound:prt')) names.push(`${lemma} ${wordAt(tree, at).text.toLowerCase()}`)
  const before = dependents(tree, head, 'compound', 'amod', 'nmod:desc', 'nummod')
  // "the tanker Stena Impero": what the name is.
  const kind = before.findLast((at) => at < head && wordAt(tree, at).upos === 'NOUN' && wordAt(tree, at).deprel === 'compound')
  if (kind !== undefined && wordAt(tree, head).upos === 'PROPN') names.push(wordAt(tree, kind).lemma.toLowerCase())
  let name = lemma
  for (let i = before.length - 1; i >= 0; i--) {
    const at = before[i] as number
    if (at > head) continue
    const word = wordAt(tree, at).lemma.toLowerCase()
    const prefix = joinedTo(tree, at)
    if (prefix !== null) names.push(`${prefix}-${word} ${name}`)
    name = `${word} ${name}`
    names.push(name, `${word} ${lemma}`)
  }
  const ofWhat = isOfClass(lexicon, lemma, 'aspect')
  // "members of parliament", "state of emergency"; "a number of diplomats" is about diplomats.
  for (const at of dependents(tree, head, 'nmod')) {
    if (!dependents(tree, at, 'case').some((c) => wordAt(tree, c).text.toLowerCase() === 'of')) continue
    names.push(`${lemma} of ${wordAt(tree, at).lemma.toLowerCase()}`)
    if (ofWhat) names.push(...namesOf(tree, at, lexicon))
  }
  return names
})

/** What a hyphen joins to a word before it: "live" of "live-fire". */
const joinedTo = (tree: Tree, at: number): string | null => {
  const [part, hyphen] = [tree.words[at - 2], tree.words[at - 1]]
  return hyphen?.text === '-' && part?.head === at && hyphen.start === part.end && hyphen.end === wordAt(tree, at).start
    ? part.lemma.toLowerCase()
    : null
}
