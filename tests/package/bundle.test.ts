import { join } from 'node:path'
import { build } from 'esbuild'
import { describe, expect, test } from 'vitest'

const ROOT = join(import.meta.dirname, '../..')

/** Bundles an entry for a browser and lists what Node alone has that it asks for. */
const nodeImports = async (entry: string): Promise<readonly string[]> => {
  const wanted: string[] = []
  await build({
    entryPoints: [join(ROOT, entry)],
    bundle: true,
    write: false,
    platform: 'browser',
    format: 'esm',
    logLevel: 'silent',
    plugins: [
      {
        name: 'node-only',
        setup: ({ onResolve }) =>
          onResolve({ filter: /^(node:|fs$|path$|crypto$|worker_threads$|better-sqlite3$)/ }, ({ path, importer }) => {
            wanted.push(`${path} in ${importer.slice(ROOT.length + 1)}`)
            return { path, external: true }
          }),
      },
    ],
  })
  return wanted
}

describe('the library runs in a browser', () => {
  test('src/browser.ts asks for nothing of Node', async () => expect(await nodeImports('src/browser.ts')).toEqual([]))
  test('so does dist/browser.js, with the compiled data as modules', async () => expect(await nodeImports('dist/browser.js')).toEqual([]))
  test('the check notices Node: src/index.ts reads the model and compromise from disk', async () =>
    expect(await nodeImports('src/index.ts')).toEqual(['node:fs in src/index.ts', 'node:module in src/load-nlp.ts']))
})
