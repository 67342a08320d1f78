import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { build, type Plugin } from 'esbuild'
import { packText } from '../src/disk/packed-text.ts'
import { packed } from '../src/lexicon/compiled.ts'
import { places } from '../src/normalize/places/compiled.ts'

/**
 * Puts what is many small modules that are always loaded together into one file, in the place of what the compiler made of it: the extraction, and zod. Most of a start is
 * finding, reading and linking modules. The lexicon and the gazetteer stay outside, as `#lexicon` and `#places` (package.json): a browser takes the modules,
 * Node the same as text; so does the hash (`#sha256`), which Node has itself. Runs after the compiler, which makes the types and all other files.
 */
const root = join(import.meta.dirname, '..')
const disk = join(root, 'dist/disk')

const outside: Plugin = {
  name: 'what Node has otherwise stays outside',
  setup: ({ onResolve }) => {
    onResolve({ filter: /\/compiled\.ts$/ }, ({ importer }) => ({
      path: importer.includes('places') ? '#places' : '#lexicon',
      external: true,
    }))
    onResolve({ filter: /\/sha256\.ts$/ }, () => ({ path: '#sha256', external: true }))
  },
}

/** Bundles a module in its place in dist/, with the licences of what packages are inside beside it. */
const bundle = async (name: string): Promise<void> => {
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: [`src/${name}.ts`],
    outfile: `dist/${name}.js`,
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
  const packages = new Set(Object.keys(metafile.inputs).flatMap((file) => /^.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(file)?.[1] ?? []))
  writeFileSync(join(root, `dist/${name}.licences.txt`), [...packages].map(licenceOf).join('\n\n'))
}

const licenceOf = (name: string): string => {
  const folder = join(root, 'node_modules', name)
  const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry))
  if (file === undefined) throw new Error(`${name} goes into a bundle and has no licence beside it: keep it outside`)
  return `${name}\n\n${readFileSync(join(folder, file), 'utf8').trim()}\n`
}

mkdirSync(disk, { recursive: true })
writeFileSync(join(disk, 'lexicon.txt'), packText(packed), 'latin1')
writeFileSync(join(disk, 'places.txt'), places, 'latin1')
await Promise.all(['create-extract', 'zod'].map(bundle))
