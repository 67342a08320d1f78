/** A line of a file without its end; `ended` when it had one. `bytes` is null where the line was longer than the limit: `size` says how long. */
export type Line = { readonly line: number; readonly bytes: Buffer | null; readonly size: number; readonly ended: boolean }

/** Cuts a stream of bytes into lines, counted from 1, at `\n` or `\r\n`. Of a line that is longer than `limit` nothing is kept, so that memory is bounded. */
export async function* splitLines(chunks: AsyncIterable<Uint8Array>, limit: number): AsyncGenerator<Line> {
  let parts: Buffer[] = []
  let size = 0
  let line = 1
  const take = (part: Buffer): void => {
    size += part.length
    if (size > limit) parts = []
    else if (part.length > 0) parts.push(part)
  }
  const finish = (ended: boolean): Line => {
    const whole = size > limit ? null : parts.length === 1 ? (parts[0] as Buffer) : Buffer.concat(parts)
    const bytes = whole !== null && whole.at(-1) === 13 ? whole.subarray(0, -1) : whole
    const done = { line, bytes, size, ended }
    parts = []
    size = 0
    line += 1
    return done
  }
  for await (const chunk of chunks) {
    const buffer = Buffer.isBuffer(chunk) ? chunk : Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength)
    let from = 0
    for (let end = buffer.indexOf(10); end >= 0; end = buffer.indexOf(10, from)) {
      take(buffer.subarray(from, end))
      yield finish(true)
      from = end + 1
    }
    take(buffer.subarray(from))
  }
  if (size > 0) yield finish(false)
}
