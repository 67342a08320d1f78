import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { getCookie, setCookie } from 'hono/cookie'
import { stream } from 'hono/streaming'
import { readAssets } from './assets.ts'
import { csvHead, csvLine } from './csv.ts'
import type { Desk } from './desk.ts'
import type { Listed } from './html/event-row.ts'
import { html } from './html/html.ts'
import { layout } from './html/layout.ts'
import { readFilter, wrongDate } from './index/filter.ts'
import { makeReport, reportPage } from './make-report.ts'
import { type AnyPage, type Ask, PageError } from './page.ts'
import { actorPage } from './pages/actor.ts'
import { articlePage } from './pages/article.ts'
import { articlesPage } from './pages/articles.ts'
import { chooseFor, eventsPage, listRows, withVerdict } from './pages/events.ts'
import { helpPage } from './pages/help.ts'
import { judgePage } from './pages/judge.ts'
import { mapPage } from './pages/map.ts'
import { networkPage } from './pages/network.ts'
import { qualityPage } from './pages/quality.ts'
import { rejectionsPage } from './pages/rejections.ts'
import { reviewerPage } from './pages/reviewer.ts'
import { rulePage } from './pages/rule.ts'
import { rulesPage } from './pages/rules.ts'
import { timelinePage } from './pages/timeline.ts'
import { verdictsPage } from './pages/verdicts.ts'
import { whyPage } from './pages/why.ts'
import { type Form, saveVerdict } from './save-verdict.ts'
import { type Doors, HEADERS, hostsOf } from './security.ts'

export type AppOptions = {
  readonly desk: Desk
  readonly doors: Doors
  readonly host: string
  readonly port: number
  readonly invited: () => void
}

/** Every page but the list of events, which is at `/` too. */
export const PAGES: readonly AnyPage[] = [
  eventsPage,
  timelinePage,
  networkPage,
  mapPage,
  articlesPage,
  articlePage,
  actorPage,
  rulesPage,
  rulePage,
  rejectionsPage,
  whyPage,
  judgePage,
  verdictsPage,
  qualityPage,
  helpPage,
  reviewerPage,
]

const BODY = 64 * 1024

