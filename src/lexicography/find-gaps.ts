import { type Connection, closeDatabase, openDatabase } from '../store/open-database.ts'
import { plainName } from './plain-name.ts'

/** A sentence in which a gap shows, with the words that show it. Offsets are the article's. */
export type Sample = {
  readonly article: string
  readonly sentence: number
  readonly text: string
  readonly start: number
  readonly end: number
  readonly words: string
}

/** An actor that stands on a side of events and that the lexicon doesn't know: a name, or people of a role whom nothing tells the state of. */
export type ActorGap = {
  readonly kind: 'name' | 'role'
  readonly name: string
  readonly role: string | null
  readonly times: number
  readonly articles: number
  readonly samples: readonly Sample[]
}

/**
 * An act that an actor takes part in and that no entry codes, by the lemma of its trigger. `guessed` of its `times` were coded all the same, by the fallback
 * for verbs of which no entry fits.
 */
export type ActGap = {
  readonly lemma: string
  readonly times: number
  readonly guessed: number
  readonly articles: number
  readonly samples: readonly Sample[]
}

/** An act that an entry codes and in which nobody that the lexicon knows takes part, by the entry: names may be missing in its sentences. */
export type SideGap = { readonly rule: string; readonly times: number; readonly articles: number; readonly samples: readonly Sample[] }

export type Gaps = { readonly actors: readonly ActorGap[]; readonly acts: readonly ActGap[]; readonly sides: readonly SideGap[] }

type Row = Omit<Sample, 'sentence'> & {
  readonly sentence: number
  readonly key: string
  readonly role: string | null
  readonly guessed: 0 | 1
}

const SENTENCE = 'sentences.ordinal AS sentence, sentences.text AS text'

const UNKNOWN = `SELECT parties.text AS key, parties.role, 0 AS guessed, articles.id AS article, ${SENTENCE}, parties.start, parties.end, parties.text AS words
  FROM parties JOIN events ON events.key = parties.event JOIN articles ON articles.key = events.article
  JOIN sentences ON sentences.article = events.article AND sentences.ordinal = events.sentence
  WHERE parties.entity IS NULL ORDER BY articles.id, parties.start`

const rejected = (key: string, reason: string): string =>
  `SELECT ${key} AS key, NULL AS role, 0 AS guessed, articles.id AS article, ${SENTENCE}, trigger_start AS start, trigger_end AS end, trigger_text AS words
  FROM rejections JOIN articles ON articles.key = rejections.article
  JOIN sentences ON sentences.article = rejections.article AND sentences.ordinal = rejections.sentence
  WHERE reason = '${reason}' ORDER BY articles.id, trigger_start`

const GUESSED = `SELECT trigger_lemma AS key, NULL AS role, 1 AS guessed, articles.id AS article, ${SENTENCE}, trigger_start AS start, trigger_end AS end, trigger_text AS words
  FROM events JOIN articles ON articles.key = events.article
  JOIN sentences ON sentences.article = events.article AND sentences.ordinal = events.sentence
  WHERE rule >= 'fallback/' AND rule < 'fallback0' ORDER BY articles.id, trigger_start`

/**
 * What a lexicon lacks, as the articles of a database show it: most frequent first, each with sample sentences, of different articles where there are some.
 * One row is held at a time beside what is counted. `stopped` is asked now and then; what was found is not all then. Throws `StoreError`.
 */
export const findGaps = async (
  path: string,
  { most, samples }: { readonly most: number; readonly samples: number },
  stopped: () => Promise<boolean>,
): Promise<Gaps> => {
  const db = openDatabase(path, { readonly: true, timeout: 5000 })
  try {
    const heap = (queries: readonly string[], keyOf: (row: Row) => string | null) => gather(db, queries, samples, keyOf, stopped)
    const unknown = (kind: ActorGap['kind']) =>
      heap([UNKNOWN], ({ key, role }) => {
        const plain = plainName(key, role)
        return plain?.kind === kind ? plain.key : null
      })
    const [names, roles] = [await unknown('name'), await unknown('role')]
    const acts = await heap([rejected('trigger_lemma', 'no-code'), GUESSED], ({ key }) => key.toLowerCase())
    const sides = await heap([rejected('rule', 'no-actor')], ({ key }) => key)
    return {
      actors: [...frequent(names, most), ...frequent(roles, most)].flatMap(({ first, times, articles, samples: shown }) => {
        const plain = plainName(first.key, first.role)
        return plain ? [{ kind: plain.kind, name: plain.name, role: first.role, times, articles: articles.size, samples: shown }] : []
      }),
      acts: frequent(acts, most).map(({ key, times, guessed, articles, samples: shown }) => ({
        lemma: key,
        times,
        guessed,
        articles: articles.size,
        samples: shown,
      })),
      sides: frequent(sides, most).map(({ key, times, articles, samples: shown }) => ({
        rule: key,
        times,
        articles: articles.size,
        samples: shown,
      })),
    }
  } finally {
    closeDatabase(db)
  }
}

type Heap = {
  readonly key: string
  readonly first: Row
  times: number
  guessed: number
  readonly articles: Set<string>
  readonly samples: Sample[]
}

type Heaps = ReadonlyMap<string, Heap>

const ROWS = 256

/** Rows heaped by key; a heap keeps the first samples, and no second of an article while another one may come. */
const gather = async (
  db: Connection,
  queries: readonly string[],
  most: number,
  keyOf: (row: Row) => string | null,
  stopped: () => Promise<boolean>,
): Promise<Heaps> => {
  const heaps = new Map<string, Heap>()
  let rows = 0
  for (const query of queries)
    for (const row of db.prepare<[], Row>(query).iterate()) {
      if (rows++ % ROWS === 0 && (await stopped())) return heaps
      const key = row.key === null ? null : keyOf(row)
      if (key === null) continue
      const heap = heaps.get(key) ?? { key, first: row, times: 0, guessed: 0, articles: new Set<string>(), samples: [] }
      heaps.set(key, heap)
      heap.times++
      heap.guessed += row.guessed
      const { article, sentence, text, start, end, words } = row
      if (heap.samples.length < most && !heap.articles.has(article)) heap.samples.push({ article, sentence, text, start, end, words })
      heap.articles.add(article)
    }
  return heaps
}

const frequent = (heaps: Heaps, most: number): readonly Heap[] =>
  [...heaps.values()].sort((a, b) => b.times - a.times || b.articles.size - a.articles.size || (a.key < b.key ? -1 : 1)).slice(0, most)
