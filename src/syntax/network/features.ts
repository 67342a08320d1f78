/**
 * What the network sees of a word: its key in the table of words, and the rows of the affix table that make it up.
 * train/features.py says the same in Python; fixtures compare them.
 */

export const FEATURES_A_WORD = 8

const PLAIN: ReadonlyMap<string, string> = new Map([
  ...Array.from('‘’`´', (c): [string, string] => [c, "'"]),
  ...Array.from('“”„«»', (c): [string, string] => [c, '"']),
  ...Array.from('‐‑–−', (c): [string, string] => [c, '-']),
  ['—', '--'],
  ['…', '...'],
  ['\u00a0', ' '],
])
const ODD = /[‘’`´“”„«»‐‑–−—…\u00a0]/g

const plain = (form: string): string => form.replace(ODD, (c) => PLAIN.get(c) ?? c)

/** 32-bit FNV-1a over the UTF-16 code units from `start` to `end`, then mixed so that its low bits depend on all of them. */
const hash = (text: string, start: number, end: number, seed: number): number => {
  let h = 0x811c9dc5 ^ seed
  for (let i = start; i < end; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193)
  h ^= h >>> 15
  h = Math.imul(h, 0x2c1b3c6d)
  return (h ^ (h >>> 13)) >>> 0
}

/** The key of a word in the table of words: its plain lower-cased form, hashed; 0 is kept for an empty place. */
export const wordKey = (form: string): number => {
  const low = plain(form).toLowerCase()
  return hash(low, 0, low.length, 0) || 1
}

/** `Xxx` for Russia, `XX` for US, `X.X.` for U.S.: runs longer than two are cut to two, the whole to ten. */
const shape = (form: string): string => {
  let out = ''
  for (const c of form) {
    const s = c.toLowerCase() !== c ? 'X' : c.toUpperCase() !== c ? 'x' : c >= '0' && c <= '9' ? 'd' : c
    if (!out.endsWith(s + s)) out += s
    if (out.length >= 10) break
  }
  return Array.from(out).slice(0, 10).join('')
}

/** Writes the rows of the affix table for a form: suffixes of 1 to 4, prefixes of 1 to 3, shape. Row 0 means none; `rows` is how many there are. */
export const affixRows = (form: string, rows: number, out: Int32Array): void => {
  const flat = plain(form)
  const low = flat.toLowerCase().replace(/[0-9]/g, '0')
  const row = (text: string, start: number, end: number, kind: number): number =>
    1 + (hash(text, start, end, Math.imul(kind, 0x9e3779b1)) % (rows - 1))
  const n = low.length
  for (let k = 1; k <= 4; k++) out[k - 1] = n >= k ? row(low, n - k, n, k) : 0
  for (let k = 1; k <= 3; k++) out[k + 3] = n >= k ? row(low, 0, k, 4 + k) : 0
  const outline = shape(flat)
  out[7] = row(outline, 0, outline.length, 8)
}
