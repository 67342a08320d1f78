import type { Word } from '../../document.ts'
import type { Grammar } from './grammar.ts'
import { mendSlips } from './mend-slips.ts'
import { mendTree } from './mend-tree.ts'

/** A sentence's words with their dependents, in the order of the text; `kept` is what is known of the words already (`perWord`). */
export type Tree = {
  readonly words: readonly Word[]
  readonly children: readonly (readonly number[])[]
  readonly kept: unknown[][]
}

/** Indexes the dependents of every word, mended where the parser is known to err. */
export const plantTree = (read: readonly Word[], isOf: Grammar['isOf']): Tree => {
  const { words, children } = mendSlips(mendTree(read), isOf)
  return { words, children, kept: [] }
}

/** The word at `index`; an index that is not in the sentence is a mistake of the caller. */
export const wordAt = (tree: Tree, index: number): Word => tree.words[index] ?? noWord(tree, index)

const noWord = (tree: Tree, index: number): never => {
  throw new RangeError(`no word ${index} in a sentence of ${tree.words.length}`)
}

// Asked for every word many times over: where `deprels` goes no further, V8 makes no array for it.
/** The dependents of `index` whose relation is one of `deprels`; a name without subtype takes all of its subtypes. */
export const dependents = (tree: Tree, index: number, ...deprels: readonly string[]): readonly number[] => {
  const children = tree.children[index] ?? NONE
  let found: number[] | null = null
  for (let i = 0; i < children.length; i++) {
    const child = children[i] as number
    const { deprel } = wordAt(tree, child)
    for (let k = 0; k < deprels.length; k++) {
      if (!isRelation(deprel, deprels[k] as string)) continue
      if (found === null) found = [child]
      else found.push(child)
      break
    }
  }
  return found ?? NONE
}

const NONE: readonly number[] = []

const isRelation = (deprel: string, wanted: string): boolean =>
  deprel === wanted || (deprel.length > wanted.length && deprel.charCodeAt(wanted.length) === COLON && deprel.startsWith(wanted))

const COLON = 58

/** The first dependent in one of the relations, or null. */
export const dependent = (tree: Tree, index: number, ...deprels: readonly string[]): number | null => {
  const children = tree.children[index] ?? NONE
  for (let i = 0; i < children.length; i++) {
    const child = children[i] as number
    const { deprel } = wordAt(tree, child)
    for (let k = 0; k < deprels.length; k++) if (isRelation(deprel, deprels[k] as string)) return child
  }
  return null
}

/**
 * The same function, which keeps what it gave for every word of a tree: grammar asks the same of a word from many sides. It must be pure, and `more` the same for all
 * words of a tree.
 */
export const perWord = <Out, More = void>(work: (tree: Tree, index: number, more: More) => Out): typeof work => {
  const place = places++
  return (tree, index, more) => {
    let own = tree.kept[place] as (Out | undefined)[] | undefined
    if (own === undefined) {
      own = new Array(tree.words.length)
      tree.kept[place] = own
    }
    const before = own[index]
    if (before !== undefined) return before
    const now = work(tree, index, more)
    own[index] = now
    return now
  }
}

/** The same of what is asked of something else in a tree ("this expression"): kept by its identity. */
export const perTree = <Key extends object, Out, More = void>(work: (tree: Tree, key: Key, more: More) => Out): typeof work => {
  const place = places++
  return (tree, key, more) => {
    let own = tree.kept[place] as [Map<Key, Out>] | undefined
    if (own === undefined) {
      own = [new Map()]
      tree.kept[place] = own
    }
    const known = own[0].get(key)
    if (known !== undefined) return known
    const now = work(tree, key, more)
    own[0].set(key, now)
    return now
  }
}

/** Every function that keeps has a place of its own in a tree. */
let places = 0

/** The words governing `index`, nearest first. */
export const ancestors = perWord((tree, index): readonly number[] => {
  const path: number[] = []
  for (let at = wordAt(tree, index).head; at >= 0 && path.length <= tree.words.length; at = wordAt(tree, at).head) path.push(at)
  return path
})

/** Whether the word hangs on its head by one of the relations (subtypes included). */
export const hangsBy = (tree: Tree, index: number, ...deprels: readonly string[]): boolean => {
  const { deprel } = wordAt(tree, index)
  for (let k = 0; k < deprels.length; k++) if (isRelation(deprel, deprels[k] as string)) return true
  return false
}

/** All words below `index` and itself, in the order of the text. */
export const subtree = (tree: Tree, index: number): readonly number[] => {
  const found: number[] = []
  const open = [index]
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    found.push(at)
    open.push(...(tree.children[at] ?? []))
  }
  return found.sort((a, b) => a - b)
}
