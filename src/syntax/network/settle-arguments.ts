import type { Engine } from './engine.ts'

/** Relations that share one place under a head: of each row it has one at most. Universal Dependencies say so, and both treebanks keep to it. */
const PLACES: readonly (readonly string[])[] = [['nsubj', 'nsubj:pass', 'csubj', 'csubj:pass'], ['obj', 'ccomp'], ['iobj'], ['obl:agent']]

/** Heads that are tried for a word that has to yield its place. */
const TRIED = 4

/** What the labels of a model mean to `settleArguments`, as indices of them. */
export type LabelRules = {
  readonly root: number
  readonly subject: number
  readonly passiveSubject: number
  readonly passive: number
  /** The place that each label takes, 1 + its row in PLACES; 0 for labels that a head may have many times. */
  readonly places: Uint8Array
}

export const labelRules = (labels: readonly string[]): LabelRules => ({
  root: labels.indexOf('root'),
  subject: labels.indexOf('nsubj'),
  passiveSubject: labels.indexOf('nsubj:pass'),
  passive: labels.indexOf('aux:pass'),
  places: Uint8Array.from(labels, (label) => 1 + PLACES.findIndex((row) => row.includes(label))),
})

/** A tree, both arrays by word: heads (0 for the root, else 1 + index) and indices of labels. */
export type Labelled = { readonly heads: Int32Array; readonly labels: Uint8Array }

/**
 * The tree with its best labels, made to fit each other: beside a passive auxiliary the subject is passive, and no head has two subjects or two
 * objects. Of two such words the one that loses the least takes its next label or head.
 */
export const settleArguments = (engine: Engine, rules: LabelRules, tree: Int32Array, n: number): Labelled => {
  const settled = { heads: tree.slice(), labels: engine.label(tree, n).slice(0, n) }
  makeSubjectsPassive(rules, settled)
  for (let clash = findClash(rules, settled); clash; clash = findClash(rules, settled)) {
    const [first, second] = [nextArc(engine, rules, settled, clash[0]), nextArc(engine, rules, settled, clash[1])]
    const { word, head, label } = first.loss < second.loss ? first : second
    settled.heads[word] = head
    settled.labels[word] = label
  }
  return settled
}

const makeSubjectsPassive = ({ subject, passiveSubject, passive }: LabelRules, { heads, labels }: Labelled): void => {
  if (!labels.includes(passive)) return
  const clauses = new Set(heads.filter((_, i) => labels[i] === passive))
  for (let i = 0; i < labels.length; i++) if (labels[i] === subject && clauses.has(heads[i] as number)) labels[i] = passiveSubject
}

/** The first two words that hold one place of one head. */
const findClash = ({ places }: LabelRules, { heads, labels }: Labelled): readonly [number, number] | null => {
  for (let i = 1; i < labels.length; i++) {
    const place = places[labels[i] as number] as number
    if (place === 0) continue
    for (let other = 0; other < i; other++) {
      if (heads[other] === heads[i] && places[labels[other] as number] === place) return [other, i]
    }
  }
  return null
}

type Arc = { readonly word: number; readonly head: number; readonly label: number; readonly loss: number }

/** The best arc of the word whose place is free, and how much lower than its present one's its score is. */
const nextArc = (engine: Engine, rules: LabelRules, { heads, labels }: Labelled, word: number): Arc => {
  const arcs = engine.scores(word).slice(0, heads.length + 1)
  const own = heads[word] as number
  const now = (arcs[own] as number) + (engine.labelScores(word, own)[labels[word] as number] as number)
  const tried = headsFor(arcs, heads, word).map((head) => {
    const taken = new Set<number>()
    for (let i = 0; i < labels.length; i++) if (heads[i] === head) taken.add(rules.places[labels[i] as number] as number)
    const scores = engine.labelScores(word, head)
    const label = bestFree(scores, rules, taken)
    return { word, head, label, loss: now - (arcs[head] as number) - (scores[label] as number) }
  })
  return tried.reduce((best, arc) => (arc.loss < best.loss ? arc : best))
}

/** The word's head, and those of the likeliest that leave the tree a tree with the same root and cross none of its arcs. */
const headsFor = (arcs: Float32Array, heads: Int32Array, word: number): readonly number[] => {
  const own = heads[word] as number
  const likeliest = [own]
  for (let k = 1; k < Math.min(TRIED, heads.length); k++) likeliest.push(bestBeside(arcs, likeliest))
  return likeliest.filter((head) => head === own || !(reaches(heads, head, word) || crosses(heads, word, head)))
}

const bestBeside = (arcs: Float32Array, known: readonly number[]): number => {
  let top = 0
  for (let head = 1; head < arcs.length; head++) {
    if (!known.includes(head) && (top === 0 || (arcs[head] as number) > (arcs[top] as number))) top = head
  }
  return top
}

/** Whether the head hangs off the word, or is the word. */
const reaches = (heads: Int32Array, head: number, word: number): boolean => {
  for (let up = head; up > 0; up = heads[up - 1] as number) if (up === word + 1) return true
  return false
}

/** Whether an arc from the word to the head would cross another word's arc. */
const crosses = (heads: Int32Array, word: number, head: number): boolean => {
  const from = Math.min(word + 1, head)
  const to = Math.max(word + 1, head)
  const within = (place: number): boolean => from < place && place < to
  const beyond = (place: number): boolean => place < from || place > to
  return heads.some((other, i) => other > 0 && (within(i + 1) ? beyond(other) : within(other) && beyond(i + 1)))
}

const bestFree = (scores: Float32Array, { root, places }: LabelRules, taken: ReadonlySet<number>): number => {
  let top = -1
  for (let label = 0; label < scores.length; label++) {
    const place = places[label] as number
    if (label === root || (place > 0 && taken.has(place))) continue
    if (top < 0 || (scores[label] as number) > (scores[top] as number)) top = label
  }
  return top
}
