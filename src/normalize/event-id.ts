import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'

/** A content hash of 32 hexadecimal digits: the same parts give the same id on every machine. Parts are kept apart by a character no text holds. */
export const contentId = (...parts: readonly (string | number | null)[]): string =>
  bytesToHex(sha256(utf8ToBytes(parts.map((part) => (part === null ? '\u0000' : String(part))).join('\u001f')))).slice(0, 32)

/**
 * The id of what was found in a sentence: from its article, its words, how often the same sentence stood before (`repeat`), and the trigger's place in it,
 * as offsets from its start. What stands elsewhere in the article changes no id. `what` is `event`, or the reason of a rejection.
 */
export const findingId = (article: string, words: string, repeat: number, start: number, end: number, what: string): string =>
  bytesToHex(
    stateOf(`${article}\u001f${words}\u001f${repeat}\u001f`)
      ._cloneInto(scratch)
      .update(utf8ToBytes(`${start}\u001f${end}\u001f${what}`))
      .digest(),
  ).slice(0, 32)

/** Every finding ends in the same place what its sentence began. */
const scratch = sha256.create()

/** The hash so far: what is found in one sentence begins alike. */
const stateOf = (beginning: string): ReturnType<typeof sha256.create> => {
  if (latest?.beginning !== beginning) latest = { beginning, state: sha256.create().update(utf8ToBytes(beginning)) }
  return latest.state
}

let latest: { readonly beginning: string; readonly state: ReturnType<typeof sha256.create> } | null = null
