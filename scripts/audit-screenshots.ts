// Takes the pictures of docs/audit.md: npx tsx scripts/audit-screenshots.ts. Needs Chromium; extracts corpus/ into a database of its own, judges a few
// events of it as a reviewer would, and photographs the desk.
import { mkdirSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { readRuleBook } from '../src/audit/rule-book.ts'
import { serveAudit } from '../src/audit/serve.ts'
import { drawTree } from '../src/cli/draw-tree.ts'
import { extract } from '../src/index.ts'
import { lexiconData } from '../src/lexicon/english.ts'
import { readArticles } from '../src/read/read-articles.ts'
import { articleHash, openStore } from '../src/store/index.ts'
import { launch } from '../tests/audit/chromium.ts'

const ROOT = join(import.meta.dirname, '..')
const OUT = join(ROOT, 'docs/images')
const work = mkdtempSync(join(tmpdir(), 'annalist-pictures-'))
const db = join(work, 'events.db')

const store = openStore(db)
const run = store.begin({ version: 'pictures', lexicon: 'pictures', model: 'pictures', options: {} })
for await (const reading of readArticles([join(ROOT, 'corpus')], {
  stdin: process.stdin,
  format: undefined,
  published: null,
  columns: undefined,
}))
  if ('article' in reading) store.save(extract(reading.article), articleHash(reading.article), run)
store.close()

// A clock and ids that are the same every time: the pictures change only when the desk does.
let ticks = 0
const links: string[] = []
const names = new Map(lexiconData.actors.map(({ entity, name }) => [entity, name]))
const served = await serveAudit({
  db,
  verdicts: join(work, 'verdicts.jsonl'),
  readOnly: false,
  host: '127.0.0.1',
  port: 0,
  reviewer: 'ada',
  say: () => {},
  link: (url) => links.push(url),
  ports: {
    explain: async (article) => extract(article).readings,
    drawTree,
    ruleOf: readRuleBook([join(ROOT, 'lexicon/en')]),
    codebook: lexiconData.codebook,
    nameOfEntity: (entity) => names.get(entity) ?? null,
    version: 'pictures',
    now: () => new Date(Date.UTC(2026, 10, 26, 9) + 30_000 * ++ticks).toISOString(),
    newId: () => `picture-${String(++ticks).padStart(6, '0')}`,
  },
})
const browser = await launch()
const base = new URL(links[0] as string).origin
const context = await browser.newContext({ viewport: { width: 1280, height: 800 } })
const page = await context.newPage()
await page.goto(links[0] as string)

const picture = async (name: string, on: Page = page): Promise<void> => {
  await on.screenshot({ path: join(OUT, `audit-${name}.png`) })
}
const judged = async (...keys: readonly string[]): Promise<void> => {
  const loaded = page.waitForEvent('load')
  for (const key of keys) await page.keyboard.press(key)
  await loaded
}

mkdirSync(OUT, { recursive: true })
await page.goto(`${base}/?root=19&source=RUS`)
await picture('events')
await page.goto(`${base}/timeline`)
await picture('timeline')
await page.goto(`${base}/judge?queue=stratified`)
for (let i = 0; i < 40; i++) await judged(...(i % 7 === 3 ? ['r', '1'] : i % 9 === 5 ? ['n'] : ['a']))
await page.keyboard.press('c')
await page.keyboard.type('sanction')
await picture('judge')
await page.keyboard.press('Escape')
await page.goto(`${base}/judge?queue=stratified`)
await page.click('summary:has-text("How the sentence was read")')
await page.waitForSelector('.fragment')
await page.locator('.fragment').scrollIntoViewIfNeeded()
await picture('why')
await page.goto(`${base}/map`)
await picture('map')
await page.goto(`${base}/quality`)
await picture('quality')
const pocket = await browser.newContext({
  viewport: { width: 360, height: 740 },
  colorScheme: 'dark',
  storageState: await context.storageState(),
})
const phone = await pocket.newPage()
await phone.goto(`${base}/judge?queue=stratified`)
await picture('phone', phone)
await browser.close()
await served.close()
