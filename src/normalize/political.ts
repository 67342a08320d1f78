import type { Party } from '../document.ts'
import type { Lexicon } from '../lexicon/index-lexicon.ts'
import type { ActionEntry } from '../lexicon/lexicon.ts'

/** CAMEO roles of those who act in politics or suffer it by what they are; business, media, schools, farmers and criminals are none without a state or group. */
const POLITICAL = new Set(
  'GOV DIP MIL COP LEG JUD SPY REB SEP INS UAF RAD OPP PTY CVL IGO NGO HRI REF ELI IMG NGM LAB REL SET ENV MOD INT'.split(' '),
)
const PRIVATE = new Set(['company', 'media'])

/** Whether a party is a political actor: a state, an organisation or group that the lexicon doesn't call business or press, or people in a political role. */
export const isPolitical = (party: Party, lexicon: Lexicon): boolean => {
  if (party.entity === null) return party.role !== null && POLITICAL.has(party.role)
  const kind = lexicon.entities.get(party.entity)?.kind
  // The workers of a company are, the company isn't.
  if (kind !== undefined && PRIVATE.has(kind)) return party.role === 'LAB'
  return party.role === null || party.role !== 'BUS'
}

/** "The tenants agreed to a meeting", "Fans called for him to go": people without a state or group of their own are in politics where force or protest is theirs or meets them, and where they flee. */
export const isAmongPrivatePeople = (
  source: readonly Party[],
  target: readonly Party[],
  { cameo, contexts }: Pick<ActionEntry, 'cameo' | 'contexts'>,
): boolean => cameo < '14' && source.every(isPrivate) && target.every(isPrivate) && !cameo.startsWith('082') && !contexts.includes('asylum')

const isPrivate = ({ entity, role }: Party): boolean => entity === null && (role === null || role === 'CVL')
