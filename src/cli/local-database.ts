import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isPostgres } from '../postgres/address.ts'

const fileName = (address: string, n: number): string => {
  const { hostname, pathname } = new URL(address)
  return `${hostname}${pathname.replaceAll('/', '-')}${n === 0 ? '' : `-${n}`}.db`
}

/**
 * Runs work over databases as files: those of PostgreSQL are read into SQLite first, as of one moment, and that file is gone afterwards. So there is one set of
 * queries, and what reads sees nothing change. Throws `StoreError`.
 */
export const overLocal = async <Paths extends readonly (string | undefined)[], Out>(
  names: Paths,
  work: (paths: Paths) => Promise<Out>,
): Promise<Out> => {
  if (!names.some((name) => name !== undefined && isPostgres(name))) return work(names)
  const { copyOut } = await import('../postgres/copy-out.ts')
  const dir = mkdtempSync(join(tmpdir(), 'annalist-'))
  try {
    const paths: (string | undefined)[] = []
    for (const [i, name] of names.entries()) {
      if (name === undefined || !isPostgres(name)) {
        paths.push(name)
        continue
      }
      const file = join(dir, fileName(name, i))
      await copyOut(name, file)
      paths.push(file)
    }
    return await work(paths as unknown as Paths)
  } finally {
    rmSync(dir, { recursive: true, force: true })
  }
}
