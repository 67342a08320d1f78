import type { Action } from '../document.ts'
import type { Lexicon } from '../lexicon/index-lexicon.ts'
import type { ActionEntry } from '../lexicon/lexicon.ts'
import type { Standing } from './tell-status.ts'

/** PLOVER 1.3's types of material cooperation and conflict, which it reads otherwise as soon as they are only announced. */
const AGREED = new Set(['CONSULT', 'SUPPORT', 'COOPERATE', 'AID'])
const HOSTILE = new Set(['PROTEST', 'MOBILIZE', 'SANCTION', 'COERCE', 'ASSAULT'])

/** CAMEO roots whose refusal ("will not …") is a rejection. */
const REFUSABLE = new Set(['02', '03', '04', '05', '06', '07', '08', '10', '15'])

/**
 * The action of an entry as its clause tells it: codes, PLOVER type (announced cooperation is AGREE, announced concession CONCEDE, announced hostility
 * THREATEN: PLOVER 1.3, table of modalities), status and negation. A will that is negated is a refusal (CAMEO 12).
 */
export const codeAction = (entry: ActionEntry, standing: Standing, unwilling: boolean, lexicon: Lexicon): Action => {
  const refused = unwilling && standing.negated && (REFUSABLE.has(entry.cameo.slice(0, 2)) || entry.plover === 'AGREE')
  const code = lexicon.codes.get(refused ? '120' : entry.cameo)
  const type = refused ? 'REJECT' : (entry.plover ?? code?.plover ?? null)
  return {
    cameo: refused ? '120' : entry.cameo,
    root: refused ? '12' : entry.cameo.slice(0, 2),
    plover: refused ? 'REJECT' : announced(type, standing),
    modes: refused ? [] : entry.modes,
    quad: code?.quad ?? 1,
    goldstein: code?.goldstein ?? 0,
    status: refused && standing.status === 'future' ? 'asserted' : standing.status,
    negated: refused ? false : standing.negated,
  }
}

const announced = (type: string | null, { status, negated }: Standing): string | null => {
  if (type === null || status !== 'future' || negated) return type
  if (AGREED.has(type)) return 'AGREE'
  if (type === 'RETREAT') return 'CONCEDE'
  return HOSTILE.has(type) ? 'THREATEN' : type
}
