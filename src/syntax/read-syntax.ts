import type { Token, Upos, Word } from '../document.ts'
import { lemmaOf } from './lemmas.ts'
import { chooseHeads } from './network/choose-heads.ts'
import { cutPieces } from './network/cut-pieces.ts'
import { toTree } from './network/decode.ts'
import { PIECES, SLOTS } from './network/engine.ts'
import { affixRows, FEATURES_A_WORD, wordKey } from './network/features.ts'
import type { Form, SyntaxModel } from './network/model.ts'
import { settleArguments } from './network/settle-arguments.ts'

/**
 * Reads one sentence's tokens: part of speech, lemma, head and relation of each. There is one root, and no cycle. A sentence of more than 512 words is
 * read in pieces, the later ones hung under the first one's root as `parataxis`.
 */
export const readSyntax = (model: SyntaxModel, tokens: readonly Token[]): readonly Word[] => {
  const { weights } = model
  const words: Word[] = []
  let start = 0
  let root = -1
  for (const end of cutPieces(tokens)) {
    const n = end - start
    const forms = formsOf(model, tokens, start, end)
    const piece = readPiece(model, forms)
    for (let i = 0; i < n; i++) {
      const token = tokens[start + i] as Token
      const tag = piece.charCodeAt(3 * i)
      const head = piece.charCodeAt(3 * i + 1)
      const label = piece.charCodeAt(3 * i + 2)
      const upos = weights.upos[tag] as Upos
      const { lemmas } = forms[i] as Form
      lemmas[tag] ??= lemmaOf(token.text, upos)
      const hung = head === 0 && root >= 0
      if (head === 0 && !hung) root = i
      words.push({
        start: token.start,
        end: token.end,
        text: token.text,
        index: start + i,
        upos,
        lemma: lemmas[tag],
        head: hung ? root : head === 0 ? -1 : start + head - 1,
        deprel: hung ? 'parataxis' : (weights.labels[label] ?? 'dep'),
      })
    }
    start = end
  }
  return words
}

/**
 * Tag, head (0 for the root, else 1 + index) and label of each word in turn, each number as one character: so V8 keeps it smallest. What was read before of the same
 * forms isn't read again.
 */
const readPiece = ({ engine, labelRules, pieces }: SyntaxModel, forms: readonly Form[]): string => {
  const n = forms.length
  const slots = forms.map(({ slot }) => slot)
  const key = String.fromCharCode(...slots)
  const before = pieces.get(key)
  if (before !== undefined) return before
  engine.read(Int32Array.from(slots), n)
  const tree = toTree(engine, chooseHeads(engine, n), n)
  const { heads, labels } = settleArguments(engine, labelRules, tree, n)
  const numbers: number[] = []
  for (let i = 0; i < n; i++) numbers.push(engine.tags[i] as number, heads[i] as number, labels[i] as number)
  const piece = String.fromCharCode(...numbers)
  if (pieces.size >= PIECES) pieces.clear()
  pieces.set(key, piece)
  return piece
}

/** The words' forms with their slots in the engine; what it doesn't hold yet is encoded. A full cache is emptied, and with it what was read of its slots. */
const formsOf = (
  { engine, weights, forms, pieces, rowOf }: SyntaxModel,
  tokens: readonly Token[],
  start: number,
  end: number,
): readonly Form[] => {
  if (forms.size + (end - start) > SLOTS) {
    forms.clear()
    pieces.clear()
  }
  const found: Form[] = []
  for (let i = start; i < end; i++) {
    const { text } = tokens[i] as Token
    let form = forms.get(text)
    if (form === undefined) {
      form = { slot: forms.size, lemmas: [] }
      affixRows(text, weights.affixes.length / weights.sizes.affix, affixes)
      engine.encode(form.slot, rowOf(wordKey(text)), affixes)
      forms.set(text, form)
    }
    found.push(form)
  }
  return found
}

const affixes = new Int32Array(FEATURES_A_WORD)
