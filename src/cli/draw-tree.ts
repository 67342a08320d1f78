import type { Word } from '../document.ts'

/** A sentence's dependency tree as text: a word a line under its head, in the order of the text, with relation and part of speech. */
export const drawTree = (words: readonly Word[]): string => {
  const children = new Map<number, Word[]>()
  for (const word of words) children.set(word.head, [...(children.get(word.head) ?? []), word])
  const lines: string[] = []
  const open: { readonly word: Word; readonly lead: string; readonly last: boolean; readonly top: boolean }[] = [
    ...(children.get(-1) ?? []).map((word) => ({ word, lead: '', last: true, top: true })),
  ].reverse()
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    const { word, lead, last, top } = at
    lines.push(`${lead}${top ? '' : last ? '└ ' : '├ '}${word.text}  ${word.deprel} ${word.upos}`)
    const below = children.get(word.index) ?? []
    const deeper = top ? '' : `${lead}${last ? '  ' : '│ '}`
    open.push(...below.map((child, i) => ({ word: child, lead: deeper, last: i === below.length - 1, top: false })).reverse())
  }
  return lines.join('\n')
}
