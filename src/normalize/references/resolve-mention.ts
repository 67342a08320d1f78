import type { Mention } from '../../document.ts'
import { isOfOthers } from '../../extract/actors/is-of-others.ts'
import { isArmed } from '../role-groups.ts'
import { HOMED, OF_ENVOY, PART_OF_NAME, SURNAME } from './antecedents.ts'
import { byDescription, pointsBack, STRANGE } from './by-description.ts'
import { byOffice } from './by-office.ts'
import { byPronoun } from './by-pronoun.ts'
import { byGroup, byRole } from './by-role.ts'
import type { Discourse } from './discourse.ts'
import { referBack } from './find-antecedent.ts'
import { isForeign } from './is-foreign.ts'
import type { Resolution, Standing } from './resolution.ts'
import { byCounterpart } from './resolve-several.ts'

/**
 * Resolves a mention that its own words leave open against what the article said before. Candidates are ordered by how near they were named, subjects
 * before others; agreement in number, gender and kind is asked. Null: better unresolved than wrong.
 */
export const resolveMention = (discourse: Discourse, mention: Mention, at: Standing): Resolution | null => {
  if (at.ofUnknown) return null
  if (at.hosts !== null && at.hosts.length > 0 && at.owners.length === 0) return referBack(discourse, mention, at, OF_ENVOY)
  if (at.owners.length > 0 && at.counterpart) return byCounterpart(discourse, mention, at)
  switch (mention.kind) {
    case 'pronoun':
      return byPronoun(discourse, mention, at)
    case 'description':
      return byOffice(discourse, mention, at) ?? byDescription(discourse, mention, at)
    case 'person':
    case 'unknown':
      return (
        byOffice(discourse, mention, at) ??
        referBack(discourse, mention, at, SURNAME) ??
        (mention.kind === 'person' ? byRole(discourse, mention, at) : referBack(discourse, mention, at, PART_OF_NAME))
      )
    case 'people':
    case 'body':
      if (isForeign(mention.text)) return null
      return (
        (isArmed(mention.role) && !STRANGE.test(at.before) ? byGroup(discourse, mention, at) : null) ??
        (pointsBack(mention, at) ? byDescription(discourse, mention, at) : null) ??
        ofSeveral(byRole(discourse, mention, at), mention, at)
      )
    case 'name':
      return null
  }
}

/** "world powers", "its allies" are of no state that the passage is about or that has them; "the allies" may be those of an alliance. */
const ofSeveral = (resolution: Resolution | null, mention: Mention, { states }: Standing): Resolution | null =>
  resolution !== null &&
  isOfOthers(mention) &&
  (resolution.by === 'owner' || resolution.by === 'focus') &&
  resolution.referents.every(({ entity }) => states.has(entity))
    ? null
    : resolution

/** "the Lebanese movement" after Hezbollah: the group of that state that was told of, rather than the state; null where none was. */
export const resolveHomed = (discourse: Discourse, mention: Mention, at: Standing): Resolution | null =>
  mention.basis === 'demonym' && /^(description|people)$/.test(mention.kind) && at.described.size > 0
    ? referBack(discourse, mention, at, HOMED)
    : null
