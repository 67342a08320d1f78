import type { Party } from '../../document.ts'
import type { Clause } from '../../extract/clauses/clause.ts'
import { nounPhrase, preposition } from '../../extract/clauses/noun-phrase.ts'
import { dependents, hangsBy, wordAt } from '../../extract/clauses/tree.ts'
import type { Lexicon } from '../../lexicon/index-lexicon.ts'
import { isOf } from '../is-of.ts'
import type { Scene } from '../judge-candidate.ts'
import { isForeign } from '../references/is-foreign.ts'
import { withEntity } from '../sides/found.ts'
import { certain } from './besides.ts'
import { isDoing } from './is-doing.ts'
import { type Quoted, stateOf } from './party-of.ts'
import { quadOf } from './profile-entities.ts'
import { stateOfPlace } from './state-of-place.ts'

// What is done at home: by those who govern a state to it, by its crowds.

/**
 * "a state of emergency was declared", "mounted protests", "dissolved the government": what is done at home where nothing tells against whom. Null where the act is
 * no such, or nobody alone is known to do it in a state.
 */
export const atHome = (
  scene: Scene,
  clause: Clause,
  cameo: string,
  source: readonly Party[],
  open: readonly Party[],
): readonly Party[] | null => {
  const { lexicon, reading, discourse } = scene
  const [doer, other] = source
  const isOfHome = AT_HOME.test(cameo) || (isLead(scene) && isMain(scene, clause) && RULES_AT_HOME.test(cameo))
  if (!doer || other || !isState(lexicon, doer) || open.some((p) => p.role !== null && isForeign(p.text))) return null
  if (!isOfHome && !isDoing(lexicon, reading, clause, 'usurping') && !isDoing(lexicon, reading, clause, 'ruling-at-home')) return null
  if (clause.kind === 'verb' && !isOfHome && isAbroad(lexicon, discourse, doer)) return null
  if (/^14/.test(cameo) && facesAnother(scene, clause, doer)) return null
  if (/^141/.test(cameo) && answersAnother(lexicon, discourse, doer, reading.sentence.index)) return null
  const people = open.filter((p) => p.role !== null)
  if (people.length > 0) return people.map((p) => withEntity(lexicon, p, doer))
  const state = stateOf(doer, lexicon)
  if (!isLead(scene)) return [state]
  const there = stateOfPlace(scene, clause, cameo.slice(0, 2), source)
  if (there !== null && there.entity !== doer.entity) return null
  if (!AT_HOME.test(cameo) && discourse.referents.some((r) => r.entity !== doer.entity && isStateNamed(lexicon, r.entity))) return null
  if (!isMain(scene, clause)) return null
  const words = meantThere(scene, clause, cameo, doer)
  return words === null ? (isOfHome && ALONE.test(cameo) ? [state] : null) : [stateOf(doer, lexicon, words)]
}

/** "imposed a curfew in Basra", "outlawed the party", "protested against the tax": the words of a lead that tell what in the state is meant. */
const meantThere = (
  { document, reading: { tree, pieces, candidates }, time }: Scene,
  { head, args, words }: Clause,
  cameo: string,
  doer: Party,
): Quoted | null => {
  const isMeant = /^(172[0-2]?|141)$/.test(cameo) ? WHAT_TOO : WHERE
  const below = args
    .filter((a) => a.slot === 'object')
    .flatMap((a) => dependents(tree, a.head, 'nmod').map((at) => ({ slot: preposition(tree, at), head: at })))
  for (const arg of [...args, ...below]) {
    if (arg.head < head || !isMeant.test(arg.slot) || words.includes(arg.head)) continue
    const { first, last } = nounPhrase(tree, arg.head)
    const { start } = wordAt(tree, wordAt(tree, first).upos === 'DET' ? Math.min(first + 1, last) : first)
    const { end } = wordAt(tree, last)
    if (time.timexes.some((t) => t.start < end && start < t.end)) continue
    if (pieces.some((p) => p.first <= last && first <= p.last && p.entity !== null && p.entity !== doer.entity)) continue
    if (candidates.some(({ clause, acts }) => clause.head === arg.head && acts.length > 0)) continue
    return { start, end, text: document.article.text.slice(start, end) }
  }
  return null
}

const WHERE = /^(in|on|at|across|throughout|against|over|inside|around)$/
const WHAT_TOO = /^(object|in|on|at|across|throughout|against|over|inside|around)$/

