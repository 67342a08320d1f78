import type { Delivered } from './delivered.ts'
import { looseDate } from './loose-date.ts'
import { isBlank, oneLine, tidyLines } from './tidy-lines.ts'

/** What heads each document of ProQuest, saved as text: "Document 3 of 25". */
const COUNT = /^[ \t]*Document \d+ of \d+[ \t]*$/m
/** The line between two of them. */
const RULE = /^[ \t]*_{20,}[ \t]*$/
const FULL_TEXT = /^\s*Full text:\s*(.*)$/i
/** What stands below a text; no paragraph begins so but by chance, and then no other of these follows. */
const FOOT =
  /^\s*(?:Subject|Location|People|Company \/ organization|Business indexing term|Identifier \/ keyword|Title|Publication title|Publication year|Publication date|Publisher|Place of publication|Country of publication|Publication subject|ISSN|Source type|Language of publication|Document type|ProQuest document ID|Document URL|Copyright|Last updated|Database|Credit|Dateline|Section|Pages|First page|Volume|Issue|Number of pages|Column):\s/

export const fromProquest = (text: string): readonly Delivered[] | null => {
  const [front = '', ...documents] = text.split(COUNT)
  const isWhole = documents.some((document) => document.split('\n').some((line) => FULL_TEXT.test(line)))
  return isWhole && front.split('\n').every((line) => isBlank(line) || RULE.test(line)) ? documents.map(proquestDocument) : null
}

const proquestDocument = (document: string): Delivered => {
  const lines = document.split('\n')
  const rule = lines.findIndex((line) => RULE.test(line))
  const own = lines.slice(0, rule < 0 ? lines.length : rule)
  const begin = own.findIndex((line) => FULL_TEXT.test(line))
  const foot = footOf(own, begin)
  const fieldOf = (name: string): string => {
    const at = own.findIndex((line, i) => (i < begin || i >= foot) && line.startsWith(`${name}:`))
    return at < 0 ? '' : (own[at] as string).slice(name.length + 1).trim()
  }
  return {
    id: fieldOf('ProQuest document ID') || null,
    text: begin < 0 ? '' : tidyLines([FULL_TEXT.exec(own[begin] as string)?.[1] ?? '', ...own.slice(begin + 1, foot)]),
    title: oneLine(fieldOf('Title') || (own.find((line) => !isBlank(line)) ?? '')),
    published: looseDate(fieldOf('Publication date')),
  }
}

/** Where the fields below a text begin: those behind which no line follows that is none of them, but the rest of one. */
const footOf = (lines: readonly string[], begin: number): number => {
  const last = lines.findLastIndex((line) => FOOT.test(line))
  let foot = last < begin ? lines.length : last
  for (let i = last; i > begin && begin >= 0; i--) {
    if (FOOT.test(lines[i] as string)) foot = i
    else if (!isBlank(lines[i]) && isBlank(lines[i - 1]) && !FOOT.test(lines[i - 1] ?? '')) break
  }
  return foot
}
