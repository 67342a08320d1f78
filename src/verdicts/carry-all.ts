import type { Event } from '../document.ts'
import type { Connection } from '../store/open-database.ts'
import { type Carried, carryVerdict, type Now } from './carry-verdict.ts'
import { type FindingVerdict, hasFinding, type Verdict } from './verdict.ts'

type Reader = (article: number) => readonly Event[]

/**
 * Holds verdicts against the articles and events of a database, an article at a time. `memory` keeps what was found before for the same state of it. An
 * article that isn't there by its id is looked for by the sentences that were judged in it.
 */
export const carryAll = (
  db: Connection,
  eventsOf: Reader,
  verdicts: readonly Verdict[],
  memory: Map<string, Carried> = new Map(),
): ReadonlyMap<string, Carried> => {
  const groups = new Map<string, FindingVerdict[]>()
  for (const verdict of verdicts) {
    if (!hasFinding(verdict) || memory.has(verdict.id)) continue
    const group = groups.get(verdict.article)
    if (group) group.push(verdict)
    else groups.set(verdict.article, [verdict])
  }
  if (groups.size === 0) return memory
  const byId = db.prepare<[string], { key: number; id: string; text: string }>('SELECT key, id, text FROM articles WHERE id = ?')
  const missing: string[] = []
  const carry = (article: string, renamedTo: string | null): void => {
    const row = byId.get(renamedTo ?? article)
    const now: Now | null = row ? { article: row.id, text: row.text, events: eventsOf(row.key), renamed: renamedTo !== null } : null
    for (const verdict of groups.get(article) ?? []) memory.set(verdict.id, carryVerdict(verdict, now))
  }
  for (const article of groups.keys()) {
    if (byId.get(article)) carry(article, null)
    else missing.push(article)
  }
  if (missing.length > 0) {
    const found = findRenamed(
      db,
      missing.map((article) => [article, new Set((groups.get(article) ?? []).map((v) => v.finding.sentence.text))] as const),
    )
    for (const article of missing) carry(article, found.get(article) ?? null)
  }
  return memory
}

/** The articles that now hold sentences of articles that are gone: for each the one that holds most of them, the first by id where several do. */
const findRenamed = (
  db: Connection,
  wanted: readonly (readonly [article: string, sentences: ReadonlySet<string>])[],
): ReadonlyMap<string, string> => {
  const owners = new Map<string, string[]>()
  for (const [article, sentences] of wanted) for (const text of sentences) owners.set(text, [...(owners.get(text) ?? []), article])
  const tally = new Map<string, Map<string, number>>()
  const all = db.prepare<[], [string, string]>(
    'SELECT articles.id, sentences.text FROM sentences JOIN articles ON articles.key = sentences.article',
  )
  for (const [id, text] of all.raw().iterate())
    for (const owner of owners.get(text) ?? []) {
      const counts = tally.get(owner) ?? new Map<string, number>()
      tally.set(owner, counts)
      counts.set(id, (counts.get(id) ?? 0) + 1)
    }
  return new Map(
    [...tally].flatMap(([owner, counts]) => {
      const [best] = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
      return best ? [[owner, best[0]] as const] : []
    }),
  )
}
