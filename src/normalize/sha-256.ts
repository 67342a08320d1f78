// SHA-256 of short texts that begin alike: what they share is hashed once, and nothing is allocated for a text. tests/normalize/event-id.test.ts holds it against another.

/** The first half of the hash of `beginning` with a text behind it, in hexadecimal digits. */
export const hashBehind = (beginning: string): ((end: string) => string) => {
  state.set(FIRST)
  const length = feed(beginning, 0)
  const begun = state.slice()
  const rest = block.slice(0, length & 63)
  return (end) => {
    state.set(begun)
    block.set(rest)
    close(feed(end, length))
    return hexadecimal(0) + hexadecimal(1) + hexadecimal(2) + hexadecimal(3)
  }
}

const hexadecimal = (at: number): string => {
  const word = state[at] as number
  return `${BYTES[word >>> 24]}${BYTES[(word >>> 16) & 255]}${BYTES[(word >>> 8) & 255]}${BYTES[word & 255]}`
}

const BYTES = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'))

/** Takes in a text as UTF-8 behind so many bytes, and tells how many it is then. What fills no block is left in `block`. */
const feed = (text: string, length: number): number => {
  let at = length
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    if (unit < 0x80) {
      at = add(unit, at)
      continue
    }
    const point = unit < 0xd800 || unit > 0xdfff ? unit : wholePoint(text, i)
    if (point > 0xffff) i++
    if (point < 0x800) at = add(0xc0 | (point >> 6), at)
    else {
      if (point > 0xffff) at = add(0x80 | ((point >> 12) & 63), add(0xf0 | (point >> 18), at))
      else at = add(0xe0 | (point >> 12), at)
      at = add(0x80 | ((point >> 6) & 63), at)
    }
    at = add(0x80 | (point & 63), at)
  }
  return at
}

/** Half of a pair alone is U+FFFD in UTF-8. */
const wholePoint = (text: string, at: number): number => {
  const point = text.codePointAt(at) as number
  return point > 0xffff ? point : 0xfffd
}

const add = (byte: number, at: number): number => {
  block[at & 63] = byte
  if ((at & 63) === 63) compress()
  return at + 1
}

/** A bit, noughts, and the length in bits end the last block. */
const close = (length: number): void => {
  let at = add(0x80, length)
  while ((at & 63) !== 56) at = add(0, at)
  at = add(0, add(0, add(0, at)))
  for (let shift = 29; shift >= 5; shift -= 8) at = add((length >>> shift) & 255, at)
  add((length << 3) & 255, at)
}

const compress = (): void => {
  for (let i = 0; i < 16; i++)
    words[i] =
      ((block[4 * i] as number) << 24) |
      ((block[4 * i + 1] as number) << 16) |
      ((block[4 * i + 2] as number) << 8) |
      (block[4 * i + 3] as number)
  for (let i = 16; i < 64; i++) {
    const near = words[i - 2] as number
    const far = words[i - 15] as number
    const one = turned(near, 17) ^ turned(near, 19) ^ (near >>> 10)
    const other = turned(far, 7) ^ turned(far, 18) ^ (far >>> 3)
    words[i] = (one + (words[i - 7] as number) + other + (words[i - 16] as number)) | 0
  }
  let a = state[0] as number
  let b = state[1] as number
  let c = state[2] as number
  let d = state[3] as number
  let e = state[4] as number
  let f = state[5] as number
  let g = state[6] as number
  let h = state[7] as number
  for (let i = 0; i < 64; i++) {
    const choice = (e & f) ^ (~e & g)
    const one = (h + (turned(e, 6) ^ turned(e, 11) ^ turned(e, 25)) + choice + (ROUNDS[i] as number) + (words[i] as number)) | 0
    const most = (a & b) ^ (a & c) ^ (b & c)
    const other = ((turned(a, 2) ^ turned(a, 13) ^ turned(a, 22)) + most) | 0
    h = g
    g = f
    f = e
    e = (d + one) | 0
    d = c
    c = b
    b = a
    a = (one + other) | 0
  }
  state[0] = (state[0] as number) + a
  state[1] = (state[1] as number) + b
  state[2] = (state[2] as number) + c
  state[3] = (state[3] as number) + d
  state[4] = (state[4] as number) + e
  state[5] = (state[5] as number) + f
  state[6] = (state[6] as number) + g
  state[7] = (state[7] as number) + h
}

const turned = (word: number, by: number): number => (word >>> by) | (word << (32 - by))

const block = new Uint8Array(64)
const state = new Int32Array(8)
const words = new Int32Array(64)

const numbers = (hexadecimals: string): Int32Array => Int32Array.from(hexadecimals.trim().split(/\s+/), (word) => Number.parseInt(word, 16))

/** The first 32 bits behind the point of the square roots of the first eight primes, and of the cube roots of the first 64. */
const FIRST = numbers(`
  6a09e667 bb67ae85 3c6ef372 a54ff53a 510e527f 9b05688c 1f83d9ab 5be0cd19`)
const ROUNDS = numbers(`
  428a2f98 71374491 b5c0fbcf e9b5dba5 3956c25b 59f111f1 923f82a4 ab1c5ed5 d807aa98 12835b01 243185be 550c7dc3 72be5d74 80deb1fe 9bdc06a7 c19bf174
  e49b69c1 efbe4786 0fc19dc6 240ca1cc 2de92c6f 4a7484aa 5cb0a9dc 76f988da 983e5152 a831c66d b00327c8 bf597fc7 c6e00bf3 d5a79147 06ca6351 14292967
  27b70a85 2e1b2138 4d2c6dfc 53380d13 650a7354 766a0abb 81c2c92e 92722c85 a2bfe8a1 a81a664b c24b8b70 c76c51a3 d192e819 d6990624 f40e3585 106aa070
  19a4c116 1e376c08 2748774c 34b0bcb5 391c0cb3 4ed8aa4a 5b9cca4f 682e6ff3 748f82ee 78a5636f 84c87814 8cc70208 90befffa a4506ceb bef9a3f7 c67178f2`)
