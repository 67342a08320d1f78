import { html } from '../html/html.ts'
import { link } from '../html/links.ts'
import { openReading, type Reading, readingView } from '../html/reading.ts'
import { readFilter, writeFilter } from '../index/filter.ts'
import { type Ask, PageError, page } from '../page.ts'

/** An article by the `id` of the address. @throws PageError where there is none */
export const storedFor = ({ desk, params }: Ask, name = 'id') => {
  const id = params.get(name) ?? ''
  const stored = desk.stored(id)
  if (stored === null)
    throw new PageError(
      404,
      `there is no article “${id}” in ${desk.path}`,
      'it may have been removed by a rebuild: look for it among the articles',
    )
  return stored
}

/** An article with its events marked, one of them looked at. */
export const articlePage = page<Reading>({
  path: '/article',
  load: (ask) => {
    const reading = openReading(ask.desk, storedFor(ask), ask.params.get('event'), ask.reviewer)
    const wanted = ask.params.get('event')
    if (wanted !== null && reading.event === null)
      throw new PageError(404, `the article holds no event ${wanted}`, 'a rebuild may have changed it: open the article without it')
    return reading
  },
  view: (reading, { desk, params, reviewer }) => {
    const { article, events } = reading.stored
    const filter = writeFilter(readFilter(params))
    const hrefOf = (event: string) => link('/article', { id: article.id, event }, filter)
    const here = reading.event ? hrefOf(reading.event.id) : link('/article', { id: article.id }, filter)
    const at = events.findIndex((e) => e.id === reading.event?.id)
    const following = events[at + 1]
    return {
      title: article.title ?? article.id,
      scripts: ['combobox.js', 'judge.js'],
      main: html`<h1 class="sr">Article ${article.title ?? article.id}</h1>${readingView(desk, reading, reviewer, {
        hrefOf,
        here,
        next: following ? hrefOf(following.id) : here,
        queue: {},
      })}`,
    }
  },
  json: ({ stored, event, judgement }) => ({
    article: stored.article,
    event,
    verdict: judgement?.state ?? null,
    verdicts: judgement?.history ?? [],
    events: stored.events,
    rejections: stored.rejections,
  }),
})
