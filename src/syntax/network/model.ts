import type { Engine } from './engine.ts'
import { ModelError } from './model-error.ts'
import { plainEngine } from './plain-engine.ts'
import { type LabelRules, labelRules } from './settle-arguments.ts'
import { wasmEngine } from './wasm-engine.ts'
import { readWeights, type Weights } from './weights.ts'

/** A loaded model: its weights, the engine that runs them, and the index of its words. Opaque: made by `loadSyntaxModel`, used by `readSyntax`. */
export type SyntaxModel = {
  readonly weights: Weights
  readonly engine: Engine
  readonly labelRules: LabelRules
  /** The row of a word in the table of words by its key; the table's last row stands for words that it lacks. */
  readonly rowOf: (key: number) => number
  /** Word forms that the engine holds, by form: a cache, without effect on what is read. */
  readonly forms: Map<string, Form>
}

/** A word form: its slot in the engine, and its lemma as each part of speech (by tag) that was asked for. */
export type Form = { readonly slot: number; readonly lemmas: (string | undefined)[] }

const MAGIC = 'ANNALIST'
const VERSION = 1
const HEADER = 24

/**
 * Loads a model file (model/english.bin; train/export.py says how it is made up).
 * @throws ModelError when the bytes are no model, damaged, cut short or of another version
 */
export const loadSyntaxModel = (bytes: Uint8Array): SyntaxModel => {
  if (bytes.length < HEADER || String.fromCharCode(...bytes.subarray(0, 8)) !== MAGIC) {
    throw new ModelError('these bytes are no model of Annalist: they do not begin with "ANNALIST"; pass the bytes of model/english.bin')
  }
  const aligned = bytes.byteOffset % 8 === 0 && bytes.buffer instanceof ArrayBuffer ? bytes : bytes.slice()
  const buffer = aligned.buffer as ArrayBuffer
  const view = new DataView(buffer, aligned.byteOffset)
  const [version, described, length, sum] = [8, 12, 16, 20].map((at) => view.getUint32(at, true)) as [number, number, number, number]
  if (version !== VERSION) {
    throw new ModelError(
      `the model has format ${version}, this version of Annalist reads format ${VERSION}: use the model that came with it`,
    )
  }
  if (bytes.length !== HEADER + described + length) {
    throw new ModelError(`the model should have ${HEADER + described + length} bytes and has ${bytes.length}: it was cut short or added to`)
  }
  if (checksum(buffer, aligned.byteOffset + HEADER, described + length) !== sum) {
    throw new ModelError('the model is damaged: its checksum does not fit its bytes; fetch model/english.bin again')
  }
  const text = new TextDecoder().decode(aligned.subarray(HEADER, HEADER + described))
  const weights = readWeights(JSON.parse(text), buffer, aligned.byteOffset + HEADER + described)
  return {
    weights,
    engine: wasmEngine(weights) ?? plainEngine(weights),
    labelRules: labelRules(weights.labels),
    rowOf: indexWords(weights.keys),
    forms: new Map(),
  }
}

/** FNV-1a over little-endian 32-bit words. Signed and counted: cold, a sixth of the time that V8 takes for an iterator. */
const checksum = (buffer: ArrayBuffer, start: number, length: number): number => {
  const words = new Int32Array(buffer, start, length >>> 2)
  let h = 0x811c9dc5 | 0
  for (let i = 0; i < words.length; i++) h = Math.imul(h ^ (words[i] as number), 0x01000193)
  return h >>> 0
}

/** Rows are counted from 1, so that 0 is an empty place; keys are signed, so that none is too large for a small integer of V8. */
const indexWords = (words: Uint32Array): ((key: number) => number) => {
  const keys = new Int32Array(words.buffer, words.byteOffset, words.length)
  const rows = keys.length
  const bits = Math.ceil(Math.log2(rows * 2))
  const mask = (1 << bits) - 1
  const places = new Int32Array(mask + 1)
  for (let row = 0; row < rows; row++) {
    let place = (keys[row] as number) & mask
    while (places[place] !== 0) place = (place + 1) & mask
    places[place] = row + 1
  }
  return (word) => {
    const key = word | 0
    for (let place = key & mask; ; place = (place + 1) & mask) {
      const row = places[place] as number
      if (row === 0) return rows
      if (keys[row - 1] === key) return row - 1
    }
  }
}
