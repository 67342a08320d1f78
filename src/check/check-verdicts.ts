import { openDatabase } from '../store/open-database.ts'
import { eventReader } from '../store/read-events.ts'
import { carryAll } from '../verdicts/carry-all.ts'
import { foldVerdicts } from '../verdicts/fold-verdicts.ts'
import { parseVerdicts } from '../verdicts/parse-verdicts.ts'
import { readVerdictFile } from '../verdicts/read-verdict-file.ts'
import type { Failure } from './failure.ts'

/** Checks that no event that a reviewer accepted was lost or is extracted otherwise, and that every line of the verdict file can be read. */
export function* checkVerdicts(path: string, file: string): Generator<Failure> {
  const { verdicts, faults } = parseVerdicts(readVerdictFile(file))
  for (const { line, message } of faults)
    yield { promise: 'verdicts', row: `${file}:${line}`, message, remedy: 'mend the line, or delete it' }
  const db = openDatabase(path, { readonly: true, timeout: 5000 })
  try {
    const carried = carryAll(db, eventReader(db), verdicts)
    for (const { decisions } of foldVerdicts(verdicts).values())
      for (const { id, verdict, article, finding, reviewer } of decisions.values()) {
        const now = carried.get(id)
        if (verdict !== 'accept' || (now?.outcome !== 'lost' && now?.outcome !== 'changed')) continue
        yield {
          promise: 'verdicts',
          row: `verdict ${id}`,
          message: `${reviewer} accepted ${finding.cameo} “${finding.trigger.text}” in ${article}: ${now.note}`,
          remedy: 'bring the event back, or judge it anew in `annalist audit`',
        }
      }
  } finally {
    db.close()
  }
}
