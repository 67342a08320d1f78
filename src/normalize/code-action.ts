import type { Action } from '../document.ts'
import type { Clause } from '../extract/clauses/clause.ts'
import type { Lexicon } from '../lexicon/index-lexicon.ts'
import { isOfClass } from '../lexicon/is-of-class.ts'
import type { ActionEntry } from '../lexicon/lexicon.ts'
import { refusalOf } from './deepen-code.ts'
import type { Standing } from './tell-status.ts'

/** PLOVER 1.3's types of material cooperation and conflict, which it reads otherwise as soon as they are only announced. */
const AGREED = new Set(['CONSULT', 'SUPPORT', 'COOPERATE', 'AID'])
const HOSTILE = new Set(['PROTEST', 'MOBILIZE', 'SANCTION', 'COERCE', 'ASSAULT'])

/** CAMEO roots whose refusal ("will not …") is a rejection. */
const REFUSABLE = new Set(['02', '03', '04', '05', '06', '07', '08', '10', '15'])

/**
 * The action of an entry as its clause tells it: codes, PLOVER type (announced cooperation is AGREE, announced concession CONCEDE, announced hostility
 * THREATEN: PLOVER 1.3, table of modalities), status and negation. A will that is negated ("will not", "does not intend to") is a refusal (CAMEO 12), and so is a concession
 * that is withheld.
 */
export const codeAction = (
  entry: ActionEntry,
  standing: Standing,
  clause: Pick<Clause, 'lemma' | 'unwilling'>,
  lexicon: Lexicon,
): Action => {
  if (standing.negated && entry.negated !== null)
    return codeAction(undone(entry, entry.negated), { ...standing, negated: false }, clause, lexicon)
  const { lemma, unwilling: will } = clause
  const unwilling = will || isDecided(standing, lexicon) || (standing.status !== 'hypothetical' && isOfClass(lexicon, lemma, 'willing'))
  // "almost agreed", "has yet to free": not done, and not refused.
  const isRefusal = !standing.operators.some((word) => word === 'almost' || word === 'yet')
  const refused = standing.negated && isRefusal && (unwilling ? isRefusable(entry) : isWithheld(entry, standing))
  const { cameo, modes } = refused ? refusalOf(entry.cameo) : entry
  const code = lexicon.codes.get(cameo)
  const type = refused ? 'REJECT' : (entry.plover ?? code?.plover ?? null)
  return {
    cameo,
    root: cameo.slice(0, 2),
    plover: refused ? 'REJECT' : announced(type, standing),
    modes,
    quad: code?.quad ?? 1,
    goldstein: code?.goldstein ?? 0,
    status: refused && standing.status === 'future' ? 'asserted' : standing.status,
    negated: refused ? false : standing.negated,
  }
}

/** "decided not to cooperate", "decided against joining": what one settles not to do one refuses; what one agrees or promises not to do is a promise. */
const isDecided = ({ operators: [operator, ...others] }: Standing, lexicon: Lexicon): boolean =>
  operator !== undefined && others.length === 0 && isOfClass(lexicon, operator, 'deciding')

/** "did not comment" is itself an act, and a code of its own. */
const undone = (entry: ActionEntry, cameo: string): ActionEntry => ({ ...entry, cameo, negated: null, plover: null, modes: [] })

const isRefusable = ({ cameo, plover }: ActionEntry): boolean => REFUSABLE.has(cameo.slice(0, 2)) || plover === 'AGREE'

/** "did not allow the convoy in", "failed to free the hostages": who could yield and has not. */
const isWithheld = ({ cameo }: ActionEntry, { status, operators }: Standing): boolean =>
  cameo.startsWith('08') && status !== 'hypothetical' && operators.every((verb) => !OTHERS.has(verb))

/** Verbs whose negation is another's doing ("prevented them from leaving") or an end ("stopped accepting"). */
const OTHERS = new Set(
  'prevent ban bar prohibit forbid stop block dissuade discourage keep deter preclude cease halt quit end suspend'.split(' '),
)

const announced = (type: string | null, { status, negated }: Standing): string | null => {
  if (type === null || status !== 'future' || negated) return type
  if (AGREED.has(type)) return 'AGREE'
  if (type === 'RETREAT') return 'CONCEDE'
  return HOSTILE.has(type) ? 'THREATEN' : type
}
