import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { type ReadOptions, readArticles } from '../../src/read/read-articles.ts'
import { describePlace, type Reading } from '../../src/read/reading.ts'

/** A new folder with these files in it. */
export const folder = (files: Readonly<Record<string, string | Uint8Array>>): string => {
  const dir = mkdtempSync(join(tmpdir(), 'annalist-read-'))
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(dir, name)), { recursive: true })
    writeFileSync(join(dir, name), content)
  }
  return dir
}

export const readAll = async (paths: readonly string[], options: ReadOptions = {}): Promise<readonly Reading[]> => {
  const readings: Reading[] = []
  for await (const reading of readArticles(paths, options)) readings.push(reading)
  return readings
}

/** Each reading on one line: the article's id, or where and why there is none. */
export const outline = (readings: readonly Reading[], dir: string): readonly string[] =>
  readings.map((r) => ('article' in r ? r.article.id : `${describePlace(r.place).replace(`${dir}/`, '')}: ${r.message}`))
