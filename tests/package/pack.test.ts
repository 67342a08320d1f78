import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

const ROOT = join(import.meta.dirname, '../..')
const run = (cwd: string, command: string, args: readonly string[], input = ''): string =>
  execFileSync(command, args, {
    cwd,
    input,
    encoding: 'utf8',
    stdio: ['pipe', 'pipe', 'pipe'],
    env: { ...process.env, npm_config_update_notifier: 'false' },
  })

/**
 * The tarball, unpacked where `npm install` would put it in an empty folder, with its dependencies beside it (those of the checkout: fetching and compiling
 * them anew is npm's part, not ours).
 */
describe('the package as it is published', () => {
  const dir = mkdtempSync(join(tmpdir(), 'annalist-pack-'))
  const home = join(dir, 'node_modules/annalist')
  let files: readonly string[] = []
  let types: readonly { readonly path: string; readonly size: number }[] = []
  beforeAll(() => {
    const [packed] = JSON.parse(run(ROOT, 'npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', dir])) as [
      { filename: string; files: { path: string; size: number }[] },
    ]
    files = packed.files.map((f) => f.path)
    types = packed.files.filter((f) => f.path.endsWith('.d.ts'))
    mkdirSync(home, { recursive: true })
    run(dir, 'tar', ['xzf', join(dir, packed.filename), '--strip-components=1', '-C', home])
    for (const name of readdirSync(join(ROOT, 'node_modules')).filter((n) => !n.startsWith('.') && n !== 'annalist'))
      symlinkSync(join(ROOT, 'node_modules', name), join(dir, 'node_modules', name))
    writeFileSync(join(dir, 'package.json'), '{"type":"module"}')
  }, 120_000)
  afterAll(() => rmSync(dir, { recursive: true, force: true }))

  test('holds what it runs on, and neither sources nor tests', () => {
    expect(files).toEqual(
      expect.arrayContaining(['dist/index.js', 'dist/index.d.ts', 'dist/cli/main.js', 'model/english.bin', 'README.md', 'LICENSE']),
    )
    expect(files.filter((f) => /^(src|tests|train|fixtures|bench)\//.test(f))).toEqual([])
  })
  test('its types hold types, and no data', () => {
    expect(types.filter(({ size }) => size > 50_000).map(({ path }) => path)).toEqual([])
  })
  test('its command extracts', () => {
    expect(existsSync(join(home, 'dist/cli/main.js'))).toBe(true)
    const out = run(
      dir,
      process.execPath,
      [join(home, 'dist/cli/main.js'), 'extract', '-', '--published', '2023-04-05'],
      'Finland joined NATO on Tuesday.',
    )
    expect(JSON.parse(out)).toMatchObject({ action: { root: '05' }, source: [{ entity: 'FIN' }], target: [{ entity: 'NATO' }] })
  })
  test('its modules are found by name, with types', () => {
    const code = `import { extract } from 'annalist'; import { openStore } from 'annalist/store'; import { createExtract } from 'annalist/browser';
      console.log(typeof openStore, typeof createExtract, extract({ text: 'Russia attacked Ukraine.' }).events.length)`
    expect(run(dir, process.execPath, ['--input-type=module', '-e', code])).toBe('function function 1\n')
    for (const types of ['dist/index.d.ts', 'dist/browser.d.ts', 'dist/store/index.d.ts']) expect(files).toContain(types)
  })
})
