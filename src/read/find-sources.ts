import { readdir, realpath, stat } from 'node:fs/promises'
import { basename, dirname, extname, join, resolve } from 'node:path'
import type { Unreadable } from './reading.ts'

/** A file to read. `id` is what an article in it is called when it doesn't say itself; `facts` is the article.json beside a text. */
export type Source = { readonly file: string; readonly format: 'text' | 'jsonl'; readonly id: string; readonly facts: string | null }

export const FORMATS = ['text', 'jsonl'] as const
export type Format = (typeof FORMATS)[number]

const formatOf = (file: string): Format | null => {
  const extension = extname(file).toLowerCase()
  return extension === '.txt' ? 'text' : extension === '.jsonl' || extension === '.ndjson' ? 'jsonl' : null
}

/**
 * The files that a path stands for, in the order of their names' bytes: the file itself, or in a folder and those below it every `.txt`, `.jsonl` and
 * `.ndjson`. A folder with an `article.txt` or `article.json` is one article, called as the folder; the other files in it belong to it.
 * Names that begin with a dot are passed over.
 */
export async function* findSources(path: string, format: Format | undefined): AsyncGenerator<Source | Unreadable> {
  try {
    if ((await stat(path)).isDirectory()) yield* walk(path, '', format, [])
    else if (isArticleFile(basename(path)) && format !== 'jsonl') yield await articleIn(dirname(path), basename(dirname(resolve(path))))
    else yield { file: path, format: format ?? formatOf(path) ?? 'text', id: withoutExtension(basename(path)), facts: null }
  } catch (error) {
    yield pathFault(path, error)
  }
}

async function* walk(
  dir: string,
  below: string,
  format: Format | undefined,
  above: readonly string[],
): AsyncGenerator<Source | Unreadable> {
  const real = await realpath(dir)
  if (above.includes(real)) return
  const names = (await readdir(dir, { withFileTypes: true }))
    .filter((entry) => !entry.name.startsWith('.'))
    .sort((a, b) => Buffer.compare(Buffer.from(a.name), Buffer.from(b.name)))
  const article = names.some((entry) => isArticleFile(entry.name) && !entry.isDirectory())
  if (article) yield await articleIn(dir, below === '' ? basename(real) : below)
  for (const entry of names) {
    const path = join(dir, entry.name)
    const inside = below === '' ? entry.name : `${below}/${entry.name}`
    try {
      const folder = entry.isSymbolicLink() ? (await stat(path)).isDirectory() : entry.isDirectory()
      const found = format ?? formatOf(entry.name)
      if (folder) yield* walk(path, inside, format, [...above, real])
      else if (!article && formatOf(entry.name) !== null && found !== null)
        yield { file: path, format: found, id: withoutExtension(inside), facts: null }
    } catch (error) {
      yield pathFault(path, error)
    }
  }
}

const isArticleFile = (name: string): boolean => name === 'article.txt' || name === 'article.json'
const withoutExtension = (name: string): string => name.slice(0, name.length - extname(name).length)
const exists = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  )

const articleIn = async (dir: string, id: string): Promise<Source> => {
  const facts = join(dir, 'article.json')
  return { file: join(dir, 'article.txt'), format: 'text', id, facts: (await exists(facts)) ? facts : null }
}

const REASONS: Readonly<Record<string, readonly [string, string]>> = {
  ENOENT: ['there is no such file or folder', 'check the path; `-` reads from stdin'],
  EACCES: ['may not be read', 'check its permissions'],
  EPERM: ['may not be read', 'check its permissions'],
  ELOOP: ['is a symbolic link that leads to itself', 'remove the link'],
  EISDIR: ['is a folder', 'give a file, or the folder without --format'],
  ENAMETOOLONG: ['is a name too long for this system', 'check the path'],
}

/** Why a path can't be read, from the system's error. */
export const pathFault = (file: string, error: unknown): Unreadable => {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const [message, hint] = REASONS[code] ?? [`can't be read (${code || String(error)})`, 'check the disk and the path']
  return { place: { file }, message, hint }
}
