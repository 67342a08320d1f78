import { bucketsOf, type Engine, familiesOf, PIECE, SLOTS, SUM, TOP } from './engine.ts'
import type { Matrix, Weights } from './weights.ts'

const { fround, floor, abs, min, max } = Math

/** The network in plain TypeScript: float32 sums in one fixed order and exact integer products, as the kernel does them. */
export const plainEngine = (weights: Weights): Engine => {
  const { sizes, steps, labels } = weights
  const { form, wide, arc, label, tag } = sizes
  const four = 4 * wide
  const two = 2 * wide
  const out = 2 * arc + 2 * label + tag
  const kept = new Int16Array(SLOTS * 3 * four)
  const before = new Int16Array(3 * four)
  const after = new Int16Array(3 * four)
  const x = new Int16Array(form)
  const given = new Int16Array(sizes.word + sizes.affix)
  const sums = new Float32Array(PIECE * four)
  const c1 = new Float32Array(PIECE * two)
  const c2 = new Float32Array(PIECE * two)
  const state = new Int16Array(PIECE * two)
  const raw = new Float32Array(out)
  const deps = new Int16Array(PIECE * arc)
  const pairs = new Int16Array(PIECE * arc)
  const heads = new Int16Array((PIECE + 1) * arc)
  const fars = new Float32Array(PIECE * weights.farBias.length)
  const labelDeps = new Float32Array(PIECE * label)
  const labelHeads = new Float32Array((PIECE + 1) * label)
  const hidden = new Int16Array(max(label, tag))
  const row = new Float32Array(PIECE + 1)
  const tags = new Uint8Array(PIECE)
  const bestHeads = new Int32Array(PIECE)
  const rivals = new Int32Array(PIECE)
  const leads = new Float32Array(PIECE)
  const labelled = new Uint8Array(PIECE)
  const tagRow = new Float32Array(weights.tagBias.length)
  const labelRow = new Float32Array(labels.length)
  const bucket = bucketsOf(weights.distances)
  const sides = weights.distances.length
  const arcScale = fround(steps.pair * steps.arc)
  const root = labels.indexOf('root')
  const families = familiesOf(labels)
  let length = 0

  const widen = (target: Int16Array, at: number): void => {
    for (let r = 0; r < 3 * four; r++) target[at + r] = whole(weights.window, r, x, 0, 0, SUM, 32767)
  }
  x.set(weights.edge.subarray(0, form))
  widen(before, 0)
  x.set(weights.edge.subarray(form))
  widen(after, 0)
  heads.set(weights.rootArc)
  labelHeads.set(weights.rootLabel)

  const encode = (slot: number, word: number, affixes: Int32Array): void => {
    for (let k = 0; k < sizes.word; k++) given[k] = weights.words[word * sizes.word + k] ?? 0
    for (let k = 0; k < sizes.affix; k++) {
      let sum = 0
      for (const affix of affixes) sum += weights.affixes[affix * sizes.affix + k] ?? 0
      given[sizes.word + k] = sum
    }
    for (let r = 0; r < form; r++) {
      const a = fround(fround(product(weights.form, r, given, 0) * real(weights.form.scale, r)) + real(weights.formBias, r))
      x[r] = quantize(softsign(a), 2046, TOP)
    }
    widen(kept, slot * 3 * four)
  }

  const firstSums = (slots: Int32Array, n: number): void => {
    for (let i = 0; i < n; i++) {
      const own = index(slots, i) * 3 * four
      const [left, l] = i > 0 ? [kept, index(slots, i - 1) * 3 * four] : [before, 0]
      const [right, r] = i < n - 1 ? [kept, index(slots, i + 1) * 3 * four] : [after, 0]
      for (let k = 0; k < four; k++) {
        const sum = step(left, l + k) + step(kept, own + four + k) + step(right, r + 2 * four + k)
        sums[i * four + k] = fround(fround(sum / SUM) + real(weights.scanBias, k))
      }
    }
  }

  const secondSums = (n: number): void => {
    for (let i = 0; i < n; i++)
      for (let k = 0; k < four; k++) {
        const sum = product(weights.second, k, state, i * two)
        sums[i * four + k] = fround(fround(sum * real(weights.second.scale, k)) + real(weights.scanBias, four + k))
      }
  }

  /** c = z + g (c − z), from the first word to the last in the first half of `c`, from the last to the first in its second half. */
  const scan = (c: Float32Array, n: number): void => {
    for (let half = 0; half < 2; half++)
      for (let k = 0; k < wide; k++) {
        let held = 0
        for (let t = 0; t < n; t++) {
          const i = half === 0 ? t : n - 1 - t
          const from = i * four + half * two + k
          const z = softsign(real(sums, from))
          const g = fround(0.5 + fround(0.5 * softsign(real(sums, from + wide))))
          held = fround(z + fround(g * fround(held - z)))
          c[i * two + half * wide + k] = held
        }
      }
  }

  const dense = (i: number): void => {
    for (let r = 0; r < out; r++) {
      raw[r] = fround(fround(product(weights.heads, r, state, i * two) * real(weights.heads.scale, r)) + real(weights.headsBias, r))
    }
    for (let k = 0; k < arc; k++) {
      deps[i * arc + k] = rectified(real(raw, k), steps.arc)
      heads[(i + 1) * arc + k] = rectified(real(raw, arc + k), steps.arc)
    }
    for (let k = 0; k < label; k++) {
      labelDeps[i * label + k] = real(raw, 2 * arc + k)
      labelHeads[(i + 1) * label + k] = real(raw, 2 * arc + label + k)
    }
    for (let k = 0; k < tag; k++) hidden[k] = rectified(real(raw, 2 * arc + 2 * label + k), steps.tag)
    score(weights.tagOut, weights.tagBias, hidden, tagRow)
    tags[i] = best(tagRow, -1)
    for (let r = 0; r < arc; r++) {
      const a = fround(fround(product(weights.pair, r, deps, i * arc) * real(weights.pair.scale, r)) + real(weights.pairBias, r))
      pairs[i * arc + r] = quantize(a, inverse(steps.pair), TOP)
    }
    for (let b = 0; b < 2 * sides; b++) {
      const sum = product(weights.far, b, deps, i * arc)
      fars[i * 2 * sides + b] = fround(fround(sum * real(weights.far.scale, b)) + real(weights.farBias, b))
    }
  }

  const scores = (i: number): Float32Array => {
    for (let j = 0; j <= length; j++) {
      let sum = 0
      for (let k = 0; k < arc; k++) sum = (sum + Math.imul(step(pairs, i * arc + k), step(heads, j * arc + k))) | 0
      const value = fround(fround(sum) * arcScale)
      const d = j - 1 - i
      row[j] = j === 0 ? value : d === 0 ? -1e9 : fround(value + real(fars, i * 2 * sides + index(bucket, abs(d)) + (d > 0 ? sides : 0)))
    }
    return row
  }

  const read = (slots: Int32Array, n: number): void => {
    length = n
    firstSums(slots, n)
    scan(c1, n)
    for (let k = 0; k < n * two; k++) state[k] = quantize(real(c1, k), TOP, TOP)
    secondSums(n)
    scan(c2, n)
    for (let k = 0; k < n * two; k++) state[k] = quantize(fround(real(c1, k) + real(c2, k)), 1023, TOP)
    for (let i = 0; i < n; i++) dense(i)
    for (let i = 0; i < n; i++) {
      const found = scores(i)
      let top = 0
      let next = -1
      for (let j = 1; j <= n; j++) {
        if (j === i + 1) continue
        if (real(found, j) > real(found, top)) {
          next = top
          top = j
        } else if (next < 0 || real(found, j) > real(found, next)) next = j
      }
      bestHeads[i] = top
      rivals[i] = max(next, 0)
      leads[i] = next < 0 ? Infinity : real(found, top) - real(found, next)
    }
  }

  const labelScores = (i: number, head: number): Float32Array => {
    const d = head - 1 - i
    const far = head === 0 ? 2 * sides : index(bucket, abs(d)) + (d > 0 ? sides : 0)
    for (let k = 0; k < label; k++) {
      const a = fround(
        fround(real(labelDeps, i * label + k) + real(labelHeads, head * label + k)) + real(weights.labelFar, far * label + k),
      )
      hidden[k] = rectified(a, steps.label)
    }
    score(weights.labelOut, weights.labelBias, hidden, labelRow)
    return labelRow
  }

  const labelMargin = (i: number, head: number): number => {
    const scored = labelScores(i, head)
    const top = best(scored, root)
    let next = -Infinity
    for (let r = 0; r < scored.length; r++) if (r !== root && families[r] !== families[top]) next = max(next, real(scored, r))
    return fround(real(scored, top) - next)
  }

  const labelAll = (chosen: Int32Array, n: number): Uint8Array => {
    for (let i = 0; i < n; i++) labelled[i] = chosen[i] === 0 ? root : best(labelScores(i, index(chosen, i)), root)
    return labelled
  }

  return { encode, read, tags, heads: bestHeads, scores, rivals, leads, label: labelAll, labelScores, labelMargin }
}

