import type { Party } from '../../document.ts'
import type { Lexicon } from '../../lexicon/index-lexicon.ts'
import { actorCode } from '../../lexicon/resolve-actor.ts'

/** Somebody told of, before or elsewhere in the sentence, as a party that no words of the act name. */
export const partyOf = ({ entity, role, code, name, text, start, end }: Omit<Party, 'basis'>, lexicon: Lexicon): Party => ({
  start,
  end,
  text,
  entity,
  role,
  code: code ?? actorCode(lexicon, entity, role),
  name,
  basis: 'discourse',
})

/** The state of somebody told of, as a party quoted by words that may be others. */
export const stateOf = ({ entity, name, ...own }: Told, lexicon: Lexicon, { start, end, text }: Quoted = own): Party =>
  partyOf({ start, end, text, entity, role: null, code: null, name }, lexicon)

export type Quoted = Pick<Party, 'start' | 'end' | 'text'>
type Told = Quoted & Pick<Party, 'entity' | 'name'>
