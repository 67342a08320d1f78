import { readFileSync } from 'node:fs'

const FOLDER = new URL('../../assets/audit/', import.meta.url)
const TYPES: Readonly<Record<string, string>> = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
}
const NAMES = ['desk.css', 'desk.js', 'judge.js', 'combobox.js', 'brush.js', 'icon.svg'] as const

export type Asset = { readonly type: string; readonly body: string }

/** Our own style, scripts and icon, read once: no address ever becomes a path. */
export const readAssets = (): ReadonlyMap<string, Asset> =>
  new Map(
    NAMES.map((name) => [
      name,
      { type: TYPES[name.split('.').at(-1) ?? ''] ?? 'text/plain', body: readFileSync(new URL(name, FOLDER), 'utf8') },
    ]),
  )
