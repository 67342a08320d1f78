const [QUOTE, BACKSLASH, COMMA, LINE_END] = [0x22, 0x5c, 0x2c, 0x0a]
const OPENS = new Set([0x7b, 0x5b])
const CLOSES = new Set([0x7d, 0x5d])
const BLANKS = new Set([0x20, 0x09, 0x0d, LINE_END])
const [LIST, END_OF_LIST] = [0x5b, 0x5d]

/** A value with the line that it begins on; `ended` when it was whole, `isMember` of a list. `bytes` is null where it was longer than the limit: `size` says how long. */
export type Value = {
  readonly line: number
  readonly bytes: Buffer | null
  readonly size: number
  readonly ended: boolean
  readonly isMember: boolean
}

/**
 * Cuts a stream of JSON (UTF-8) into its values, of lists their members. Only brackets, quotes and
 * commas are looked at, so that a fault is its value's own. Of a value longer than `limit` nothing is kept, so that memory is bounded.
 */
export async function* splitValues(chunks: AsyncIterable<Uint8Array>, limit: number): AsyncGenerator<Value> {
  let parts: Buffer[] = []
  let [size, depth, line, first] = [0, 0, 1, 1]
  let [isInList, isInside, isText, isEscaped] = [false, false, false, false]
  const take = (part: Buffer): void => {
    size += part.length
    if (size > limit) parts = []
    else if (part.length > 0) parts.push(part)
  }
  const finish = (ended: boolean): Value => {
    const value = { line: first, bytes: size > limit ? null : Buffer.concat(parts), size, ended, isMember: isInList }
    parts = []
    size = 0
    isInside = false
    return value
  }
  for await (const chunk of chunks) {
    const buffer = Buffer.isBuffer(chunk) ? chunk : Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength)
    let from = 0
    for (let i = 0; i < buffer.length; i++) {
      const byte = buffer[i] as number
      if (byte === LINE_END) line++
      if (isText) {
        if (isEscaped) isEscaped = false
        else if (byte === BACKSLASH) isEscaped = true
        else if (byte === QUOTE) isText = false
        continue
      }
      const isBetween = depth === 0 && (byte === COMMA || BLANKS.has(byte) || (isInList && byte === END_OF_LIST))
      if (isBetween) {
        if (isInside) {
          take(buffer.subarray(from, i))
          yield finish(true)
        }
        if (byte === END_OF_LIST) isInList = false
        continue
      }
      if (!isInside) {
        if (!isInList && byte === LIST) {
          isInList = true
          continue
        }
        isInside = true
        from = i
        first = line
      }
      if (byte === QUOTE) isText = true
      else if (OPENS.has(byte)) depth++
      else if (CLOSES.has(byte) && depth > 0) {
        depth--
        if (depth > 0) continue
        take(buffer.subarray(from, i + 1))
        yield finish(true)
      }
    }
    if (isInside) take(buffer.subarray(from))
  }
  if (isInside) yield finish(false)
}
