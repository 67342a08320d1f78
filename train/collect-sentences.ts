/**
 * Collects sentences of our own for self-training: the lexicon's examples and counterexamples, the date fixtures, and the articles of ours that are CC0.
 * One sentence a line, its words parted by spaces as src/syntax/tokens.ts cuts them. Sentences of fixtures/syntax judge the model and stay out.
 *
 *     npx tsx train/collect-sentences.ts ARTICLES > train/sentences.txt
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parse } from 'yaml'
import { layOut } from '../src/extract/lay-out.ts'
import { tokenize } from '../src/syntax/tokens.ts'

const root = fileURLToPath(new URL('..', import.meta.url))

const yamlFiles = (folder: string): readonly string[] =>
  readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.yaml'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()

/** Every string under the keys `text`, `examples` and `counterexamples` that ends as a sentence does. */
const sentencesIn = (value: unknown, inside = false): readonly string[] => {
  if (typeof value === 'string') return inside && /[.?!]"?$/.test(value) ? [value] : []
  if (Array.isArray(value)) return value.flatMap((item) => sentencesIn(item, inside))
  if (value === null || typeof value !== 'object') return []
  return Object.entries(value).flatMap(([key, item]) =>
    sentencesIn(item, key === 'text' || key === 'counterexamples' || (key === 'examples' && Array.isArray(item))),
  )
}

const own = yamlFiles(join(root, 'lexicon/en')).concat(yamlFiles(join(root, 'fixtures/dates'))).flatMap((file) => {
  const text = readFileSync(file, 'utf8')
  return sentencesIn(parse(text, { logLevel: 'silent' }))
})

const free = (folder: string): readonly string[] =>
  readdirSync(folder)
    .sort()
    .filter((slug) => JSON.parse(readFileSync(join(folder, slug, 'article.json'), 'utf8')).license === 'CC0-1.0')
    .map((slug) => readFileSync(join(folder, slug, 'article.txt'), 'utf8'))

const words = (text: string): readonly string[] => {
  const { sentences } = layOut({ id: 'own', text, published: null, title: null, url: null, kind: null })
  return sentences.map((span) => tokenize(text, span).map((token) => token.text).join(' '))
}

const judging = new Set(
  yamlFiles(join(root, 'fixtures/syntax')).flatMap((file) => (parse(readFileSync(file, 'utf8')) as { text: string }[]).flatMap(({ text }) => words(text))),
)
const lines = new Set([...own, ...process.argv.slice(2).flatMap(free)].flatMap(words))
for (const line of lines) if (!judging.has(line) && line.includes(' ')) process.stdout.write(`${line}\n`)
