import type { Party } from '../../document.ts'
import type { Argument, Clause } from '../../extract/clauses/clause.ts'
import { isDefinite } from '../../extract/clauses/noun-phrase.ts'
import { hangsBy, wordAt } from '../../extract/clauses/tree.ts'
import type { ActionEntry } from '../../lexicon/lexicon.ts'
import type { Scene } from '../judge-candidate.ts'
import { findPlaceNames } from '../places/find-place-names.ts'
import type { Sides } from '../sides/find-sides.ts'
import { lastTold } from './last-told.ts'

/**
 * "Kenya imposed sanctions on Chad. The sanctions were lifted in May", "Mali sent grain to Niger. More aid will be sent": what two were told to do, told again by a bare noun or a passive
 * without those who do it. Null of other acts than those of aid, pressure and coercion, or where the sentence tells more of it.
 */
export const toldAgain = (scene: Scene, clause: Clause, entry: ActionEntry, open: readonly Party[]): Sides | null => {
  const { cameo } = entry
  const kind = KINDS.find((codes) => codes.test(cameo))
  if (!kind || entry.joint || open.some((p) => p.role !== null)) return null
  if (clause.kind === 'noun' ? !isNamedAgain(scene, clause) : !clause.passive) return null
  if (!isBare(scene, clause)) return null
  const last = lastTold(scene, (told) => kind.test(told.root))
  return last && { source: [last.source], target: [last.target] }
}

/** "the sanctions", "the arrests"; of a passive ("a ban was imposed") any noun. */
const isNamedAgain = ({ reading: { tree } }: Scene, { head, light }: Clause): boolean =>
  light !== null || hangsBy(tree, head, 'nsubj:pass') || isDefinite(tree, head)

const isBare = ({ lexicon, reading, time }: Scene, { head, kind, args }: Clause): boolean => {
  const { tree } = reading
  const spans = time.timexes
  const isWhen = (at: number): boolean => spans.some((s) => s.start < wordAt(tree, at).end && wordAt(tree, at).start < s.end)
  const isNobody = (at: number): boolean => !reading.mentions.some((m) => m.head === at)
  const isFine = ({ slot, head: at, via }: Argument): boolean =>
    via === 'outer' ||
    slot === 'according to' ||
    isWhen(at) ||
    (isNobody(at) && (slot === 'object' || slot === 'modifier' || slot === 'on'))
  return (
    args.every(isFine) &&
    !findPlaceNames(reading, lexicon).some((name) => name.head !== head) &&
    (kind === 'noun' || (tree.children[head] ?? []).every((at) => !hangsBy(tree, at, 'advcl', 'obl') || isWhen(at)))
  )
}

/** CAMEO roots that tell of one thing: aid; sanctions and ties, cut and mended. */
const KINDS = [/^07/, /^(16|085)/]
