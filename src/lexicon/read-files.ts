// biome-ignore lint/style/noRestrictedImports: reading YAML is for Node; the extraction takes what was compiled from it.
import { readdirSync, readFileSync, statSync } from 'node:fs'
// biome-ignore lint/style/noRestrictedImports: as above
import { join } from 'node:path'
import { readYaml } from '../read-yaml.ts'
import type { z } from '../zod.ts'
import { fileSchema, type ploverSchema } from './schema.ts'

/** An entry as it was read: which file of which lexicon, and the line of each of its keys. */
export type Raw = {
  readonly layer: number
  /** Relative to its lexicon, with slashes: tells what kind of entries it holds. */
  readonly file: string
  /** The same as people find it: under the folder of the lexicon where that is a user's own. */
  readonly path: string
  readonly line: number
  readonly value: unknown
  readonly lineOf: (path: readonly PropertyKey[]) => number
}

/** A folder of a lexicon; `draft` stands in the place of one of its files, or beside them, before it is written. */
export type Source = string | { readonly dir: string; readonly draft: { readonly file: string; readonly text: string } }

export type Files = { readonly raws: readonly Raw[]; readonly plover: z.output<typeof ploverSchema> | null }

/** The entries of all YAML files of a lexicon, in the order of their names; what isn't YAML or has another shape goes to `problems`. */
export const readFiles = (source: Source, layer: number, problems: string[]): Files => {
  const { dir, draft } = typeof source === 'string' ? { dir: source, draft: null } : source
  const isFolder = statSync(dir, { throwIfNoEntry: false })?.isDirectory()
  const there = isFolder ? yamlIn(dir, '') : []
  if (isFolder === false) problems.push(`${dir}:1: is a file; name the folder that holds actions/, actors/ and so on`)
  else if (isFolder === undefined && draft === null)
    problems.push(`${dir}:1: there is no such folder; name the folder that holds actions/, actors/ and so on`)
  const names = draft === null || there.includes(draft.file) ? there : [...there, draft.file].sort()
  const files = names.map((file) => {
    const text = file === draft?.file ? draft.text : readFileSync(join(dir, file), 'utf8')
    return readEntries({ layer, file, path: layer === 0 ? file : join(dir, file) }, text, problems)
  })
  return { raws: files.flatMap((f) => f.raws), plover: files.find((f) => f.plover !== null)?.plover ?? null }
}

const yamlIn = (root: string, below: string): readonly string[] =>
  readdirSync(join(root, below), { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = below === '' ? entry.name : `${below}/${entry.name}`
      return entry.isDirectory() ? yamlIn(root, path) : /\.ya?ml$/.test(entry.name) ? [path] : []
    })

type Place = Pick<Raw, 'layer' | 'file' | 'path'>

const readEntries = (place: Place, text: string, problems: string[]): Files => {
  const { path } = place
  const { value: whole, faults, lineOf: lineAt } = readYaml(text)
  for (const { line, message } of faults) problems.push(`${path}:${line}: ${message}`)
  if (faults.length > 0) return { raws: [], plover: null }
  const parsed = fileSchema.safeParse(whole)
  if (!parsed.success) {
    problems.push(
      `${path}:1: write a file as a mapping with "about" (what it holds and where that is from) and "entries" (a list), and no other keys`,
    )
    return { raws: [], plover: null }
  }
  const lineOf = (at: readonly PropertyKey[]): number => lineAt(['entries', ...at])
  return {
    plover: parsed.data.plover ?? null,
    raws: parsed.data.entries.map((value, i) => ({ ...place, line: lineOf([i]), value, lineOf: (at) => lineOf([i, ...at]) })),
  }
}
