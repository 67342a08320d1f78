/**
 * The first 32 hexadecimal digits of a text's SHA-256 (FIPS 180-4), of its bytes in UTF-8. Written out here because every finding has one: for a few hundred characters a
 * library spends most of its time on objects and checks.
 */
export const sha256Start = (text: string): string => {
  if (bytes.length < 3 * text.length + 72) bytes = new Uint8Array(6 * text.length + 144)
  const { written } = encoder.encodeInto(text, bytes)
  // A one, noughts up to the last eight bytes of a block, and the length in bits.
  const end = (written + 72) & ~63
  bytes[written] = 0x80
  bytes.fill(0, written + 1, end)
  for (let i = 1, bits = 8 * written; bits > 0; i++, bits = Math.floor(bits / 256)) bytes[end - i] = bits & 255
  state.set(START)
  for (let at = 0; at < end; at += 64) takeBlock(at)
  return hex(0) + hex(1) + hex(2) + hex(3)
}

const hex = (i: number): string => ((state[i] as number) >>> 0).toString(16).padStart(8, '0')

const encoder = new TextEncoder()
let bytes = new Uint8Array(4096)
const state = new Int32Array(8)
const schedule = new Int32Array(64)

/** The first 32 bits of the fractions of the first primes' roots. */
const fractions = (count: number, root: (prime: number) => number): Int32Array => {
  const found: number[] = []
  for (let n = 2; found.length < count; n++)
    if (![...Array(n).keys()].slice(2).some((d) => n % d === 0)) found.push(Math.floor((root(n) % 1) * 2 ** 32) | 0)
  return Int32Array.from(found)
}
const START = fractions(8, Math.sqrt)
const ROUNDS = fractions(64, Math.cbrt)

const takeBlock = (at: number): void => {
  const w = schedule
  for (let i = 0, b = at; i < 16; i++, b += 4)
    w[i] = ((bytes[b] as number) << 24) | ((bytes[b + 1] as number) << 16) | ((bytes[b + 2] as number) << 8) | (bytes[b + 3] as number)
  for (let i = 16; i < 64; i++) {
    const x = w[i - 15] as number
    const y = w[i - 2] as number
    const s0 = ((x >>> 7) | (x << 25)) ^ ((x >>> 18) | (x << 14)) ^ (x >>> 3)
    const s1 = ((y >>> 17) | (y << 15)) ^ ((y >>> 19) | (y << 13)) ^ (y >>> 10)
    w[i] = (s0 + s1 + (w[i - 7] as number) + (w[i - 16] as number)) | 0
  }
  let [a, b, c, d] = [state[0] as number, state[1] as number, state[2] as number, state[3] as number]
  let [e, f, g, h] = [state[4] as number, state[5] as number, state[6] as number, state[7] as number]
  for (let i = 0; i < 64; i++) {
    const s1 = ((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7))
    const one = (h + s1 + ((e & f) ^ (~e & g)) + (ROUNDS[i] as number) + (w[i] as number)) | 0
    const s0 = ((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10))
    const two = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0
    h = g
    g = f
    f = e
    e = (d + one) | 0
    d = c
    c = b
    b = a
    a = (one + two) | 0
  }
  state[0] = ((state[0] as number) + a) | 0
  state[1] = ((state[1] as number) + b) | 0
  state[2] = ((state[2] as number) + c) | 0
  state[3] = ((state[3] as number) + d) | 0
  state[4] = ((state[4] as number) + e) | 0
  state[5] = ((state[5] as number) + f) | 0
  state[6] = ((state[6] as number) + g) | 0
  state[7] = ((state[7] as number) + h) | 0
}
