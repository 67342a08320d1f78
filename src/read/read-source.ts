import type { Chunks } from './bytes.ts'
import { CutShort, unpacked } from './decompress.ts'
import type { Follow } from './fetch/follow.ts'
import { fileChunks } from './file-chunks.ts'
import { pathFault } from './find-sources.ts'
import { FORMATS, type Format, formatOfContent, formatOfName } from './formats.ts'
import type { Columns, Reader } from './reader.ts'
import type { Reading, Source } from './reading.ts'

export type SourceOptions = {
  readonly format: Format | undefined
  readonly published: string | null
  readonly columns: Columns
  readonly follow?: Follow | undefined
  readonly growing?: boolean | undefined
  readonly onBytes?: ((size: number) => void) | undefined
}

/** Reads one file as its articles come. What the disk refuses, and what breaks off, is an Unreadable too; throws nothing for the input's sake. */
export async function* readSource(source: Source, options: SourceOptions): AsyncGenerator<Reading> {
  const bytes = fileChunks(source.file)
  try {
    yield* readStream(source, options.onBytes === undefined ? bytes : counted(bytes, options.onBytes), options)
  } finally {
    // A reader that stops early leaves the file open else.
    await bytes.return(undefined)
  }
}

/** Reads a stream of bytes, packed or not, in the format that is asked for, or that its content, or else its name, tells. */
export async function* readStream(
  source: Source,
  stream: Chunks,
  { format, published, columns, follow, growing }: SourceOptions,
): AsyncGenerator<Reading> {
  const { file, id, facts } = source
  try {
    const { chunks, head } = await unpacked(stream, 2048)
    for await (const reading of (await readerFor(source, format, head))({ file, id, facts, published, columns, follow, growing }, chunks))
      yield { source, ...reading }
  } catch (error) {
    yield {
      ...(error instanceof CutShort ? { place: { file }, message: error.message, hint: error.hint } : pathFault(file, error)),
      source,
    }
  }
}

async function* counted(chunks: Chunks, onBytes: (size: number) => void): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunks) {
    onBytes(chunk.length)
    yield chunk
  }
}

/** The first signs of a file, also where a mark at its front says that it is in UTF-16, as programs of Windows write XML. */
const beginning = (head: Buffer): string =>
  new TextDecoder(head[0] === 0xff && head[1] === 0xfe ? 'utf-16le' : head[0] === 0xfe && head[1] === 0xff ? 'utf-16be' : 'utf-8').decode(
    head,
  )

const readerFor = async ({ file, facts }: Source, format: Format | undefined, head: Buffer): Promise<Reader> => {
  if (facts === file) return (await import('./read-text.ts')).readFactsAlone
  const found =
    facts !== null ? 'text' : (format ?? formatOfContent(beginning(head.subarray(0, 4096)), file) ?? formatOfName(file) ?? 'text')
  return FORMATS[found].load()
}
