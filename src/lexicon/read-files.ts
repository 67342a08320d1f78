// biome-ignore lint/style/noRestrictedImports: reading YAML is for Node; the extraction takes what was compiled from it.
import { readdirSync, readFileSync } from 'node:fs'
// biome-ignore lint/style/noRestrictedImports: as above
import { join } from 'node:path'
import { type Document, isNode, LineCounter, parseDocument } from 'yaml'
import type { z } from 'zod'
import { fileSchema, type ploverSchema } from './schema.ts'

/** An entry as it was read: which file of which lexicon, and the line of each of its keys. */
export type Raw = {
  readonly layer: number
  /** Relative to its lexicon, with slashes. */
  readonly file: string
  readonly line: number
  readonly value: unknown
  readonly lineOf: (path: readonly PropertyKey[]) => number
}

export type Files = { readonly raws: readonly Raw[]; readonly plover: z.output<typeof ploverSchema> | null }

/** The entries of all YAML files of a lexicon, in the order of their names; what isn't YAML or has another shape goes to `problems`. */
export const readFiles = (dir: string, layer: number, problems: string[]): Files => {
  const files = yamlIn(dir, '').map((file) => readEntries(dir, file, layer, problems))
  return { raws: files.flatMap((f) => f.raws), plover: files.find((f) => f.plover !== null)?.plover ?? null }
}

const yamlIn = (root: string, below: string): readonly string[] =>
  readdirSync(join(root, below), { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = below === '' ? entry.name : `${below}/${entry.name}`
      return entry.isDirectory() ? yamlIn(root, path) : /\.ya?ml$/.test(entry.name) ? [path] : []
    })

const readEntries = (root: string, file: string, layer: number, problems: string[]): Files => {
  const lines = new LineCounter()
  const document = parseDocument(readFileSync(join(root, file), 'utf8'), { lineCounter: lines })
  for (const fault of document.errors) problems.push(`${file}:${fault.linePos?.[0].line ?? 1}: ${fault.message.split('\n')[0]}`)
  if (document.errors.length > 0) return { raws: [], plover: null }
  const parsed = fileSchema.safeParse(document.toJS())
  if (!parsed.success) {
    problems.push(
      `${file}:1: write a file as a mapping with "about" (what it holds and where that is from) and "entries" (a list), and no other keys`,
    )
    return { raws: [], plover: null }
  }
  const lineOf = (path: readonly PropertyKey[]): number => lineAt(document, lines, ['entries', ...path])
  return {
    plover: parsed.data.plover ?? null,
    raws: parsed.data.entries.map((value, i) => ({ layer, file, line: lineOf([i]), value, lineOf: (path) => lineOf([i, ...path]) })),
  }
}

/** The line of the nearest node that stands at `path` or above it. */
const lineAt = (document: Document, lines: LineCounter, path: readonly PropertyKey[]): number => {
  for (let length = path.length; length > 0; length--) {
    const node = document.getIn(path.slice(0, length), true)
    if (isNode(node) && node.range) return lines.linePos(node.range[0]).line
  }
  return 1
}
