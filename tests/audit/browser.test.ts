import { existsSync, readFileSync } from 'node:fs'
import axe from 'axe-core'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { parseVerdicts } from '../../src/verdicts/parse-verdicts.ts'
import type { Verdict } from '../../src/verdicts/verdict.ts'
import { startProcess } from '../cli/command.ts'
import { type Ended, ended } from '../cli/ended.ts'
import { article, fakeExtract } from '../store/fake-extract.ts'
import { CHROMIUM, launch } from './chromium.ts'
import { build, fresh, news, serving } from './setup.ts'

// A browser on a machine that is busy with other tests takes its time.
vi.setConfig({ testTimeout: 240_000 })
const inBrowser = describe.skipIf(CHROMIUM === null)
let browser: Browser
beforeAll(async () => {
  if (CHROMIUM !== null) browser = await launch()
})
afterAll(async () => {
  await browser?.close()
})

type Visit = {
  readonly page: Page
  readonly context: BrowserContext
  readonly base: string
  readonly verdicts: string
  readonly said: () => readonly Verdict[]
  readonly wrong: string[]
}

/** A served desk and a browser that came in by its link. Errors in the page, the policy's refusals among them, are kept. */
const visit = async (
  db: string,
  work: (visit: Visit) => Promise<void>,
  { verdicts = fresh('jsonl'), reviewer = 'ada', scripts = true, width = 1600, scheme = 'light' as 'light' | 'dark' } = {},
): Promise<void> =>
  serving(
    db,
    async ({ links, port }) => {
      const base = `http://127.0.0.1:${port}`
      const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme: scheme, javaScriptEnabled: scripts })
      const wrong: string[] = []
      try {
        const page = await context.newPage()
        page.on('pageerror', (error) => wrong.push(error.message))
        page.on('console', (message) => {
          if (message.type() === 'error' && !/status of 4\d\d/.test(message.text())) wrong.push(message.text())
        })
        page.on('request', (request) => {
          if (!request.url().startsWith(`${base}/`)) wrong.push(`asked for ${request.url()}`)
        })
        await page.goto(links[0] as string)
        const said = (): readonly Verdict[] => (existsSync(verdicts) ? parseVerdicts(readFileSync(verdicts, 'utf8')).verdicts : [])
        await work({ page, context, base, verdicts, said, wrong })
        expect(wrong).toEqual([])
      } finally {
        await context.close()
      }
    },
    { verdicts, reviewer },
  )

/** Presses keys that end in a saved verdict, and waits for the page that follows; gives the verdict's id, as it was sent and acknowledged. */
const saving = async (page: Page, press: () => Promise<unknown>): Promise<string> => {
  const answered = page.waitForResponse((r) => r.url().endsWith('/verdicts') && r.request().method() === 'POST')
  const loaded = page.waitForEvent('load').catch(() => null)
  await press()
  const answer = await answered
  if (!answer.ok()) throw new Error(((await answer.json()) as { error: string }).error)
  await loaded
  return new URLSearchParams(answer.request().postData() ?? '').get('id') ?? ''
}
const keys = async (page: Page, ...pressed: readonly string[]): Promise<void> => {
  for (const key of pressed) await page.keyboard.press(key)
}

