// The kernel of src/syntax/network in AssemblyScript: products of whole numbers, which are exact, and float32 arithmetic in one fixed order. It keeps
// nothing: src/syntax/network/wasm-engine.ts lays out the memory and calls it. scripts/build-kernel.ts compiles it. plain-engine.ts is its twin.

/**
 * out[t][r] = f32(Σ rows[r][k] · x[t][k]) · scale[r] + bias[r], for n rows of x. The matrix lies in groups of four rows, each group in pairs of columns:
 * r0k0 r0k1 r1k0 r1k1 r2k0 r2k1 r3k0 r3k1, then k2 and k3. Strides are in bytes.
 */
export function dense(
  rows: usize,
  scale: usize,
  bias: usize,
  groups: i32,
  pairs: i32,
  x: usize,
  xStride: i32,
  n: i32,
  out: usize,
  outStride: i32,
): void {
  let t = 0
  for (; t + 4 <= n; t += 4) {
    let g = 0
    for (; g + 2 <= groups; g += 2) fourByTwo(rows, scale, bias, g, pairs, x + t * xStride, xStride, out + t * outStride, outStride)
    for (; g < groups; g++)
      for (let u = 0; u < 4; u++) oneByOne(rows, scale, bias, g, pairs, x + (t + u) * xStride, out + (t + u) * outStride)
  }
  for (; t < n; t++) {
    let g = 0
    for (; g + 4 <= groups; g += 4) oneByFour(rows, scale, bias, g, pairs, x + t * xStride, out + t * outStride)
    for (; g < groups; g++) oneByOne(rows, scale, bias, g, pairs, x + t * xStride, out + t * outStride)
  }
}

function finish(sum: v128, scale: usize, bias: usize, g: i32): v128 {
  return f32x4.add(f32x4.mul(f32x4.convert_i32x4_s(sum), v128.load(scale + (g << 4))), v128.load(bias + (g << 4)))
}

function fourByTwo(rows: usize, scale: usize, bias: usize, g: i32, pairs: i32, x: usize, xStride: i32, out: usize, outStride: i32): void {
  let a = rows + g * (pairs << 4)
  let b = a + (pairs << 4)
  let x0 = x
  let x1 = x0 + xStride
  let x2 = x1 + xStride
  let x3 = x2 + xStride
  let a0 = i32x4.splat(0)
  let a1 = i32x4.splat(0)
  let a2 = i32x4.splat(0)
  let a3 = i32x4.splat(0)
  let b0 = i32x4.splat(0)
  let b1 = i32x4.splat(0)
  let b2 = i32x4.splat(0)
  let b3 = i32x4.splat(0)
  for (let k = 0; k < pairs; k++) {
    const wa = v128.load(a)
    const wb = v128.load(b)
    const v0 = v128.load32_splat(x0)
    a0 = i32x4.add(a0, i32x4.dot_i16x8_s(wa, v0))
    b0 = i32x4.add(b0, i32x4.dot_i16x8_s(wb, v0))
    const v1 = v128.load32_splat(x1)
    a1 = i32x4.add(a1, i32x4.dot_i16x8_s(wa, v1))
    b1 = i32x4.add(b1, i32x4.dot_i16x8_s(wb, v1))
    const v2 = v128.load32_splat(x2)
    a2 = i32x4.add(a2, i32x4.dot_i16x8_s(wa, v2))
    b2 = i32x4.add(b2, i32x4.dot_i16x8_s(wb, v2))
    const v3 = v128.load32_splat(x3)
    a3 = i32x4.add(a3, i32x4.dot_i16x8_s(wa, v3))
    b3 = i32x4.add(b3, i32x4.dot_i16x8_s(wb, v3))
    a += 16
    b += 16
    x0 += 4
    x1 += 4
    x2 += 4
    x3 += 4
  }
  let o = out + (g << 4)
  v128.store(o, finish(a0, scale, bias, g))
  v128.store(o, finish(b0, scale, bias, g + 1), 16)
  o += outStride
  v128.store(o, finish(a1, scale, bias, g))
  v128.store(o, finish(b1, scale, bias, g + 1), 16)
  o += outStride
  v128.store(o, finish(a2, scale, bias, g))
  v128.store(o, finish(b2, scale, bias, g + 1), 16)
  o += outStride
  v128.store(o, finish(a3, scale, bias, g))
  v128.store(o, finish(b3, scale, bias, g + 1), 16)
}

