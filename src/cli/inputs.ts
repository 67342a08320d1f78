import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import type { Article } from '../document.ts'
import { checkPublished, PUBLISHED_HINT } from '../read/check-published.ts'
import { toldPath, withoutPassword } from '../read/fetch/bare-address.ts'
import { isAddress } from '../read/fetch/is-address.ts'
import { matchesOf } from '../read/find-sources.ts'
import type { Format } from '../read/formats.ts'
import { type ReadOptions, readArticles } from '../read/read-articles.ts'
import type { Columns } from '../read/reader.ts'
import { splitLines } from '../read/split-lines.ts'
import { EXIT, type Exit, UsageError } from './exit.ts'
import { breather, type Io, write } from './io.ts'
import type { Messages } from './messages.ts'

export type InputOptions = {
  readonly format?: Format
  readonly published?: string
  readonly columns?: Columns
  readonly filesFrom?: string
  /** Fetch addresses and the pages that feeds link to. */
  readonly fetch?: boolean
}

export type Paths = Iterable<string> | AsyncIterable<string>

/**
 * The paths to read: those given, and those of a list; without any, stdin. A path that is not there is a mistake in the command line: nothing is begun
 * then. One in a list is left out when its turn comes.
 */
export const checkPaths = async (
  paths: readonly string[],
  { filesFrom, fetch }: InputOptions,
  io: Io,
  messages: Messages,
): Promise<Paths> => {
  if (filesFrom === '-' && paths.includes('-'))
    throw new UsageError('stdin is the list of --files-from, and no article beside it', 'write the list into a file, or leave out -')
  for (const path of filesFrom === undefined || filesFrom === '-' ? paths : [...paths, filesFrom]) {
    if (path === '-') continue
    if (isAddress(path)) {
      if (!fetch) throw new UsageError(`${withoutPassword(path)} is an address on the web`, 'annalist run --fetch fetches it')
      continue
    }
    const found = await stat(path).then(
      () => true,
      (error: NodeJS.ErrnoException) => error.code !== 'ENOENT' && error.code !== 'ENOTDIR',
    )
    if (!found && (await matchesOf(path)).length === 0)
      throw new UsageError(`there is no file or folder ${toldPath(path)}`, 'check the path; `-` reads from stdin')
  }
  if (filesFrom !== undefined && filesFrom !== '-' && (await isFolder(filesFrom)))
    throw new UsageError(`--files-from: ${filesFrom} is a folder, and no list of paths`, 'name it as a path, or write a list')
  if (filesFrom !== undefined) return chain(paths, listed(filesFrom, io))
  const given = paths.length === 0 ? ['-'] : paths
  if (given.includes('-') && io.stdin.isTTY) messages.note('reading from the terminal: type or paste a text, then press Ctrl-D')
  return given
}

const isFolder = (path: string): Promise<boolean> =>
  stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  )

async function* chain(first: Paths, second: Paths): AsyncGenerator<string> {
  yield* first
  yield* second
}

/** The paths in a list, one a line, or each with a NUL behind it, as `find -print0` writes them. */
async function* listed(file: string, io: Io): AsyncGenerator<string> {
  for await (const { bytes, line } of splitLines(withoutNuls(file === '-' ? io.stdin : createReadStream(file)), 1 << 16))
    if (bytes === null) throw new UsageError(`line ${line} of the list is longer than any path`, 'a list holds one path a line')
    else if (bytes.length > 0) yield new TextDecoder().decode(bytes)
}

async function* withoutNuls(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunks) yield chunk.includes(0) ? chunk.map((byte) => byte || 10) : chunk
}

/** How to read, from the options of the command line. */
export const readOptions = ({ format, published, columns }: InputOptions, io: Io): ReadOptions => {
  const date = published === undefined ? null : checkPublished(published)
  if (published !== undefined && date === null)
    throw new UsageError(
      `--published: "${published}" is no date that annalist knows`,
      PUBLISHED_HINT.replace(', or leave the field out', ''),
    )
  return { format, published: date, columns, stdin: io.stdin }
}

/** Does some work for each article. What can't be read, and an article that the work fails on, is told and left out; the exit code says so. */
export const eachArticle = async (
  paths: Paths,
  read: ReadOptions,
  io: Io,
  messages: Messages,
  work: (article: Article) => readonly string[],
): Promise<Exit> => {
  let exit: Exit = EXIT.done
  const breathe = breather()
  for await (const reading of readArticles(paths, read)) {
    await breathe()
    if (io.signal.aborted) return EXIT.interrupted
    const done = 'article' in reading ? attempt(reading.article, work) : reading
    if ('message' in done) {
      exit = EXIT.quarantined
      messages.unreadable({ place: reading.place, ...done })
    } else for (const line of done) await write(io, line)
  }
  return exit
}

const attempt = (
  article: Article,
  work: (article: Article) => readonly string[],
): readonly string[] | { readonly message: string; readonly hint: string } => {
  try {
    return work(article)
  } catch (error) {
    if (error instanceof UsageError) throw error
    return {
      message: `article ${article.id} could not be extracted: ${error instanceof Error ? error.message : String(error)}`,
      hint: 'this is a fault of annalist; please report it with the article',
    }
  }
}
