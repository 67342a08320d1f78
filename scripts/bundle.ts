import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { build, type Plugin } from 'esbuild'
import { packText } from '../src/disk/packed-text.ts'
import { packed } from '../src/lexicon/compiled.ts'
import { places } from '../src/normalize/places/compiled.ts'

/**
 * Puts the extraction, two hundred small modules and two packages that are always loaded together, into one file in the place of dist/create-extract.js: most of a start is
 * finding, reading and linking modules. The lexicon and the gazetteer stay outside, as `#lexicon` and `#places` (package.json): a browser takes the modules,
 * Node the same as text. Runs after the compiler, which makes the types and all other files.
 */
const root = join(import.meta.dirname, '..')
const disk = join(root, 'dist/disk')

const outside: Plugin = {
  name: 'compiled data stay outside',
  setup: ({ onResolve }) =>
    onResolve({ filter: /\/compiled\.ts$/ }, ({ importer }) => ({
      path: importer.includes('places') ? '#places' : '#lexicon',
      external: true,
    })),
}

const packagesIn = (files: readonly string[]): readonly string[] => [
  ...new Set(files.flatMap((file) => /^.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(file)?.[1] ?? [])),
]

mkdirSync(disk, { recursive: true })
writeFileSync(join(disk, 'lexicon.txt'), packText(packed), 'latin1')
writeFileSync(join(disk, 'places.txt'), places, 'latin1')
const { metafile } = await build({
  absWorkingDir: root,
  entryPoints: ['src/create-extract.ts'],
  outfile: 'dist/create-extract.js',
  bundle: true,
  format: 'esm',
  platform: 'neutral',
  target: 'es2023',
  plugins: [outside],
  sourcemap: true,
  sourcesContent: false,
  logLevel: 'warning',
  metafile: true,
})

/** What the packages that are inside are licensed under: their text goes with them. */
const licences = packagesIn(Object.keys(metafile.inputs)).map((name) => {
  const folder = join(root, 'node_modules', name)
  const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry))
  if (file === undefined) throw new Error(`${name} goes into dist/create-extract.js and has no licence beside it: keep it outside`)
  return `${name}\n\n${readFileSync(join(folder, file), 'utf8').trim()}\n`
})
writeFileSync(join(root, 'dist/create-extract.licences.txt'), licences.join('\n\n'))
