import { createHash } from 'node:crypto'
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { transformSync } from 'esbuild'
import type { Plugin } from 'vitest/config'

/** The lexicon and the gazetteer, compiled: modules of nothing but strings of megabytes. */
const STRINGS = /\/src\/(?:lexicon|normalize\/places)\/compiled(?:-entries)?\.ts$/

/** Has Node itself load those modules: to take them apart and send them to each worker would cost vite more than most tests take. */
export const stringsToNode = (): Plugin => ({
  name: 'strings to node',
  enforce: 'pre',
  async resolveId(source, importer) {
    if (!/\/compiled(?:-entries)?\.ts$/.test(source)) return null
    const found = await this.resolve(source, importer, { skipSelf: true })
    return found !== null && STRINGS.test(found.id) ? withoutTypes(found.id) : found
  },
})

/** What `server.deps.external` takes to leave those modules to Node. */
export const LEFT_TO_NODE = /\/annalist-strings-\w+\.mjs$/

const withoutTypes = (path: string): string => {
  const source = readFileSync(path, 'utf8')
  const file = join(tmpdir(), `annalist-strings-${createHash('sha256').update(source).digest('hex').slice(0, 16)}.mjs`)
  if (!existsSync(file)) {
    const { code } = transformSync(source, { loader: 'ts', target: 'node20', charset: 'utf8' })
    writeFileSync(`${file}.partial`, code)
    renameSync(`${file}.partial`, file)
  }
  return file
}
