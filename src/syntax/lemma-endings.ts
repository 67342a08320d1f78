import type { DropsE } from './lemma-rules.ts'

/** Reads the table of stem endings: those that lost a silent e in the first line, the others in the second; `^` marks whole stems. The longest one decides. */
export const silentE = (table: string): DropsE => {
  const known: ReadonlyMap<string, boolean> = new Map(
    table.split('\n').flatMap((line, at) => line.split(' ').map((ending): [string, boolean] => [ending, at === 0])),
  )
  return (stem) => {
    for (let length = Math.min(stem.length, 9); length > 0; length--) {
      const silent = (length === stem.length ? known.get(`^${stem}`) : undefined) ?? known.get(stem.slice(-length))
      if (silent !== undefined) return silent
    }
    return false
  }
}