inBrowser('browsing', () => {
  test('facets, search, sort and the timeline’s brush choose; the address keeps it', async () => {
    const db = build(fresh('db'), news(40))
    await visit(db, async ({ page, base }) => {
      const total = async () => Number((await page.locator('h1 .total').textContent())?.replaceAll(',', ''))
      const all = await total()
      await page.click('.facet a:has-text("19 Fight")')
      const fights = await total()
      expect(fights).toBe(Number(await page.locator('.facet a.on .n').first().textContent()))
      expect(fights).toBeLessThan(all)
      await page.fill('#q', 'Russia')
      await page.keyboard.press('Enter')
      await page.waitForURL(/q=Russia/)
      expect(await total()).toBeLessThan(fights)
      expect(new URL(page.url()).searchParams.getAll('root')).toEqual(['19'])
      await page.selectOption('select[name="sort"]', '-date')
      await page.click('button:has-text("Sort")')
      const dates = (await page.locator('td.date').allTextContents()).filter((d) => d !== 'no date')
      expect(dates).toEqual(dates.toSorted().toReversed())
      await page.reload()
      expect((await page.locator('td.date').allTextContents()).filter((d) => d !== 'no date')).toEqual(dates)

      await page.goto(`${base}/timeline`)
      const box = await page.locator('.chart svg').boundingBox()
      if (box === null) throw new Error('no chart')
      await page.mouse.move(box.x + box.width * 0.3, box.y + 100)
      await page.mouse.down()
      await page.mouse.move(box.x + box.width * 0.6, box.y + 120, { steps: 4 })
      await page.mouse.up()
      await page.waitForURL(/from=\d{4}-\d\d&to=\d{4}-\d\d/)
      const chosen = await total()
      expect(chosen).toBeGreaterThan(0)
      expect(chosen).toBeLessThan(all)
      await page.click('nav a:has-text("Events")')
      expect(await total()).toBe(chosen)
    })
  })

  test('marks and cards of an event light each other; a mark leads to its event', async () => {
    const db = build(fresh('db'), [article('one', 'Russia attacked Ukraine in Kyiv on 2022-02-24. France praised Serbia.')])
    await visit(db, async ({ page, base }) => {
      await page.goto(`${base}/article?id=one`)
      await page.hover('text=France praised Serbia >> [data-e]')
      expect(await page.locator('[data-card].lit').count()).toBe(1)
      await page.hover('.event-list li >> nth=0')
      expect(await page.locator('.text [data-e].lit').textContent()).toBe('attacked')
      await page.click('.text a:has-text("praised")')
      await page.waitForURL(/event=/)
      expect(await page.locator('.text mark.source').textContent()).toBe('France')
      expect(await page.locator('.text mark.trigger').textContent()).toBe('praised')
      await page.click('summary:has-text("How the sentence was read")')
      await page.waitForSelector('.fragment .tree')
      expect(await page.locator('.fragment').textContent()).toContain('praised')
    })
  })
})

