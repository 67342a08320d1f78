import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Article, Event, Party } from '../src/document.ts'

const ROOT = join(import.meta.dirname, '..')
const FIXTURES = join(ROOT, 'fixtures/articles')
/** Where the articles stand that may not be copied: beside the checkout, or nowhere. */
export const SHARED = join(ROOT, '../shared/corpus')
/** The golden of an article: what must come out of it, an event a line. */
export const goldenPath = (slug: string): string => join(FIXTURES, slug, 'events.jsonl')

/** The slugs of all articles with a golden: those of corpus/, and the one that stays in ../shared. */
export const slugs = (): readonly string[] => [...readdirSync(join(ROOT, 'corpus')), 'russia-nato'].toSorted()

/** The slugs of the articles that stand beside their gold, outside of corpus/: they check rules, and are no part of the main job. */
export const checkingSlugs = (): readonly string[] =>
  readdirSync(FIXTURES).filter((slug) => existsSync(join(FIXTURES, slug, 'article.txt')))

/** An article with its text; null where it isn't here. */
export const readArticle = (slug: string): Article | null => {
  const dir = [join(ROOT, 'corpus', slug), join(FIXTURES, slug), join(SHARED, slug)].find((path) => existsSync(join(path, 'article.txt')))
  if (dir === undefined) return null
  const { published = null, title = null, url = null, kind = null } = JSON.parse(readFileSync(join(dir, 'article.json'), 'utf8'))
  return { id: slug, text: readFileSync(join(dir, 'article.txt'), 'utf8'), published, title, url, kind }
}

/** The hash of the text that a golden without sentences was made from: its first line. */
export const textHash = (text: string): string => createHash('sha256').update(text).digest('hex')

const side = (parties: readonly Party[], words: boolean): readonly string[] =>
  parties.map((p) => `${p.code ?? p.entity ?? (words ? `"${p.text}"` : '?')} ${p.start}-${p.end} ${p.basis}`)

/** An event as a golden holds it: short enough to read, whole enough to notice any change. `words`: with the article's own. */
export const goldenLine = (e: Event, words: boolean): string =>
  JSON.stringify({
    at: `${e.trigger.start}-${e.trigger.end}`,
    ...(words && { trigger: e.trigger.text }),
    cameo: e.action.cameo,
    plover: e.action.plover,
    status: `${e.action.status}${e.action.negated ? ' negated' : ''}`,
    source: side(e.source, words),
    target: side(e.target, words),
    date: e.date && `${e.date.value} ${e.date.basis}`,
    place: e.place && (words ? `${e.place.name} ${e.place.country}` : `${e.place.start}-${e.place.end} ${e.place.country}`),
    ...(Object.keys(e.magnitude).length > 0 && { magnitude: e.magnitude }),
    contexts: e.contexts,
    rule: e.rule,
  })
