import type { Party } from '../../document.ts'
import { facesGovernment } from '../role-groups.ts'
import type { Sides } from '../sides/find-sides.ts'
import { STRIKES } from '../sides/sides.ts'

/** "Moscow suspended its own mission": who acts is not whom it is done to, but for people of its own ("the government arrested opponents") and against its own government ("lawmakers accused the minister"). */
export const isItself = ({ source, target }: Sides, cameo: string): boolean => {
  // Each other: the same list stands on both sides.
  if (target === source || target.length === 0) return false
  // A curfew or a call for calm in one's own country is for its public, a word for its policy speaks up for it.
  if (/^(02|10|17|191|052)/.test(cameo) && target.every((p) => p.role === null && p.basis === 'name')) return false
  // "Russia attacked Chechnya".
  if (STRIKES.test(cameo) && target.every((p) => isPartOf(p, source))) return false
  return target.every((p) => {
    const mine = p.entity === null ? undefined : source.findLast((own) => own.entity === p.entity)
    return (
      mine !== undefined &&
      // Whom officers overthrow, police arrest and soldiers shoot may be of their own state.
      !(/^(11|17|18|19|20)/.test(cameo) && p.role !== null && (p.basis !== 'coreference' || /^1[78]/.test(cameo))) &&
      (p.role === null ||
        (p.role === 'GOV' && !facesGovernment(mine.role)) ||
        (p.role === 'IGO' && p.basis === 'person') ||
        p.role === mine.role)
    )
  })
}

const isPartOf = ({ role, basis, entity, name }: Party, source: readonly Party[]): boolean =>
  role === null && basis === 'name' && !source.some((p) => p.entity === entity && p.role === null && p.name === name)
