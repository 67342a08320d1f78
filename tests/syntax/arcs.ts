import { readdirSync, readFileSync } from 'node:fs'
import { parse } from 'yaml'
import type { Word } from '../../src/document.ts'

/** A sentence and the arcs that matter; those under `misses` are right as well, and are what the model still gets wrong. */
export type Row = { readonly text: string; readonly arcs: readonly string[]; readonly misses: readonly string[] }
export type Table = { readonly file: string; readonly rows: readonly Row[] }

const folder = new URL('../../fixtures/syntax/', import.meta.url)
const list = (arcs: string | undefined): readonly string[] => (arcs ? arcs.split(/;\s*/) : [])

export const readTables = (): readonly Table[] =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.yaml'))
    .sort()
    .map((file) => {
      const rows = parse(readFileSync(new URL(file, folder), 'utf8')) as readonly { text: string; arcs?: string; misses?: string }[]
      return { file, rows: rows.map(({ text, arcs, misses }) => ({ text, arcs: list(arcs), misses: list(misses) })) }
    })

/**
 * Whether a tree holds an arc: "troops nsubj crossed", "crossed root", "Russia obj|iobj warned" where the treebanks say either.
 * @throws Error when a word of the arc is not in the sentence, or is there twice
 */
export const holds = (words: readonly Word[], arc: string): boolean => {
  const [form = '', relations = '', governor] = arc.split(' ')
  const word = only(words, form, arc)
  const head = governor === undefined ? -1 : only(words, governor, arc).index
  return word.head === head && relations.split('|').includes(word.deprel)
}

const only = (words: readonly Word[], form: string, arc: string): Word => {
  const [word, again] = words.filter(({ text }) => text === form)
  if (!word) throw new Error(`"${form}" of "${arc}" is no word of the sentence: ${words.map(({ text }) => text).join(' ')}`)
  if (again) throw new Error(`"${form}" of "${arc}" stands twice in the sentence: take a word that stands there once`)
  return word
}