function oneByFour(rows: usize, scale: usize, bias: usize, g: i32, pairs: i32, x: usize, out: usize): void {
  const stride = pairs << 4
  let a = rows + g * stride
  let b = a + stride
  let c = b + stride
  let d = c + stride
  let sa = i32x4.splat(0)
  let sb = i32x4.splat(0)
  let sc = i32x4.splat(0)
  let sd = i32x4.splat(0)
  for (let k = 0; k < pairs; k++) {
    const v = v128.load32_splat(x)
    sa = i32x4.add(sa, i32x4.dot_i16x8_s(v128.load(a), v))
    sb = i32x4.add(sb, i32x4.dot_i16x8_s(v128.load(b), v))
    sc = i32x4.add(sc, i32x4.dot_i16x8_s(v128.load(c), v))
    sd = i32x4.add(sd, i32x4.dot_i16x8_s(v128.load(d), v))
    a += 16
    b += 16
    c += 16
    d += 16
    x += 4
  }
  const o = out + (g << 4)
  v128.store(o, finish(sa, scale, bias, g))
  v128.store(o, finish(sb, scale, bias, g + 1), 16)
  v128.store(o, finish(sc, scale, bias, g + 2), 32)
  v128.store(o, finish(sd, scale, bias, g + 3), 48)
}

function oneByOne(rows: usize, scale: usize, bias: usize, g: i32, pairs: i32, x: usize, out: usize): void {
  let a = rows + g * (pairs << 4)
  let s = i32x4.splat(0)
  for (let k = 0; k < pairs; k++) {
    s = i32x4.add(s, i32x4.dot_i16x8_s(v128.load(a), v128.load32_splat(x)))
    a += 16
    x += 4
  }
  v128.store(out + (g << 4), finish(s, scale, bias, g))
}

function squash(x: v128): v128 {
  return f32x4.div(x, f32x4.add(f32x4.splat(1), f32x4.abs(x)))
}

function whole(x: v128, inverseStep: v128, low: v128, top: v128): v128 {
  const steps = f32x4.floor(f32x4.add(f32x4.mul(x, inverseStep), f32x4.splat(0.5)))
  return i32x4.trunc_sat_f32x4_s(f32x4.max(low, f32x4.min(top, steps)))
}

/** `count` floats, a multiple of 8, to int16 steps within low … top. */
export function quantize(x: usize, out: usize, count: i32, inverseStep: f32, low: f32, top: f32): void {
  const s = f32x4.splat(inverseStep)
  const l = f32x4.splat(low)
  const h = f32x4.splat(top)
  for (let k = 0; k < count; k += 8) {
    v128.store(out, i16x8.narrow_i32x4_s(whole(v128.load(x), s, l, h), whole(v128.load(x, 16), s, l, h)))
    x += 32
    out += 16
  }
}

/** The same of squashed floats. */
export function squashAll(x: usize, out: usize, count: i32, inverseStep: f32, top: f32): void {
  const s = f32x4.splat(inverseStep)
  const l = f32x4.splat(-top)
  const h = f32x4.splat(top)
  for (let k = 0; k < count; k += 8) {
    v128.store(out, i16x8.narrow_i32x4_s(whole(squash(v128.load(x)), s, l, h), whole(squash(v128.load(x, 16)), s, l, h)))
    x += 32
    out += 16
  }
}

/** The same of the sums of two. */
export function quantizeSum(x: usize, y: usize, out: usize, count: i32, inverseStep: f32, top: f32): void {
  const s = f32x4.splat(inverseStep)
  const l = f32x4.splat(-top)
  const h = f32x4.splat(top)
  for (let k = 0; k < count; k += 8) {
    const a = f32x4.add(v128.load(x), v128.load(y))
    const b = f32x4.add(v128.load(x, 16), v128.load(y, 16))
    v128.store(out, i16x8.narrow_i32x4_s(whole(a, s, l, h), whole(b, s, l, h)))
    x += 32
    y += 32
    out += 16
  }
}

/** What three neighbours give the first layer, as kept int16 steps, to floats: (before + own + after) · step + bias. */
export function addThree(before: usize, own: usize, after: usize, bias: usize, out: usize, count: i32, step: f32): void {
  const s = f32x4.splat(step)
  for (let k = 0; k < count; k += 8) {
    const a = v128.load(before)
    const b = v128.load(own)
    const c = v128.load(after)
    const low = i32x4.add(i32x4.add(i32x4.extend_low_i16x8_s(a), i32x4.extend_low_i16x8_s(b)), i32x4.extend_low_i16x8_s(c))
    const high = i32x4.add(i32x4.add(i32x4.extend_high_i16x8_s(a), i32x4.extend_high_i16x8_s(b)), i32x4.extend_high_i16x8_s(c))
    v128.store(out, f32x4.add(f32x4.mul(f32x4.convert_i32x4_s(low), s), v128.load(bias)))
    v128.store(out, f32x4.add(f32x4.mul(f32x4.convert_i32x4_s(high), s), v128.load(bias, 16)), 16)
    before += 16
    own += 16
    after += 16
    bias += 32
    out += 32
  }
}

