import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Hono } from 'hono'
import { createApp } from '../../src/audit/app.ts'
import { type Desk, openDesk } from '../../src/audit/desk.ts'
import type { Ports } from '../../src/audit/ports.ts'
import { readRuleBook } from '../../src/audit/rule-book.ts'
import { makeDoors } from '../../src/audit/security.ts'
import { serveAudit } from '../../src/audit/serve.ts'
import type { Article } from '../../src/document.ts'
import { articleHash, type Findings, openStore } from '../../src/store/index.ts'
import { fakeLibrary } from '../cli/fake-library.ts'
import { article, fakeExtract, SETTINGS } from '../store/fake-extract.ts'

export const dir = mkdtempSync(join(tmpdir(), 'annalist-audit-'))
let files = 0
export const fresh = (ending: string): string => join(dir, `${++files}.${ending}`)

const SIDES = ['Russia', 'Ukraine', 'NATO', 'France', 'Serbia', 'Atlantis']
const VERBS = ['attacked', 'praised', 'met', 'sued']
const PLACES = ['Kyiv', 'Ankara', '']

/** News of a small world: `count` articles of three sentences each, the same every time. */
export const news = (count: number): readonly Article[] =>
  Array.from({ length: count }, (_, i) => {
    const pick = <T>(list: readonly T[], n: number): T => list[n % list.length] as T
    const sentence = (n: number): string => {
      const place = pick(PLACES, n * 5 + i)
      return `${pick(SIDES, n + i)} ${n % 7 === 3 ? 'may have ' : ''}${pick(VERBS, n * 3 + i)} ${pick(SIDES, n * 2 + i + 1)}${place && ` in ${place}`}${n % 3 === 0 ? ` on ${2000 + (n % 20)}-0${1 + (n % 9)}-1${n % 10}` : ''}.`
    }
    return article(`news/${String(i).padStart(3, '0')}`, `${sentence(i)} ${sentence(i + 11)}\n\n${sentence(i * 2 + 5)} The choir sang.`, {
      title: `Dispatch ${i}`,
      published: `2021-0${1 + (i % 9)}-01`,
    })
  })

/** Stores articles as an extraction finds them. */
export const build = (path: string, articles: readonly Article[], extract: (article: Article) => Findings = fakeExtract): string => {
  const store = openStore(path)
  const run = store.begin(SETTINGS)
  for (const one of articles) store.save(extract(one), articleHash(one), run)
  store.close()
  return path
}

let ids = 0
export const ports: Ports = {
  explain: async (one) => fakeLibrary.extract(one).readings,
  drawTree: fakeLibrary.drawTree,
  ruleOf: readRuleBook([join(import.meta.dirname, '../../lexicon/en')]),
  codebook: [
    { code: '04', name: 'Consult', quad: 1, goldstein: 1, plover: 'CONSULT' },
    { code: '040', name: 'Consult, not specified below', quad: 1, goldstein: 1, plover: 'CONSULT' },
    { code: '05', name: 'Engage in diplomatic cooperation', quad: 1, goldstein: 3.5, plover: 'SUPPORT' },
    { code: '051', name: 'Praise or endorse', quad: 1, goldstein: 3.4, plover: 'SUPPORT' },
    { code: '11', name: 'Disapprove', quad: 3, goldstein: -2, plover: 'ACCUSE' },
    { code: '115', name: 'Bring lawsuit against', quad: 3, goldstein: -2, plover: 'ACCUSE' },
    { code: '19', name: 'Fight', quad: 4, goldstein: -10, plover: 'ASSAULT' },
    { code: '190', name: 'Use conventional military force', quad: 4, goldstein: -10, plover: 'ASSAULT' },
    { code: '193', name: 'Fight with small arms and light weapons', quad: 4, goldstein: -10, plover: 'ASSAULT' },
  ],
  nameOfEntity: (entity) => ({ RUS: 'Russia', UKR: 'Ukraine' })[entity] ?? null,
  version: '0.0.0',
  now: () => new Date(Date.UTC(2026, 0, 1) + 1000 * ids).toISOString(),
  newId: () => `verdict-${String(++ids).padStart(6, '0')}`,
}

export const HOST = '127.0.0.1:4711'

export type Opened = {
  readonly desk: Desk
  readonly app: Hono
  readonly cookie: string
  readonly get: (path: string, headers?: Readonly<Record<string, string>>) => Promise<Response>
  readonly json: <T>(path: string) => Promise<T>
  readonly post: (path: string, form: Readonly<Record<string, string>>, headers?: Readonly<Record<string, string>>) => Promise<Response>
}

/** The desk over a database, with a visitor who has come in by a link. */
export const open = (db: string, { verdicts = fresh('jsonl'), readOnly = false, reviewer = 'ada' } = {}): Opened => {
  const desk = openDesk({ db, verdicts, readOnly, ports, say: () => {} })
  const doors = makeDoors(reviewer)
  const app = createApp({ desk, doors, host: '127.0.0.1', port: 4711, invited: () => {} })
  const cookie = `annalist-4711=${doors.enter(doors.invite())}`
  const own = { host: HOST, cookie }
  const get = async (path: string, headers: Readonly<Record<string, string>> = {}) =>
    app.request(`http://${HOST}${path}`, { headers: { ...own, ...headers } })
  return {
    desk,
    app,
    cookie,
    get,
    json: async <T>(path: string) => (await get(path)).json() as T,
    post: async (path, form, headers = {}) =>
      app.request(`http://${HOST}${path}`, {
        method: 'POST',
        body: new URLSearchParams(form),
        headers: { ...own, origin: `http://${HOST}`, accept: 'application/json', ...headers },
      }),
  }
}

/** Judges the next event of a queue as a form would. */
export const judge = async (
  { json, post }: Opened,
  queue: Readonly<Record<string, string>>,
  form: Readonly<Record<string, string>>,
): Promise<{ readonly id: string; readonly event: string }> => {
  const { event } = await json<{ event: { id: string; document: string } }>(`/judge.json?${new URLSearchParams(queue)}`)
  const answer = await post('/verdicts', { id: ports.newId(), article: event.document, event: event.id, ...queue, ...form })
  const told = (await answer.json()) as { id: string; error?: string }
  if (!answer.ok) throw new Error(told.error)
  return { id: told.id, event: event.id }
}

/** The desk served on a port of its own while some work is done; `links` grows with every link that is told. */
export const serving = async (
  db: string,
  work: (at: { readonly links: readonly string[]; readonly port: number }) => Promise<void>,
  { verdicts = fresh('jsonl'), reviewer = 'ada' } = {},
): Promise<void> => {
  const links: string[] = []
  const served = await serveAudit({
    db,
    verdicts,
    reviewer,
    readOnly: false,
    host: '127.0.0.1',
    port: 0,
    ports,
    say: () => {},
    link: (url) => links.push(url),
  })
  try {
    await work({ links, port: served.port })
  } finally {
    await served.close()
  }
}