inBrowser('judging by keyboard', () => {
  test('fifty events, each on the disk before the page says so, and there again after a reload', async () => {
    const db = build(fresh('db'), news(30))
    await visit(db, async ({ page, base, said }) => {
      await page.goto(`${base}/judge?queue=random`)
      for (let i = 0; i < 50; i++) {
        const id = await saving(page, () => (i % 5 === 4 ? keys(page, 'r', String(1 + (i % 8))) : keys(page, i % 7 === 6 ? 'n' : 'a')))
        expect(said().at(-1)?.id).toBe(id)
      }
      expect(said()).toHaveLength(50)
      expect(new Set(said().map((v) => 'finding' in v && v.finding.event)).size).toBe(50)
      expect(said().every((v) => v.reviewer === 'ada' && 'draw' in v && v.draw?.population !== undefined)).toBe(true)
      await page.reload()
      expect(await page.locator('.progress').textContent()).toContain('50 judged by you')
      await page.goto(`${base}/?verdict=accepted`)
      expect(Number(await page.locator('h1 .total').textContent())).toBe(said().filter((v) => v.verdict === 'accept').length)
    })
  })

  test('each kind of field is corrected, words are chosen with the arrow keys, a missed event is added', async () => {
    const text = 'Russia attacked Ukraine in Kyiv on 2022-02-24. Moldova watched 😀 France.\r\nThe choir sang in Lyon.'
    const db = build(fresh('db'), [article('one', text)])
    await visit(db, async ({ page, base, said }) => {
      page.setDefaultTimeout(20_000)
      const correct = async (type: () => Promise<void>) => {
        await page.goto(`${base}/judge?queue=text&event=${fakeExtract(article('one', text)).events[0]?.id}`)
        await type()
        await saving(page, () => page.keyboard.press('Enter'))
        const last = said().at(-1)
        if (last?.verdict !== 'correct') throw new Error(`saved ${last?.verdict}`)
        await saving(page, () => keys(page, 'u'))
        return last.correction
      }
      expect(
        await correct(async () => {
          await keys(page, 'c')
          await page.keyboard.type('193')
        }),
      ).toEqual({ cameo: '193' })
      expect(
        await correct(async () => {
          await keys(page, 'c')
          await page.keyboard.type('praise')
          await keys(page, 'ArrowDown', 'Enter')
        }),
      ).toEqual({ cameo: '051' })
      expect(
        await correct(async () => {
          await keys(page, 'd')
          await page.keyboard.type('2022-02')
        }),
      ).toEqual({ date: '2022-02' })
      expect(
        await correct(async () => {
          await keys(page, 'd', 'Delete')
        }),
      ).toEqual({ date: null })
      expect(
        await correct(async () => {
          await keys(page, 'p')
          await page.keyboard.type('Kharkiv, ukr')
        }),
      ).toEqual({ place: { name: 'Kharkiv', country: 'UKR' } })
      // From the trigger two words on: "Kyiv", with one more "Kyiv on".
      expect(await correct(() => keys(page, 'w', 'ArrowRight', 'ArrowRight', 'ArrowRight', 'Shift+ArrowRight', 'Enter'))).toEqual({
        trigger: { start: 27, end: 34, text: 'Kyiv on' },
      })
      expect(
        await correct(async () => {
          await keys(page, 't', 'ArrowDown', 'Enter')
          await page.keyboard.type('MDA')
        }),
      ).toEqual({
        target: [{ entity: 'MDA', code: null, start: 47, end: 54, text: 'Moldova' }],
      })
      // Behind a character of two UTF-16 units and before a carriage return: offsets are the article's.
      expect(
        await correct(async () => {
          await keys(page, 's', 'ArrowDown', 'ArrowRight', 'ArrowRight', 'Enter')
          await page.keyboard.type('FRA')
        }),
      ).toEqual({
        source: [{ entity: 'FRA', code: null, start: 66, end: 72, text: 'France' }],
      })
      expect(
        await correct(async () => {
          await keys(page, 'c')
          await page.keyboard.type('051')
          await keys(page, 'Tab')
          await page.keyboard.type('NATO')
        }).catch(String),
      ).toMatch(/NATO.*does not stand/)

      await page.goto(`${base}/judge?queue=text`)
      await keys(page, 'm', 'ArrowDown', 'ArrowDown', 'ArrowRight', 'ArrowRight', 'Enter', 'Tab')
      await page.keyboard.type('040')
      await saving(page, () => page.keyboard.press('Enter'))
      expect(said().at(-1)).toMatchObject({
        verdict: 'add',
        finding: { event: null, cameo: '040', trigger: { start: text.indexOf('sang'), text: 'sang' } },
      })
      await keys(page, 'k')
      await page.keyboard.type('the choir is the story')
      await keys(page, 'Tab')
      await saving(page, () => page.keyboard.press('Enter'))
      await saving(page, () => keys(page, 'f'))
      await saving(page, () => keys(page, 'e'))
      expect(
        said()
          .slice(-3)
          .map((v) => v.verdict),
      ).toEqual(['comment', 'flag', 'read'])
      expect(await page.locator('.said').textContent()).toContain('the choir is the story')
    })
  })

  test('words selected with the mouse are taken; ? shows the keys, Escape leaves them', async () => {
    const text = 'Russia attacked Ukraine. Moldova watched France.'
    await visit(build(fresh('db'), [article('one', text)]), async ({ page, base }) => {
      await page.goto(`${base}/judge?queue=text`)
      await page.dblclick('text=Moldova watched France.', { position: { x: 40, y: 10 } })
      await keys(page, 't')
      expect(await page.inputValue('#correct input[name="target"]')).toMatch(/^Moldova@25 = $/)
      await page.keyboard.press('Escape')
      await page.keyboard.press('?')
      expect(await page.locator('dialog').isVisible()).toBe(true)
      await page.keyboard.press('Escape')
      expect(await page.locator('dialog').isVisible()).toBe(false)
    })
  })

  test('an article is printed to its end', async () => {
    const text = Array.from({ length: 200 }, (_, i) => `Russia attacked Ukraine on day ${i}.`).join('\n\n')
    await visit(
      build(fresh('db'), [article('one', text)]),
      async ({ page, base }) => {
        await page.goto(`${base}/article?id=one`)
        await page.emulateMedia({ media: 'print' })
        const cut = `[...document.querySelectorAll('.paper, .panel')].map((e) => [getComputedStyle(e).overflowY, e.scrollHeight - e.clientHeight < 4])`
        expect(await page.evaluate(cut)).toEqual([
          ['visible', true],
          ['visible', true],
        ])
      },
      { width: 794 },
    )
  })

  test('an id from right to left leaves the day of publication as it is', async () => {
    const one = article('\u062a\u0642\u0631\u064a\u0631', 'Russia attacked Ukraine.', { published: '2023-04-05' })
    await visit(build(fresh('db'), [one]), async ({ page, base }) => {
      await page.goto(`${base}/article?id=${encodeURIComponent(one.id)}`)
      const lefts = (await page.evaluate(`(() => {
        const walker = document.createTreeWalker(document.querySelector('.paper header p.soft'), NodeFilter.SHOW_TEXT)
        while (!walker.nextNode().textContent.includes('2023-04-05'));
        const at = walker.currentNode.textContent.indexOf('2023-04-05')
        return [at, at + 5, at + 8].map((i) => {
          const range = document.createRange()
          range.setStart(walker.currentNode, i)
          range.setEnd(walker.currentNode, i + 1)
          return range.getBoundingClientRect().left
        })
      })()`)) as number[]
      expect(lefts).toHaveLength(3)
      expect([...lefts].sort((a, b) => a - b)).toEqual(lefts)
    })
  })

  test('without scripts the forms do the same', async () => {
    await visit(
      build(fresh('db'), news(3)),
      async ({ page, base, said }) => {
        await page.goto(`${base}/judge?queue=text`)
        await page.click('button:has-text("Accept")')
        await page.waitForURL(/\/judge/)
        await page.click('.reject button >> nth=0')
        await page.click('summary:has-text("Correct")')
        await page.fill('#correct input[name="date"]', '1999')
        await page.click('button:has-text("Save correction")')
        expect(said().map((v) => v.verdict)).toEqual(['accept', 'reject', 'correct'])
        expect(await page.locator('.progress').textContent()).toContain('3 judged by you')
      },
      { scripts: false },
    )
  })

  test('two reviewers at once: both see both, disagreements come up, agreement is measured', async () => {
    const db = build(fresh('db'), news(4))
    const verdicts = fresh('jsonl')
    await visit(
      db,
      async (ada) => {
        await visit(
          db,
          async (ben) => {
            for (const { page, base } of [ada, ben]) await page.goto(`${base}/judge?queue=random&seed=two`)
            for (let i = 0; i < 4; i++)
              await Promise.all([
                saving(ada.page, () => keys(ada.page, 'a')),
                saving(ben.page, () => (i % 3 ? keys(ben.page, 'a') : keys(ben.page, 'r', '1'))),
              ])
            expect(ada.said()).toHaveLength(8)
            await ben.page.goto(`${ben.base}/judge?queue=disputed`)
            expect(await ben.page.locator('.event-head .state').first().textContent()).toBe('disputed')
            await ada.page.goto(`${ada.base}/quality`)
            expect(await ada.page.locator('main').textContent()).toMatch(/Krippendorff’s α .* over 4 events and 2 reviewers/)
          },
          { verdicts, reviewer: 'ben' },
        )
      },
      { verdicts },
    )
  })
})

