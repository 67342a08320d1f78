import { readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readArticles } from '../../src/read/read-articles.ts'
import { LARGEST_ARTICLE } from '../../src/read/reading.ts'
import { folder, outline, readAll } from './folder.ts'

const LONG = 'Russia attacked Ukraine. '.repeat(40_000)
const open = (): number => readdirSync('/proc/self/fd').length

test.skipIf(process.platform !== 'linux').each<[string, Readonly<Record<string, string>>]>([
  [
    'texts whose article.json is broken',
    Object.fromEntries(
      Array.from(
        { length: 20 },
        (_, i) =>
          [
            [`${i}/article.txt`, LONG],
            [`${i}/article.json`, '{'],
          ] as const,
      ).flat(),
    ),
  ],
  [
    'tables without a column of texts',
    Object.fromEntries(Array.from({ length: 20 }, (_, i) => [`${i}.csv`, `a,b\n${'1,2\n'.repeat(200_000)}`])),
  ],
  [
    'lines of which only the first is asked for',
    Object.fromEntries(Array.from({ length: 20 }, (_, i) => [`${i}.jsonl`, `{"id": "${i}", "text": "${LONG}"}\n`.repeat(3)])),
  ],
])('%s leave no file open', async (_, files) => {
  const dir = folder(files)
  const before = open()
  for (const name of readdirSync(dir))
    for await (const reading of readArticles([`${dir}/${name}`])) {
      expect(reading).toBeDefined()
      break
    }
  await new Promise((turn) => setTimeout(turn, 50))
  expect(open()).toBe(before)
})

test('a mail with a line beyond any article is told, not cut', async () => {
  const mail = (id: string, text: string): string =>
    `From a@b.example Wed May  1 00:00:00 2024\nMessage-ID: <${id}>\nSubject: S\n\n${text}\n\n`
  const dir = folder({
    'a.mbox': mail('one', 'Text.') + mail('two', `Before.\n${'x'.repeat(LARGEST_ARTICLE + 1)}\nAfter.`) + mail('three', 'Text.'),
  })
  const [one, two, three] = outline(await readAll([`${dir}/a.mbox`]), dir)
  expect([one, three]).toEqual(['one', 'three'])
  expect(two).toMatch(/^a\.mbox:\d+: has \d+ bytes$/)
})

test('of two files of one name in two folders the second is told of, with what the name is made from', async () => {
  const dir = folder({ 'x/a.txt': 'One.', 'y/a.txt': 'Two.' })
  const readings = await readAll([`${dir}/x`, `${dir}/y`])
  expect(readings[1]).toMatchObject({ hint: expect.stringContaining('called by their names below the folder that is read') })
  expect(outline(await readAll([dir]), dir)).toEqual(['x/a', 'y/a'])
})