/** c = z + g (c − z) over n words, forwards in the first half of each row of c, backwards in the second. Rows of a: z, g, z, g, each `wide`. */
export function scan(a: usize, c: usize, n: i32, wide: i32): void {
  const line = wide << 2
  half(a, c, n, line, line << 2, line << 1)
  if (n > 0) half(a + (line << 1) + (n - 1) * (line << 2), c + line + (n - 1) * (line << 1), n, line, -(line << 2), -(line << 1))
}

function half(a: usize, c: usize, n: i32, line: i32, aStep: i32, cStep: i32): void {
  const one = f32x4.splat(0.5)
  for (let t = 0; t < n; t++) {
    for (let k = 0; k < line; k += 16) {
      const z = squash(v128.load(a + k))
      const g = f32x4.add(one, f32x4.mul(one, squash(v128.load(a + line + k))))
      const held = t > 0 ? v128.load(c - cStep + k) : f32x4.splat(0)
      v128.store(c + k, f32x4.add(z, f32x4.mul(g, f32x4.sub(held, z))))
    }
    a += aStep
    c += cStep
  }
}

/** Lays `rows` int16 rows (a multiple of 4; `pairs` pairs of columns) out as `dense` reads a matrix. */
export function pack(from: usize, out: usize, rows: i32, pairs: i32): void {
  const stride = pairs << 2
  for (let r = 0; r < rows; r += 4) {
    for (let k = 0; k < pairs; k++) {
      const at = from + (k << 2)
      store<i32>(out, load<i32>(at))
      store<i32>(out, load<i32>(at + stride), 4)
      store<i32>(out, load<i32>(at + 2 * stride), 8)
      store<i32>(out, load<i32>(at + 3 * stride), 12)
      out += 16
    }
    from += stride << 2
  }
}

/**
 * Adds the bias of distance to word i's row of n + 1 scores, shuts out i itself and gives the best head, the first of equals. The next best goes to `rival`,
 * and how much lower it scores to `lead`.
 */
export function addFar(row: usize, far: usize, bucket: usize, sides: i32, i: i32, n: i32, rival: usize, lead: usize): i32 {
  let best = 0
  let most = load<f32>(row)
  let second = 0
  let next: f32 = -Infinity
  for (let j = 1; j <= n; j++) {
    const d = j - 1 - i
    const at = row + (j << 2)
    if (d == 0) {
      store<f32>(at, -1e9)
      continue
    }
    const side = d > 0 ? sides : 0
    const value = load<f32>(at) + load<f32>(far + ((load<i32>(bucket + ((d > 0 ? d : -d) << 2)) + side) << 2))
    store<f32>(at, value)
    if (value > most) {
      second = best
      next = most
      most = value
      best = j
    } else if (value > next) {
      second = j
      next = value
    }
  }
  store<i32>(rival, second)
  store<f32>(lead, most - next)
  return best
}

/** max(0, dep + head + far) of `count` floats, a multiple of 8, as int16 steps. */
export function addThreeFloats(dep: usize, head: usize, far: usize, out: usize, count: i32, inverseStep: f32, top: f32): void {
  const s = f32x4.splat(inverseStep)
  const l = f32x4.splat(0)
  const h = f32x4.splat(top)
  for (let k = 0; k < count; k += 8) {
    const a = f32x4.add(f32x4.add(v128.load(dep), v128.load(head)), v128.load(far))
    const b = f32x4.add(f32x4.add(v128.load(dep, 16), v128.load(head, 16)), v128.load(far, 16))
    v128.store(out, i16x8.narrow_i32x4_s(whole(a, s, l, h), whole(b, s, l, h)))
    dep += 32
    head += 32
    far += 32
    out += 16
  }
}

/** The index of the greatest of `count` floats but `not`, the first of equals. */
export function best(x: usize, count: i32, not: i32): i32 {
  let top = -1
  let most: f32 = -Infinity
  for (let r = 0; r < count; r++) {
    const value = load<f32>(x + (r << 2))
    if (r != not && value > most) {
      most = value
      top = r
    }
  }
  return top
}

/** How far the greatest of `count` floats but `not` is ahead of the greatest of another family; `families` has a byte for each. */
export function margin(x: usize, families: usize, count: i32, not: i32): f32 {
  const top = best(x, count, not)
  const family = load<u8>(families + top)
  let next: f32 = -Infinity
  for (let r = 0; r < count; r++) {
    const value = load<f32>(x + (r << 2))
    if (r != not && value > next && load<u8>(families + r) != family) next = value
  }
  return load<f32>(x + (top << 2)) - next
}
