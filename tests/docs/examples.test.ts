import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { DATA, rowOf } from './data-checks.ts'
import { BEFORE, ELSEWHERE, ENDS } from './exceptions.ts'
import { blocksOf, type Example, examplesOf, PAGES, ROOT, readPage } from './find-blocks.ts'
import { missingIn, OPTIONS } from './name-what-is.ts'
import { refreshOutput } from './refresh-output.ts'
import { makeWorld, type World } from './world.ts'

// Every example of README.md, CONTRIBUTING.md and docs/ is run in a fresh clone, in the order of the pages; what a page shows of an output is what is printed.
// `npx vitest run tests/docs -u` (part of `npm run golden`) brings figures in shown outputs up to date; anything else that differs is for a person to write.

const blocks = PAGES.flatMap(blocksOf)
const examples = blocks.filter(({ language }) => /^(sh|console)$/.test(language)).flatMap(examplesOf)
const data = blocks.filter(({ language }) => !/^(sh|console|usage)$/.test(language))
const elsewhere = (command: string): string | null => ELSEWHERE.find(([pattern]) => pattern.test(command))?.[1] ?? null

let world: World
beforeAll(async () => {
  world = await makeWorld()
}, 120_000)
afterAll(() => world.end())

/** Where a page is read: docs/ci.md in a repository of articles, all others in the clone. */
const folderOf = (page: string): string => (page === 'docs/ci.md' ? join(world.dir, 'repository') : world.dir)
const endOf = (command: string): number => ENDS.find(([pattern]) => pattern.test(command))?.[1] ?? 0

describe('examples run', () => {
  for (const page of PAGES) {
    const first = BEFORE[page]
    if (first) test(`before ${page}`, async () => expect(await world.sh(first)).toMatchObject({ status: 0 }))
    const mine = examples.filter((e) => e.page === page)
    const outputs = new Map<number, string>()
    for (const { line, command } of mine) {
      const why = elsewhere(command)
      const run = async (): Promise<void> => {
        // What a page says twice (first the command, then its output) is done once.
        const before = mine.find((e) => e.command === command && outputs.has(e.line))
        if (before) return void outputs.set(line, outputs.get(before.line) ?? '')
        const { status, output, err } = await world.sh(command, folderOf(page))
        outputs.set(line, output)
        expect(status, output).toBe(endOf(command))
        expect(err).not.toMatch(/^ {4}at /m)
      }
      test.skipIf(why !== null)(`${page}:${line} ${command}${why ? ` (not here: ${why})` : ''}`, { timeout: 180_000 }, run)
    }
    const shown = mine.filter((e) => e.shown !== null && elsewhere(e.command) === null)
    if (shown.length > 0)
      test(`${page} shows what is printed`, async () => {
        await expect(withOutputs(page, shown, outputs)).toMatchFileSnapshot(join(ROOT, page))
      })
  }
})

/** A run tells each minute where it is: on a very busy machine, that is. */
const PROGRESS = /^.* a second, .*\n/gm

/** The page with the outputs of its commands as they are now. */
const withOutputs = (page: string, shown: readonly Example[], outputs: ReadonlyMap<number, string>): string => {
  const lines = readPage(page).split('\n')
  for (const { line, command, shown: before } of shown) {
    const first = line - 1 + command.split('\n').length
    const fresh = refreshOutput(before ?? [], (outputs.get(line) ?? '').replace(PROGRESS, ''))
    lines.splice(first, fresh.length, ...fresh)
  }
  return lines.join('\n')
}

describe('blocks of data hold', () => {
  for (const block of data) {
    const row = rowOf(block)
    test(`${block.page}:${block.line} ${row?.what ?? block.lines[0]}`, async () => {
      if (!row)
        throw new Error(
          `what is it? Fence it as sh, console or usage, or say in tests/docs/data-checks.ts how ${block.language} is checked there`,
        )
      await row.check(block.lines.join('\n'), world)
    })
  }
})

describe('every command, option, script and file that a page names is there', () => {
  const spans = PAGES.flatMap((page) =>
    [
      ...readPage(page)
        .replace(/```[\s\S]*?```/g, '')
        .matchAll(/`([^`\n]+)`/g),
    ].map(([, span = '']) => ({ page, span })),
  )
  test.each(PAGES)('%s', (page) => {
    const said = [
      ...examples.filter((e) => e.page === page).map((e) => e.command),
      ...blocks.filter((b) => b.page === page && /^(usage|yaml)$/.test(b.language)).flatMap((b) => b.lines),
      ...spans.filter((s) => s.page === page && /^(annalist [a-z]+( |$)|np[mx] )/.test(s.span)).map((s) => s.span),
    ]
    expect(said.flatMap(missingIn)).toEqual([])
    const options = spans.filter((s) => s.page === page).flatMap(({ span }) => /^--[a-z-]+/.exec(span) ?? [])
    expect(options.filter((option) => !OPTIONS.has(option))).toEqual([])
  })
  test.each(PAGES)('%s links to what is there', (page) => {
    const links = [...readPage(page).matchAll(/\]\((?!https?:)([^)#\s]*)/g)].map(([, link = '']) => link).filter((link) => link !== '')
    for (const link of links) expect(existsSync(join(ROOT, page, '..', link)), link).toBe(true)
  })
})

describe('the tables of exceptions are true', () => {
  test.each(ELSEWHERE)('%s is in a page', (pattern) => expect(examples.some((e) => pattern.test(e.command))).toBe(true))
  test.each(ENDS)('%s is in a page', (pattern) => expect(examples.some((e) => pattern.test(e.command))).toBe(true))
  test.each(DATA)('$page has $language: $what', (row) => expect(data.some((block) => rowOf(block) === row)).toBe(true))
})
