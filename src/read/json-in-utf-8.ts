import { type Chunks, peek } from './bytes.ts'

type Sixteen = 'utf-16le' | 'utf-16be'

/** The encoding of JSON that begins like this, where it is UTF-16: by its mark, or by the NUL beside its first sign, which is never one beyond ASCII. */
const sixteen = ([first, second]: Buffer): Sixteen | null => {
  if (first === undefined || second === undefined) return null
  if ((first === 0xff && second === 0xfe) || (first !== 0 && second === 0)) return 'utf-16le'
  return (first === 0xfe && second === 0xff) || (first === 0 && second !== 0) ? 'utf-16be' : null
}

/** JSON in UTF-8, which programs of Windows write in UTF-16, too. */
export const jsonInUtf8 = async (source: Chunks): Promise<Chunks> => {
  const { head, chunks } = await peek(source, 4)
  const encoding = sixteen(head)
  // Of UTF-32, which nobody writes, both begin like this.
  return encoding === null || (head[2] === 0 && head[3] === 0) ? chunks : decoded(chunks, encoding)
}

async function* decoded(chunks: Chunks, encoding: Sixteen): AsyncGenerator<Uint8Array> {
  const decoder = new TextDecoder(encoding)
  for await (const chunk of chunks) yield Buffer.from(decoder.decode(chunk, { stream: true }))
  yield Buffer.from(decoder.decode())
}
