import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { datesOf, describeTimex, readCases } from './cases.ts'

const corpus = new URL('../../../corpus/', import.meta.url).pathname
const slugs = readdirSync(corpus).filter((name) => !name.includes('.'))
const articles = slugs.map((slug) => ({
  slug,
  text: readFileSync(`${corpus}${slug}/article.txt`, 'utf8'),
  ...(JSON.parse(readFileSync(`${corpus}${slug}/article.json`, 'utf8')) as { published: string; kind: string }),
}))
const texts = [...articles, ...readCases()]
const resolveAll = (): string => JSON.stringify(texts.map(({ text, published, kind }) => datesOf(text, published, kind)))

describe('dates are the same everywhere', () => {
  afterEach(() => vi.useRealTimers())

  it('under any system clock', () => {
    const now = resolveAll()
    for (const moment of ['1970-01-01T00:00:00Z', '2000-02-29T23:59:59Z', '2038-12-31T12:00:00Z']) {
      vi.useFakeTimers({ now: new Date(moment) })
      expect(resolveAll()).toBe(now)
    }
  })

  it('in any time zone', () => {
    const script = `
      import { readCases, datesOf } from ${JSON.stringify(new URL('cases.ts', import.meta.url).pathname)}
      process.stdout.write(JSON.stringify(readCases().map((c) => datesOf(c.text, c.published, c.kind))))`
    const run = (zone: string): string =>
      execFileSync(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script], {
        encoding: 'utf8',
        env: { ...process.env, TZ: zone },
      })
    const utc = run('UTC')
    expect(utc.length).toBeGreaterThan(10_000)
    for (const zone of ['Pacific/Kiritimati', 'Pacific/Pago_Pago', 'America/Sao_Paulo']) expect(run(zone)).toBe(utc)
  }, 60_000)

  it('when asked twice, or after other texts', () => {
    expect(resolveAll()).toBe(resolveAll())
  })
})

describe('dates of any text', () => {
  const words = fc.constantFrom(
    ...'in on the of May March 1968 2003 BC last Friday night two weeks later ago early mid- end 3 – - , . ( ) " that year month season summer fall Q3 now every 5 June 12/13/2014 9.45 p.m. 4,000 troops 99 decade century \n'.split(
      ' ',
    ),
  )
  const text = fc.array(words, { maxLength: 60 }).map((list) => list.join(' '))

  it('are in order, apart, inside the text, and of calendar form', () => {
    fc.assert(
      fc.property(text, fc.constantFrom('2023-04-05', null), fc.constantFrom('wire', 'history', null), (words, published, kind) => {
        let at = 0
        for (const timex of datesOf(words, published, kind)) {
          expect(timex.start).toBeGreaterThanOrEqual(at)
          expect(timex.end).toBeGreaterThan(timex.start)
          expect(timex.text).toBe(words.slice(timex.start, timex.end))
          expect(timex.text).toBe(timex.text.trim())
          if (timex.first !== null && timex.last !== null) {
            expect(timex.first).toMatch(/^-?\d{4}-\d\d-\d\d$/)
            expect(timex.value).not.toBeNull()
            if (!timex.first.startsWith('-')) expect(timex.first <= timex.last).toBe(true)
          }
          if (timex.fault !== null) expect(timex.value).toBeNull()
          at = timex.end
        }
      }),
      { numRuns: 400, seed: 7 },
    )
  })
})

describe('time is linear in the length of the text', () => {
  const base = articles.map((a) => a.text).join('\n\n')
  // The work is counted, not timed: how often a regular expression is run over how many characters.
  const work = (text: string): number => {
    let characters = 0
    const exec = RegExp.prototype.exec
    RegExp.prototype.exec = function (this: RegExp, s: string) {
      characters += s.length
      return exec.call(this, s)
    }
    try {
      datesOf(text, '2023-04-05', 'wire')
    } finally {
      RegExp.prototype.exec = exec
    }
    return characters
  }

  it.each([
    ['paragraphs', base],
    ['one endless line', base.replaceAll(/\s+/g, ' ')],
    ['nothing but dates', '3 May 1997, '.repeat(3000)],
    ['nothing but figures', '1234567890 '.repeat(4000)],
    ['no blank at all', 'May1997'.repeat(5000)],
  ])('of %s', (_, text) => {
    const [one, four] = [work(text), work(`${text}\n\n${text}\n\n${text}\n\n${text}`)]
    expect(four).toBeLessThan(one * 4.6 + 1_000_000)
    expect(one).toBeGreaterThan(0)
  })
})

describe('expressions say what they were reckoned from', () => {
  it('publication, an expression before, or nothing', () => {
    const text = 'On 3 May 2015 they met. Two days later they signed. On Monday they spoke.'
    expect(datesOf(text, '2023-04-05', 'wire').map((t) => [describeTimex(t), t.anchor])).toEqual([
      ['3 May 2015|DATE 2015-05-03', null],
      ['Two days later|DATE 2015-05-05', 'text:3-13'],
      ['Monday|DATE 2023-04-03', 'publication'],
    ])
  })
})
