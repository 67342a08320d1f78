import { isUtf8 } from 'node:buffer'
import type { Fault } from './reading.ts'

const SIGNATURES: readonly { readonly start: string; readonly at?: number; readonly what: string; readonly hint: string }[] = [
  { start: '%PDF', what: 'a PDF document', hint: 'make text of it first, with pdftotext for example' },
  { start: 'PK\u0003\u0004', what: 'a ZIP archive or an office document', hint: 'unpack it, or save the document as plain text' },
  { start: '\u001f\u008b', what: 'gzip-compressed', hint: 'unpack it first: gunzip FILE' },
  { start: '(\u00b5/\u00fd', what: 'zstd-compressed', hint: 'unpack it first: unzstd FILE' },
  { start: '1AY&SY', at: 4, what: 'bzip2-compressed', hint: 'unpack it first: bunzip2 FILE' },
  { start: '\u00fd7zXZ\u0000', what: 'xz-compressed', hint: 'unpack it first: unxz FILE' },
  { start: '7z\u00bc\u00af\u0027\u001c', what: 'a 7z archive', hint: 'unpack it first: 7z x FILE' },
  { start: 'ustar', at: 257, what: 'a tar archive', hint: 'unpack it into a folder first: tar xf FILE' },
  { start: '\u00d0\u00cf\u0011\u00e0', what: 'an old office document', hint: 'save it as plain text, or tables as CSV' },
  { start: 'PAR1\u0015', what: 'a Parquet file', hint: 'write it as CSV or lines of JSON first, with duckdb or pandas for example' },
  { start: 'SQLite format 3\u0000', what: 'a SQLite database', hint: 'give the articles as input and the database with --db' },
]
const [UTF_32, UTF_16] = [
  ['\u00ff\u00fe\u0000\u0000', '\u0000\u0000\u00fe\u00ff'],
  ['\u00ff\u00fe', '\u00fe\u00ff'],
] as const

const convert = (encoding: string): string => `convert it to UTF-8: iconv -f ${encoding} -t UTF-8 FILE > NEW`

/**
 * The text that bytes hold in UTF-8, or in UTF-16 with its mark, as it stands: line ends are kept, and only a byte order mark at the front is left out. Or the fault why they
 * hold none: nothing there, another encoding (guessed, with the byte that gave it away), no text at all.
 */
export const decodeText = async (bytes: Uint8Array): Promise<string | Fault> => {
  const head = String.fromCharCode(...bytes.subarray(0, 512))
  if (bytes.length === 0) return { message: 'is empty', hint: 'give a file with the text of an article' }
  if (UTF_32.some((mark) => head.startsWith(mark))) return { message: 'is UTF-32, not UTF-8, by its first bytes', hint: convert('UTF-32') }
  if (UTF_16.some((mark) => head.startsWith(mark))) return decodeSixteen(bytes)
  const signature = SIGNATURES.find((s) => head.startsWith(s.start, s.at))
  if (signature) return { message: `is ${signature.what}, not text`, hint: signature.hint }
  const nul = bytes.indexOf(0)
  if (nul >= 0) return nulFault(bytes, nul)
  if (!isUtf8(bytes)) return encodingFault(bytes)
  return unlessBlank(new TextDecoder().decode(bytes))
}

const unlessBlank = (text: string): string | Fault =>
  text.trim() === '' ? { message: 'holds nothing but blanks', hint: 'give a file with the text of an article' } : text

const decodeSixteen = (bytes: Uint8Array): string | Fault => {
  try {
    return unlessBlank(new TextDecoder(bytes[0] === 0xff ? 'utf-16le' : 'utf-16be', { fatal: true }).decode(bytes))
  } catch {
    return { message: 'is UTF-16 by its first bytes, but not all of it', hint: convert('UTF-16') }
  }
}

const nulFault = (bytes: Uint8Array, at: number): Fault => {
  const nuls = bytes.reduce((sum, byte) => sum + (byte === 0 ? 1 : 0), 0)
  const sixteen = nuls > bytes.length / 4 && nuls < bytes.length * 0.6
  if (sixteen)
    return {
      message: `is UTF-16 without a byte order mark, it seems: every other byte is NUL, the first at byte ${at}`,
      hint: convert(at % 2 ? 'UTF-16LE' : 'UTF-16BE'),
    }
  return { message: `is a binary file: NUL at byte ${at}`, hint: 'give text; what other formats are read, `annalist extract --help` says' }
}

const encodingFault = async (bytes: Uint8Array): Promise<Fault> => {
  const at = firstBadByte(bytes)
  const line = bytes.subarray(0, at).reduce((sum, byte) => sum + (byte === 10 ? 1 : 0), 1)
  const value = (bytes[at] ?? 0).toString(16).toUpperCase().padStart(2, '0')
  const { detect } = await import('chardet')
  const guess = detect(bytes.subarray(0, 1 << 16))
  const legacy = guess === null || guess === 'UTF-8' || guess === 'ASCII' ? 'WINDOWS-1252' : guess.toUpperCase()
  return {
    message: `is not UTF-8: 0x${value} at byte ${at} (line ${line}) begins no character`,
    hint: `it looks like ${legacy}; ${convert(legacy)}`,
  }
}

/** The offset of the first byte that is no part of a well-formed UTF-8 sequence (RFC 3629). */
export const firstBadByte = (bytes: Uint8Array): number => {
  let i = 0
  while (i < bytes.length) {
    const lead = bytes[i] as number
    const length = lead < 0x80 ? 1 : lead < 0xc2 ? 0 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : lead < 0xf5 ? 4 : 0
    const second = bytes[i + 1] ?? 0
    const low = lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80
    const high = lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf
    if (length === 0 || (length > 1 && (second < low || second > high))) return i
    for (let k = 2; k < length; k++) if (((bytes[i + k] ?? 0) & 0xc0) !== 0x80) return i
    i += length
  }
  return bytes.length
}
