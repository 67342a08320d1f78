import { readFiles } from '../lexicon/read-files.ts'

/** Where the entries of a user's own lexicon stand: `actions/join` → file and line, so that a report can link to it. */
export const entryPlaces = (dirs: readonly string[]): ReadonlyMap<string, { readonly file: string; readonly line: number }> =>
  new Map(
    dirs.flatMap((dir, layer) =>
      readFiles(dir, layer, []).raws.flatMap(({ file, line, value }) => {
        if (typeof value !== 'object' || value === null) return []
        const name = 'id' in value ? String(value.id) : 'code' in value ? String(value.code) : 'verb' in value ? String(value.verb) : null
        return name === null
          ? []
          : [[`${file.replace(/\.ya?ml$/, '').split('/')[0]}/${name}`, { file: `${dir.replace(/\/$/, '')}/${file}`, line }] as const]
      }),
    ),
  )
