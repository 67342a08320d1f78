import type { Progress } from '../run/progress.ts'
import { duration } from './commands/runs.ts'

/** How far a run is, as its progress line says it: `done` of `total` bytes where the size of the input is known. */
export type Pace = { readonly seconds: number; readonly done: number; readonly total: number | null }

/** A bar, then articles, rates, time left, events and what was left out. `wide` is how many characters fit. */
export const progressLine = (progress: Progress, { seconds, done, total }: Pace, wide: number): string => {
  const rate = (value: number): string => {
    const each = value / Math.max(seconds, 0.001)
    return each === 0 || each >= 10 ? each.toFixed(0) : each.toPrecision(2)
  }
  const share = total === null || total === 0 ? null : Math.min(1, done / total)
  const parts = [
    `${progress.read} article${progress.read === 1 ? '' : 's'}`,
    `${rate(progress.read)} a second`,
    `${rate(progress.characters / 1e6)} MB a second`,
    ...(share === null || share === 0 || share === 1 ? [] : [`${duration((seconds * (1 - share)) / share)} left`]),
    `${progress.events} events`,
    ...(progress.unchanged > 0 ? [`${progress.unchanged} unchanged`] : []),
    ...(progress.quarantined > 0 ? [`${progress.quarantined} left out`] : []),
  ]
  const text = parts.join(', ')
  if (share === null) return text
  const room = Math.max(0, Math.min(24, wide - text.length - 8))
  const full = Math.round(share * room)
  return `${room < 4 ? '' : `${'█'.repeat(full)}${'░'.repeat(room - full)} `}${String(Math.floor(share * 100)).padStart(3)} % ${text}`
}
