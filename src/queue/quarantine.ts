import type { Client, Postgres } from '../postgres/connect.ts'
import { insertRows } from '../postgres/insert-rows.ts'
import type { Quarantined, Store } from '../store/index.ts'

const SAME_PLACE = "(file, coalesce(line, 0), coalesce(field, ''))"

/** Notes inputs that were left out, each in place of what was noted of the same place. */
export const setAsideIn = async (client: Pick<Client, 'query'>, items: readonly Quarantined[]): Promise<void> => {
  const rows = items.map(({ source, bytes, ...row }) => ({
    ...row,
    source_id: source?.id ?? null,
    source_facts: source?.facts ?? null,
    bytes: bytes ?? null,
  }))
  const columns = ['message', 'hint', 'source_id', 'source_facts', 'bytes']
  const put = columns.map((name) => `${name} = excluded.${name}`).join(', ')
  // One at a time: a place that is there twice in one statement would be refused.
  for (const row of rows) await insertRows(client, 'quarantine', [row], `ON CONFLICT ${SAME_PLACE} DO UPDATE SET ${put}`)
}

/** What `keepQuarantine` asks of a store, noted here and written by `flush`. Articles that failed in a worker are left to the workers. */
export type PendingQuarantine = Pick<Store, 'quarantine' | 'setAside' | 'readmit'> & { readonly flush: (client: Client) => Promise<void> }

export const quarantineIn = async (postgres: Postgres): Promise<PendingQuarantine> => {
  const rows = await postgres.query<{
    file: string
    line: number | null
    field: string | null
    message: string
    hint: string
    source_id: string | null
    source_facts: string | null
  }>(
    "SELECT file, line, field, message, hint, source_id, source_facts FROM annalist.quarantine WHERE field IS NULL OR field NOT LIKE 'article %'",
  )
  let added: Quarantined[] = []
  let removed: Pick<Quarantined, 'file' | 'line' | 'field'>[] = []
  return {
    quarantine: () =>
      rows.map(({ source_id, source_facts, ...row }) => ({
        ...row,
        bytes: null,
        source: source_id === null ? null : { file: row.file, id: source_id, facts: source_facts },
      })),
    setAside: (item) => added.push(item),
    readmit: (item) => removed.push(item),
    flush: async (client) => {
      await setAsideIn(client, added)
      for (const { file, line, field } of removed)
        await client.query(`DELETE FROM annalist.quarantine WHERE ${SAME_PLACE} = ($1, coalesce($2::bigint, 0), coalesce($3, ''))`, [
          file,
          line,
          field,
        ])
      added = []
      removed = []
    },
  }
}
