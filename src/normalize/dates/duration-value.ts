import type { Unit } from '../../extract/dates/expression.ts'

const LETTERS: Readonly<Record<Unit, string>> = {
  second: 'TS',
  minute: 'TM',
  hour: 'TH',
  day: 'D',
  night: 'D',
  weekend: 'WE',
  week: 'W',
  month: 'M',
  quarter: 'Q',
  season: 'S',
  half: 'H',
  year: 'Y',
  decade: 'DE',
  century: 'CE',
  millennium: 'ML',
}

/** `P5D`, `PT2H`, `PXY`: a length as TIMEX3 writes it. Halves go to the smaller unit: half a century is P50Y, half an hour PT30M. */
export const durationValue = (amount: number | null, unit: Unit): string => {
  const [count, of] = amount === null || Number.isInteger(amount) ? [amount, unit] : finer(amount, unit)
  const letters = LETTERS[of]
  const number = count === null ? 'X' : String(count)
  return letters.startsWith('T') ? `PT${number}${letters.slice(1)}` : `P${number}${letters}`
}

const FINER: Partial<Readonly<Record<Unit, readonly [number, Unit]>>> = {
  minute: [60, 'second'],
  hour: [60, 'minute'],
  day: [24, 'hour'],
  year: [12, 'month'],
  decade: [10, 'year'],
  century: [100, 'year'],
  millennium: [1000, 'year'],
}

/** Only exact halves change their unit: 22.8 years stay P22.8Y. */
const finer = (amount: number, unit: Unit): readonly [number, Unit] => {
  const step = FINER[unit]
  return step === undefined || !Number.isInteger(amount * 2) ? [amount, unit] : [amount * step[0], step[1]]
}
