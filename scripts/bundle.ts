import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { build, type Plugin } from 'esbuild'
import { packText } from '../src/disk/packed-text.ts'
import { packed } from '../src/lexicon/compiled.ts'
import { places } from '../src/normalize/places/compiled.ts'

/**
 * Puts the extraction, two hundred small modules that are always loaded together, into one file in the place of dist/create-extract.js: most of a start is
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

mkdirSync(disk, { recursive: true })
writeFileSync(join(disk, 'lexicon.txt'), packText(packed), 'latin1')
writeFileSync(join(disk, 'places.txt'), places, 'latin1')
await build({
  absWorkingDir: root,
  entryPoints: ['src/create-extract.ts'],
  outfile: 'dist/create-extract.js',
  bundle: true,
  format: 'esm',
  platform: 'neutral',
  target: 'es2023',
  packages: 'external',
  plugins: [outside],
  sourcemap: true,
  sourcesContent: false,
  logLevel: 'warning',
})
