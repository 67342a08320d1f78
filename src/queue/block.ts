import { deflateRawSync, inflateRawSync } from 'node:zlib'
import type { Article } from '../document.ts'
import { toPostgres } from '../postgres/rows.ts'
import type { Place, Source } from '../read/reading.ts'

/** An article to do, with the hash of what was read and where it stands. */
export type Item = { readonly article: Article; readonly hash: string; readonly place: Place; readonly source: Source | null }

/** What a job carries: some articles, packed, since the queue keeps JSON that takes no NUL; in a dead letter, why its article failed. */
export type Packed = { readonly z: string; readonly why?: string }

export const pack = (items: readonly Item[], why?: string): Packed => ({
  z: deflateRawSync(JSON.stringify(items), { level: 1 }).toString('base64'),
  ...(why !== undefined && { why: why.replaceAll('\u0000', '') }),
})

export const unpack = ({ z }: Packed): readonly Item[] =>
  JSON.parse(inflateRawSync(Buffer.from(z, 'base64')).toString('utf8')) as readonly Item[]

/** An article's id as PostgreSQL has it. */
export const wantedId = ({ article }: Item): string => String(toPostgres(article.id))
