import type { Connection } from './open-database.ts'

/** An input that was left out: where, why, what to do; how to read its file again, and its bytes where no file keeps them. */
export type Quarantined = {
  readonly file: string
  readonly line: number | null
  readonly field: string | null
  readonly message: string
  readonly hint: string
  readonly source: { readonly file: string; readonly id: string; readonly facts: string | null } | null
  readonly bytes: Uint8Array | null
}

/** The inputs that were left out and not read since, by file and line. */
export type Quarantine = {
  readonly list: () => readonly Quarantined[]
  /** Notes an input that was left out, in place of what was noted of the same place. */
  readonly add: (item: Quarantined) => void
  readonly remove: (item: Pick<Quarantined, 'file' | 'line' | 'field'>) => void
}

type Row = Omit<Quarantined, 'source'> & { readonly source_id: string | null; readonly source_facts: string | null }

const SAME_PLACE = "file = ? AND coalesce(line, 0) = coalesce(?, 0) AND coalesce(field, '') = coalesce(?, '')"

export const quarantineOf = (db: Connection): Quarantine => {
  const list = db.prepare<[], Row>(
    'SELECT file, line, field, message, hint, source_id, source_facts, bytes FROM quarantine ORDER BY file, line, field',
  )
  const add = db.prepare(
    'INSERT INTO quarantine (file, line, field, message, hint, source_id, source_facts, bytes) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
  )
  const remove = db.prepare(`DELETE FROM quarantine WHERE ${SAME_PLACE}`)
  const put = db.transaction((item: Quarantined) => {
    remove.run(item.file, item.line, item.field)
    add.run(item.file, item.line, item.field, item.message, item.hint, item.source?.id ?? null, item.source?.facts ?? null, item.bytes)
  })
  return {
    list: () =>
      list.all().map(({ source_id, source_facts, ...row }) => ({
        ...row,
        source: source_id === null ? null : { file: row.file, id: source_id, facts: source_facts },
      })),
    add: (item) => put.immediate(item),
    remove: (item) => void remove.run(item.file, item.line, item.field),
  }
}
