import { alignWords } from './align-words.ts'
import type { PlacedWord } from './raw-text.ts'

/** Shares in per cent. On the treebank's own tokens they are accuracies; over words cut from raw text they are F1. */
export type SyntaxScore = {
  readonly words: number
  readonly tokens: number
  readonly upos: number
  readonly lemma: number
  readonly uas: number
  readonly las: number
  readonly core: number
  readonly coreAndOblique: number
}

const CORE: ReadonlySet<string> = new Set(['nsubj', 'nsubj:pass', 'obj', 'iobj', 'obl:agent'])
const WITH_OBLIQUE: ReadonlySet<string> = new Set([...CORE, 'obl', 'nmod'])

/**
 * Scores a system's words and trees against a treebank's over the same text: punctuation counts, labels count with their subtypes. `core` is the F1 of
 * core arguments, right in relation and head; `coreAndOblique` takes in obl and nmod.
 */
export const scoreTrees = (gold: readonly PlacedWord[], system: readonly PlacedWord[]): SyntaxScore => {
  const pairs = alignWords(gold, system)
  const right = { tokens: 0, upos: 0, lemma: 0, uas: 0, las: 0, core: 0, coreAndOblique: 0 }
  for (const [g, word] of gold.entries()) {
    const other = system[pairs[g] ?? -1]
    if (!other) continue
    right.tokens++
    if (other.upos === word.upos) right.upos++
    if (other.lemma === word.lemma) right.lemma++
    if (other.head !== (word.head < 0 ? -1 : (pairs[word.head] ?? -2)) || (word.head >= 0 && other.head < 0)) continue
    right.uas++
    if (other.deprel !== word.deprel) continue
    right.las++
    if (CORE.has(word.deprel)) right.core++
    if (WITH_OBLIQUE.has(word.deprel)) right.coreAndOblique++
  }
  const f1 = (n: number, a: number, b: number): number => (a + b === 0 ? 100 : (200 * n) / (a + b))
  const share = (n: number): number => f1(n, gold.length, system.length)
  const among = (n: number, labels: ReadonlySet<string>): number => f1(n, count(gold, labels), count(system, labels))
  return {
    words: gold.length,
    tokens: share(right.tokens),
    upos: share(right.upos),
    lemma: share(right.lemma),
    uas: share(right.uas),
    las: share(right.las),
    core: among(right.core, CORE),
    coreAndOblique: among(right.coreAndOblique, WITH_OBLIQUE),
  }
}

const count = (words: readonly PlacedWord[], labels: ReadonlySet<string>): number => words.filter((w) => labels.has(w.deprel)).length
