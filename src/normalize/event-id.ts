import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'

/** A content hash of 32 hexadecimal digits: the same parts give the same id on every machine. Parts are kept apart by a character no text holds. */
export const contentId = (...parts: readonly (string | number | null)[]): string =>
  bytesToHex(sha256(utf8ToBytes(parts.map((part) => (part === null ? '\u0000' : String(part))).join('\u001f')))).slice(0, 32)
