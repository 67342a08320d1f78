import { teach, told } from '../teach.ts'
import { type Verdict, verdictSchema } from './verdict.ts'

/** A line that is no verdict: which, what is wrong, and its text. It stays in the file as it is. */
export type LineFault = { readonly line: number; readonly message: string; readonly text: string }
export type Parsed = { readonly verdicts: readonly Verdict[]; readonly faults: readonly LineFault[] }

export const tellFault = (file: string, { line, message }: LineFault): string => `${file}:${line}: ${message}`

/**
 * The verdicts of a file, in the order of time and then of id, whatever the order of its lines; one that stands twice (a merge, a copy by hand) counts
 * once. A line that can't be read is told, and the rest is read all the same.
 */
export const parseVerdicts = (text: string, memory: Map<string, Verdict> = new Map()): Parsed => {
  const byId = new Map<string, Verdict>()
  const faults: LineFault[] = []
  for (const [i, raw] of text
    .replace(/^\ufeff/, '')
    .split('\n')
    .entries()) {
    const line = raw.trim()
    if (line === '') continue
    const read = memory.get(line) ?? readLine(line)
    if (typeof read === 'string') faults.push({ line: i + 1, message: read, text: line })
    else {
      memory.set(line, read)
      const before = byId.get(read.id)
      if (before === undefined) byId.set(read.id, read)
      else if (JSON.stringify(before) !== JSON.stringify(read))
        faults.push({
          line: i + 1,
          message: `its id ${read.id} stands above with another content: give one of the two a new id`,
          text: line,
        })
    }
  }
  return { verdicts: inOrder([...byId.values()]), faults }
}

/** Verdicts by time, then by id: the same order on every machine. */
export const inOrder = (verdicts: readonly Verdict[]): readonly Verdict[] =>
  verdicts.toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.id < b.id ? -1 : a.id > b.id ? 1 : 0))

const readLine = (line: string): Verdict | string => {
  if (/^(<{7}|={7}|>{7}|\|{7})/.test(line)) return 'is left over from a git merge: delete it (both sides’ lines stay)'
  let value: unknown
  try {
    value = JSON.parse(line)
  } catch {
    return 'is not JSON: a line is one verdict (docs/verdicts.schema.json)'
  }
  const result = verdictSchema.safeParse(value, { error: teach })
  if (result.success) return result.data
  const [issue] = result.error.issues
  return issue ? told(issue) : 'is no verdict'
}
