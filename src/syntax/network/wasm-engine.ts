import { bucketsOf, type Engine, familiesOf, PIECE, SLOTS, SUM, TOP } from './engine.ts'
import { startKernel } from './kernel.ts'
import type { Matrix, Weights } from './weights.ts'

/** Forms encoded at a time. */
const QUEUE = 32
/** Bytes at the start of the memory that stay unused, so that no pointer is 0. */
const START = 1024

/** A matrix in the memory as the kernel's `dense` reads it: groups of four rows, pairs of columns. */
type Packed = { readonly rows: number; readonly scale: number; readonly bias: number; readonly groups: number; readonly pairs: number }

/** The network in WebAssembly, the same numbers as plain-engine.ts gives; null where SIMD is missing. */
export const wasmEngine = (weights: Weights): Engine | null => {
  const { sizes, steps, labels, distances } = weights
  const { form, wide, arc, label, tag } = sizes
  const four = 4 * wide
  const two = 2 * wide
  const kept = 3 * four
  const far = 2 * distances.length
  const given = sizes.word + sizes.affix
  const tagRows = fours(weights.upos.length)
  const labelRows = fours(labels.length)
  const room = PIECE + 8

  let end = START
  const take = (bytes: number): number => {
    const at = end
    end += Math.ceil(bytes / 16) * 16
    return at
  }
  const copies: ((buffer: ArrayBuffer) => void)[] = []
  const floats = (values: ArrayLike<number>, length = values.length, rest = 0): number => {
    const at = take(4 * length)
    copies.push((buffer) => {
      const out = new Float32Array(buffer, at, length).fill(rest)
      out.set(values)
    })
    return at
  }
  const packed = (m: Matrix, bias: Float32Array | null): Packed => {
    const count = fours(m.scale.length)
    const at = take(2 * count * m.width)
    copies.push((buffer) => packRows(m, new Int16Array(buffer, at, count * m.width)))
    const zero = bias ?? new Float32Array(count)
    return { rows: at, scale: floats(m.scale, count), bias: floats(zero, count), groups: count / 4, pairs: m.width / 2 }
  }

  const formMatrix = packed(weights.form, weights.formBias)
  const windowMatrix = packed(weights.window, null)
  const secondMatrix = packed(weights.second, weights.scanBias.subarray(four))
  const headsMatrix = packed(weights.heads, weights.headsBias)
  const pairMatrix = packed(weights.pair, weights.pairBias)
  const farMatrix = packed(weights.far, weights.farBias)
  const tagMatrix = packed(weights.tagOut, weights.tagBias)
  const labelMatrix = packed(weights.labelOut, weights.labelBias)
  const firstBias = floats(weights.scanBias.subarray(0, four))
  const labelFar = floats(weights.labelFar)
  const arcScale = floats([], room, Math.fround(steps.pair * steps.arc))
  const noBias = floats([], room)
  const bucket = take(4 * (PIECE + 1))
  const families = take(labels.length)
  const slotsAt = take(2 * kept * (SLOTS + 2))
  const queue = take(2 * given * QUEUE)
  const formFloats = take(4 * form * QUEUE)
  const formSteps = take(2 * form * QUEUE)
  const windowFloats = take(4 * kept * QUEUE)
  const sums = take(4 * four * room)
  const c1 = take(4 * two * room)
  const c2 = take(4 * two * room)
  const state = take(2 * two * room)
  const wideFloats = take(4 * Math.max(arc, tag, labelRows, tagRows) * room)
  const deps = take(2 * arc * room)
  const pairs = take(2 * arc * room)
  const heads = take(2 * arc * room)
  const packedHeads = take(2 * arc * room)
  const fars = take(4 * far * room)
  const labelDeps = take(4 * label * room)
  const labelHeads = take(4 * label * room)
  const hidden = take(2 * Math.max(label, tag) * room)
  const rivalsAt = take(4 * room)
  const leadsAt = take(4 * room)
  const rowStride = 4 * room
  const rows = take(4 * rowStride)

  const started = startKernel(end)
  if (!started) return null
  const { kernel, buffer } = started
  for (const copy of copies) copy(buffer)
  new Int32Array(buffer, bucket, PIECE + 1).set(bucketsOf(distances))
  new Uint8Array(buffer, families, labels.length).set(familiesOf(labels))
  new Int16Array(buffer, heads, arc).set(weights.rootArc)
  new Float32Array(buffer, labelHeads, label).set(weights.rootLabel)
  const queued = new Int16Array(buffer, queue, given * QUEUE)
  const waiting: number[] = []
  const tags = new Uint8Array(PIECE)
  const best = new Int32Array(PIECE)
  const rivals = new Int32Array(buffer, rivalsAt, PIECE)
  const leads = new Float32Array(buffer, leadsAt, PIECE)
  const labelled = new Uint8Array(PIECE)
  const root = labels.indexOf('root')
  const inverseLabel = Math.fround(1 / steps.label)
  const classes = bucketsOf(distances)
  const slotAt = (slot: number): number => slotsAt + 2 * kept * slot
  let length = 0

  const dense = (m: Packed, x: number, n: number, out: number): void => {
    const width = 4 * m.pairs
    kernel.dense(m.rows, m.scale, m.bias, m.groups, m.pairs, x, width, n, out, 16 * m.groups)
  }

  /** Rows `from` … `from + count` of the heads' matrix, as floats. */
  const part = (from: number, count: number, n: number, out: number): void => {
    const { rows: at, scale, bias, groups, pairs: columns } = headsMatrix
    if (from + count > 4 * groups) throw new RangeError('the heads have fewer rows')
    kernel.dense(at + from * 4 * columns, scale + 4 * from, bias + 4 * from, count / 4, columns, state, 4 * columns, n, out, 4 * count)
  }

  const widen = (n: number, slotOf: (i: number) => number): void => {
    dense(windowMatrix, formSteps, n, windowFloats)
    for (let i = 0; i < n; i++) kernel.quantize(windowFloats + 4 * kept * i, slotAt(slotOf(i)), kept, SUM, -32767, 32767)
  }

  const flush = (): void => {
    const n = waiting.length
    if (n === 0) return
    dense(formMatrix, queue, n, formFloats)
    kernel.squashAll(formFloats, formSteps, n * form, 2046, TOP)
    widen(n, (i) => waiting[i] as number)
    waiting.length = 0
  }

  new Int16Array(buffer, formSteps, 2 * form).set(weights.edge)
  widen(2, (i) => SLOTS + i)

  const encode = (slot: number, word: number, affixes: Int32Array): void => {
    if (waiting.length === QUEUE) flush()
    const at = waiting.length * given
    queued.set(weights.words.subarray(word * sizes.word, (word + 1) * sizes.word), at)
    for (let k = 0; k < sizes.affix; k++) {
      let sum = 0
      for (let f = 0; f < affixes.length; f++) sum += weights.affixes[(affixes[f] as number) * sizes.affix + k] as number
      queued[at + sizes.word + k] = sum
    }
    waiting.push(slot)
  }

  const layers = (slots: Int32Array, n: number): void => {
    for (let i = 0; i < n; i++) {
      const before = slotAt(i > 0 ? (slots[i - 1] as number) : SLOTS)
      const own = slotAt(slots[i] as number) + 2 * four
      const after = slotAt(i < n - 1 ? (slots[i + 1] as number) : SLOTS + 1) + 4 * four
      kernel.addThree(before, own, after, firstBias, sums + 4 * four * i, four, 1 / SUM)
    }
    kernel.scan(sums, c1, n, wide)
    kernel.quantize(c1, state, n * two, TOP, -TOP, TOP)
    dense(secondMatrix, state, n, sums)
    kernel.scan(sums, c2, n, wide)
    kernel.quantizeSum(c1, c2, state, n * two, 1023, TOP)
  }

  const rectified = (from: number, count: number, step: number, n: number, out: number): void => {
    part(from, count, n, wideFloats)
    kernel.quantize(wideFloats, out, n * count, Math.fround(1 / step), 0, TOP)
  }

  /** Rows of scores for up to four words from i on; their best heads into `best`. */
  const score = (i: number, count: number): void => {
    const groups = fours(length + 1) / 4
    kernel.dense(packedHeads, arcScale, noBias, groups, arc / 2, pairs + 2 * arc * i, 2 * arc, count, rows, rowStride)
    for (let u = 0; u < count; u++) {
      const at = 4 * (i + u)
      best[i + u] = kernel.addFar(
        rows + rowStride * u,
        fars + far * at,
        bucket,
        distances.length,
        i + u,
        length,
        rivalsAt + at,
        leadsAt + at,
      )
    }
  }

  const read = (slots: Int32Array, n: number): void => {
    flush()
    length = n
    layers(slots, n)
    rectified(0, arc, steps.arc, n, deps)
    rectified(arc, arc, steps.arc, n, heads + 2 * arc)
    part(2 * arc, label, n, labelDeps)
    part(2 * arc + label, label, n, labelHeads + 4 * label)
    rectified(2 * arc + 2 * label, tag, steps.tag, n, hidden)
    dense(tagMatrix, hidden, n, wideFloats)
    for (let i = 0; i < n; i++) tags[i] = kernel.best(wideFloats + 4 * tagRows * i, weights.upos.length, -1)
    dense(pairMatrix, deps, n, wideFloats)
    kernel.quantize(wideFloats, pairs, n * arc, Math.fround(1 / steps.pair), -TOP, TOP)
    dense(farMatrix, deps, n, fars)
    kernel.pack(heads, packedHeads, fours(n + 1), arc / 2)
    for (let i = 0; i < n; i += 4) score(i, Math.min(4, n - i))
  }

  const scores = (i: number): Float32Array => {
    score(i, 1)
    return new Float32Array(buffer, rows, length + 1)
  }

  /** The hidden layer of word i's label under a head. */
  const hide = (i: number, head: number, out: number): void => {
    const d = head - 1 - i
    const apart = head === 0 ? far : (classes[Math.abs(d)] as number) + (d > 0 ? distances.length : 0)
    const line = 4 * label
    kernel.addThreeFloats(labelDeps + line * i, labelHeads + line * head, labelFar + line * apart, out, label, inverseLabel, TOP)
  }

  const labelAll = (chosen: Int32Array, n: number): Uint8Array => {
    for (let i = 0; i < n; i++) hide(i, chosen[i] as number, hidden + 2 * label * i)
    dense(labelMatrix, hidden, n, wideFloats)
    for (let i = 0; i < n; i++) {
      labelled[i] = chosen[i] === 0 ? root : kernel.best(wideFloats + 4 * labelRows * i, labels.length, root)
    }
    return labelled
  }

  const labelScores = (i: number, head: number): Float32Array => {
    hide(i, head, hidden)
    dense(labelMatrix, hidden, 1, wideFloats)
    return new Float32Array(buffer, wideFloats, labels.length)
  }

  const labelMargin = (i: number, head: number): number => {
    hide(i, head, hidden)
    dense(labelMatrix, hidden, 1, wideFloats)
    return kernel.margin(wideFloats, families, labels.length, root)
  }

  return { encode, read, tags, heads: best, scores, rivals, leads, label: labelAll, labelScores, labelMargin }
}

const fours = (n: number): number => Math.ceil(n / 4) * 4

const packRows = (m: Matrix, out: Int16Array): void => {
  const { rows, width } = m
  const count = m.scale.length
  for (let r = 0; r < count; r++) {
    const base = (r - (r % 4)) * width + (r % 4) * 2
    for (let k = 0; k < width; k += 2) {
      out[base + k * 4] = rows[r * width + k] as number
      out[base + k * 4 + 1] = rows[r * width + k + 1] as number
    }
  }
}
