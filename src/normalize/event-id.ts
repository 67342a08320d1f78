import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'

const encoder = new TextEncoder()

/** A content hash of 32 hexadecimal digits: the same parts give the same id on every machine. Parts are kept apart by a character no text holds. */
export const contentId = (...parts: readonly (string | number | null)[]): string =>
  bytesToHex(sha256(encoder.encode(parts.map((part) => (part === null ? '\u0000' : String(part))).join('\u001f')))).slice(0, 32)

/**
 * The id of what was found in a sentence: from its article, its words, how often the same sentence stood before (`repeat`), and the trigger's place in it,
 * as offsets from its start. What stands elsewhere in the article changes no id. `what` is `event`, or the reason of a rejection.
 */
export const findingId = (article: string, words: string, repeat: number, start: number, end: number, what: string): string => {
  stateOf(`${article}\u001f${words}\u001f${repeat}\u001f`)
    ._cloneInto(scratch)
    .update(encoder.encode(`${start}\u001f${end}\u001f${what}`))
    .digestInto(room)
  return bytesToHex(half)
}

/** Every finding ends in the same place what its sentence began. */
const scratch = sha256.create()
const room = new Uint8Array(32)
const half = room.subarray(0, 16)

/** The hash so far: what is found in one sentence begins alike. */
const stateOf = (beginning: string): ReturnType<typeof sha256.create> => {
  if (latest?.beginning !== beginning) latest = { beginning, state: sha256.create().update(encoder.encode(beginning)) }
  return latest.state
}

let latest: { readonly beginning: string; readonly state: ReturnType<typeof sha256.create> } | null = null
