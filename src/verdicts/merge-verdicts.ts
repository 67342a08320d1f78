import { type LineFault, parseVerdicts } from './parse-verdicts.ts'
import { verdictLine } from './verdict.ts'

export type Merged = {
  /** The content of the merged file. */
  readonly text: string
  readonly verdicts: number
  /** Lines that stood in more than one file. */
  readonly shared: number
  readonly faults: readonly (LineFault & { readonly file: number })[]
}

/** Joins verdict files into one: every verdict once, in the order of time. Lines that can't be read are told by the number of their file, and left out. */
export const mergeVerdicts = (texts: readonly string[]): Merged => {
  const parsed = texts.map((text) => parseVerdicts(text))
  const all = parseVerdicts(parsed.flatMap((p) => p.verdicts.map(verdictLine)).join(''))
  return {
    text: all.verdicts.map(verdictLine).join(''),
    verdicts: all.verdicts.length,
    shared: parsed.reduce((sum, p) => sum + p.verdicts.length, 0) - all.verdicts.length,
    faults: [
      ...parsed.flatMap((p, file) => p.faults.map((fault) => ({ ...fault, file }))),
      ...all.faults.map((fault) => ({ ...fault, file: texts.length - 1 })),
    ],
  }
}
