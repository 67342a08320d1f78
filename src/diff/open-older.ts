import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { openStore, type Store } from '../store/index.ts'

/** A database of an older annalist as this one reads it: a copy that is brought up to date, and gone when it is closed. What is compared with stays as it is. */
export const openOlder = (path: string): Store => {
  const dir = mkdtempSync(join(tmpdir(), 'annalist-'))
  const remove = (): void => rmSync(dir, { recursive: true, force: true })
  try {
    const copy = join(dir, basename(path))
    for (const end of ['', '-wal']) if (existsSync(`${path}${end}`)) copyFileSync(`${path}${end}`, `${copy}${end}`)
    openStore(copy).close()
    const store = openStore(copy, { readonly: true })
    return {
      ...store,
      path,
      close: () => {
        store.close()
        remove()
      },
    }
  } catch (error) {
    remove()
    throw error
  }
}