/**
 * "Security was stepped up at airports in Belgium", "Rwanda's opposition leader was arrested": what only who governs does, said of one state alone where nothing stands before.
 * Null where the act is no such.
 */
export const ruledThere = (scene: Scene, clause: Clause, cameo: string, target: readonly Party[]): readonly Party[] | null => {
  const [ruled, other] = target
  if (!ruled || other || !isLead(scene) || !isMain(scene, clause) || !clause.passive || !isState(scene.lexicon, ruled)) return null
  return RULED.test(cameo) || (/^17[35]/.test(cameo) && HELD.test(ruled.role ?? '') && !clause.args.some((a) => a.slot === 'in'))
    ? [stateOf(ruled, scene.lexicon)]
    : null
}

/** Whether nobody was told of before the sentence. */
const isLead = ({ reading, discourse }: Pick<Scene, 'reading' | 'discourse'>): boolean =>
  discourse.referents.every((r) => r.sentence === reading.sentence.index)

/** The act of the main clause, or of what is told beside it ("…, officials said"), by its verb or what that has as subject or object. */
const isMain = ({ lexicon, reading: { tree } }: Pick<Scene, 'lexicon' | 'reading'>, { kind, head, light }: Clause): boolean => {
  const isTop = (at: number): boolean => {
    const teller = wordAt(tree, at).head
    return (
      teller < 0 || (hangsBy(tree, at, 'ccomp', 'parataxis') && wordAt(tree, teller).head < 0 && isOf(lexicon, tree, teller, 'speaking'))
    )
  }
  const top = light ?? head
  return isTop(top) || (kind === 'noun' && hangsBy(tree, top, 'nsubj', 'nsubj:pass', 'obj') && isTop(wordAt(tree, top).head))
}

/** "Russia annexed Crimea. Russia banned protests": who was told to coerce or strike another state may do it there. */
const isAbroad = (lexicon: Lexicon, { acts }: Scene['discourse'], { entity }: Party): boolean =>
  acts.some((a) => a.source === entity && a.target !== entity && isStateNamed(lexicon, a.target) && quadOf(a.root) >= 3)

/** "Israel attacked Lebanon. Jordanians protested": a crowd may answer what another state has just done. */
const answersAnother = (lexicon: Lexicon, { acts }: Scene['discourse'], { entity }: Party, index: number): boolean =>
  acts.some((a) => a.source !== entity && isStateNamed(lexicon, a.source) && quadOf(a.root) >= 3 && a.sentence === index - 1)

/** "A crowd burned a Pakistani flag and threw stones at the gate": whom the same crowd is told to face beside it. */
const facesAnother = ({ lexicon, reading, said }: Scene, { head, kind }: Clause, { entity }: Party): boolean =>
  kind === 'verb' &&
  [...said()].some(
    ([at, { source, target }]) =>
      at !== head &&
      hangsTogether(reading.tree, at, head) &&
      certain(source).includes(entity ?? '') &&
      certain(target).some((other) => other !== entity && isStateNamed(lexicon, other)),
  )

/** Whether two verbs stand in one coordination. */
const hangsTogether = (tree: Scene['reading']['tree'], a: number, b: number): boolean =>
  (hangsBy(tree, b, 'conj') && wordAt(tree, b).head === a) || (hangsBy(tree, a, 'conj') && wordAt(tree, a).head === b)

/** CAMEO codes of protests, threatened or kept up, curfews and states of emergency. */
const AT_HOME = /^(14|133|1242|172[34])/

/** CAMEO codes of what a lead tells of a state alone: reforms and elections promised, a state of emergency lifted, its own guard raised. */
const RULES_AT_HOME = /^(034[2-4]|0813|151|172)/

/** CAMEO codes of these that tell enough without such words: a strike's are its employer's. */
const ALONE = /^(034|0813|133|14[14]|151|1723)/

/** CAMEO codes of what is done in a state by those who govern it. */
const RULED = /^(082|0871|15[13]|172[34])/

/** Roles of whom their own state holds, mostly: tourists, spies and soldiers are held abroad. */
const HELD = /^(OPP|PTY|REL|LAB)$/

const isState = (lexicon: Lexicon, { entity }: Party): boolean => isStateNamed(lexicon, entity ?? '')

const isStateNamed = (lexicon: Lexicon, entity: string): boolean => lexicon.entities.get(entity)?.kind === 'state'
