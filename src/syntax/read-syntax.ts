import type { Token, Upos, Word } from '../document.ts'
import { lemmaOf } from './lemmas.ts'
import { chooseHeads } from './network/choose-heads.ts'
import { cutPieces } from './network/cut-pieces.ts'
import { toTree } from './network/decode.ts'
import { SLOTS } from './network/engine.ts'
import { affixRows, FEATURES_A_WORD, wordKey } from './network/features.ts'
import type { Form, SyntaxModel } from './network/model.ts'
import { settleArguments } from './network/settle-arguments.ts'
import { readAsName } from './read-as-name.ts'

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
    const forms = formsOf(model, tokens, start, end)
    const slots = new Int32Array(n)
    for (let i = 0; i < n; i++) slots[i] = (forms[i] as Form).slot
    engine.read(slots, n)
    const tree = toTree(engine, chooseHeads(engine, n), n)
    const { heads, labels } = settleArguments(engine, labelRules, tree, n)
    const first = root < 0
    if (first) root = heads.indexOf(0)
    for (let i = 0; i < n; i++) {
      const token = tokens[start + i] as Token
      const tag = engine.tags[i] ?? 0
      const upos = weights.upos[tag] as Upos
      const { lemmas } = forms[i] as Form
      lemmas[tag] ??= lemmaOf(token.text, upos)
      const head = heads[i] ?? 0
      const hung = head === 0 && !first
      words.push({
        start: token.start,
        end: token.end,
        text: token.text,
        index: start + i,
        upos,
        lemma: lemmas[tag],
        head: hung ? root : head === 0 ? -1 : start + head - 1,
        deprel: hung ? 'parataxis' : (weights.labels[labels[i] ?? 0] ?? 'dep'),
      })
    }
    start = end
  }
  return words
}

/** The words' forms with their slots in the engine; what it doesn't hold yet is encoded. A full cache is emptied. */
const formsOf = ({ engine, weights, forms, rowOf }: SyntaxModel, tokens: readonly Token[], start: number, end: number): readonly Form[] => {
  if (forms.size + (end - start) > SLOTS) forms.clear()
  const found: Form[] = []
  for (let i = start; i < end; i++) {
    const { text } = tokens[i] as Token
    let form = forms.get(text)
    if (form === undefined) {
      form = { slot: forms.size, lemmas: [] }
      const read = readAsName(text)
      affixRows(read, weights.affixes.length / weights.sizes.affix, affixes)
      engine.encode(form.slot, rowOf(wordKey(read)), affixes)
      forms.set(text, form)
    }
    found.push(form)
  }
  return found
}

const affixes = new Int32Array(FEATURES_A_WORD)