// One reader a kind of array, so that each stays fast.
const real = (values: Float32Array, i: number): number => values[i] as number
const step = (values: Int16Array, i: number): number => values[i] as number
const index = (values: Int32Array, i: number): number => values[i] as number

const product = (m: Matrix, r: number, x: Int16Array, from: number): number => {
  const { rows, width } = m
  const start = r * width
  let sum = 0
  for (let k = 0; k < width; k++) sum = (sum + Math.imul(rows[start + k] as number, x[from + k] as number)) | 0
  return fround(sum)
}

/** x / (1 + |x|) in float32. */
const softsign = (x: number): number => fround(x / fround(1 + abs(x)))

/** To whole steps, half a step upwards, within ±top. */
const quantize = (x: number, inverseStep: number, top: number): number => max(-top, min(top, floor(fround(fround(x * inverseStep) + 0.5))))

const inverse = (step: number): number => fround(1 / step)

const rectified = (x: number, step: number): number => max(0, quantize(x, inverse(step), TOP))

const whole = (m: Matrix, r: number, x: Int16Array, from: number, bias: number, inverseStep: number, top: number): number =>
  quantize(fround(fround(product(m, r, x, from) * real(m.scale, r)) + bias), inverseStep, top)

/** The score of every row. */
const score = (m: Matrix, bias: Float32Array, x: Int16Array, out: Float32Array): void => {
  for (let r = 0; r < bias.length; r++) out[r] = fround(fround(product(m, r, x, 0) * real(m.scale, r)) + real(bias, r))
}

/** The place of the highest score, the first of equals; `not` is left out. */
const best = (scores: Float32Array, not: number): number => {
  let top = -1
  for (let r = 0; r < scores.length; r++) if (r !== not && (top < 0 || real(scores, r) > real(scores, top))) top = r
  return top
}
