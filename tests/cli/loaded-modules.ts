import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const ROOT = join(import.meta.dirname, '../..')

const inModule = (code: string): string => `data:text/javascript,${encodeURIComponent(code)}`

/** Notes each module that is imported in a file, and at the end those that were required. */
const watcher = (file: string): string => {
  const append = `import { appendFileSync } from 'node:fs'
    const note = (name) => appendFileSync(${JSON.stringify(file)}, name + '\\n')`
  const hook = inModule(`${append}
    export const load = (url, context, next) => { note(url); return next(url, context) }`)
  return inModule(`import { createRequire, register } from 'node:module'
    ${append}
    register(${JSON.stringify(hook)})
    process.on('exit', () => Object.keys(createRequire(${JSON.stringify(`${ROOT}/`)}).cache).forEach((path) => note('file://' + path)))`)
}

/** What the built command line loads in a process of its own: modules of ours by path (`cli/main`), and packages by name. */
export const loadedBy = (
  args: readonly string[],
  input = '',
): { readonly out: string; readonly ours: readonly string[]; readonly packages: readonly string[] } => {
  const dir = mkdtempSync(join(tmpdir(), 'annalist-loaded-'))
  const file = join(dir, 'loaded.txt')
  try {
    const out = execFileSync(process.execPath, ['--import', watcher(file), join(ROOT, 'dist/cli/main.js'), ...args], {
      input,
      encoding: 'utf8',
    })
    const urls = readFileSync(file, 'utf8').split('\n')
    const named = (pattern: RegExp): readonly string[] => [...new Set(urls.flatMap((url) => pattern.exec(url)?.[1] ?? []))].toSorted()
    return {
      out,
      ours: named(/^(?!.*\/node_modules\/).*\/dist\/(.+)\.js$/),
      packages: named(/\/node_modules\/((?:@[^/]+\/)?[^/]+)\/(?!.*\/node_modules\/)/),
    }
  } finally {
    rmSync(dir, { recursive: true, force: true })
  }
}
