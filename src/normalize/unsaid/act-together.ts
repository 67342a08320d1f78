import type { Party } from '../../document.ts'
import type { Clause } from '../../extract/clauses/clause.ts'
import { preposition } from '../../extract/clauses/noun-phrase.ts'
import { dependents, hangsBy, wordAt } from '../../extract/clauses/tree.ts'
import type { Lexicon } from '../../lexicon/index-lexicon.ts'
import { isOfClass } from '../../lexicon/is-of-class.ts'
import { isOf } from '../is-of.ts'
import { isUnion } from '../is-union.ts'
import type { Scene } from '../judge-candidate.ts'
import { isPolitical } from '../political.ts'
import type { Sides } from '../sides/find-sides.ts'
import { certain, entitiesOf } from './besides.ts'
import { fill, gapOf } from './fill-gap.ts'
import type { GapScene } from './gap.ts'
import { inferPair } from './infer-pair.ts'

/** The sides of what is done together: those who are told, else whom the passage tells to act together, else the likeliest one with the likeliest other. */
export const together = (scene: Scene, at: GapScene, source: readonly Party[], root: string, clause: Clause): Sides => {
  const { lexicon } = scene
  const both = (all: readonly Party[]): Sides => ({ source: all, target: isAlone(all, lexicon) ? [] : all })
  // "warmed through the signing of a treaty": who did one thing together did the other.
  const joined = entitiesOf(source).length === 0 ? partnersBeside(scene, clause) : []
  if (joined.length > 1) return both(joined)
  // A heading ("THAW") says what a section is about, and of nobody that he did it.
  const talkers = talkersOf(scene, root, clause)
  const tells =
    talkers.length > 0 ||
    clause.kind === 'verb' ||
    /^nsubj/.test(clause.link) ||
    isMeasured(scene, clause) ||
    (clause.link === 'root' && scene.reading.sentence.kind !== 'heading')
  if (tells && !source.some((p) => isPolitical(p, lexicon))) {
    const pair = inferPair(scene.discourse, lexicon, scene.reading.sentence.index, talkers, root)
    // "The accord was signed in Abuja": somebody did, the likeliest of the passage where no pair stands out.
    if (pair.length > 0 || talkers.length > 0) return both(pair)
  }
  const known = certain(source)
  const first =
    known.length > 0 || (entitiesOf(source).length === 0 && !tells)
      ? source
      : fill(at, source, gapOf(lexicon, 'source', [], root, source, true))
  const [one, other] = entitiesOf(first)
  if (one === undefined || other !== undefined || (isUnion(lexicon, first[0]?.entity ?? null) && isPlural(scene, first[0])))
    return both(first)
  const gap = gapOf(lexicon, 'target', first, root, [], true)
  return both([...first, ...fill(at, [], gap, isCivil(scene, clause) ? statesOf(scene) : []).filter((p) => p.entity !== one)])
}

/** "ten days of talks", "more than 20 rounds of negotiations": what lasted or was repeated has happened. */
const isMeasured = ({ reading: { tree }, lexicon }: Scene, { kind, head }: Clause): boolean => {
  const { deprel, head: above } = wordAt(tree, head)
  return (
    kind === 'noun' &&
    deprel === 'nmod' &&
    above >= 0 &&
    preposition(tree, head) === 'of' &&
    isOfClass(lexicon, wordAt(tree, above).lemma, 'measuring-acts')
  )
}

/** The two or more whom the nearest other act of the sentence before tells to act together, where the noun tells of another act than that one ("met for talks"). */
const partnersBeside = (scene: Scene, { kind, link, marker, light, head, governor }: Clause): readonly Party[] => {
  if (kind !== 'noun' || light !== null || marker === 'for' || !/^(obl|conj|root)/.test(link)) return []
  const pairs = [...scene.said()].filter(([at, { source, target }]) => at < head && source === target && certain(source).length > 1)
  const [nearest] = pairs.sort(([a], [b]) => b - a)
  const { tree } = scene.reading
  const above = wordAt(tree, head).head
  // "a trade and cooperation agreement": a part of a word.
  if (!nearest || nearest[0] === governor || nearest[0] === above || (link === 'conj' && hangsBy(tree, above, 'compound', 'nmod')))
    return []
  return nearest[1].source
}

/** "met to discuss the war": those who talk about a fight are not the ones who fight. */
const talkersOf = ({ said, reading }: Scene, root: string, { kind, governor }: Clause): readonly string[] => {
  const above = reading.candidates.find(({ clause }) => clause.head === governor)?.acts[0]?.entry.cameo ?? ''
  return kind === 'noun' && /^(18|19|20)$/.test(root) && /^04/.test(above) ? certain(said().get(governor ?? -1)?.source ?? []) : []
}

/** "Cambodia's civil war": no state is the other side of it. */
const isCivil = ({ lexicon, reading: { tree } }: Scene, { kind, head }: Clause): boolean =>
  kind === 'noun' && dependents(tree, head, 'amod').some((at) => isOf(lexicon, tree, at, 'within-one-state'))

const statesOf = ({ discourse, lexicon }: Scene): readonly string[] =>
  [...new Set(discourse.referents.map((r) => r.entity))].filter((entity) => lexicon.entities.get(entity)?.kind === 'state')

const isPlural = ({ reading: { mentions } }: Scene, party: Party | undefined): boolean =>
  mentions.some((m) => m.start === party?.start && m.plural)

/** One state by name: whom it did the joint act with is left unsaid, and it was not with itself. Several of one state, or members of one body, met each other. */
const isAlone = ([one, ...others]: readonly Party[], lexicon: Lexicon): boolean =>
  one !== undefined && others.length === 0 && (one.entity === null || (isNamed(one) && lexicon.entities.get(one.entity)?.kind === 'state'))

/** Whether a party is told by a name of its own. */
export const isNamed = (party: Party | undefined): party is Party => party !== undefined && /^(name|person|capital)$/.test(party.basis)
