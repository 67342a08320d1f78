import { open } from 'node:fs/promises'

const FIRST = 1 << 14
const LATER = 1 << 18

/** The bytes of a file as they come: a little at first, for most articles are no longer than that, then in large pieces. Throws what the system says. */
export async function* fileChunks(file: string): AsyncGenerator<Uint8Array> {
  const handle = await open(file)
  try {
    let buffer = Buffer.allocUnsafeSlow(FIRST)
    let filled = 0
    for (;;) {
      const { bytesRead } = await handle.read(buffer, filled, buffer.length - filled)
      if (bytesRead === 0) return
      yield buffer.subarray(filled, filled + bytesRead)
      filled += bytesRead
      if (filled < buffer.length) continue
      buffer = Buffer.allocUnsafeSlow(LATER)
      filled = 0
    }
  } finally {
    await handle.close()
  }
}
