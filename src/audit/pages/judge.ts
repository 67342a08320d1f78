import type { Desk } from '../desk.ts'
import { activeFilters, hiddenFilter } from '../html/facets.ts'
import { type Html, html } from '../html/html.ts'
import { undoForm } from '../html/judge-forms.ts'
import { link } from '../html/links.ts'
import { lastOf, openReading, type Reading, readingView } from '../html/reading.ts'
import { count, many } from '../html/words.ts'
import { type Filter, readFilter, writeFilter } from '../index/filter.ts'
import { type Ask, PageError, page } from '../page.ts'
import { type Next, nextInQueue, QUEUES, type Queue } from '../queue.ts'
import { chooseFor } from './events.ts'

const QUEUE_WORDS: Readonly<Record<Queue['queue'], string>> = {
  doubtful: 'most doubtful first',
  random: 'random sample',
  stratified: 'stratified sample',
  text: 'as the text goes',
  disputed: 'disagreements',
}

/** Reads a queue off the address or a form. */
export const readQueue = (params: URLSearchParams): Queue => ({
  queue: QUEUES.find((q) => q === params.get('queue')) ?? 'doubtful',
  by: params.get('by') === 'year' ? 'year' : 'root',
  seed: (params.get('seed') ?? '1').slice(0, 40) || '1',
})

/** The next event that a reviewer has not judged, in a queue under a filter. */
export const nextFor = (desk: Desk, queue: Queue, reviewer: string, chosen: Uint8Array): Next | null => {
  const { columns, orders } = desk.snapshot()
  const { judgements, rows } = desk.standing()
  const done = new Set<number>()
  const disputed = new Set<number>()
  for (const [key, row] of rows) {
    const judgement = judgements.get(key)
    if (judgement?.decisions.has(reviewer)) done.add(row)
    if (judgement?.state === 'disputed') disputed.add(row)
  }
  return nextInQueue(queue, { columns, chosen, done, disputed, byConfidence: orders.confidence })
}

type Data = {
  readonly queue: Queue
  readonly filter: Filter
  readonly next: Next | null
  readonly reading: Reading | null
  readonly judged: number
}

/** The next event of a queue, to judge. */
export const judgePage = page<Data>({
  path: '/judge',
  load: (ask) => {
    const { desk, params, reviewer } = ask
    const queue = readQueue(params)
    const filter = readFilter(params)
    const { chosen } = chooseFor(ask, filter)
    const next = nextFor(desk, queue, reviewer, chosen)
    const judged = [...desk.standing().judgements.values()].filter((j) => j.decisions.has(reviewer)).length
    return { queue, filter, next, reading: readingFor(ask, next), judged }
  },
  view: ({ queue, filter, next, reading, judged }, { desk, reviewer }) => {
    const own = { queue: queue.queue, by: queue.queue === 'stratified' ? queue.by : null, seed: queue.seed === '1' ? null : queue.seed }
    const query = writeFilter(filter)
    const again = link('/judge', own, query)
    const bar = queueBar(queue, filter, next, judged, desk)
    const last = lastOf(desk, reviewer)
    if (reading === null)
      return {
        title: 'Judge',
        scripts: ['judge.js'],
        main: html`<h1>Judge</h1>${bar}<div class="empty"><h2>Nothing is left in this queue</h2><p>${
          queue.queue === 'disputed' ? 'No event was judged differently by two reviewers.' : 'You have judged or skipped every event in it.'
        } Choose another queue above, take out a filter, or see <a href="/quality">how good the whole is</a>.</p>${last && !desk.readOnly && html`<div id="judge"><p role="status" id="saved"></p>${undoForm(last, '', again, desk.ports)}</div>`}</div>`,
      }
    const hrefOf = (event: string) => link('/judge', { ...own, event }, query)
    return {
      title: 'Judge',
      scripts: ['combobox.js', 'judge.js'],
      main: html`<h1 class="sr">Judge</h1>${bar}${readingView(desk, reading, reviewer, {
        hrefOf,
        here: reading.event ? hrefOf(reading.event.id) : again,
        next: again,
        queue: { queue: queue.queue, by: queue.by, seed: queue.seed, filter: query },
      })}`,
    }
  },
  json: ({ queue, filter, next, reading, judged }) => ({
    queue,
    filter,
    judged,
    left: next?.left ?? 0,
    stratum: next?.stratum ?? null,
    population: next?.population ?? null,
    event: reading?.event ?? null,
    article: reading?.stored.article ?? null,
    verdict: reading?.judgement?.state ?? null,
  }),
})

/** The event that the address names, or the next one. */
const readingFor = ({ desk, params, reviewer }: Ask, next: Next | null): Reading | null => {
  const wanted = params.get('event')
  const row = wanted === null ? (next?.row ?? null) : desk.rowOfEvent(wanted)
  if (wanted !== null && row === null)
    throw new PageError(404, `there is no event ${wanted} any more`, 'a rebuild may have changed it: go on with the queue')
  const found = row === null ? null : desk.eventAt(row)
  const stored = found && desk.stored(found.event.document)
  return found && stored ? openReading(desk, stored, found.event.id, reviewer) : null
}

const queueBar = (queue: Queue, filter: Filter, next: Next | null, judged: number, desk: Desk): Html => html`<div class="queue">
<form action="/judge">${hiddenFilter(filter)}
<label>Queue <select name="queue">${QUEUES.map((q) => html`<option value="${q}"${q === queue.queue && html` selected`}>${QUEUE_WORDS[q]}</option>`)}</select></label>
<label>Strata <select name="by">${(['root', 'year'] as const).map((by) => html`<option value="${by}"${by === queue.by && html` selected`}>by ${by}</option>`)}</select></label>
<label>Seed <input name="seed" value="${queue.seed}" size="6" maxlength="40"></label>
<button>Set</button></form>
<p class="progress" aria-live="polite">${count(judged)} judged by you · ${next ? `${count(next.left)} left here` : 'none left here'}${next?.stratum && next.stratum !== 'all' && ` · stratum ${next.stratum} of ${many(next.population ?? 0, 'event')}`}</p>
${activeFilters('/judge', filter, desk.ports.codebook)}
</div>`
