import { createHash } from 'node:crypto'
import { createReadStream, existsSync, readFileSync } from 'node:fs'
import { stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import type { Code } from '../lexicon/lexicon.ts'
import type { Column } from './columns/layout.ts'
import type { About } from './exported.ts'
import { writeFile } from './sink.ts'
import { csvCell } from './write-csv.ts'

/** A file that was exported: what of it goes into datapackage.json. */
export type Resource = {
  readonly path: string
  readonly format: string
  readonly mediatype: string
  readonly columns?: readonly Pick<Column, 'name' | 'type' | 'meaning'>[] | undefined
}

type Described = { readonly path: string } & Readonly<Record<string, unknown>>

const hashOf = async (path: string): Promise<string> => {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer)
  return hash.digest('hex')
}

const describe = async ({ path, format, mediatype, columns }: Resource): Promise<Described> => ({
  name: basename(path)
    .toLowerCase()
    .replace(/[^a-z0-9._-]+/g, '-'),
  path: basename(path),
  format,
  mediatype,
  bytes: (await stat(path)).size,
  hash: `sha256:${await hashOf(path)}`,
  ...(path.endsWith('.gz') && { compression: 'gz' }),
  ...(columns && {
    profile: 'tabular-data-resource',
    encoding: 'utf-8',
    schema: { fields: columns.map(({ name, type, meaning }) => ({ name, type, description: meaning })), missingValues: [''] },
  }),
})

const licence = (name: string) => ({ name, path: `https://spdx.org/licenses/${name}.html` })

const FILE = 'datapackage.json'
const CODEBOOK = 'codebook.csv'

type Package = { readonly annalist?: unknown; readonly resources?: unknown }
const packageAt = (file: string): Package | null => {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return null
  }
}

const before = (file: string): readonly Described[] => {
  const resources = packageAt(file)?.resources
  return Array.isArray(resources) ? resources.filter((r) => typeof r?.path === 'string') : []
}

/** What the description of an exported file would be written over: the export itself, where it is called so, or files of somebody else. Null where there is nothing. */
export const inTheWay = (path: string): string | null => {
  if ([FILE, CODEBOOK].includes(basename(path))) return path
  const [file, codes] = [join(dirname(path), FILE), join(dirname(path), CODEBOOK)] as const
  return packageAt(file)?.annalist === undefined ? ([file, codes].find(existsSync) ?? null) : null
}

const CODES: readonly Pick<Column, 'name' | 'type' | 'meaning'>[] = [
  { name: 'code', type: 'string', meaning: 'CAMEO event code' },
  { name: 'name', type: 'string', meaning: 'what it is called' },
  { name: 'quad', type: 'integer', meaning: 'quad class' },
  { name: 'goldstein', type: 'number', meaning: 'Goldstein value' },
  { name: 'plover', type: 'string', meaning: 'PLOVER event type' },
]

/**
 * Writes `datapackage.json` (Frictionless Data Package) beside exported files of one folder: size and checksum of each, licence, the versions that made them,
 * and `codebook.csv`, which is written, too. Files that were described before and are still there stay in it.
 */
export const writeDataPackage = async (resources: readonly Resource[], about: About, codebook: readonly Code[]): Promise<string> => {
  const folder = dirname(resources[0]?.path ?? '.')
  const file = join(folder, FILE)
  const codes = join(folder, CODEBOOK)
  const line = (cells: readonly (string | number | null)[]): string => `${cells.map(csvCell).join(',')}\r\n`
  await writeFile(codes, [
    line(CODES.map(({ name }) => name)),
    ...codebook.map(({ code, name, quad, goldstein, plover }) => line([code, name, quad, goldstein, plover])),
  ])
  const made = await Promise.all(
    [...resources, { path: codes, format: 'csv', mediatype: 'text/csv', columns: CODES }].map((resource) => describe(resource)),
  )
  const kept = before(file).filter((old) => !made.some(({ path }) => path === old.path) && existsSync(join(folder, old.path)))
  const content = {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    profile: 'data-package',
    name: (about.title ?? 'events').toLowerCase().replace(/[^a-z0-9._-]+/g, '-'),
    ...(about.title !== null && { title: about.title }),
    ...(about.created !== null && { created: about.created }),
    ...(about.licence !== null && { licenses: [licence(about.licence)] }),
    contributors: [{ title: 'Annalist', role: 'wrangler' }],
    annalist: { version: about.version, runs: about.runs },
    resources: [...kept, ...made].sort((a, b) => (a.path < b.path ? -1 : 1)),
  }
  await writeFile(file, [`${JSON.stringify(content, null, 2)}\n`])
  return file
}
