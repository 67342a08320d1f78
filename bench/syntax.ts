/**
 * Speed, memory and load time of the reader: from text to trees (layout, words, network, lemmas), beside compromise's tagging of the same text in the
 * same run.
 *   npx tsx bench/syntax.ts [FILE.txt …]
 * Without files the articles of corpus/ are read. About a megabyte is read, with the cache of word forms emptied before each round.
 */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import nlp from 'compromise'
import { build } from 'esbuild'
import { layOut } from '../src/extract/lay-out.ts'
import { isTown } from '../src/normalize/places/is-town.ts'
import { loadSyntaxModel } from '../src/syntax/network/model.ts'
import { readSyntax } from '../src/syntax/read-syntax.ts'
import { tokenize } from '../src/syntax/tokens.ts'

const here = new URL('..', import.meta.url).pathname
const files = process.argv.slice(2)
const texts = (
  files.length > 0
    ? files
    : readdirSync(join(here, 'corpus'))
        .filter((name) => !name.includes('.'))
        .map((slug) => join(here, 'corpus', slug, 'article.txt'))
).map((file) => readFileSync(file, 'utf8'))
const size = texts.reduce((n, text) => n + Buffer.byteLength(text), 0)
const model = loadSyntaxModel(readFileSync(join(here, 'model/english.bin')))

let words = 0
const toTrees = (text: string): void => {
  const { sentences } = layOut({ id: 'bench', text, published: null, title: null, url: null, kind: null }, isTown)
  for (const sentence of sentences) words += readSyntax(model, tokenize(text, sentence)).length
}

/** Megabytes a second of processor time, and of the clock. */
const measure = (name: string, megabytes: number, run: (text: string) => void): number => {
  for (const text of texts) run(text.slice(0, 50_000))
  const rounds = Math.max(1, Math.round((megabytes * 1e6) / size))
  const before = process.cpuUsage()
  const start = process.hrtime.bigint()
  for (let round = 0; round < rounds; round++) {
    model.forms.clear()
    for (const text of texts) run(text)
  }
  const clock = Number(process.hrtime.bigint() - start) / 1e9
  const { user, system } = process.cpuUsage(before)
  const read = (size * rounds) / 1e6
  const speed = read / ((user + system) / 1e6)
  console.log(`${name.padEnd(34)}${speed.toFixed(3).padStart(8)} MB/s of processor time, ${(read / clock).toFixed(3)} by the clock`)
  return speed
}

const trees = measure('from text to trees', 1, toTrees)
console.log(`${words} words read`)
const compromise = measure('compromise, tagging', 0.3, (text) => {
  for (const paragraph of text.split('\n')) if (paragraph) nlp(paragraph)
})
console.log(`trees / compromise${(trees / compromise).toFixed(2).padStart(24)} × (wanted: 3.5)`)

/** What a script in a Node of its own took: the most memory, in MB, and milliseconds to load the model. */
const took = (script: string): { readonly memory: number; readonly load: number } =>
  JSON.parse(execFileSync(process.execPath, [script], { encoding: 'utf8' }))

const folder = mkdtempSync(join(tmpdir(), 'annalist-bench-'))
try {
  const text = texts.join('\n\n').repeat(Math.max(1, Math.round(1e6 / size)))
  writeFileSync(join(folder, 'text.txt'), text.slice(0, 1_000_000))
  const report = (load: string): string => `console.log(JSON.stringify({ memory: process.resourceUsage().maxRSS / 1024, load: ${load} }))`
  writeFileSync(join(folder, 'bare.mjs'), report('0'))
  const reading = `
    import { readFileSync } from 'node:fs'
    import { layOut } from '${here}src/extract/lay-out.ts'
    import { loadSyntaxModel } from '${here}src/syntax/network/model.ts'
    import { readSyntax } from '${here}src/syntax/read-syntax.ts'
    import { tokenize } from '${here}src/syntax/tokens.ts'
    const start = performance.now()
    const model = loadSyntaxModel(readFileSync('${here}model/english.bin'))
    const load = performance.now() - start
    const text = readFileSync('${folder}/text.txt', 'utf8')
    const { sentences } = layOut({ id: 'bench', text, published: null, title: null, url: null, kind: null }, isTown)
    for (const sentence of sentences) readSyntax(model, tokenize(text, sentence))
    ${report('load')}`
  const stdin = { contents: reading, resolveDir: here, loader: 'ts' as const }
  await build({ stdin, bundle: true, platform: 'node', format: 'esm', outfile: join(folder, 'reading.mjs') })
  const reader = took(join(folder, 'reading.mjs'))
  const more = reader.memory - took(join(folder, 'bare.mjs')).memory
  console.log(`model loaded, cold${reader.load.toFixed(0).padStart(24)} ms (wanted: less than 80)`)
  console.log(`memory over a bare Node${more.toFixed(0).padStart(19)} MB for 1 MB of text (wanted: at most 120)`)
} finally {
  rmSync(folder, { recursive: true })
}