inBrowser('what must not be lost', () => {
  test('a server killed in the middle of judging has lost nothing that it acknowledged', async () => {
    const db = build(fresh('db'), news(20))
    const verdicts = fresh('jsonl')
    const start = async (): Promise<{ readonly url: string; readonly kill: () => Promise<Ended> }> => {
      const child = startProcess(['audit', '--db', db, '--verdicts', verdicts, '--port', '0', '--reviewer', 'ada'])
      const end = ended(child)
      const url = await new Promise<string>((found, failed) => {
        child.stdout.on('data', (data) => {
          const link = /http\S+/.exec(String(data))?.[0]
          if (link) found(link)
        })
        end.then((e) => failed(new Error(e.err)))
      })
      return {
        url,
        kill: () => {
          child.kill('SIGKILL')
          return end
        },
      }
    }
    const acknowledged: string[] = []
    for (const rounds of [7, 4]) {
      const server = await start()
      const page = await browser.newPage()
      await page.goto(server.url)
      await page.goto(`${new URL(server.url).origin}/judge?queue=random`)
      for (let i = 0; i < rounds; i++) acknowledged.push(await saving(page, () => keys(page, 'a')))
      // The last one is on its way when the server dies: it may be saved or not, but never told as saved and lost.
      await keys(page, 'a')
      await server.kill()
      // Where the page was left for an error of the browser's there is nothing to wait for.
      const shown = await page
        .locator('#saved')
        .textContent({ timeout: 1000 })
        .catch(() => '')
      if (shown?.startsWith('Saved')) acknowledged.push(String(await page.evaluate('document.body.dataset.saved')))
      await page.close()
    }
    const { verdicts: said, faults } = parseVerdicts(readFileSync(verdicts, 'utf8'))
    expect(faults).toEqual([])
    expect(said.map((v) => v.id)).toEqual(expect.arrayContaining(acknowledged))
    expect(new Set(said.map((v) => 'finding' in v && v.finding.event)).size).toBe(said.length)
    expect(said.length).toBeGreaterThanOrEqual(11)
  })

  test('after a rebuild with another lexicon every verdict is carried over or listed as stale', async () => {
    const db = fresh('db')
    const articles = news(8)
    build(db, articles)
    const verdicts = fresh('jsonl')
    await visit(
      db,
      async ({ page, base, said }) => {
        await page.goto(`${base}/judge?queue=text`)
        for (let i = 0; i < 18; i++) await saving(page, () => (i % 4 === 3 ? keys(page, 'r', '3') : keys(page, 'a')))
        // The new lexicon codes attacks otherwise, no longer knows "sued", and an article was edited.
        build(
          db,
          articles.map((a) => (a.id === 'news/001' ? { ...a, text: `An editor's note. ${a.text}` } : a)),
          (one) => {
            const found = fakeExtract(one)
            return {
              ...found,
              events: found.events
                .filter((e) => e.trigger.text !== 'sued')
                .map((e) => (e.trigger.text === 'attacked' ? { ...e, action: { ...e.action, cameo: '193' } } : e)),
            }
          },
        )
        await expect
          .poll(async () => {
            await page.goto(`${base}/verdicts`)
            return page.locator('.fate.stale').count()
          })
          .toBeGreaterThan(0)
        const fates = await page.locator('.fate').allTextContents()
        expect(fates).toHaveLength(18)
        const expected = said().map((v) => {
          if (!('finding' in v)) throw new Error('no finding')
          const word = v.finding.trigger.text
          if (word === 'sued') return v.verdict === 'reject' ? 'moved' : 'stale'
          return word === 'attacked' ? 'stale' : v.article === 'news/001' ? 'moved' : 'carried'
        })
        expect(fates).toEqual(expected.toReversed())
        expect(new Set(fates).size).toBe(3)
        await page.click('.chips a:has-text("stale")')
        await page.click('td a >> nth=0')
        expect(await page.locator('.said .stale, .said').first().textContent()).toMatch(/No longer holds|accepted|rejected/)
      },
      { verdicts },
    )
  })
})

