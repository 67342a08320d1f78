import { stat } from 'node:fs/promises'
import type { Article } from '../document.ts'
import { checkPublished, PUBLISHED_HINT } from '../read/check-published.ts'
import type { Format } from '../read/find-sources.ts'
import { type ReadOptions, readArticles } from '../read/read-articles.ts'
import { EXIT, type Exit, UsageError } from './exit.ts'
import { type Io, write } from './io.ts'
import type { Messages } from './messages.ts'

export type InputOptions = { readonly format?: Format; readonly published?: string }

/** The paths to read; without any, stdin. A path that is not there is a mistake in the command line: nothing is begun then. */
export const checkPaths = async (paths: readonly string[], io: Io, messages: Messages): Promise<readonly string[]> => {
  for (const path of paths) {
    if (path === '-') continue
    const found = await stat(path).then(
      () => true,
      (error: NodeJS.ErrnoException) => error.code !== 'ENOENT' && error.code !== 'ENOTDIR',
    )
    if (!found) throw new UsageError(`there is no file or folder ${path}`, 'check the path; `-` reads from stdin')
  }
  const given = paths.length === 0 ? ['-'] : paths
  if (given.includes('-') && io.stdin.isTTY) messages.note('reading from the terminal: type or paste a text, then press Ctrl-D')
  return given
}

/** How to read, from the options of the command line. */
export const readOptions = ({ format, published }: InputOptions, io: Io): ReadOptions => {
  const date = published === undefined ? null : checkPublished(published)
  if (published !== undefined && date === null)
    throw new UsageError(
      `--published: "${published}" is no date that annalist knows`,
      PUBLISHED_HINT.replace(', or leave the field out', ''),
    )
  return { format, published: date, stdin: io.stdin }
}

/** Does some work for each article. What can't be read, and an article that the work fails on, is told and left out; the exit code says so. */
export const eachArticle = async (
  paths: readonly string[],
  read: ReadOptions,
  io: Io,
  messages: Messages,
  work: (article: Article) => readonly string[],
): Promise<Exit> => {
  let exit: Exit = EXIT.done
  for await (const reading of readArticles(paths, read)) {
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