/** The web application: a function from requests to answers. */
export const createApp = ({ desk, doors, host, port, invited }: AppOptions): Hono => {
  const app = new Hono()
  const assets = readAssets()
  const hosts = hostsOf(host, port)
  const cookie = `annalist-${port}`
  const askOf = (url: string, session: string | undefined): Ask => {
    const { searchParams, pathname } = new URL(url)
    return { desk, params: searchParams, path: pathname, reviewer: doors.session(session)?.reviewer ?? '' }
  }

  app.use(async (c, next) => {
    for (const [name, value] of Object.entries(HEADERS)) c.header(name, value)
    if (!hosts.has(c.req.header('host') ?? '')) return c.text('This name is not one that annalist audit answers to.\n', 421)
    const { searchParams, pathname } = new URL(c.req.url)
    if (c.req.method === 'GET' && assets.has(pathname.replace(/^\/assets\//, ''))) return next()
    const token = searchParams.get('token')
    if (c.req.method === 'GET' && token !== null) {
      const session = doors.enter(token)
      if (session !== null) {
        setCookie(c, cookie, session, { httpOnly: true, sameSite: 'Strict', path: '/' })
        invited()
        return c.redirect('/', 303)
      }
    }
    if (doors.session(getCookie(c, cookie)) === null) return c.html(stranger(token !== null), 401)
    if (token !== null) return c.redirect('/', 303)
    if (c.req.method !== 'GET' && c.req.method !== 'HEAD' && !isOwnOrigin(c.req.header('origin'), c.req.header('host')))
      return c.text('This request came from another site.\n', 403)
    const wrong = wrongDate(searchParams)
    if (wrong !== null)
      throw new PageError(400, `“${wrong}” is no date of the calendar`, 'write a year, a month or a day: 2023, 2023-04, 2023-04-05')
    return next()
  })

  for (const [name, { type, body }] of assets)
    app.get(`/assets/${name}`, (c) => c.body(body, 200, { 'Content-Type': type, 'Cache-Control': 'no-cache' }))

  for (const page of [{ ...eventsPage, path: '/' }, ...PAGES]) {
    app.get(page.path, async (c) => {
      const ask = askOf(c.req.url, getCookie(c, cookie))
      return c.html(layout((await page.open(ask)).view(), ask))
    })
    if (page.path !== '/')
      app.get(`${page.path}.json`, async (c) => c.json((await page.open(askOf(c.req.url, getCookie(c, cookie)))).json() as never))
  }

  for (const [path, type, head, line] of [
    ['/events.csv', 'text/csv; charset=utf-8', csvHead, csvLine],
    ['/events.ndjson', 'application/x-ndjson; charset=utf-8', '', (listed: Listed) => `${JSON.stringify(withVerdict(listed))}\n`],
  ] as const)
    app.get(path, (c) => {
      const ask = askOf(c.req.url, getCookie(c, cookie))
      const { chosen } = chooseFor(ask, readFilter(ask.params))
      c.header('Content-Type', type)
      c.header('Content-Disposition', `attachment; filename="${path.slice(1)}"`)
      return stream(c, async (out) => {
        await out.write(head)
        for (let row = 0; row < chosen.length && !out.aborted; ) {
          const rows: number[] = []
          for (; row < chosen.length && rows.length < 200; row++) if (chosen[row] === 1) rows.push(row)
          await out.write(listRows(ask, rows).map(line).join(''))
        }
      })
    })

  app.get('/report.html', (c) => c.html(reportPage(makeReport(desk, { linked: false }), 'linked')))

  const limit = bodyLimit({
    maxSize: BODY,
    onError: () => {
      throw new PageError(413, 'that is more than a verdict needs', 'shorten the comment')
    },
  })
  const formOf = async (parse: () => Promise<Record<string, unknown>>): Promise<Form> =>
    Object.fromEntries(Object.entries(await parse()).flatMap(([key, value]) => (typeof value === 'string' ? [[key, value]] : [])))

  app.post('/verdicts', limit, async (c) => {
    const ask = askOf(c.req.url, getCookie(c, cookie))
    const form = await formOf(() => c.req.parseBody())
    const saved = saveVerdict(desk, form, ask.reviewer)
    const to = ownPath(saved.verdict === 'undo' ? undoneAt(desk, saved.of, form.here) : form.goto)
    if (wantsJson(c.req.header('accept'))) return c.json({ saved: true, id: saved.id, verdict: saved.verdict, next: to })
    return c.redirect(to, 303)
  })

  app.post('/reviewer', limit, async (c) => {
    const { reviewer = '' } = await formOf(() => c.req.parseBody())
    const name = reviewer.trim().slice(0, 100)
    if (name === '') throw new PageError(400, 'a reviewer needs a name', 'type the name that your verdicts should carry')
    doors.rename(getCookie(c, cookie) ?? '', name)
    return c.redirect('/', 303)
  })

  app.notFound((c) => {
    throw new PageError(404, `there is no page ${new URL(c.req.url).pathname}`, 'start from the events')
  })
  app.onError((error, c) => {
    const told =
      error instanceof PageError
        ? error
        : new PageError(
            500,
            error.message.split('\n')[0] ?? 'something went wrong',
            'reload the page; if it stays, look at the terminal and run annalist doctor',
          )
    for (const [name, value] of Object.entries(HEADERS)) c.header(name, value)
    if (new URL(c.req.url).pathname.endsWith('.json') || wantsJson(c.req.header('accept')))
      return c.json({ error: told.message, hint: told.hint }, told.status)
    const ask = askOf(c.req.url, getCookie(c, cookie))
    return c.html(
      layout(
        {
          title: told.status === 404 ? 'Not found' : 'Not possible',
          main: html`<div class="empty"><h1>${told.status === 404 ? 'Not found' : 'That was not possible'}</h1><p>${told.message}.</p><p>${told.hint}.</p><p><a href="/">All events</a></p></div>`,
        },
        ask,
      ),
      told.status,
    )
  })
  return app
}

/** After taking a verdict back one is where it was given. */
const undoneAt = (desk: Desk, id: string, here: string | undefined): string | undefined => {
  const undone = desk.standing().verdicts.find((v) => v.id === id)
  if (undone === undefined || !('finding' in undone) || undone.finding.event === null) return here
  const event = desk.standing().carried.get(id)?.event
  if (!event) return here
  const [path = '/judge', query = ''] = (here ?? '').split('?')
  const params = new URLSearchParams(query)
  params.set('event', event)
  if (path === '/article') params.set('id', undone.article)
  return `${path}?${params}`
}

/** A place of ours to go on to; never another site's. */
const ownPath = (path: string | undefined): string => (path !== undefined && /^\/(?![/\\])[^\r\n]*$/.test(path) ? path : '/judge')

const wantsJson = (accept: string | undefined): boolean => accept?.startsWith('application/json') ?? false

const isOwnOrigin = (origin: string | undefined, host: string | undefined): boolean => origin !== undefined && origin === `http://${host}`

const stranger = (used: boolean): string =>
  html`<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Annalist</title><link rel="stylesheet" href="/assets/desk.css"></head>
<body><main id="main"><div class="empty"><h1>${used ? 'This link was used before' : 'This needs the link from the terminal'}</h1><p>Each link that <code>annalist audit</code> prints opens the desk once. Use the newest one in the terminal where it runs.</p></div></main></body></html>`
    .markup
