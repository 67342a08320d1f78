/** A word of a treebank. `head` is the index of the governing word in the sentence, -1 for the root. */
export type ConlluWord = {
  readonly form: string
  readonly lemma: string
  readonly upos: string
  readonly head: number
  readonly deprel: string
  /** The last column: what `_` or `key=value|…` says. */
  readonly misc: string
}

/** Words written as one (`don't`): its form, the first and the last of its words as indices, and the last column. */
export type ConlluUnit = { readonly form: string; readonly first: number; readonly last: number; readonly misc: string }

/** A sentence of CoNLL-U; comments without their `#`. Features, language-specific tags and enhanced dependencies are left out, empty nodes too. */
export type ConlluSentence = {
  readonly comments: readonly string[]
  readonly words: readonly ConlluWord[]
  readonly units: readonly ConlluUnit[]
}

/** What is wrong in a CoNLL-U text, and in which line. */
export class ConlluError extends Error {
  override readonly name = 'ConlluError'
}

/**
 * Reads CoNLL-U (universaldependencies.org/format.html).
 * @throws ConlluError naming the line that breaks the format: columns, word numbers out of order, heads outside the sentence
 */
export const readConllu = (text: string): readonly ConlluSentence[] => {
  const sentences: ConlluSentence[] = []
  let block: string[] = []
  let from = 1
  const lines = text.split(/\r?\n/)
  for (const [at, line] of lines.entries()) {
    if (line.trim() !== '') block.push(line)
    if ((line.trim() === '' || at === lines.length - 1) && block.length > 0) {
      sentences.push(readBlock(block, from))
      block = []
    }
    if (block.length === 0) from = at + 2
  }
  return sentences
}

const COLUMNS = 10

const readBlock = (lines: readonly string[], from: number): ConlluSentence => {
  const comments: string[] = []
  const words: ConlluWord[] = []
  const units: ConlluUnit[] = []
  const fail = (line: number, why: string): never => {
    throw new ConlluError(`line ${from + line}: ${why}`)
  }
  for (const [at, line] of lines.entries()) {
    if (line.startsWith('#')) {
      comments.push(line.slice(1).trim())
      continue
    }
    const cells = line.split('\t')
    if (cells.length !== COLUMNS) fail(at, `${cells.length} columns with tabs between them, where CoNLL-U has ${COLUMNS}`)
    const [id = '', form = '', lemma = '', upos = '', , , head = '', deprel = '', , misc = ''] = cells
    const range = /^(\d+)-(\d+)$/.exec(id)
    if (range) units.push({ form, first: Number(range[1]) - 1, last: Number(range[2]) - 1, misc })
    else if (/^\d+\.\d+$/.test(id)) continue
    else if (Number(id) !== words.length + 1) fail(at, `word number "${id}" where ${words.length + 1} comes next`)
    else if (!/^\d+$/.test(head)) fail(at, `head "${head}" is no number; write 0 for the root`)
    else words.push({ form, lemma, upos, head: Number(head) - 1, deprel, misc })
  }
  for (const [i, word] of words.entries()) {
    if (word.head >= words.length) fail(lines.length - 1, `word ${i + 1} has head ${word.head + 1} in a sentence of ${words.length} words`)
  }
  for (const unit of units) {
    if (unit.last >= words.length || unit.first > unit.last) fail(lines.length - 1, `no words ${unit.first + 1}-${unit.last + 1}`)
  }
  return { comments, words, units }
}

/** Writes sentences as CoNLL-U; what `readConllu` reads back as the same. */
export const writeConllu = (sentences: readonly ConlluSentence[]): string => sentences.map(writeSentence).join('')

const writeSentence = ({ comments, words, units }: ConlluSentence): string => {
  const lines = comments.map((c) => `# ${c.replace(/[\r\n]+/g, ' ')}`)
  for (const [i, w] of words.entries()) {
    const unit = units.find((u) => u.first === i)
    if (unit)
      lines.push([`${unit.first + 1}-${unit.last + 1}`, cell(unit.form), '_', '_', '_', '_', '_', '_', '_', cell(unit.misc)].join('\t'))
    lines.push([i + 1, cell(w.form), cell(w.lemma), cell(w.upos), '_', '_', w.head + 1, cell(w.deprel), '_', cell(w.misc)].join('\t'))
  }
  return `${lines.join('\n')}\n\n`
}

const cell = (text: string): string => (text === '' ? '_' : text.replace(/\s/g, ' '))
