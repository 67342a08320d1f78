import type { Party, Status } from '../document.ts'

const BASIS: Readonly<Record<Party['basis'], number>> = {
  name: 1,
  demonym: 1,
  person: 1,
  capital: 0.95,
  role: 0.9,
  coreference: 0.8,
  discourse: 0.6,
  unresolved: 0.4,
}
const STATUS: Readonly<Record<Status, number>> = { asserted: 1, reported: 0.95, future: 0.9, hypothetical: 0.75 }

/** How sure an event is, 0 to 1: how specific its pattern was, and how its sides were found. docs/accuracy.md shows how often each value is right. */
export const weigh = (score: number, source: readonly Party[], target: readonly Party[], status: Status): number => {
  const side = (parties: readonly Party[], none: number): number =>
    parties.length === 0 ? none : Math.min(...parties.map((p) => BASIS[p.basis]))
  const fit = 0.6 + 0.4 * Math.min(1, score / 8)
  return Math.round(fit * (0.3 + 0.4 * side(source, 0.5) + 0.3 * side(target, 0.8)) * STATUS[status] * 1000) / 1000
}
