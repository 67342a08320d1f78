import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { globSync } from 'tinyglobby'

export const ROOT = join(import.meta.dirname, '../..')

/** Every page that is tested: README.md, CONTRIBUTING.md and all of docs/. */
export const PAGES: readonly string[] = ['README.md', 'CONTRIBUTING.md', ...globSync('docs/**/*.md', { cwd: ROOT }).toSorted()]
export const readPage = (page: string): string => readFileSync(join(ROOT, page), 'utf8')

/** A block of code in a page: `line` is that of its first line, counted from 1; `language` is what its fence says, or what an indented block looks like. */
export type Block = { readonly page: string; readonly line: number; readonly language: string; readonly lines: readonly string[] }

/** The fenced and indented blocks of a page, in order. */
export const blocksOf = (page: string): readonly Block[] => {
  const lines = readPage(page).split('\n')
  const blocks: Block[] = []
  for (let at = 0; at < lines.length; at++) {
    const fence = /^```(\w*)$/.exec(lines[at] ?? '')
    if (fence) {
      const end = lines.indexOf('```', at + 1)
      blocks.push({ page, line: at + 2, language: fence[1] || 'text', lines: lines.slice(at + 1, end) })
      at = end
    } else if (isIndented(lines[at]) && (lines[at - 1] ?? '').trim() === '') {
      let end = at + 1
      while (isIndented(lines[end]) || ((lines[end] ?? 'x') === '' && isIndented(lines[end + 1]))) end++
      const body = lines.slice(at, end).map((line) => line.slice(4))
      blocks.push({ page, line: at + 1, language: looksLike(page, body), lines: body })
      at = end - 1
    }
  }
  return blocks
}

const isIndented = (line: string | undefined): boolean => line?.startsWith('    ') ?? false

const looksLike = (page: string, lines: readonly string[]): string => {
  if (page.startsWith('docs/commands/') && lines.every((line) => line.startsWith('annalist '))) return 'usage'
  if (lines.every((line) => /^(annalist|npm|npx|echo|docker) /.test(line))) return 'sh'
  if (/^- (\w+:|\{)/.test(lines[0] ?? '')) return 'yaml'
  return 'text'
}

/** A command of a page with what the page shows of its output, null where it shows none. `line` is that of the command. */
export type Example = { readonly page: string; readonly line: number; readonly command: string; readonly shown: readonly string[] | null }

/** The commands of a block of shell (`sh`) or of a terminal (`console`: commands after `$ `, then their output). */
export const examplesOf = ({ page, line: first, language, lines }: Block): readonly Example[] => {
  const examples: { page: string; line: number; command: string; shown: string[] | null }[] = []
  let open = false
  for (const [i, line] of lines.entries()) {
    const last = examples.at(-1)
    if (open && last) {
      last.command += `\n${line}`
      open = isOpen(last.command)
    } else if (language === 'console' && !line.startsWith('$ ')) last?.shown?.push(line)
    else if (line.trim() !== '') {
      // In indented blocks of old words may stand beside a command, three blanks away.
      const command = language === 'console' ? line.slice(2) : line.replace(/\s{3,}[^#\s].*$/, '')
      examples.push({ page, line: first + i, command, shown: language === 'console' ? [] : null })
      open = isOpen(command)
    }
  }
  return examples
}

/** Whether a shell waits for more: a pipe, a continued line, an `if` without its `fi`. */
const isOpen = (command: string): boolean =>
  /(\\|\||&&)$/.test(command) || [...command.matchAll(/^\s*if /gm)].length > [...command.matchAll(/\bfi$/gm)].length
