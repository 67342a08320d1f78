import type { Token, Upos, Word } from '../document.ts'
import { lemmaOf } from './lemmas.ts'
import { chooseHeads } from './network/choose-heads.ts'
import { cutPieces } from './network/cut-pieces.ts'
import { toTree } from './network/decode.ts'
import { SLOTS } from './network/engine.ts'
import { affixRows, FEATURES_A_WORD, wordKey } from './network/features.ts'
import type { SyntaxModel } from './network/model.ts'
import { settleArguments } from './network/settle-arguments.ts'

/**
 * Reads one sentence's tokens: part of speech, lemma, head and relation of each. There is one root, and no cycle. A sentence of more than 512 words is
 * read in pieces, the later ones hung under the first one's root as `parataxis`.
 */
export const readSyntax = (model: SyntaxModel, tokens: readonly Token[]): readonly Word[] => {
  const { engine, weights, labelRules } = model
  const words: Word[] = []
  let start = 0
  let root = -1
  for (const end of cutPieces(tokens)) {
    const n = end - start
    engine.read(slotsOf(model, tokens, start, end), n)
    const tree = toTree(engine, chooseHeads(engine, n), n)
    const { heads, labels } = settleArguments(engine, labelRules, tree, n)
    const first = root < 0
    if (first) root = heads.indexOf(0)
    for (let i = 0; i < n; i++) {
      const token = tokens[start + i] as Token
      const upos = weights.upos[engine.tags[i] ?? 0] as Upos
      const head = heads[i] ?? 0
      const hung = head === 0 && !first
      words.push({
        start: token.start,
        end: token.end,
        text: token.text,
        index: start + i,
        upos,
        lemma: lemmaOf(token.text, upos),
        head: hung ? root : head === 0 ? -1 : start + head - 1,
        deprel: hung ? 'parataxis' : (weights.labels[labels[i] ?? 0] ?? 'dep'),
      })
    }
    start = end
  }
  return words
}

/** The slots of the words' forms in the engine; what it doesn't hold yet is encoded. A full cache is emptied. */
const slotsOf = ({ engine, weights, slots, rowOf }: SyntaxModel, tokens: readonly Token[], start: number, end: number): Int32Array => {
  if (slots.size + (end - start) > SLOTS) slots.clear()
  const out = new Int32Array(end - start)
  const affixes = new Int32Array(FEATURES_A_WORD)
  const rows = weights.affixes.length / weights.sizes.affix
  for (let i = start; i < end; i++) {
    const { text } = tokens[i] as Token
    let slot = slots.get(text)
    if (slot === undefined) {
      slot = slots.size
      affixRows(text, rows, affixes)
      engine.encode(slot, rowOf(wordKey(text)), affixes)
      slots.set(text, slot)
    }
    out[i - start] = slot
  }
  return out
}
