import type { Word } from '../../document.ts'
import { childrenOf } from './children-of.ts'
import type { Placed } from './fit.ts'
import type { Grammar } from './grammar.ts'
import { mendsFor } from './mends/in-order.ts'
import { isBelow, type Mend, type Scene } from './mends/mend.ts'

/**
 * Mends single arcs that contradict what stands beside them, where English leaves one reading: a gerund read as a noun though it has an object, a
 * subject read as a compound of its verb, a second subject, a name as complement, a participle behind a comma. One pass, each word against its neighbours.
 */
export const mendSlips = (
  read: readonly Word[],
  isOf: Grammar['isOf'],
): { readonly words: readonly Word[]; readonly children: readonly (readonly number[])[] } => {
  const words = [...read]
  const children = childrenOf(words)
  const below: Scene['below'] = (head, relation) => {
    const all = children[head]
    if (all === undefined) return NONE
    let found: number[] | null = null
    for (let i = 0; i < all.length; i++) {
      const at = all[i] as number
      if (!relation.test((words[at] as Word).deprel)) continue
      if (found === null) found = [at]
      else found.push(at)
    }
    return found ?? NONE
  }
  const scene: Scene = { words, below, isOf }
  for (let i = 0; i < words.length; i++) {
    let fits = mendsFor(words[i] as Word)
    for (let k = 0; k < fits.length; k++) {
      const { place, mend } = fits[k] as Placed<Mend>
      const mended = mend(scene, words[i] as Word)
      for (let c = 0; c < mended.length; c++) {
        const changed = mended[c] as Word
        const before = words[changed.index] as Word
        if (changed.head === changed.index || isBelow(words, changed.index, changed.head)) continue
        if (before.head !== changed.head) {
          if (before.head >= 0) children[before.head] = (children[before.head] ?? []).filter((at) => at !== before.index)
          if (changed.head >= 0) children[changed.head] = [...(children[changed.head] ?? []), before.index].sort((a, b) => a - b)
        }
        words[changed.index] = changed
        if (changed.index !== i) continue
        // What it has become may be one for others of the mends that follow.
        fits = mendsFor(changed)
        k = fits.findLastIndex((other) => other.place <= place)
      }
    }
  }
  return { words, children }
}

const NONE: readonly number[] = []
