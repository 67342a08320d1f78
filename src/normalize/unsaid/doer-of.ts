import type { Party } from '../../document.ts'
import type { Clause } from '../../extract/clauses/clause.ts'
import { nounPhrase } from '../../extract/clauses/noun-phrase.ts'
import { wordAt } from '../../extract/clauses/tree.ts'
import type { Lexicon } from '../../lexicon/index-lexicon.ts'
import { isOfClass } from '../../lexicon/is-of-class.ts'
import type { Scene } from '../judge-candidate.ts'
import { lastNamed } from '../references/discourse.ts'
import type { Sides } from '../sides/find-sides.ts'
import { partyOf } from './party-of.ts'

/** The act that a reaction is to, as its object names it ("condemned the killings"): by whom, where that is known, and who suffered it. */
export type Reacted = { readonly doer: Party | null; readonly suffers: readonly Party[] }

/**
 * Whom an answer is for: who did what it names again ("a step that …"), and of praise, blame and refusal of an act of force who did that, by the words of the
 * sentence or as it was told before; null where the object names neither. `root` is the CAMEO root of the answer.
 */
export const reactedTo = (scene: Scene, clause: Clause, root: string): Reacted | null => {
  const above = apposedTo(scene, clause, root)
  if (above) return { doer: above, suffers: [] }
  const { discourse, lexicon, reading, said } = scene
  if (!REACTS.test(root) && !(root === '19' && isOfClass(lexicon, clause.lemma, 'fending-off'))) return null
  for (const { slot, head } of clause.args) {
    if (slot !== 'object' && slot !== 'of' && !(root === '14' && PROTESTED.test(slot))) continue
    const act = reading.candidates.find((c) => c.clause.head === head && c.clause.kind === 'noun')?.acts[0]
    const deed = act?.entry.cameo.slice(0, 2) ?? ''
    if (!FORCE.test(deed)) continue
    const sides: Sides | undefined = said().get(head)
    const named = sides?.source.find((p) => p.entity !== null && p.basis !== 'discourse')
    const suffers = sides?.target ?? []
    if (named) return { doer: named, suffers }
    // "Chad bombed Mali. Mali foiled an attack by rebels": the sentence tells who, if not whose they are.
    if (sides?.source.some((p) => p.role !== null)) continue
    const told = discourse.acts.findLast((a) => isAlike(a.root, deed) && suffers.every((p) => p.entity === null || p.entity === a.target))
    const doer =
      told?.source ?? discourse.told.findLast((t) => isAlike(t.root, deed) && t.sources.length === 1 && t.targets.length === 0)?.sources[0]
    const last =
      doer &&
      lastNamed(
        discourse.referents.filter((r) => r.sentence >= 0),
        doer,
      )
    return { doer: last ? partyOf(last, lexicon) : null, suffers }
  }
  return null
}

/** "Mali closed the border, a step that Chad condemned": who did what the object names again; null where it names nothing told just before. */
const apposedTo = ({ lexicon, reading: { tree, candidates }, said }: Scene, { args }: Clause, root: string): Party | null => {
  if (!ANSWERS.test(root)) return null
  const noun = args.find(({ slot, via }) => slot === 'object' && /^(relative|participle)$/.test(via))?.head
  if (noun === undefined || !isResuming(lexicon, wordAt(tree, noun).lemma.toLowerCase())) return null
  const { first } = nounPhrase(tree, noun)
  if (tree.words[first - 1]?.text !== ',') return null
  const before = candidates.filter(({ clause, acts }) => clause.kind === 'verb' && clause.head < first && acts.length > 0)
  const [doer, other] = said().get(before.at(-1)?.clause.head ?? -1)?.source ?? []
  return doer?.entity && !other && doer.basis !== 'discourse' ? doer : null
}

const isResuming = (lexicon: Lexicon, lemma: string): boolean => isOfClass(lexicon, lemma, 'resuming')

const isAlike = (a: string, b: string): boolean => a === b || (VIOLENT.test(a) && VIOLENT.test(b))

/** CAMEO roots of what one says to what another did or said. */
const ANSWERS = /^(01|03|05|08|1[0-3])$/
const REACTS = /^(05|11|12|14)$/
/** "marched against the air strikes", "demonstrated over the invasion". */
const PROTESTED = /^(against|over|at)$/
const FORCE = /^(1[5-9]|20)$/
const VIOLENT = /^(18|19|20)$/