// Of what holds axe needs to tell nothing.
const FIND_VIOLATIONS = 'axe.run({ resultTypes: ["violations"] })'

inBrowser('for people', () => {
  const PATHS = [
    '/',
    '/?root=19&q=russia',
    '/?q=nothingatall',
    '/timeline',
    '/network',
    '/map',
    '/articles',
    '/article?id=news/001',
    'EVENT',
    '/judge',
    '/actor?id=RUS',
    '/rules',
    '/rule?id=actions/attacked',
    '/rejections',
    '/why?article=news/001&sentence=0',
    '/verdicts',
    '/quality',
    '/help',
    '/reviewer',
    '/report.html',
    '/article?id=nowhere',
  ]
  test.each<[number, 'light' | 'dark']>([
    [1600, 'light'],
    [360, 'dark'],
  ])('every page at %d px, %s: axe finds no violation, nothing sticks out or shifts', async (width, scheme) => {
    const db = build(fresh('db'), news(12))
    await visit(
      db,
      async ({ page, base }) => {
        await page.goto(`${base}/judge?queue=random`)
        for (const key of ['a', 'a', 'n']) await saving(page, () => keys(page, key))
        await saving(page, () => keys(page, 'r', '1'))
        const event = new URL((await page.locator('.event-list a').first().getAttribute('href')) ?? '', base).searchParams.get('event')
        for (const path of PATHS) {
          await page.goto(base + (path === 'EVENT' ? `/judge?queue=text&event=${event}` : path))
          await page.evaluate(axe.source)
          const { violations } = (await page.evaluate(FIND_VIOLATIONS)) as { violations: { id: string; nodes: { html: string }[] }[] }
          expect(violations.map((v) => `${path}: ${v.id}: ${v.nodes[0]?.html.slice(0, 200)}`)).toEqual([])
          expect([path, await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')]).toEqual([
            path,
            0,
          ])
          const shift = await page.evaluate(
            'new Promise((done) => { let sum = 0; new PerformanceObserver((list) => { for (const e of list.getEntries()) sum += e.value }).observe({ type: "layout-shift", buffered: true }); setTimeout(() => done(sum), 30) })',
          )
          // Columns of a table of figures may settle while its rows arrive on a busy machine; 0.1 is what counts as good.
          expect([path, Number(shift) < 0.01 ? 'still' : shift]).toEqual([path, 'still'])
        }
        await page.goto(`${base}/judge`)
        await page.keyboard.press('?')
        await page.evaluate(axe.source)
        expect(((await page.evaluate(FIND_VIOLATIONS)) as { violations: unknown[] }).violations).toEqual([])
      },
      { width, scheme },
    )
  })
})
