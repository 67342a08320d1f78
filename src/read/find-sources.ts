import { readdir, realpath, stat } from 'node:fs/promises'
import { basename, dirname, isAbsolute, join, resolve } from 'node:path'
import { byBytes } from './by-bytes.ts'
import { toldPath } from './fetch/bare-address.ts'
import { formatOfName, withoutExtension } from './formats.ts'
import { holdsArticles } from './holds-articles.ts'
import type { Source, Unreadable } from './reading.ts'

/**
 * The files that a path stands for, in the order of their names' bytes: the file itself; in a folder and those below it every file whose name tells a format (of JSON,
 * which may be anything, those that hold articles: `textKey` is the key that holds a text, if no usual one does); or what a pattern (`news/*.txt`) matches. A folder with
 * an `article.txt` or `article.json` is one article, called as the folder; the other files in it belong to it. Names that begin with a dot are passed over.
 */
export async function* findSources(path: string, textKey?: string): AsyncGenerator<Source | Unreadable> {
  try {
    if ((await stat(path)).isDirectory()) yield* walk(path, '', [], textKey)
    else if (isArticleFile(basename(path))) yield await articleIn(dirname(path), basename(dirname(resolve(path))))
    else yield { file: path, id: withoutExtension(basename(path)), facts: null }
  } catch (error) {
    const matches = await matchesOf(path)
    if (matches.length === 0) yield pathFault(path, error)
    // An article of two files is matched by each of them.
    const met = new Set<string>()
    for (const match of matches)
      for await (const source of findSources(match, textKey)) {
        if (!('message' in source) && met.has(source.file)) continue
        if (!('message' in source)) met.add(source.file)
        yield source
      }
  }
}

/** What a pattern matches, in the order of bytes; nothing where the path is no pattern. */
export const matchesOf = async (pattern: string): Promise<readonly string[]> => {
  if (!/[*?[{]/.test(pattern)) return []
  const { glob } = await import('tinyglobby')
  const found = await glob(pattern.replaceAll('\\', '/'), { onlyFiles: true, expandDirectories: false, absolute: isAbsolute(pattern) })
  return found.toSorted(byBytes)
}

async function* walk(dir: string, below: string, above: readonly string[], textKey?: string): AsyncGenerator<Source | Unreadable> {
  const real = await realpath(dir)
  if (above.includes(real)) return
  const entries = (await readdir(dir, { withFileTypes: true }))
    .filter((entry) => !entry.name.startsWith('.'))
    .sort((a, b) => byBytes(a.name, b.name))
  const article = entries.some((entry) => isArticleFile(entry.name) && !entry.isDirectory())
  if (article) yield await articleIn(dir, below === '' ? basename(real) : below)
  for (const entry of entries) {
    const path = join(dir, entry.name)
    const inside = below === '' ? entry.name : `${below}/${entry.name}`
    try {
      const kind = entry.isSymbolicLink() ? await stat(path) : entry
      if (kind.isDirectory()) yield* walk(path, inside, [...above, real], textKey)
      else if (article || formatOfName(entry.name) === null) continue
      else if (kind.isFile() && formatOfName(entry.name) === 'json' && !(await holdsArticles(path, textKey))) continue
      else if (kind.isFile()) yield { file: path, id: withoutExtension(inside), facts: null }
      else yield { place: { file: path }, ...NO_FILE }
    } catch (error) {
      yield pathFault(path, error)
    }
  }
}

// Who opens a pipe waits until another program writes into it, maybe for ever.
const NO_FILE = { message: 'is no file, but a pipe, socket or device', hint: 'name it on the command line, if it is to be read' }

const isArticleFile = (name: string): boolean => name === 'article.txt' || name === 'article.json'

const exists = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  )

const articleIn = async (dir: string, id: string): Promise<Source> => {
  const text = join(dir, 'article.txt')
  const facts = join(dir, 'article.json')
  if (!(await exists(text))) return { file: facts, id, facts }
  return { file: text, id, facts: (await exists(facts)) ? facts : null }
}

const REASONS: Readonly<Record<string, readonly [string, string]>> = {
  ENOENT: ['there is no such file or folder', 'check the path; `-` reads from stdin'],
  EACCES: ['may not be read', 'check its permissions'],
  EPERM: ['may not be read', 'check its permissions'],
  ELOOP: ['is a symbolic link that leads to itself', 'remove the link'],
  ENAMETOOLONG: ['is a name too long for this system', 'check the path'],
}

/** Why a path can't be read, from the system's error. */
export const pathFault = (path: string, error: unknown): Unreadable => {
  const file = toldPath(path)
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (code === 'ENOENT' && file.includes('\ufffd'))
    return { place: { file }, message: 'has a name that is not in UTF-8', hint: 'rename it: convmv, or mv' }
  const [message, hint] = REASONS[code] ?? [`can't be read (${code || String(error)})`, 'check the disk and the path']
  return { place: { file }, message, hint }
}
