import type { Article } from './document.ts'
import { checkPublished, PUBLISHED_HINT } from './read/check-published.ts'

/** An article as the library takes it: `id` and `text`, and what is known beside. `published` is an ISO 8601 date. */
export type ArticleInput = Pick<Article, 'text'> & Partial<Article>

const EXAMPLE = '{ text: "Finland joined NATO on Tuesday.", published: "2023-04-05" }'

const FIELDS = ['id', 'published', 'title', 'url', 'kind'] as const

/**
 * Fills in what an article leaves out: id "article", everything else unknown.
 * @throws TypeError where JavaScript passes something else: a day that is none would come out again as the date of events
 */
export const articleFrom = (input: ArticleInput): Article => {
  if (typeof input !== 'object' || input === null) throw new TypeError(`an article is an object: ${EXAMPLE}`)
  const { id = 'article', text, published = null, title = null, url = null, kind = null } = input
  if (typeof text !== 'string') throw new TypeError(`text: must be a text: ${EXAMPLE}`)
  for (const field of FIELDS)
    if (input[field] != null && typeof input[field] !== 'string') throw new TypeError(`${field}: must be a text: ${EXAMPLE}`)
  const day = published === null ? null : checkPublished(published)
  if (published !== null && day === null)
    throw new TypeError(`published: "${published.slice(0, 40)}" is no date that annalist knows; ${PUBLISHED_HINT}`)
  return { id, text, published: day, title, url, kind }
}
