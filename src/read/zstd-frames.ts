import type { Chunks } from './bytes.ts'
import { type Taken, takeFrom } from './take-from.ts'

/** What stands where a zstd stream should go on: `cut` where it ends inside a frame, `damaged` where it is no frame. */
export class BrokenFrame extends Error {
  readonly how: 'cut' | 'damaged'
  constructor(how: 'cut' | 'damaged') {
    super(how)
    this.name = 'BrokenFrame'
    this.how = how
  }
}

const MAGIC = 0xfd2fb528
/** Frames for others, which `pzstd` and the seekable format put between those of the data: sixteen magic numbers from this one on. */
const SKIPPABLE = 0x184d2a50

/** Whether bytes begin a zstd stream: a frame, or one to be skipped. */
export const isZstd = (head: Uint8Array): boolean => {
  if (head.length < 4) return false
  const magic = Buffer.from(head.subarray(0, 4)).readUInt32LE()
  return magic === MAGIC || isSkippable(magic)
}

const isSkippable = (magic: number): boolean => magic >= SKIPPABLE && magic < SKIPPABLE + 16

/**
 * The frames of a zstd stream (RFC 8878 §3.1), each as its bytes come and to be taken whole before the next. Node's unpacker knows one frame only, and does not notice where that one
 * is cut short. Throws `BrokenFrame`, also while a frame is taken.
 */
export async function* zstdFrames(chunks: Chunks): AsyncGenerator<Chunks> {
  const source = takeFrom(chunks)
  for (;;) {
    const { bytes, got } = await source.exactly(4, 4)
    if (got === 0) return
    if (got < 4 || bytes === null) throw new BrokenFrame('cut')
    const magic = bytes.readUInt32LE()
    if (magic === MAGIC) yield frame(bytes, source)
    else if (isSkippable(magic)) await passOver(source, (await whole(source, 4)).readUInt32LE())
    else throw new BrokenFrame('damaged')
  }
}

const whole = async (source: Taken, size: number): Promise<Buffer> => {
  const { bytes, got } = await source.exactly(size, size)
  if (bytes === null || got < size) throw new BrokenFrame('cut')
  return bytes
}

const passOver = async (source: Taken, size: number): Promise<void> => {
  if ((await source.exactly(size, 0)).got < size) throw new BrokenFrame('cut')
}

/** One frame: its header, blocks up to the one that says it is the last, and a checksum where the header promises one. */
async function* frame(magic: Buffer, source: Taken): AsyncGenerator<Buffer> {
  const descriptor = await whole(source, 1)
  const flags = descriptor.readUInt8()
  const single = (flags & 0x20) !== 0
  const window = single ? 0 : 1
  const dictionary = [0, 1, 2, 4][flags & 3] ?? 0
  const content = [single ? 1 : 0, 2, 4, 8][flags >> 6] ?? 0
  yield Buffer.concat([magic, descriptor, await whole(source, window + dictionary + content)])
  for (let last = false; !last; ) {
    const header = await whole(source, 3)
    const bits = header.readUIntLE(0, 3)
    last = (bits & 1) === 1
    // Of a repeated byte one is written.
    yield Buffer.concat([header, await whole(source, ((bits >> 1) & 3) === 1 ? 1 : bits >> 3)])
  }
  if ((flags & 4) !== 0) yield await whole(source, 4)
}
