import type { Party } from '../../document.ts'
import type { Lexicon } from '../../lexicon/index-lexicon.ts'
import { actorCode } from '../../lexicon/resolve-actor.ts'
import type { Referent } from '../references/discourse.ts'

/** Somebody told of before, as a party that no word of the act's own sentence names. */
export const partyOf = ({ entity, role, code, name, text, start, end }: Referent, lexicon: Lexicon): Party => ({
  start,
  end,
  text,
  entity,
  role,
  code: code ?? actorCode(lexicon, entity, role),
  name,
  basis: 'discourse',
})
