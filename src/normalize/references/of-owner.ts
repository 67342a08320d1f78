import type { Mention } from '../../document.ts'
import { withRole } from './discourse.ts'
import type { Resolution, Standing } from './resolution.ts'

/** "his government", "Chad, whose army": of whoever the possessor means. */
export const ofOwner = (mention: Mention, { owners }: Standing): Resolution => ({
  referents: owners.map((owner) => withRole(owner, mention, mention)),
  basis: 'coreference',
  because: `"${mention.text}" is told to be of "${owners[0]?.text}"`,
  by: 'owner',
})
