import type { Source } from '../reading.ts'

/** What a feed tells of a page that it links to, and what goes before the page's own words. */
export type FeedFacts = { readonly title: string | null; readonly published: string | null }

/** The facts as a source keeps them, so that a page that is asked for again without its feed has them, too. */
export const keepFacts = ({ title, published }: FeedFacts): string => JSON.stringify({ title, published })

/** What a feed told of this address; null where it came from none. */
export const factsOf = ({ facts }: Source): FeedFacts | null => (facts === null ? null : JSON.parse(facts))
